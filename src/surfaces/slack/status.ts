import type { SlackContext } from './context.js';
import type { Conversation } from './destinations.js';

const STATUS = 'is looking at the figures …';

/**
 * Shows below a direct message that it is being answered, where people talk to the app as to an agent. A
 * failure does not matter: elsewhere there is no such place.
 * @returns a function that takes it away
 */
export function showStatus(
  { channel, threadTs = '' }: Conversation,
  { client, log }: Pick<SlackContext, 'client' | 'log'>,
): () => Promise<void> {
  const set = (status: string) =>
    client.assistant.threads
      .setStatus({ channel_id: channel, thread_ts: threadTs, status })
      .catch(error => log.debug({ err: error }, 'the status could not be shown'));
  const shown = set(STATUS);
  return async () => {
    await shown;
    // An answer outside of the thread does not take it away.
    await set('');
  };
}
