import type { BlockAction } from '@slack/bolt';
import type { Mrkdwn } from '../blocks/mrkdwn.js';
import type { SlackContext } from '../context.js';
import { type Destination, ephemeralMessage, firstSuccessful, responseUrl } from '../destinations.js';
import { type OnceKey, type SlackRequest, signatureKey } from '../requests.js';
import { trustedResponseUrl } from '../response-url.js';

/** A second press of the same button by the same person within this time is ignored. */
const SAME_PRESS_MS = 20_000;

/** A press of a button as a request, with the places that an answer to it may go. */
export interface Press {
  readonly request: SlackRequest;
  /** Undefined on the Home tab. */
  readonly channel: string | undefined;
  /** The thread of the button's message; an ephemeral message has none. */
  readonly thread: string | undefined;
  /** The timestamp of the button's message, or the view's id. */
  readonly message: string | undefined;
  readonly inChannel: Destination;
  /** Where the presser alone sees a message in the channel. */
  readonly inPlace: readonly Destination[];
}

/**
 * @param asked the question as it is shown, and as text
 * @param onceKey if not the same press within 20 seconds is to be ignored
 */
export function pressOf(
  body: BlockAction,
  asked: Pick<SlackRequest, 'question' | 'text'> & { readonly question: Mrkdwn },
  signature: unknown,
  { client, log, unsent, apiUrl }: SlackContext,
  onceKey?: OnceKey,
): Press {
  const { user, container } = body;
  const message = container?.message_ts ?? container?.view_id;
  const channel = body.channel?.id;
  const response = responseUrl(trustedResponseUrl(body.response_url, apiUrl, log), log);
  const inPlace = channel ? [response.ephemeral, ephemeralMessage(client, { channel, user: user.id })] : [];
  const request: SlackRequest = {
    ...asked,
    surface: 'button',
    identity: {
      user: user.id,
      teams: [user.team_id, body.team?.id].filter(team => team !== undefined),
      enterprise: body.enterprise?.id,
    },
    channel,
    onceKeys: [
      ...signatureKey(signature),
      onceKey ?? { id: `press:${message}:${user.id}:${asked.text}`, withinMs: SAME_PRESS_MS },
    ],
    privately: firstSuccessful([...inPlace, unsent.retriedDirectMessage(user.id)], log),
  };
  return {
    request,
    channel,
    thread: container?.is_ephemeral ? undefined : (body.message?.thread_ts ?? container?.message_ts),
    message,
    inChannel: response.inChannel,
    inPlace,
  };
}
