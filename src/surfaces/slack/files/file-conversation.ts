import type { Message } from '../blocks/mrkdwn.js';
import type { SlackContext } from '../context.js';
import {
  type Conversation,
  channelDestination,
  retryRateLimited,
  withPlainTextFallback,
} from '../destinations.js';
import { rejectsBlocks, shortReason } from '../failure.js';

/** Slack allows some 50 changes of messages a minute; nobody reads faster than this. */
const UPDATE_MS = 1_500;

/** The one message that a file has, which changes with what becomes of it. */
export interface FileMessage {
  /** Shows something else. Falls back to a new message if the old one cannot be changed. */
  show(message: Message): Promise<void>;
  /** Shows progress, at most every one and a half seconds; failures do not matter. */
  progress(text: () => Message): void;
  /** Posts a file below it. */
  attach(file: { readonly name: string; readonly bytes: Uint8Array }): Promise<void>;
}

/**
 * @param ts the message, if there is one already
 */
export function fileMessage(
  { channel, threadTs }: Conversation,
  ts: string | undefined,
  { client, log }: Pick<SlackContext, 'client' | 'log'>,
): FileMessage {
  const place = channelDestination(client, channel, threadTs);
  let current = ts;
  let lastUpdate = Date.now();
  let updating: Promise<unknown> = Promise.resolve();
  const update = (message: Message) =>
    client.chat.update({ channel, ts: current ?? '', ...message, parse: 'none', link_names: false });
  const post = async (message: Message) => {
    current = await withPlainTextFallback(place).post(message);
  };
  return {
    show: async message => {
      await updating;
      if (current === undefined) return post(message);
      try {
        await retryRateLimited(() => update(message));
      } catch (error) {
        log.warn({ reason: shortReason(error) }, 'the message of a file could not be changed');
        await post(rejectsBlocks(error) ? { text: message.text, blocks: [] } : message);
      }
    },
    progress: text => {
      if (current === undefined || Date.now() - lastUpdate < UPDATE_MS) return;
      lastUpdate = Date.now();
      updating = update(text()).catch(error =>
        log.info({ reason: shortReason(error) }, 'the progress of a file could not be shown'),
      );
    },
    attach: async file => {
      const under = current === undefined ? place : (place.under?.(current) ?? place);
      await under.attach?.(file);
    },
  };
}
