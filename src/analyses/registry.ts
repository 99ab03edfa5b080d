import type { Family } from '../answering/declaration.js';
import type { Question } from '../answering/question.js';
import { discover } from '../core/files/discover.js';

/** Questions that do not say where they stand. */
const LAST = 100;

let loaded: Promise<readonly Question[]> | undefined;

/** Every question there is, read once from the families' folders. */
export function allQuestions(): Promise<readonly Question[]> {
  loaded ??= Promise.all(Object.values(inFamilies())).then(q =>
    q.flat().sort((a, b) => (a.helpOrder ?? LAST) - (b.helpOrder ?? LAST)),
  );
  return loaded;
}

const inFamilies = () =>
  ({
    sales: discover<Question>(new URL('./sales/', import.meta.url), 'question'),
    segment: discover<Question>(new URL('./segment/', import.meta.url), 'question'),
  }) satisfies Record<Family, unknown>;

/**
 * Whether a text has the words of a question that takes long to compute. One that only looks so waits a
 * little longer.
 */
export async function isSlowText(text: string): Promise<boolean> {
  const spaced = (words: string) =>
    ` ${words
      .toLowerCase()
      .replace(/[^\p{L}\d]+/gu, ' ')
      .trim()} `;
  const words = spaced(text);
  const slow = (await allQuestions()).filter(question => question.isSlow);
  return slow.some(question => question.words.some(phrase => words.includes(spaced(phrase))));
}
