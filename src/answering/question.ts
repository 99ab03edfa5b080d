import type { Answer } from '../core/answer/answer.js';
import type { Note } from '../core/answer/notes.js';
import { NotUnderstood, ShopkeeperError } from '../core/errors.js';
import { isOfOrders } from '../measures/measures.js';
import { recordedIn } from '../measures/recorded.js';
import { canonical, type Declaration, examplesOf, type QueryArguments, type Slot } from './declaration.js';
import type { ShopView } from './shop.js';

/**
 * A query as it was understood: its question, its arguments, and what the person should know about the
 * reading.
 */
export interface ParsedQuery extends QueryArguments {
  readonly question: Declaration;
  readonly remarks: readonly Note[];
}

/** A question: what there is to know about it, and the function that answers it. */
export interface Question extends Declaration {
  answer(query: ParsedQuery, view: ShopView): Promise<Answer>;
}

/** A query that has all the arguments that its question requires. */
type CompleteQuery<Required extends Slot> = ParsedQuery & {
  readonly [Key in Required & keyof QueryArguments]-?: NonNullable<QueryArguments[Key]>;
};

/**
 * Makes a question of its declaration and its answer. The answer is only called with all arguments that the
 * question requires, and their types say so.
 */
export function defineQuestion<const Required extends Slot = never>(
  question: Declaration & {
    readonly required?: readonly Required[];
    answer(query: CompleteQuery<Required>, view: ShopView): Promise<Answer>;
  },
): Question {
  const isComplete = (query: ParsedQuery): query is CompleteQuery<Required> =>
    (question.required ?? []).every(slot => Object.hasOwn(query, slot));
  return {
    ...question,
    answer: async (query, view) => {
      await refuseWithoutOrders(query, view);
      if (isComplete(query)) return question.answer(query, view);
      throw new NotUnderstood(
        `${canonical({ ...query, question })} says no ${question.required?.join(' and no ')}.`,
        examplesOf(question, undefined).slice(0, 3),
      );
    },
  };
}

/** @throws ShopkeeperError if orders are to be counted, and the files have totals of days in their place */
async function refuseWithoutOrders(
  { measure }: Pick<ParsedQuery, 'measure'>,
  { store }: ShopView,
): Promise<void> {
  if (!measure || !isOfOrders(measure) || (await recordedIn(store)).orders) return;
  throw noOrders(measure.label);
}

/** The error where orders are asked for, and the files have totals of days. @param what `Avg order` */
export const noOrders = (what: string): ShopkeeperError =>
  new ShopkeeperError(
    `${what} cannot be said: a file that was loaded has totals of days instead of orders.`,
    'Load a file with a row for each order or order line; shopkeeper ingests lists what is loaded.',
  );
