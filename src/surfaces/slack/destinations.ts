import { setTimeout as wait } from 'node:timers/promises';
import type { KnownBlock, MessageMetadata } from '@slack/types';
import type { WebClient } from '@slack/web-api';
import type { Logger } from 'pino';
import { ResponseUrlError, rateLimitSeconds, rejectsBlocks, shortReason } from './failure.js';
import { loggedFetch } from './logged-fetch.js';
import { shareFile } from './upload.js';

/** A message to send. It has no blocks only if Slack has rejected them. */
export interface Outgoing {
  readonly text: string;
  readonly blocks?: KnownBlock[];
}

/** A channel or a person's conversation with the bot, or a thread in it. */
export interface Conversation {
  readonly channel: string;
  readonly threadTs?: string | undefined;
}

/** A place that messages can be posted to. */
export interface Destination {
  /** @returns the message's timestamp, if Slack returns it. @throws Slack's error */
  post(message: Outgoing): Promise<string | undefined>;
  /** The thread of a message, if the destination has threads. */
  readonly under?: (ts: string) => Destination;
  /** Where messages are posted, if Slack tells. */
  readonly conversation?: () => Promise<Conversation | undefined>;
  /** Posts a file, if the destination accepts files. */
  readonly attach?: (file: { readonly name: string; readonly bytes: Uint8Array }) => Promise<void>;
  /**
   * Whether a message that Slack did not confirm may also be posted to the next destination, with a remark.
   */
  readonly canRetryElsewhere?: boolean;
}

/** Turns off automatic links and mentions in a text without blocks. */
const NO_AUTOMATIC_LINKS = { parse: 'none', link_names: false } as const;
const RATE_LIMIT_TRIES = 3;
const LONGEST_RATE_LIMIT_S = 60;

/**
 * A channel or a thread, through the Web API. The client must not retry by itself: after a lost connection
 * the message may have been posted. Only rate-limited calls are retried.
 */
export function channelDestination(
  client: WebClient,
  channel: string,
  threadTs?: string,
  metadata?: MessageMetadata,
): Destination {
  return {
    post: message =>
      retryRateLimited(async () => {
        const posted = await client.chat.postMessage({
          channel,
          thread_ts: threadTs,
          unfurl_links: false,
          unfurl_media: false,
          ...(metadata && { metadata }),
          ...NO_AUTOMATIC_LINKS,
          ...message,
        });
        return posted.ts;
      }),
    conversation: async () => ({ channel, threadTs }),
    // A thread has no threads inside it.
    under: ts => channelDestination(client, channel, threadTs ?? ts),
    attach: file => retryRateLimited(() => shareFile(client, file, channel, threadTs)),
  };
}

/**
 * A person's conversation with the bot. It is opened on first use, since files and threads need the
 * conversation's id and not the person's.
 */
export function directMessage(client: WebClient, user: string, metadata?: MessageMetadata): Destination {
  const open = async () => {
    const { channel } = await client.conversations.open({ users: user });
    return channelDestination(client, channel?.id ?? user, undefined, metadata);
  };
  let conversation: Promise<Destination> | undefined;
  const opened = () => {
    conversation ??= retryRateLimited(open);
    conversation.catch(() => {
      conversation = undefined;
    });
    return conversation;
  };
  const under = (ts: string): Destination => ({
    post: async message => (await opened()).under?.(ts).post(message),
    attach: async file => (await opened()).under?.(ts).attach?.(file),
    // A thread has no threads inside it.
    under: () => under(ts),
  });
  return {
    post: async message => (await opened()).post(message),
    conversation: async () => (await opened()).conversation?.(),
    under,
    attach: async file => (await opened()).attach?.(file),
  };
}

/** An ephemeral message, which only one person in a channel sees. The bot must be a member. */
export const ephemeralMessage = (
  client: WebClient,
  {
    channel,
    user,
    threadTs,
  }: { readonly channel: string; readonly user: string; readonly threadTs?: string },
): Destination => ({
  post: message =>
    retryRateLimited(async () => {
      await client.chat.postEphemeral({
        channel,
        user,
        thread_ts: threadTs,
        ...NO_AUTOMATIC_LINKS,
        ...message,
      });
      return undefined;
    }),
});

/** Longer than Slack ever takes. A person is waiting, and other destinations remain. */
const RESPONSE_TIMEOUT_MS = 5_000;

/**
 * The response URL of a command or a button press. Slack accepts five messages at it, for half an hour, also
 * where the bot is not a member. After a failure it is not used again.
 */
export function responseUrl(url: string | undefined, log: Logger) {
  let failed: unknown = url !== undefined ? undefined : new ResponseUrlError('there is no response URL', 404);
  const post = async (message: object) => {
    if (failed !== undefined || url === undefined) throw failed;
    try {
      await sendTo(url, message, log);
    } catch (error) {
      // After rejected blocks the message is sent again in a simpler form.
      if (!(error instanceof ResponseUrlError && error.statusCode === 400)) failed = error;
      throw error;
    }
    return undefined;
  };
  const through = (type: 'in_channel' | 'ephemeral'): Destination => ({
    post: message =>
      retryRateLimited(() =>
        post({ response_type: type, replace_original: false, ...NO_AUTOMATIC_LINKS, ...message }),
      ),
    canRetryElsewhere: true,
  });
  return { inChannel: through('in_channel'), ephemeral: through('ephemeral') };
}

async function sendTo(url: string, message: object, log: Logger): Promise<void> {
  const send = loggedFetch((to: string, init?: RequestInit) => fetch(to, init), log);
  const response = await send(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(message),
    redirect: 'error',
    signal: AbortSignal.timeout(RESPONSE_TIMEOUT_MS),
  });
  await response.body?.cancel();
  if (response.ok) return;
  const seconds = Number(response.headers.get('retry-after') ?? Number.NaN);
  throw new ResponseUrlError(
    `Slack's response URL answered ${response.status}`,
    response.status,
    response.status === 429 && Number.isFinite(seconds) ? seconds : undefined,
  );
}

/** The same destination. If Slack rejects a message's blocks, only its text is sent. */
export const withPlainTextFallback = (destination: Destination): Destination => ({
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

/**
 * Tries several destinations in order. For messages to one person: receiving them twice is better than never.
 */
export const firstSuccessful = (destinations: readonly Destination[], log: Logger): Destination => ({
  post: async message => {
    let failure: unknown;
    for (const destination of destinations) {
      try {
        return await withPlainTextFallback(destination).post(message);
      } catch (error) {
        failure = error;
        log.warn({ reason: shortReason(error) }, 'the asker is notified through the next destination');
      }
    }
    throw failure;
  },
});

/** Repeats a rate-limited call after the time that Slack asks to wait. */
export async function retryRateLimited<T>(call: () => Promise<T>): Promise<T> {
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
