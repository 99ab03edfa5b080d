import { randomUUID } from 'node:crypto';
import type { WebClient } from '@slack/web-api';
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
import { type Delivery, deliver, deliverBelow } from './deliver.js';
import {
  channelDestination,
  type Destination,
  directMessage,
  type Outgoing,
  plainIfRejected,
} from './destinations.js';
import { shortReason, surelyRejected } from './failure.js';
import { lookThrough, markOf } from './marked-messages.js';

/** What direct messages with answers are marked with. */
const EVENT = 'shopkeeper_reply';

/** A conversation that a person has with the bot, or a thread in it. */
export interface Conversation {
  readonly channel: string;
  readonly threadTs?: string | undefined;
}

interface Content {
  readonly answer?: Answer;
  readonly message?: Outgoing;
  /** Where it was asked, if that was in a direct message. */
  readonly conversation?: Conversation | undefined;
}

/** A direct message that is found again by its mark if Slack does not confirm it. */
export interface MarkedDirectMessage {
  readonly id: string;
  readonly destination: Destination;
  readonly conversation?: Conversation | undefined;
}

/** Replies that Slack has not taken: kept in the store, and tried again as direct messages for some hours. */
export interface UnsentReplies {
  /** A direct message to a person. @param conversation where they asked, if that was in one */
  directMessage(user: string, conversation?: Conversation): MarkedDirectMessage;
  /** Keeps an answer that was tried as a direct message. @param mayBePosted whether Slack may have posted it */
  keepAnswer(user: string, answer: Answer, tried: MarkedDirectMessage, mayBePosted: boolean): Promise<void>;
  /** A direct message for what one person alone is to see: what Slack does not take, or confirm, is kept and tried again. */
  keptDirectMessage(user: string, conversation?: Conversation): Destination;
  /** Tries what is due. */
  sendDue(): Promise<void>;
  /** Begins to try what is due, every so often, until the function that it returns is called. */
  start(): () => void;
}

/** Longer than sending one takes. */
const HELD_MS = 10 * 60_000;
/** Nothing is sent so shortly before another process may take it over. */
const RESERVE_MS = 3 * 60_000;
/** Slack's clock and ours. */
const CLOCK_MS = 5 * 60_000;
const LOOK_MS = 20_000;

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
  const later = (tries: number): string | undefined => {
    const minutes = PAUSES[tries];
    return minutes === undefined ? undefined : new Date(now().getTime() + minutes * 60_000).toISOString();
  };
  const keep = async (person: string, content: Content, id: string, mayBePosted: boolean) => {
    const createdAt = now().toISOString();
    const reply = { id, person, content: JSON.stringify(content), createdAt, mayBePosted };
    await keepUnsent(store, reply, later(0) as string);
    log.warn({ user: person, id }, 'a reply could not be posted and is tried again');
  };

  const tryAgain = async (reply: UnsentReply, heldUntil: number): Promise<void> => {
    let { mayBePosted } = reply;
    try {
      // What `keep` has written.
      const { answer, message, conversation } = JSON.parse(reply.content) as Content;
      const isHeld = () => now().getTime() < heldUntil - RESERVE_MS;
      const held = whileHeld(marked(reply.person, reply.id, conversation), isHeld);
      const posted = mayBePosted ? await findPosted(client, reply, conversation) : undefined;
      if (posted && answer) await giveRest(answer, posted, held);
      else if (!posted && answer) await deliver(answer, [held], delivery);
      else if (!posted && message) await plainIfRejected(held).post(message);
      await dropUnsent(store, reply.id);
      log.info({ id: reply.id }, 'a reply was posted late');
    } catch (error) {
      mayBePosted ||= !surelyRejected(error);
      const tries = reply.tries + 1;
      const retryAt = later(tries);
      log[retryAt ? 'warn' : 'error'](
        { id: reply.id, user: reply.person, tries, reason: shortReason(error) },
        retryAt ? 'a reply is tried again later' : 'a reply is given up',
      );
      if (retryAt) await postponeUnsent(store, { id: reply.id, tries, mayBePosted }, retryAt);
      else await dropUnsent(store, reply.id);
    }
  };

  /** An answer that Slack had taken without saying so has nothing below it yet: its file and its details follow now. */
  const giveRest = async (answer: Answer, { ts, channel, thread }: Posted, held: Destination) => {
    if (answer.file === undefined && answer.thread.length === 0) return;
    let isGiven = false;
    await lookThrough(client, { channel, thread: thread ?? ts }, messages => {
      // In a thread of its own whatever is there is the answer's; in the asker's, what bears the file's name.
      isGiven ||= messages.some(below =>
        answer.file === undefined
          ? thread === undefined && below.ts !== ts
          : below.files?.some(file => (file.name ?? file.title) === answer.file),
      );
      return isGiven;
    });
    if (!isGiven) await deliverBelow(answer, held, ts, delivery);
  };

  const sendDue = async (): Promise<void> => {
    for (;;) {
      const moment = now().getTime();
      const heldUntil = moment + HELD_MS;
      const reply = await takeUnsent(
        store,
        new Date(moment).toISOString(),
        new Date(heldUntil).toISOString(),
      );
      if (!reply) return;
      await tryAgain(reply, heldUntil);
    }
  };

  return {
    directMessage: (user, conversation) => {
      const id = randomUUID();
      return { id, conversation, destination: marked(user, id, conversation) };
    },
    keepAnswer: (user, answer, { id, conversation }, mayBePosted) =>
      keep(user, { answer, conversation }, id, mayBePosted),
    keptDirectMessage: (user, conversation) => ({
      post: async message => {
        const id = randomUUID();
        try {
          return await plainIfRejected(marked(user, id, conversation)).post(message);
        } catch (error) {
          await keep(user, { message, conversation }, id, !surelyRejected(error));
          return undefined;
        }
      },
    }),
    sendDue,
    start: () => {
      let isAtWork = false;
      const timer = setInterval(async () => {
        if (isAtWork) return;
        isAtWork = true;
        await sendDue().catch(error => log.error({ err: error }, 'unsent replies cannot be looked for'));
        isAtWork = false;
      }, LOOK_MS).unref();
      return () => clearInterval(timer);
    },
  };
}

/** The destination, until the reply may be another process's. */
const whileHeld = (destination: Destination, isHeld: () => boolean): Destination => ({
  ...destination,
  post: message => {
    if (!isHeld()) throw new Error('it took too long, and another process may have taken it over');
    return destination.post(message);
  },
});

/** A reply that stands in a conversation. */
interface Posted {
  readonly ts: string;
  readonly channel: string;
  /** The thread that it was put into, if any. */
  readonly thread: string | undefined;
}

/** Finds a reply in a person's conversation with the bot. @throws what Slack says if it cannot be looked into */
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
