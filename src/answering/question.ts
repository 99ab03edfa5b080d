import type { Answer } from '../core/answer/answer.js';
import type { Note } from '../core/answer/notes.js';
import { NotUnderstood } from '../core/errors.js';
import { canonical, type Declaration, examplesOf, type Given, type Slot } from './declaration.js';
import type { ShopView } from './shop.js';

/** A query as it was understood: its question, its arguments, and what the person should know about the reading. */
export interface Asked extends Given {
  readonly question: Declaration;
  readonly remarks: readonly Note[];
}

/** A question: what there is to know about it, and the function that answers it. */
export interface Question extends Declaration {
  answer(asked: Asked, view: ShopView): Promise<Answer>;
}

/** A query that has all the arguments that its question requires. */
type AskedWith<Required extends Slot> = Asked & {
  readonly [Key in Required & keyof Given]-?: NonNullable<Given[Key]>;
};

/**
 * Makes a question of its declaration and its answer. The answer is only called with all arguments that the question
 * requires, and their types say so.
 */
export function defineQuestion<const Required extends Slot = never>(
  question: Declaration & {
    readonly needs?: readonly Required[];
    answer(asked: AskedWith<Required>, view: ShopView): Promise<Answer>;
  },
): Question {
  const isComplete = (asked: Asked): asked is AskedWith<Required> =>
    (question.needs ?? []).every(slot => Object.hasOwn(asked, slot));
  return {
    ...question,
    answer: async (asked, view) => {
      if (isComplete(asked)) return question.answer(asked, view);
      throw new NotUnderstood(
        `${canonical({ ...asked, question })} says no ${question.needs?.join(' and no ')}.`,
        examplesOf(question, undefined).slice(0, 3),
      );
    },
  };
}
