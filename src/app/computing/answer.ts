import { askable, offeringAskable } from '../../answering/askable.js';
import type { ParsedQuery } from '../../answering/question.js';
import type { ShopView } from '../../answering/shop.js';
import type { Answer } from '../../core/answer/answer.js';
import type { Note } from '../../core/answer/notes.js';
import { NotUnderstood, UnknownToAsker } from '../../core/errors.js';
import type { Query } from '../../core/query/query.js';
import { parseQuestion } from '../../language/parse/parse.js';
import { asQuestion } from '../../language/parse/written-query.js';
import { scopeTaken } from './change-scope.js';

/**
 * Answers a text. What it is refused for once it was read is final: no other reader would mend that.
 * @param before the canonical text of the answer before, which a follow-up changes
 * @throws NotUnderstood, ShopkeeperError
 */
export async function answerText(text: string, before: string | undefined, view: ShopView): Promise<Answer> {
  const asked = await parseQuestion(text, view, before);
  try {
    return await answerIn(view, asked);
  } catch (error) {
    throw error instanceof NotUnderstood ? asFinal(error) : error;
  }
}

function asFinal(error: NotUnderstood): NotUnderstood {
  const { message, suggestions } = error;
  const isUnknown = error instanceof UnknownToAsker;
  return isUnknown
    ? new UnknownToAsker(message, suggestions, true)
    : new NotUnderstood(message, suggestions, true);
}

/**
 * Answers a query that comes as data.
 * @param notes what the answer says beside its own notes
 * @throws NotUnderstood, ShopkeeperError naming what there is not
 */
export const answerQuery = async (query: Query, notes: readonly Note[], view: ShopView): Promise<Answer> =>
  answerIn(view, asQuestion(query, notes, view));

/** Answers a parsed query, with only those follow-ups that can be asked. */
async function answerIn(view: ShopView, asked: ParsedQuery): Promise<Answer> {
  const { family, name } = asked.question;
  const answered = await view.answer({ ...asked, family, question: name });
  const { takesPeriod, takesFilters } = scopeTaken(asked);
  return {
    ...answered,
    ...((takesPeriod || takesFilters) && { takesScope: true }),
    followUps: await askable(answered.followUps, view),
    thread: await offeringAskable(answered.thread, view),
  };
}
