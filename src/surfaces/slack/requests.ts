import type { Logger } from 'pino';
import { ShopkeeperError, StoreError } from '../../core/errors.js';
import { loggableError } from '../../language/logging/loggable.js';
import type { FirstTime } from '../../store/tables/seen-ids.js';
import type { Access, Identity } from './access.js';
import { type Mrkdwn, textMessage } from './blocks/mrkdwn.js';
import type { Destination, Outgoing } from './destinations.js';
import type { RepliesInFlight, Reply } from './in-flight.js';
import { problemMessage } from './problem-message.js';

/** An id under which a request is answered once within a span of time. */
export interface Once {
  readonly id: string;
  readonly withinMs: number;
  /** How long that may wait for the store, if it is not worth as much as usual. */
  readonly patienceMs?: number;
}

/** Something that Slack has sent on behalf of somebody, and that was acknowledged. */
export interface SlackRequest {
  readonly surface: 'command' | 'button' | 'mention' | 'message' | 'home';
  readonly identity: Identity;
  readonly channel: string | undefined;
  /** What was asked, for the asker to recognise it. */
  readonly asked: Mrkdwn;
  /** Ids under which it is answered once within so many milliseconds. */
  readonly once: readonly Once[];
  /** Reaches the asker alone. */
  readonly privately: Destination;
}

/** What requests are let through by. */
export interface RequestGate {
  readonly access: Access;
  readonly firstTime: FirstTime;
  readonly inFlight: RepliesInFlight;
  readonly log: Logger;
}

/**
 * Does the work of a request, once, if whoever sent it is answered at all. Whoever is not is told, and the refusal is
 * logged. What goes wrong in the work is told and logged too.
 */
export async function answerRequest(
  request: SlackRequest,
  { access, firstTime, inFlight, log }: RequestGate,
  work: (reply: Reply) => Promise<void>,
): Promise<void> {
  const { surface, identity, channel, privately, asked } = request;
  const tell = (message: Outgoing) => privately.post(message);
  await inFlight.run({ asked, tell }, async reply => {
    for (const { id, withinMs, patienceMs } of request.once)
      if (!(await firstTime(id, withinMs, patienceMs))) return;
    const verdict = await access.check(identity);
    const { user } = identity;
    const tellAsker = (message: Outgoing) =>
      reply
        .guard(privately)
        .post(message)
        .catch(error => log.error({ err: error, user }, 'the asker could not be told'));
    if (!verdict.isAllowed) {
      const { reason, say } = verdict;
      if (reason === 'own message') return;
      log.warn({ surface, user, channel, teams: identity.teams, reason }, 'refused');
      if (say) await tellAsker(textMessage(say));
      return;
    }
    log.info({ surface, user, channel }, 'asked');
    try {
      await work(reply);
    } catch (error) {
      // Whoever stops the process tells the asker.
      if (reply.signal.aborted) return;
      log[isExpected(error) ? 'info' : 'error'](
        { err: loggableError(error), surface, user },
        'request failed',
      );
      await tellAsker(problemMessage(error));
    }
  });
}

/** What the person can put right, rather than a fault of ours. */
const isExpected = (error: unknown): boolean =>
  error instanceof ShopkeeperError && !(error instanceof StoreError);

/** A signed request that is sent again within Slack's five minutes is the same request. */
const REPLAY_MS = 15 * 60_000;

/** A replay to another process is the rarest of attacks: hardly a reason to wait for a file that is being loaded. */
const REPLAY_PATIENCE_MS = 100;

/** The signature of an HTTP request as an id under which it is answered once; none in Socket Mode. */
export const onceSigned = (signature: unknown): Once[] =>
  typeof signature === 'string'
    ? [{ id: `request:${signature}`, withinMs: REPLAY_MS, patienceMs: REPLAY_PATIENCE_MS }]
    : [];
