import { setTimeout as wait } from 'node:timers/promises';
import type { KnownBlock, MessageMetadata } from '@slack/types';
import type { WebClient } from '@slack/web-api';
import type { Logger } from 'pino';
import { ResponseAddressError, rateLimitSeconds, rejectsBlocks, shortReason } from './failure.js';
import { shareFile } from './upload.js';

/** A message as it is sent: without blocks only where Slack has rejected them. */
export interface Outgoing {
  readonly text: string;
  readonly blocks?: KnownBlock[];
}

/** Somewhere that messages can be put. */
export interface Destination {
  /** @returns the message's timestamp, if the destination tells it. @throws what Slack says */
  post(message: Outgoing): Promise<string | undefined>;
  /** The thread under a message, if the destination has threads. */
  readonly under?: (ts: string) => Destination;
  /** Puts a file beside the messages, if the destination takes files. */
  readonly attach?: (file: { readonly name: string; readonly bytes: Uint8Array }) => Promise<void>;
  /** Whether a message that Slack did not confirm may also be put into the next destination, with a remark. */
  readonly mayBeDead?: boolean;
}

/** Slack makes no links and mentions of its own in a text without blocks. */
const AS_IT_IS = { parse: 'none', link_names: false } as const;
const RATE_LIMIT_TRIES = 3;
const LONGEST_RATE_LIMIT_S = 60;

/**
 * A channel or a thread, through the Web API. The client must not repeat calls by itself: a lost connection says
 * nothing about whether the message was posted. Only a call that was refused for being one too many is repeated.
 */
export function channelDestination(
  client: WebClient,
  channel: string,
  threadTs?: string,
  metadata?: MessageMetadata,
): Destination {
  return {
    post: message =>
      patiently(async () => {
        const posted = await client.chat.postMessage({
          channel,
          thread_ts: threadTs,
          unfurl_links: false,
          unfurl_media: false,
          ...(metadata && { metadata }),
          ...AS_IT_IS,
          ...message,
        });
        return posted.ts;
      }),
    // A thread has no threads of its own.
    under: ts => channelDestination(client, channel, threadTs ?? ts),
    attach: file => patiently(() => shareFile(client, file, channel, threadTs)),
  };
}

/** A person's own conversation with the bot, opened when it is used: its id takes files and threads, a person's does not. */
export function directMessage(client: WebClient, user: string, metadata?: MessageMetadata): Destination {
  const open = async () => {
    const { channel } = await client.conversations.open({ users: user });
    return channelDestination(client, channel?.id ?? user, undefined, metadata);
  };
  let conversation: Promise<Destination> | undefined;
  const opened = () => {
    conversation ??= patiently(open);
    conversation.catch(() => {
      conversation = undefined;
    });
    return conversation;
  };
  const under = (ts: string): Destination => ({
    post: async message => (await opened()).under?.(ts).post(message),
    attach: async file => (await opened()).under?.(ts).attach?.(file),
  });
  return {
    post: async message => (await opened()).post(message),
    under,
    attach: async file => (await opened()).attach?.(file),
  };
}

/** A message in a channel that one person alone sees. The bot must be a member. */
export const ephemeralMessage = (
  client: WebClient,
  {
    channel,
    user,
    threadTs,
  }: { readonly channel: string; readonly user: string; readonly threadTs?: string },
): Destination => ({
  post: message =>
    patiently(async () => {
      await client.chat.postEphemeral({ channel, user, thread_ts: threadTs, ...AS_IT_IS, ...message });
      return undefined;
    }),
});

/** Longer than Slack ever takes. A person waits, and there are other ways to reach them. */
const RESPONSE_TIMEOUT_MS = 5_000;

/**
 * The address that Slack gives a command or a button to answer to, for half an hour and five messages. Works where
 * the bot is no member. Once it has failed it is not tried again.
 */
export function responseAddress(url: string | undefined) {
  let failed: unknown = url ? undefined : new ResponseAddressError('there is none', 404);
  const post = async (message: object) => {
    if (failed !== undefined) throw failed;
    try {
      await sendTo(url as string, message);
    } catch (error) {
      // Blocks that were rejected are sent again in a plainer form.
      if (!(error instanceof ResponseAddressError && error.statusCode === 400)) failed = error;
      throw error;
    }
    return undefined;
  };
  const through = (type: 'in_channel' | 'ephemeral'): Destination => ({
    post: message =>
      patiently(() => post({ response_type: type, replace_original: false, ...AS_IT_IS, ...message })),
    mayBeDead: true,
  });
  return { inChannel: through('in_channel'), ephemeral: through('ephemeral') };
}

async function sendTo(url: string, message: object): Promise<void> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(message),
    redirect: 'error',
    signal: AbortSignal.timeout(RESPONSE_TIMEOUT_MS),
  });
  await response.body?.cancel();
  if (response.ok) return;
  const seconds = Number(response.headers.get('retry-after') ?? Number.NaN);
  throw new ResponseAddressError(
    `Slack's response address answers ${response.status}`,
    response.status,
    response.status === 429 && Number.isFinite(seconds) ? seconds : undefined,
  );
}

/** The same destination; a message whose blocks Slack rejects is sent as text alone. */
export const plainIfRejected = (destination: Destination): Destination => ({
  ...destination,
  post: async message => {
    try {
      return await destination.post(message);
    } catch (error) {
      if (!message.blocks || !rejectsBlocks(error)) throw error;
      return destination.post({ text: message.text });
    }
  },
});

/** The first of several that takes a message. For what one person alone sees: there, twice is better than never. */
export const firstOf = (destinations: readonly Destination[], log: Logger): Destination => ({
  post: async message => {
    let failure: unknown;
    for (const destination of destinations) {
      try {
        return await plainIfRejected(destination).post(message);
      } catch (error) {
        failure = error;
        log.warn({ reason: shortReason(error) }, 'the asker is told another way');
      }
    }
    throw failure;
  },
});

/** Repeats a call that Slack refused for being one too many, after as long as it asks to wait. */
export async function patiently<T>(call: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await call();
    } catch (error) {
      const seconds = rateLimitSeconds(error);
      if (seconds === undefined || seconds > LONGEST_RATE_LIMIT_S || attempt === RATE_LIMIT_TRIES)
        throw error;
      await wait(seconds * 1_000);
    }
  }
}
