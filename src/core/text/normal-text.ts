import pluralize from 'pluralize';
import { withoutAccents } from './accents.js';

/** A word of a question, normalized for comparing: lower case, no accents. */
export interface Token {
  readonly text: string;
  /** Its start in the original text; `to` is the end, exclusive. */
  readonly from: number;
  readonly to: number;
  /** The number of the quotation it is part of, if any: quoted words together name a value. */
  readonly quote?: number;
}

/** `&` and `+` count as words, since names contain them. */
const WORD = /[\p{L}\p{M}\p{N}]+(?:['’.][\p{L}\p{M}\p{N}]+)*|[&+]/gu;
const QUOTED = /"([^"]*)"/g;

/** Text as typed, but with straight quotes, no control characters, and `percent` for `%`. */
export const cleaned = (text: string): string =>
  text
    .replace(/\p{Cc}/gu, ' ')
    .replace(/[“”„«»]/g, '"')
    .replace(/%/g, ' percent ')
    .trim();

/** The words of a text, in order. */
export function tokensOf(text: string): Token[] {
  const quotes = [...text.matchAll(QUOTED)].map(m => ({ from: m.index, to: m.index + m[0].length }));
  return [...text.matchAll(WORD)].map(m => {
    const [from, to] = [m.index, m.index + m[0].length];
    const quote = quotes.findIndex(q => q.from < from && to < q.to);
    return { text: normal(m[0]), from, to, ...(quote >= 0 && { quote }) };
  });
}

/** Text normalized for comparing: lower case, no accents or punctuation, single spaces. */
export const normal = (text: string): string =>
  withoutAccents(text)
    .toLowerCase()
    .replace(/['’]s?\b/g, '')
    .replace(/[^\p{L}\p{N}&+]+/gu, ' ')
    .trim();

/** The text with its last word in the singular. */
export function singularOf(text: string): string {
  const at = text.lastIndexOf(' ') + 1;
  const word = text.slice(at);
  let singular = singulars.get(word);
  if (singular === undefined) {
    singular = pluralize.singular(word);
    if (singulars.size >= MOST_SINGULARS) singulars.clear();
    singulars.set(word, singular);
  }
  return text.slice(0, at) + singular;
}

/** Singulars of words that were asked for: a question asks for the same ones many times. */
const singulars = new Map<string, string>();
const MOST_SINGULARS = 5_000;

/** How many typos are accepted in a word of this length. */
export const allowedTypos = (length: number): number => (length >= 7 ? 2 : length >= 5 ? 1 : 0);
