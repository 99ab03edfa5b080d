import type { Ask } from '../../app/ask.js';
import { type Answer, answerJson } from '../../core/answer/answer.js';
import { describeError, NotUnderstood } from '../../core/errors.js';
import { answerWithDetails } from './show/answer.js';

/** Words that end a conversation. */
const LAST_WORDS: ReadonlySet<string> = new Set(['exit', 'quit', 'bye']);

/** How answers and errors are printed. */
export interface Printing {
  answer(answer: Answer): string;
  error(error: unknown): string;
}

/** As `ask` prints them, for a terminal of this width, with an empty line behind each. */
export const asText = (width: () => number): Printing => ({
  answer: answer => `${answerWithDetails(answer, width())}\n`,
  error: error => `${describeError(error).replace(/[^\P{Cc}\n]/gu, '')}\n`,
});

/** One line of JSON each: the answer's contract (docs/answer.md), or `{"error", "suggestions"}`. */
export const AS_JSON: Printing = {
  answer: answer => JSON.stringify(answerJson(answer)),
  error: error => JSON.stringify(errorJson(error)),
};

function errorJson(error: unknown): { error: string; suggestions: readonly string[] } {
  return error instanceof NotUnderstood
    ? { error: error.message, suggestions: error.suggestions }
    : { error: describeError(error), suggestions: [] };
}

/**
 * Answers one question a line, each knowing the answer before it, until the lines end or one says `exit`. An
 * error does not end it.
 * @param onError is told of every error
 */
export async function converse(
  lines: AsyncIterable<string>,
  ask: Ask,
  printing: Printing,
  print: (text: string) => void,
  onError: (error: unknown) => void = () => {},
): Promise<void> {
  let before: string | undefined;
  for await (const line of lines) {
    const text = line.trim();
    if (LAST_WORDS.has(text.toLowerCase())) return;
    if (text === '') continue;
    try {
      const answer = await ask(text, before);
      before = answer.question;
      print(printing.answer(answer));
    } catch (error) {
      onError(error);
      print(printing.error(error));
    }
  }
}
