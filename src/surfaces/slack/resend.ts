import type { WebClient } from '@slack/web-api';
import { z } from 'zod';
import { type Answer, answerOf } from '../../core/answer/answer.js';
import type { UnsentReply } from '../../store/tables/unsent-replies.js';
import { type Delivery, deliver, deliverThread } from './deliver.js';
import {
  type Conversation,
  channelDestination,
  type Destination,
  directMessage,
  type Outgoing,
  withPlainTextFallback,
} from './destinations.js';
import { lookThrough, markOf } from './marked-messages.js';

/** The metadata event type of direct messages with answers. */
const EVENT = 'shopkeeper_reply';
/** The allowed difference between Slack's clock and ours. */
const CLOCK_MS = 5 * 60_000;

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
export type ReplyContent = z.infer<typeof contentSchema>;

/** A direct message with a mark, so that it can be found again if Slack does not confirm it. */
export function markedDestination(
  client: WebClient,
  user: string,
  id: string,
  conversation?: Conversation,
): Destination {
  const mark = { event_type: EVENT, event_payload: { id } };
  return conversation
    ? channelDestination(client, conversation.channel, conversation.threadTs, mark)
    : directMessage(client, user, mark);
}

/**
 * Sends a stored reply again. If Slack may already have posted it, it is looked for first, and only missing
 * parts are sent.
 * @param isLeaseValid whether this process may still send
 * @throws Slack's error, or an error if the lease ended
 */
export async function resend(
  reply: UnsentReply,
  delivery: Delivery,
  isLeaseValid: () => boolean,
): Promise<void> {
  const { answer: stored, message, conversation } = contentSchema.parse(JSON.parse(reply.content));
  // Earlier versions stored notes, scopes and follow-ups as words.
  const answer = stored && answerOf(stored);
  const marked = markedDestination(delivery.client, reply.person, reply.id, conversation);
  const destination = withLease(marked, isLeaseValid);
  const posted = reply.mayBePosted ? await findPosted(delivery.client, reply, conversation) : undefined;
  if (posted && answer) await deliverRest(answer, posted, destination, delivery);
  else if (!posted && answer) await deliver(answer, [destination], delivery);
  else if (!posted && message) await withPlainTextFallback(destination).post(message);
}

/** The same destination, which refuses messages when the lease may have ended. */
const withLease = (destination: Destination, isLeaseValid: () => boolean): Destination => ({
  ...destination,
  post: message => {
    if (!isLeaseValid()) throw new Error('it took too long, and another process may have taken over');
    return destination.post(message);
  },
});

/** Posts the file and the details of an answer that Slack had accepted without confirming it. */
async function deliverRest(
  answer: Answer,
  { ts, channel, thread }: Posted,
  destination: Destination,
  delivery: Delivery,
): Promise<void> {
  if (answer.file === undefined && answer.thread.length === 0) return;
  let isDelivered = false;
  await lookThrough(delivery.client, { channel, thread: thread ?? ts }, messages => {
    // In the answer's own thread every message belongs to it. In the asker's thread the file is found by
    // name.
    isDelivered ||= messages.some(message =>
      answer.file === undefined
        ? thread === undefined && message.ts !== ts
        : message.files?.some(file => (file.name ?? file.title) === answer.file),
    );
    return isDelivered;
  });
  if (!isDelivered) await deliverThread(answer, destination, ts, delivery);
}

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
