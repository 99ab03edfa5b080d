import { knexOf } from '../engine/connection.js';
import type { Store } from '../engine/store.js';
import type { StoreReader } from '../engine/transaction.js';

/** What a person thinks of an answer. */
export interface FeedbackVote {
  /** ISO 8601. */
  readonly at: string;
  /** Slack user id. */
  readonly person: string;
  readonly channel: string | null;
  /** Slack's timestamp of the answer's message. */
  readonly message: string;
  /** The question that was answered, as it can be asked again. */
  readonly question: string;
  readonly isHelpful: boolean;
}

/** The votes about one question. */
export interface QuestionFeedback {
  readonly question: string;
  readonly helpful: number;
  readonly notHelpful: number;
  /** When the last vote was given, ISO 8601. */
  readonly lastAt: string;
}

/** Keeps a vote. A person's second vote about the same message replaces the first. */
export const keepVote = (store: Pick<Store, 'write'>, vote: FeedbackVote): Promise<void> =>
  store.write(async trx => {
    const { isHelpful, ...rest } = vote;
    await knexOf(trx)('feedback_votes')
      .insert({ ...rest, is_helpful: isHelpful })
      .onConflict(['person', 'message'])
      .merge();
  });

/** The votes since a point in time (ISO 8601) by question: those with the most complaints first. */
export async function listFeedback(reader: StoreReader, since: string): Promise<QuestionFeedback[]> {
  const votes: { question: string; at: string; is_helpful: boolean | number }[] = await knexOf(reader)(
    'feedback_votes',
  )
    .where('at', '>=', since)
    .orderBy('at')
    .select('question', 'at', 'is_helpful');
  const byQuestion = new Map<string, QuestionFeedback>();
  for (const { question, at, is_helpful: isHelpful } of votes) {
    const { helpful, notHelpful } = byQuestion.get(question) ?? { helpful: 0, notHelpful: 0 };
    byQuestion.set(question, {
      question,
      helpful: helpful + (isHelpful ? 1 : 0),
      notHelpful: notHelpful + (isHelpful ? 0 : 1),
      lastAt: at,
    });
  }
  return [...byQuestion.values()].sort(
    (a, b) => b.notHelpful - a.notHelpful || b.helpful - a.helpful || b.lastAt.localeCompare(a.lastAt),
  );
}

/** Deletes the votes before a point in time (ISO 8601). */
export const deleteVotes = (store: Pick<Store, 'write'>, before: string): Promise<void> =>
  store.write(async trx => {
    await knexOf(trx)('feedback_votes').where('at', '<', before).delete();
  });
