import type { NumberRange } from '../../core/query/query.js';
import { NUMBER_WORDS } from '../../core/text/counts.js';

const SIGN = '[$€£¥]';
const UNIT = '(?:€|\\$|£|usd|eur|gbp|euros?|dollars?|pounds?|bucks)';
const SMALL: Readonly<Record<string, number>> = {
  a: 1,
  an: 1,
  ...NUMBER_WORDS,
  hundred: 100,
  'a hundred': 100,
  'a thousand': 1_000,
  'a million': 1_000_000,
  once: 1,
  twice: 2,
  thrice: 3,
};
/** A number as people type it: `3`, `50k`, `$1,500`, `1.5 million`, `five`. */
export const NUMBER =
  `(?:${SIGN} ?)?(?:\\d[\\d,]*(?:\\.\\d+)?(?: ?(?:k|m|mio|mn|million|` +
  'thousand)(?![a-z]))?|(?:a hundred|a thousand|a million|one|two|three|four|five|six|seven|eight|nine|' +
  `ten|eleven|twelve|fifteen|twenty|thirty|fifty|hundred)(?![a-z]))(?: ?${UNIT}(?![a-z]))?`;
const OVER =
  '(?:more than|over|above|greater than|>|exceeding|higher than|bigger than|larger than|in excess of|' +
  'upwards of)';
const AT_LEAST = '(?:at least|>=|minimum(?: of)?|min|no less than|not less than)';
const UNDER = '(?:less than|fewer than|under|below|<|smaller than|lower than)';
const AT_MOST = '(?:at most|up to|<=|maximum(?: of)?|max|no more than|not more than)';
const BOTH_ENDS = `(?:${AT_LEAST}|${OVER}) ?${NUMBER} (?:and|but) (?:${AT_MOST}|${UNDER}) ?${NUMBER}`;
/** A range that is said to be one: `over 50k`, `between 3 and 5`, `10 or more`. */
export const RANGE =
  `(?:${BOTH_ENDS}|${AT_LEAST} ?${NUMBER}|${AT_MOST} ?${NUMBER}|${OVER} ?${NUMBER}|` +
  `${UNDER} ?${NUMBER}|between ${NUMBER} (?:and|to) ${NUMBER}|${NUMBER}(?: or more| or fewer|` +
  ` or less| plus|\\+)|exactly ${NUMBER})`;
/** A range, or a number alone. */
export const RANGE_OR_NUMBER = `(?:${RANGE}|(?:only |just )?${NUMBER})`;

/** The number that a text says; NaN if it says none. */
export function numberIn(text: string): number {
  const plain = text
    .trim()
    .replace(new RegExp(`^${SIGN} ?`), '')
    .replace(new RegExp(` ?${UNIT}$`), '')
    .trim();
  const small = SMALL[plain];
  if (small !== undefined) return small;
  const m = /^(\d[\d,]*(?:\.\d+)?) ?(k|thousand|m|mio|mn|million)?$/.exec(plain);
  if (!m) return Number.NaN;
  const factor = m[2] === undefined ? 1 : /^(?:k|thousand)$/.test(m[2]) ? 1_000 : 1_000_000;
  return Math.round(Number((m[1] as string).replaceAll(',', '')) * factor * 1e6) / 1e6;
}

/** The range that a text says: `over 50k` is all above 50,000. */
export function rangeIn(text: string): NumberRange {
  const said = text.trim();
  const after = (pattern: string) => new RegExp(`^${pattern} ?(.+)$`).exec(said)?.[1];
  const between = new RegExp(`^between (${NUMBER}) (?:and|to) (${NUMBER})$`).exec(said);
  if (between) {
    const ends = [numberIn(between[1] as string), numberIn(between[2] as string)].sort((a, b) => a - b);
    return { from: ends[0] as number, to: ends[1] as number };
  }
  const both = new RegExp(`^((?:${AT_LEAST}|${OVER}) ?${NUMBER}) (?:and|but) (.+)$`).exec(said);
  if (both) return { ...rangeIn(both[1] as string), ...rangeIn(both[2] as string) };
  const atLeast = after(AT_LEAST) ?? /^(.+?)(?: or more| plus|\+)$/.exec(said)?.[1];
  if (atLeast) return { from: numberIn(atLeast) };
  const atMost = after(AT_MOST) ?? /^(.+?)(?: or fewer| or less)$/.exec(said)?.[1];
  if (atMost) return { to: numberIn(atMost) };
  const over = after(OVER);
  if (over) return { from: numberIn(over), isOver: true };
  const under = after(UNDER);
  if (under) return { to: numberIn(under), isUnder: true };
  const exactly = numberIn(said.replace(/^(?:exactly|only|just) /, ''));
  return { from: exactly, to: exactly };
}
