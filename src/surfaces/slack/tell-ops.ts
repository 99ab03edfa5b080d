import { escaped, textMessage } from './blocks/mrkdwn.js';
import type { SlackContext } from './context.js';
import { channelDestination } from './destinations.js';

/**
 * Tells OPS_CHANNEL something. Never throws.
 * @returns whether it was told, or nobody is to be told
 */
export async function tellOps(
  { client, digests: { OPS_CHANNEL }, log }: Pick<SlackContext, 'client' | 'digests' | 'log'>,
  text: string,
): Promise<boolean> {
  log.warn(text);
  if (!OPS_CHANNEL) return true;
  try {
    await channelDestination(client, OPS_CHANNEL).post(textMessage(escaped(text)));
    return true;
  } catch (error) {
    log.error({ err: error, channel: OPS_CHANNEL }, 'OPS_CHANNEL could not be told');
    return false;
  }
}
