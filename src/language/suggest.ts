import { distance } from 'fastest-levenshtein';
import type { Declaration, Family } from '../answering/declaration.js';
import { canonical, examplesOf } from '../answering/declaration.js';
import type { GroupingField } from '../answering/grouping-fields.js';
import type { Day } from '../core/calendar/days.js';
import { normal } from '../core/text/normal-text.js';
import type { Span } from './reading.js';

/** A text that was not understood, as far as it was taken apart. */
export interface Unclear {
  readonly said: string;
  readonly family: Family | undefined;
  readonly questions: readonly Declaration[];
  readonly dimensions: readonly GroupingField[];
  readonly spans: readonly Span[];
  /** The last day of the data. */
  readonly dataThrough: Day | undefined;
}

const SUGGESTIONS = 3;
/** Where nothing is near: what there is to ask. */
const HELP = ['sales help', 'segment help'];

/** How much of a word may be spelt otherwise for it to be the same word. */
const SAME_WORD = 0.25;

/** The questions nearest to a text, of those that can be asked and have a word of the text. */
export async function nearestQuestions(
  unclear: Unclear,
  isAskable: (text: string) => Promise<boolean>,
): Promise<string[]> {
  const { family } = unclear;
  const words = normal(unclear.said)
    .split(' ')
    .filter(w => w !== '' && w !== family);
  const plain = (text: string) => normal(text.replaceAll('-', ' ')).split(' ').slice(1);
  const near = [...new Set(sayable(unclear))]
    .filter(text => words.length === 0 || plain(text).some(word => isAmong(word, words)))
    .map(text => ({ text, far: farFrom(words, plain(text)) }))
    .sort((a, b) => a.far - b.far);
  const found: string[] = [];
  for (const { text } of near.slice(0, 12)) {
    if (await isAskable(text)) found.push(text);
    if (found.length === SUGGESTIONS) break;
  }
  return found.length > 0 ? found : HELP;
}

const isAmong = (word: string, words: readonly string[]): boolean =>
  word.length > 2 &&
  words.some(other => distance(word, other) <= SAME_WORD * Math.max(word.length, other.length));

/** Small where most words of one are also in the other, misspelt or not. */
function farFrom(words: readonly string[], others: readonly string[]): number {
  const least = (word: string, among: readonly string[]) =>
    Math.min(1, ...among.map(other => distance(word, other) / Math.max(word.length, other.length)));
  const sum = (from: readonly string[], to: readonly string[]) =>
    from.reduce((total, word) => total + least(word, to), 0);
  return sum(others, words) + sum(words, others) * 0.7;
}

/** Everything that can be said: the questions' examples, and each dimension with those that take one. */
function sayable({ questions, dimensions, dataThrough }: Unclear): string[] {
  return questions
    .flatMap(question => [
      ...examplesOf(question, dataThrough),
      ...([...(question.required ?? []), ...question.optional, ...(question.impliedBy ?? [])].includes(
        'dimension',
      )
        ? dimensions
            .filter(d => question.dimensions?.includes(d.key) ?? true)
            .map(dimension => canonical({ question, dimension, filters: [] }))
        : []),
    ])
    .filter(text => !text.includes('NAME'));
}
