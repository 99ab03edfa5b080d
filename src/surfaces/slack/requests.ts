import type { Logger } from 'pino';
import type { AuditLog } from '../../app/audit.js';
import { ShopkeeperError, StoreError } from '../../core/errors.js';
import { withRequestId } from '../../core/request-id.js';
import { loggableError } from '../../language/logging/loggable.js';
import type { FirstTime } from '../../store/tables/seen-ids.js';
import type { Access, Identity } from './access.js';
import { type Message, type Mrkdwn, textMessage } from './blocks/mrkdwn.js';
import type { Destination, Outgoing } from './destinations.js';
import type { RepliesInFlight, Reply } from './in-flight.js';
import { problemMessage } from './problem-message.js';

/** A key that prevents a second answer to the same request within a period. */
export interface OnceKey {
  readonly id: string;
  readonly withinMs: number;
  /** How long to wait for the store, if not the default. */
  readonly patienceMs?: number;
}

/** An acknowledged request that Slack sent on behalf of a person. */
export interface SlackRequest {
  readonly surface:
    | 'command'
    | 'button'
    | 'form'
    | 'shortcut'
    | 'mention'
    | 'message'
    | 'thread'
    | 'file'
    | 'home'
    | 'tool';
  readonly identity: Identity;
  readonly channel: string | undefined;
  /** The question as the asker wrote it, to be shown, and as text. */
  readonly question: Mrkdwn;
  readonly text: string;
  /** What is told of a stop, if it is no question. */
  readonly interrupted?: Message;
  readonly onceKeys: readonly OnceKey[];
  /** Posts messages that only the asker sees. */
  readonly privately: Destination;
}

/** The checks that a request must pass. */
export interface RequestGate {
  readonly access: Access;
  readonly firstTime: FirstTime;
  readonly inFlight: RepliesInFlight;
  readonly audit: AuditLog;
  readonly log: Logger;
}

/**
 * Does the work of a request once, if its sender may be answered. Otherwise the sender is notified and the
 * refusal is logged. An error in the work is also reported to the sender and logged.
 */
export const answerRequest = (
  request: SlackRequest,
  gate: RequestGate,
  work: (reply: Reply) => Promise<void>,
): Promise<void> => withRequestId(() => answer(request, gate, work));

async function answer(
  request: SlackRequest,
  { access, firstTime, inFlight, audit, log }: RequestGate,
  work: (reply: Reply) => Promise<void>,
): Promise<void> {
  const { surface, identity, channel, privately, question, interrupted } = request;
  const notify = (message: Outgoing) => privately.post(message);
  await inFlight.run({ question, notify, ...(interrupted && { interrupted }) }, async reply => {
    for (const { id, withinMs, patienceMs } of request.onceKeys)
      if (!(await firstTime(id, withinMs, patienceMs))) return;
    const verdict = await access.check(identity);
    const { user } = identity;
    const notifyAsker = (message: Outgoing) =>
      reply
        .guard(privately)
        .post(message)
        .catch(error => log.error({ err: error, user }, 'the asker could not be notified'));
    if (!verdict.isAllowed) {
      const { reason, notice } = verdict;
      if (reason === 'own message') return;
      log.warn({ surface, user, channel, teams: identity.teams, reason }, 'request refused');
      audit.record({ ...recordOf(request), outcome: 'refused', detail: reason });
      if (notice) await notifyAsker(textMessage(notice));
      return;
    }
    log.info({ surface, user, channel }, 'question received');
    const start = performance.now();
    try {
      await work(reply);
      log.info({ surface, ms: Math.round(performance.now() - start) }, 'request done');
    } catch (error) {
      // The stop notifies the asker.
      if (reply.signal.aborted) return;
      log[isExpected(error) ? 'info' : 'error'](
        { err: loggableError(error), surface, user },
        'request failed',
      );
      await notifyAsker(problemMessage(error));
    }
  });
}

/** What the audit log says of a request, whatever becomes of it. */
export const recordOf = ({
  surface,
  identity,
  channel,
  text,
}: Pick<SlackRequest, 'surface' | 'identity' | 'channel' | 'text'>) => ({
  person: identity.user ?? identity.botId ?? null,
  surface,
  channel: channel ?? null,
  asked: text,
  rows: 0,
  hasContacts: false,
});

/** Whether the person can correct the error, as opposed to a failure of the app. */
const isExpected = (error: unknown): boolean =>
  error instanceof ShopkeeperError && !(error instanceof StoreError);

/** A request with the same signature is a repetition. Signatures are valid for five minutes. */
const REPLAY_MS = 15 * 60_000;

/** Replays to a second process are so rare that they do not justify waiting while a file is being loaded. */
const REPLAY_PATIENCE_MS = 100;

/** A key from the signature of an HTTP request; none in Socket Mode. */
export const signatureKey = (signature: unknown): OnceKey[] =>
  typeof signature === 'string'
    ? [{ id: `request:${signature}`, withinMs: REPLAY_MS, patienceMs: REPLAY_PATIENCE_MS }]
    : [];
