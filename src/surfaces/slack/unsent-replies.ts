import { randomUUID } from 'node:crypto';
import type { Answer } from '../../core/answer/answer.js';
import { PAUSES } from '../../digest/delivery/failed-runs.js';
import type { Store } from '../../store/engine/store.js';
import {
  dropUnsent,
  keepUnsent,
  postponeUnsent,
  takeUnsent,
  type UnsentReply,
} from '../../store/tables/unsent-replies.js';
import type { Delivery } from './deliver.js';
import { type Conversation, type Destination, withPlainTextFallback } from './destinations.js';
import { shortReason, surelyRejected } from './failure.js';
import { outageNotice } from './outage-notice.js';
import { markedDestination, type ReplyContent, resend } from './resend.js';

/** A direct message with a mark, so that it can be found again if Slack does not confirm it. */
export interface MarkedDirectMessage {
  readonly id: string;
  readonly destination: Destination;
  readonly conversation?: Conversation | undefined;
}

/** What became of an answer: Slack took it, at once or later; it is tried again; or it was given up. */
export type ReplyResult = 'delivered' | 'delivered late' | 'kept' | 'given up';

/** Replies that Slack did not accept. They are stored and retried as direct messages for some hours. */
export interface UnsentReplies {
  /** A direct message to a person. @param conversation the one of the question, if it was a direct message */
  directMessage(user: string, conversation?: Conversation): MarkedDirectMessage;
  /** Stores an answer that failed as a direct message. @param error why it failed */
  storeAnswer(user: string, answer: Answer, tried: MarkedDirectMessage, error: unknown): Promise<void>;
  /** A direct message that is stored and retried if Slack does not accept or confirm it. */
  retriedDirectMessage(user: string, conversation?: Conversation): Destination;
  /** Retries the replies that are due. */
  sendDue(): Promise<void>;
  /** Retries due replies regularly. @returns a function that stops it */
  start(): () => void;
}

/** The lease on a reply: longer than sending it takes. */
const LEASE_MS = 10 * 60_000;
/** Nothing is sent in this time before the lease ends and another process may take over. */
const RESERVE_MS = 3 * 60_000;
const POLL_MS = 20_000;

export interface UnsentParts {
  readonly store: Store;
  readonly delivery: Delivery;
  readonly now: () => Date;
  readonly onReply?: (result: ReplyResult) => void;
  /** Tells OPS_CHANNEL something. @returns whether it was told */
  readonly tell?: (text: string) => Promise<boolean>;
}

export function unsentReplies(parts: UnsentParts): UnsentReplies {
  const { store, delivery, now, onReply } = parts;
  const { client, log } = delivery;
  const outage = outageNotice(parts);
  const storeReply = async (person: string, content: ReplyContent, id: string, error: unknown) => {
    const createdAt = now().toISOString();
    const mayBePosted = !surelyRejected(error);
    const reply = { id, person, content: JSON.stringify(content), createdAt, mayBePosted };
    await keepUnsent(store, reply, retryTime(0, now) ?? createdAt);
    onReply?.('kept');
    log.warn({ user: person, id }, 'a reply could not be posted and will be retried');
    outage.began(shortReason(error));
  };
  const sendDue = async (): Promise<void> => {
    await outage.tellIfDue();
    for (;;) {
      const time = now().getTime();
      const leaseEnd = time + LEASE_MS;
      const reply = await takeUnsent(store, new Date(time).toISOString(), new Date(leaseEnd).toISOString());
      if (!reply) return;
      await retry(reply, leaseEnd, parts);
    }
  };
  return {
    directMessage: (user, conversation) => {
      const id = randomUUID();
      return { id, conversation, destination: markedDestination(client, user, id, conversation) };
    },
    storeAnswer: (user, answer, { id, conversation }, error) =>
      storeReply(user, { answer, conversation }, id, error),
    retriedDirectMessage: (user, conversation) => ({
      post: async message => {
        const id = randomUUID();
        try {
          const destination = markedDestination(client, user, id, conversation);
          return await withPlainTextFallback(destination).post(message);
        } catch (error) {
          await storeReply(user, { message, conversation }, id, error);
          return undefined;
        }
      },
    }),
    sendDue,
    start: () => {
      let isRunning = false;
      const timer = setInterval(async () => {
        if (isRunning) return;
        isRunning = true;
        await sendDue().catch(error => log.error({ err: error }, 'unsent replies could not be retried'));
        isRunning = false;
      }, POLL_MS).unref();
      return () => clearInterval(timer);
    },
  };
}

/** Sends a reply again, and deletes it from the store or sets the time of the next try. */
async function retry(
  reply: UnsentReply,
  leaseEnd: number,
  { store, delivery, now, onReply }: UnsentParts,
): Promise<void> {
  const { id, person: user } = reply;
  const { log } = delivery;
  try {
    await resend(reply, delivery, () => now().getTime() < leaseEnd - RESERVE_MS);
    await dropUnsent(store, id);
    onReply?.('delivered late');
    log.info({ id }, 'a delayed reply was posted');
  } catch (error) {
    const mayBePosted = reply.mayBePosted || !surelyRejected(error);
    const tries = reply.tries + 1;
    const retryAt = retryTime(tries, now);
    const details = { id, user, tries, reason: shortReason(error) };
    if (retryAt) {
      log.warn(details, 'a reply will be retried later');
      await postponeUnsent(store, { id, tries, mayBePosted }, retryAt);
    } else {
      onReply?.('given up');
      log.error(details, 'a reply was given up');
      await dropUnsent(store, id);
    }
  }
}

/** @returns undefined after the last try */
function retryTime(tries: number, now: () => Date): string | undefined {
  const minutes = PAUSES[tries];
  return minutes === undefined ? undefined : new Date(now().getTime() + minutes * 60_000).toISOString();
}
