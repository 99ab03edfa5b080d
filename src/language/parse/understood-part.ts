import type { ShopView } from '../../answering/shop.js';
import { NotUnderstood } from '../../core/errors.js';
import type { Query } from '../../core/query/query.js';
import { queryText } from '../../core/query/query-text.js';
import { composePart } from '../compose/compose.js';
import type { UnderstoodPart } from '../refused.js';
import { translated } from './translated.js';

/** A text of which more than this many words are left over was not understood in any part. */
const MOST_LEFT = 4;
/** A measure alone is too little to offer: half of all texts have a word for revenue. */
const LEAST_SAID = 2;

const partsSaid = ({ measures, rows, by, where, who, rank, period }: Query): number =>
  Number(measures.length > 0 || rows !== 'total') +
  by.length +
  where.length +
  [who, rank, period].filter(part => part !== undefined).length;

/** Whether a word that is left over is of the text, and no sign or placeholder that the reading put there. */
const isWord = (word: string, text: string): boolean =>
  /[\p{L}\d]/u.test(word) && (!PLACEHOLDERS.has(word) || new RegExp(`\\b${word}\\b`, 'i').test(text));
const PLACEHOLDERS: ReadonlySet<string> = new Set(['number', 'without', 'by']);

/**
 * The query that leaves out the fewest words of a text. It is offered and not answered, since the words that
 * it leaves out may matter.
 */
export async function understoodPart(text: string, shop: ShopView): Promise<UnderstoodPart | undefined> {
  const { text: english } = await translated(text, shop);
  const parts: UnderstoodPart[] = [];
  for (const reading of new Set([english, text])) {
    const part = await composePart(reading, shop).catch(error => {
      if (error instanceof NotUnderstood) return undefined;
      throw error;
    });
    const unknown = part?.unknown.split(' ').filter(word => isWord(word, text)) ?? [];
    if (part && partsSaid(part.query) >= LEAST_SAID && unknown.length > 0 && unknown.length <= MOST_LEFT)
      parts.push({ text: queryText(part.query), unknown });
  }
  return parts.sort((a, b) => a.unknown.length - b.unknown.length)[0];
}
