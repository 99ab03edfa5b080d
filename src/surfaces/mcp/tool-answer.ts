import { z } from 'zod';
import { type Answer, answerContract, answerJson, rowsToShow } from '../../core/answer/answer.js';
import { plural } from '../../core/answer/format.js';

/** Rows of one result: a model reads all of them. */
const MOST_ROWS = 200;
/** Rows of each of an answer's details. */
const MOST_DETAIL_ROWS = 50;

const flat = answerContract.omit({ thread: true });

/** An answer as a tool returns it: the JSON contract (docs/answer.md), with its thread as `details`. */
export const toolAnswerSchema = flat.extend({ details: z.array(flat) });
export type ToolAnswer = z.infer<typeof toolAnswerSchema>;

/** An answer as a tool returns it, with as many rows as a model can read. */
export const toolAnswer = (answer: Answer): ToolAnswer => ({
  ...partOf(answer, MOST_ROWS),
  details: answer.thread.map(part => partOf(part, MOST_DETAIL_ROWS)),
});

function partOf(answer: Answer, most: number): Omit<ToolAnswer, 'details'> {
  const { thread: _, ...whole } = answerJson(answer);
  const left = answer.rows.length - most;
  if (left <= 0) return whole;
  const which = answer.keepLast ? 'earlier row' : 'more row';
  return {
    ...whole,
    rows: answerJson({ ...answer, rows: rowsToShow(answer, most), thread: [] }).rows,
    notes: [
      ...whole.notes,
      `${plural(left, `${which} is`, `${which}s are`)} left out: ask for a part of them.`,
    ],
  };
}
