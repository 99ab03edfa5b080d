import { randomUUID } from 'node:crypto';
import type { WebClient } from '@slack/web-api';
import { z } from 'zod';
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
import { type Delivery, deliver, deliverThread } from './deliver.js';
import {
  channelDestination,
  type Destination,
  directMessage,
  type Outgoing,
  withPlainTextFallback,
} from './destinations.js';
import { shortReason, surelyRejected } from './failure.js';
import { lookThrough, markOf } from './marked-messages.js';

/** The metadata event type of direct messages with answers. */
const EVENT = 'shopkeeper_reply';

/** A person's conversation with the bot, or a thread in it. */
export interface Conversation {
  readonly channel: string;
  readonly threadTs?: string | undefined;
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;
const isAnswer = (value: unknown): value is Answer =>
  isObject(value) && 'title' in value && 'headline' in value && 'rows' in value;
const isOutgoing = (value: unknown): value is Outgoing => isObject(value) && 'text' in value;

/** A stored reply: an answer or a message. */
const contentSchema = z.object({
  answer: z.custom<Answer>(isAnswer).optional(),
  message: z.custom<Outgoing>(isOutgoing).optional(),
  /** The conversation of the question, if it was a direct message. */
  conversation: z.object({ channel: z.string(), threadTs: z.string().optional() }).optional(),
});
type Content = z.infer<typeof contentSchema>;

/** A direct message with a mark, so that it can be found again if Slack does not confirm it. */
export interface MarkedDirectMessage {
  readonly id: string;
  readonly destination: Destination;
  readonly conversation?: Conversation | undefined;
}

/** Replies that Slack did not accept. They are stored and retried as direct messages for some hours. */
export interface UnsentReplies {
  /** A direct message to a person. @param conversation the one of the question, if it was a direct message */
  directMessage(user: string, conversation?: Conversation): MarkedDirectMessage;
  /** Stores an answer that failed as a direct message. @param mayBePosted whether Slack may have posted it */
  storeAnswer(user: string, answer: Answer, tried: MarkedDirectMessage, mayBePosted: boolean): Promise<void>;
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
/** The allowed difference between Slack's clock and ours. */
const CLOCK_MS = 5 * 60_000;
const POLL_MS = 20_000;

export interface UnsentParts {
  readonly store: Store;
  readonly delivery: Delivery;
  readonly now: () => Date;
}

export function unsentReplies({ store, delivery, now }: UnsentParts): UnsentReplies {
  const { client, log } = delivery;
  const marked = (user: string, id: string, conversation?: Conversation): Destination => {
    const mark = { event_type: EVENT, event_payload: { id } };
    return conversation
      ? channelDestination(client, conversation.channel, conversation.threadTs, mark)
      : directMessage(client, user, mark);
  };
  const retryTime = (tries: number): string | undefined => {
    const minutes = PAUSES[tries];
    return minutes === undefined ? undefined : new Date(now().getTime() + minutes * 60_000).toISOString();
  };
  const storeReply = async (person: string, content: Content, id: string, mayBePosted: boolean) => {
    const createdAt = now().toISOString();
    const reply = { id, person, content: JSON.stringify(content), createdAt, mayBePosted };
    await keepUnsent(store, reply, retryTime(0) ?? createdAt);
    log.warn({ user: person, id }, 'a reply could not be posted and will be retried');
  };

  const retry = async (reply: UnsentReply, leaseEnd: number): Promise<void> => {
    let { mayBePosted } = reply;
    try {
      const { answer, message, conversation } = contentSchema.parse(JSON.parse(reply.content));
      const isLeaseValid = () => now().getTime() < leaseEnd - RESERVE_MS;
      const leased = withLease(marked(reply.person, reply.id, conversation), isLeaseValid);
      const posted = mayBePosted ? await findPosted(client, reply, conversation) : undefined;
      if (posted && answer) await deliverRest(answer, posted, leased);
      else if (!posted && answer) await deliver(answer, [leased], delivery);
      else if (!posted && message) await withPlainTextFallback(leased).post(message);
      await dropUnsent(store, reply.id);
      log.info({ id: reply.id }, 'a delayed reply was posted');
    } catch (error) {
      mayBePosted ||= !surelyRejected(error);
      const tries = reply.tries + 1;
      const retryAt = retryTime(tries);
      log[retryAt ? 'warn' : 'error'](
        { id: reply.id, user: reply.person, tries, reason: shortReason(error) },
        retryAt ? 'a reply will be retried later' : 'a reply was given up',
      );
      if (retryAt) await postponeUnsent(store, { id: reply.id, tries, mayBePosted }, retryAt);
      else await dropUnsent(store, reply.id);
    }
  };

  /** Posts the file and the details of an answer that Slack had accepted without confirming it. */
  const deliverRest = async (answer: Answer, { ts, channel, thread }: Posted, leased: Destination) => {
    if (answer.file === undefined && answer.thread.length === 0) return;
    let isDelivered = false;
    await lookThrough(client, { channel, thread: thread ?? ts }, messages => {
      // In the answer's own thread every message belongs to it. In the asker's thread the file is found by its name.
      isDelivered ||= messages.some(below =>
        answer.file === undefined
          ? thread === undefined && below.ts !== ts
          : below.files?.some(file => (file.name ?? file.title) === answer.file),
      );
      return isDelivered;
    });
    if (!isDelivered) await deliverThread(answer, leased, ts, delivery);
  };

  const sendDue = async (): Promise<void> => {
    for (;;) {
      const time = now().getTime();
      const leaseEnd = time + LEASE_MS;
      const reply = await takeUnsent(store, new Date(time).toISOString(), new Date(leaseEnd).toISOString());
      if (!reply) return;
      await retry(reply, leaseEnd);
    }
  };

  return {
    directMessage: (user, conversation) => {
      const id = randomUUID();
      return { id, conversation, destination: marked(user, id, conversation) };
    },
    storeAnswer: (user, answer, { id, conversation }, mayBePosted) =>
      storeReply(user, { answer, conversation }, id, mayBePosted),
    retriedDirectMessage: (user, conversation) => ({
      post: async message => {
        const id = randomUUID();
        try {
          return await withPlainTextFallback(marked(user, id, conversation)).post(message);
        } catch (error) {
          await storeReply(user, { message, conversation }, id, !surelyRejected(error));
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

/** The same destination, which refuses messages when the lease may have ended. */
const withLease = (destination: Destination, isLeaseValid: () => boolean): Destination => ({
  ...destination,
  post: message => {
    if (!isLeaseValid()) throw new Error('it took too long, and another process may have taken over');
    return destination.post(message);
  },
});

/** A reply that was found in a conversation. */
interface Posted {
  readonly ts: string;
  readonly channel: string;
  /** The thread that it was posted in, if any. */
  readonly thread: string | undefined;
}

/** Finds a reply in a person's conversation with the bot. @throws Slack's error if it cannot be read */
async function findPosted(
  client: WebClient,
  { id, person, createdAt }: UnsentReply,
  conversation: Conversation | undefined,
): Promise<Posted | undefined> {
  const channel =
    conversation?.channel ?? (await client.conversations.open({ users: person })).channel?.id ?? person;
  const thread = conversation?.threadTs;
  let ts: string | undefined;
  await lookThrough(
    client,
    thread ? { channel, thread } : { channel, since: new Date(Date.parse(createdAt) - CLOCK_MS) },
    messages => {
      ts ??= messages.find(message => markOf(message, EVENT)?.id === id)?.ts;
      return ts !== undefined;
    },
  );
  return ts === undefined ? undefined : { ts, channel, thread };
}
