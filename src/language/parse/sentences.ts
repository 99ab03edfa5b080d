import { groupingFields } from '../../answering/grouping-fields.js';
import type { ShopView } from '../../answering/shop.js';
import { type Note, remark } from '../../core/answer/notes.js';
import { type PeriodContext, periodContext } from '../../core/calendar/in-words/named-period.js';
import { findPeriods } from '../../core/calendar/in-words/period.js';
import { NotUnderstood } from '../../core/errors.js';
import { tokensOf } from '../../core/text/normal-text.js';
import { typed } from '../../core/text/typed-text.js';
import { dataExtent } from '../../store/tables/order-lines.js';
import { ASKS, ASKS_AFTER, CUTS, HASTE, SAYS_WHICH, TALKS } from '../lexicon/around-questions.js';
import { IDLE_IN_TALK } from '../lexicon/idle-words.js';
import { isPartOfName } from '../values/part-of-name.js';
import { LONGEST_NAME, ValueIndex } from '../values/value-index.js';
import type { Shortened } from './left-out.js';

/** A part of a text that could be its question. */
export interface Within extends Shortened {
  /** How many of the text's parts it has. */
  readonly length: number;
}

/**
 * The parts of a text that could be its question, the longest first, each with what has to be said of the
 * rest: greetings and reasons around a question say nothing of its figures.
 * @returns those whose rest names no value of the shop, no period and nothing else that could limit figures
 */
export async function questionsWithin(text: string, shop: ShopView): Promise<readonly Within[]> {
  const parts = partsOf(text);
  if (parts.length < 2 || parts.length > MOST_PARTS) return [];
  const [fields, data] = [await groupingFields(shop.store), await dataExtent(shop.store)];
  if (!data) return [];
  const context = periodContext(data, shop.today());
  const index = await ValueIndex.of(shop.store, fields, tokensOf(text));
  const isIdle: boolean[] = [];
  for (const part of parts) isIdle.push(await saysNothingOfFigures(part, index, context));
  const found: Within[] = [];
  for (let from = 0; from < parts.length; from++)
    for (let to = parts.length; to > from; to--) {
      if (from === 0 && to === parts.length) continue;
      const rest = [...parts.slice(0, from), ...parts.slice(to)];
      const isRestIdle = parts.every((_, i) => (i >= from && i < to) || isIdle[i]);
      if (!isRestIdle) continue;
      found.push({ text: parts.slice(from, to).join(' '), remarks: remarksOf(rest), length: to - from });
    }
  return found.sort((a, b) => b.length - a.length);
}

/** With more parts a text is a letter, and each way to cut it costs a reading. */
const MOST_PARTS = 6;

function partsOf(text: string): string[] {
  let parts = [text.trim()];
  for (const cut of CUTS) parts = parts.flatMap(part => part.split(cut));
  return parts.map(part => part.trim()).filter(part => /[\p{L}\d]/u.test(part));
}

/** What was left out is named if it has a number or a name in it. */
function remarksOf(rest: readonly string[]): Note[] {
  const named = rest.filter(part => /\d/.test(part) || /(?<=[\p{Ll}\d,] )(?!I\b)\p{Lu}/u.test(part));
  return named.length === 0 ? [] : [remark(`Left out: ${named.map(part => typed(part)).join(', ')}.`)];
}

async function saysNothingOfFigures(
  part: string,
  index: ValueIndex,
  context: PeriodContext,
): Promise<boolean> {
  if (!TALKS.test(part)) return false;
  const said = part.replace(HASTE, ' ');
  if (ASKS.test(said) && !ASKS_AFTER.test(said)) return false;
  if (SAYS_WHICH.test(said) || /[\p{L}\d]:\S|[%$€£]/u.test(said)) return false;
  try {
    const { period, versus } = await findPeriods(said.toLowerCase(), context);
    if (period || versus) return false;
  } catch (error) {
    if (error instanceof NotUnderstood) return false;
    throw error;
  }
  const words = tokensOf(said).map(t => t.text);
  if (words.some(word => !IDLE_IN_TALK.has(word) && isPartOfName(word, index))) return false;
  return !words.some((_, i) =>
    Array.from({ length: Math.min(LONGEST_NAME, words.length - i) }, (_none, n) =>
      words.slice(i, i + n + 1).join(' '),
    ).some(name => index.exact(name).length > 0),
  );
}
