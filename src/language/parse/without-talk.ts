import { type GroupingField, groupingFields, namesOf } from '../../answering/grouping-fields.js';
import type { ShopView } from '../../answering/shop.js';
import { remark } from '../../core/answer/notes.js';
import { type PeriodContext, periodContext } from '../../core/calendar/in-words/named-period.js';
import { findPeriods } from '../../core/calendar/in-words/period.js';
import { NotUnderstood } from '../../core/errors.js';
import { type Token, tokensOf } from '../../core/text/normal-text.js';
import { typed } from '../../core/text/typed-text.js';
import { dataExtent } from '../../store/tables/order-lines.js';
import { HASTE, SAYS_WHICH } from '../lexicon/around-questions.js';
import { IDLE_PARTS, IDLE_PHRASES, SHOWN_ANYWAY } from '../lexicon/idle-phrases.js';
import { BEFORE_NAMES, IDLE, IDLE_ADDRESSED, IDLE_IN_TALK, MARKS } from '../lexicon/idle-words.js';
import { isPartOfName } from '../values/part-of-name.js';
import { LONGEST_NAME, ValueIndex } from '../values/value-index.js';
import type { Shortened } from './left-out.js';

const PHRASES = new RegExp(
  `(?<![\\p{L}\\d'@:"/-])(?:${IDLE_PHRASES.join('|')})(?![\\p{L}\\d'"-]|:\\S)`,
  'giu',
);
const WHOLE_PART = new RegExp(`^\\s*(?:${IDLE_PARTS.join('|')})\\s*$`, 'iu');
const PICTURES =
  /(?:\p{Extended_Pictographic}|\p{Emoji_Modifier}|\uFE0F|\u200D)+|(?<!\S)[:;=]-?[)(DPp/|](?!\S)/gu;
/** Where a text is cut into parts: signs, and words that a reason begins with. The signs stay. */
const CUT = new RegExp(
  '((?:[,;:!?…)]+|\\.+)(?=\\s|$|\\()\\s*|[?!]+|\\(|\\s+[-–—/]+\\s+|' +
    '\\s+(?=(?:because|cos|cuz|coz|in case|so (?:that )?(?:i|we) (?:can|could|know)|(?:as|since) (?:i|we)|' +
    '(?:b4|before) (?:i|we|my))\\b))',
  'giu',
);
const REASON = /^\s*(?:because|cos|cuz|coz|in case|so (?:that )?(?:i|we)|(?:as|since) (?:i|we))\b/i;
/** Who speaks of themselves, unless they say what they want. */
const OF_ONESELF = new RegExp(
  "^\\s*(?:(?:sorry|and|so|but|well|ps|ok) )*(?:i|i'm|im|i've|ive|i'll|my) (?!(?:[\\p{L}']+ ){0,2}?" +
    '(?:want|need|mean|like|love|look|count|prefer|care|after|interest|see|sell|buy|wish|ask|sold|bought|' +
    'customer|client|product|compare|check)\\p{L}*\\b)',
  'iu',
);
const ASKS = new RegExp(
  '\\b(?:how|what|which|who|whose|whom|why|top|best|worst|most|least|average|median|total|revenue|sales|' +
    'orders?|customers?|units|share|trend|forecast|compare)\\b',
  'i',
);

/**
 * Leaves out talk around a question: words that cannot change which figure is meant, wherever they
 * stand, and parts of the text in which somebody speaks of themselves, of a meeting or a boss. A word that
 * is the name of a value or a field of this shop stays.
 * @returns undefined if there is none, or nothing else
 */
export async function withoutTalk(text: string, shop: ShopView): Promise<Shortened | undefined> {
  const data = await dataExtent(shop.store);
  if (!data) return undefined;
  const fields = await groupingFields(shop.store);
  const names: Names = {
    index: await ValueIndex.of(shop.store, fields, tokensOf(text)),
    fields: namesOfFields(fields),
    periods: periodContext(data, shop.today()),
  };
  const plain = text.replace(PICTURES, ' ').replace(SHOWN_ANYWAY, '');
  const pieces = plain.split(CUT);
  const kept: string[] = [];
  const out: string[] = [];
  // Parts stand at even places, the signs between them at odd ones.
  for (let i = 0; i < pieces.length; i += 2) {
    const part = pieces[i] ?? '';
    const sign = pieces[i + 1] ?? '';
    if (await isTalk(part, names)) {
      out.push(part.trim());
      if (/[)]/.test(sign)) kept.push(' ');
      else if (!/^[,;:!.…\s]*$/.test(sign)) kept.push(sign);
    } else kept.push(withoutIdle(part, names), sign);
  }
  const shorter = kept
    .join('')
    .replace(/\(\s*(?:\)|$)/g, ' ')
    .replace(/\s+([,.:;?!)])/g, '$1')
    .replace(/^[\s,.:;?!)–—-]+|[\s,;:(–—-]+$/g, '')
    .replace(/,(?:\s*,)+/g, ',')
    .replace(/\s+/g, ' ')
    .trim();
  if (shorter === text.trim() || !/[\p{L}\d]/u.test(shorter)) return undefined;
  const named = out.filter(part => /\d/.test(part) || /(?<=[\p{Ll}\d,] )(?!I\b)\p{Lu}/u.test(part));
  return {
    text: shorter,
    remarks: named.length > 0 ? [remark(`Left out: ${named.map(part => typed(part)).join(', ')}.`)] : [],
  };
}

/** What a shop's words are compared with. */
interface Names {
  readonly index: ValueIndex;
  readonly fields: ReadonlySet<string>;
  readonly periods: PeriodContext;
}

const namesOfFields = (fields: readonly GroupingField[]): ReadonlySet<string> =>
  new Set(fields.flatMap(field => namesOf(field).flatMap(name => [name, `${name}s`])));

const isOfShop = (word: string, { index, fields }: Names): boolean =>
  fields.has(word) || index.exact(word).length > 0;

/** A part of a text without its idle phrases and words. */
function withoutIdle(part: string, names: Names): string {
  const plain = part.replace(PHRASES, said => (isOfShop(said.trim().toLowerCase(), names) ? said : ' '));
  const tokens = tokensOf(plain);
  const isAside = ({ text }: Token) => isPassed(text) || IDLE_ADDRESSED.has(text) || GREETINGS.test(text);
  const isFirst = (at: number) => tokens.slice(0, at).every(isAside);
  const isLast = (at: number) => tokens.slice(at + 1).every(isAside);
  let shorter = plain;
  for (let i = tokens.length - 1; i >= 0; i--) {
    const { text, from, to, quote } = tokens[i] as (typeof tokens)[number];
    const before = tokens.slice(0, i).findLast(t => !DETERMINERS.test(t.text))?.text;
    if (quote !== undefined || (before !== undefined && BEFORE_NAMES.has(before))) continue;
    const isSpokenTo = IDLE_ADDRESSED.has(text) && (isFirst(i) || isLast(i));
    if ((!isPassed(text) && !isSpokenTo) || isOfShop(text, names) || plain[to] === ':') continue;
    shorter = `${shorter.slice(0, from)} ${shorter.slice(to)}`;
  }
  return shorter;
}

const DETERMINERS = /^(?:the|a|an|our|my|your|their|these|those|some|any)$/;
const GREETINGS = /^(?:hey|hi|hello|ok|okay|so|well|right|yes|no)$/;
const isPassed = (word: string): boolean => IDLE.has(word);

/** Whether a part of a text is nothing but talk. */
async function isTalk(part: string, names: Names): Promise<boolean> {
  if (!/[\p{L}\d]/u.test(part)) return false;
  if (WHOLE_PART.test(part)) return true;
  const said = part.replace(HASTE, ' ').replace(PHRASES, ' ');
  if (!/[\p{L}\d]/u.test(said)) return true;
  if (ASKS.test(said) || SAYS_WHICH.test(said) || /[\p{L}\d]:\S|[%$€£\d]/u.test(said)) return false;
  const words = tokensOf(said).map(t => t.text);
  const isPlain = words.every(word => IDLE_IN_TALK.has(word)) && tokensOf(part).some(t => MARKS.has(t.text));
  if (!isPlain && !REASON.test(part) && !OF_ONESELF.test(part)) return false;
  if (
    namesValue(words, names) ||
    words.some(word => !IDLE_IN_TALK.has(word) && isPartOfName(word, names.index))
  )
    return false;
  try {
    const { period, versus } = await findPeriods(said.toLowerCase(), names.periods);
    return !period && !versus;
  } catch (error) {
    if (error instanceof NotUnderstood) return false;
    throw error;
  }
}

/** Whether words that are not idle name a value or a field of the shop. */
const namesValue = (words: readonly string[], names: Names): boolean =>
  words.some((_, i) =>
    Array.from({ length: Math.min(LONGEST_NAME, words.length - i) }, (_none, n) =>
      words.slice(i, i + n + 1).join(' '),
    ).some(name => name.length > 2 && isOfShop(name, names)),
  );
