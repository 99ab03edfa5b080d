import pluralize from 'pluralize';
import { withoutAccents } from './accents.js';

/** A word of a question as it is compared: lower-case, without accents. */
export interface Token {
  readonly text: string;
  /** Where it stands in the text it was taken from. */
  readonly from: number;
  readonly to: number;
  /** It stood in quotes with the words beside it, so it names a value. */
  readonly quote?: number;
}

/** Words between other marks; `&` and `+` count, since names hold them. */
const WORD = /[\p{L}\p{N}]+(?:['’.][\p{L}\p{N}]+)*|[&+]/gu;
const QUOTED = /"([^"]*)"/g;

/** Text as it was typed, without control characters and with plain quotes. */
export const cleaned = (text: string): string =>
  text
    .replace(/\p{Cc}/gu, ' ')
    .replace(/[“”„«»]/g, '"')
    .replace(/%/g, ' percent ')
    .trim();

export function tokensOf(text: string): Token[] {
  const quotes = [...text.matchAll(QUOTED)].map(m => ({ from: m.index, to: m.index + m[0].length }));
  return [...text.matchAll(WORD)].map(m => {
    const [from, to] = [m.index, m.index + m[0].length];
    const quote = quotes.findIndex(q => q.from < from && to < q.to);
    return { text: normal(m[0]), from, to, ...(quote >= 0 && { quote }) };
  });
}

/** A word or name as it is compared: lower-case, without accents and marks, single spaces. */
export const normal = (text: string): string =>
  withoutAccents(text)
    .toLowerCase()
    .replace(/['’]s?\b/g, '')
    .replace(/[^\p{L}\p{N}&+]+/gu, ' ')
    .trim();

/** The same with its last word in the singular. */
export function singularOf(text: string): string {
  const at = text.lastIndexOf(' ') + 1;
  return text.slice(0, at) + pluralize.singular(text.slice(at));
}

/** How many letters may be wrong in a word of this length. */
export const allowedTypos = (length: number): number => (length >= 7 ? 2 : length >= 5 ? 1 : 0);
