import { LRUCache } from 'lru-cache';
import type { Conversation } from './destinations.js';

/** Most entries, of which one answer makes up to three; the least recently used go first. */
const MOST_ENTRIES = 10_000;
/** A text that comes an hour later is no follow-up, in milliseconds. */
const STALE_AFTER = 3_600_000;

/** A message that asks a question. */
export interface AskingMessage extends Conversation {
  readonly ts: string;
  /** Whether it is a direct message. */
  readonly isDirect: boolean;
}

/** An answer in Slack. */
export interface PostedAnswer extends Conversation {
  readonly ts: string;
}

/**
 * The last question answered in each conversation, as canonical text, so that "and in Germany?" can change
 * it. A conversation is a thread, or a person's direct messages outside threads. A channel is none: its
 * messages outside threads are about many things. They are kept in memory, so a restart forgets them.
 */
export interface LastQuestions {
  /** The last question answered before a message, in the same conversation. */
  before(message: AskingMessage): string | undefined;
  /** Whether a question was answered in a thread. */
  isIn(thread: Conversation): boolean;
  /** Remembers a question whose answer was posted. @param asked the message that asked it, if one did */
  remember(question: string, answer: PostedAnswer, asked?: AskingMessage): void;
}

export function lastQuestions(): LastQuestions {
  const questions = new LRUCache<string, string>({ max: MOST_ENTRIES, ttl: STALE_AFTER });
  return {
    before: message =>
      message.isDirect || message.threadTs !== undefined ? questions.get(keyOf(message)) : undefined,
    isIn: thread => thread.threadTs !== undefined && questions.has(keyOf(thread)),
    remember: (question, answer, asked) => {
      const { channel, threadTs, ts } = answer;
      questions.set(keyOf(answer), question);
      if (threadTs !== undefined) return;
      // People may reply in the thread of the answer, or in that of their own message.
      questions.set(keyOf({ channel, threadTs: ts }), question);
      if (asked?.channel === channel) questions.set(keyOf({ channel, threadTs: asked.ts }), question);
    },
  };
}

const keyOf = ({ channel, threadTs }: Conversation): string =>
  threadTs === undefined ? channel : `${channel}/${threadTs}`;
