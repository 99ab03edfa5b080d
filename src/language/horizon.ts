import type { QueryArguments } from '../answering/declaration.js';
import { NotUnderstood } from '../core/errors.js';

/** What a text says of how far ahead to look, and the text without it. */
export type FoundHorizon = Pick<QueryArguments, 'horizon' | 'discount'> & { readonly rest: string };

/** Texts in which months and percentages are meant so: anywhere else they are periods and values. */
const LOOKS_AHEAD = /\b(?:values?|worth|clv|cltv|ltv|risk|overdue|churn)\b/i;
const UNIT = '(months?|mo|m|years?|yrs?|y|quarters?)';
const HORIZON = new RegExp(
  `\\bhorizon: ?"?(\\d{1,4}) ?${UNIT}?"?(?= |$)|\\b(?:(?:over|in|for|within) )?(?:the )?(?:next ` +
    `|coming )?(\\d{1,4})[ -]?${UNIT}\\b`,
  'i',
);
const NEXT = /\b(?:over |in |for |within )?(?:the )?(?:next|coming) (month|quarter|year)\b/i;
const DISCOUNT = new RegExp(
  '\\b(?:discount(?:ed)?(?: rate)?(?: of| at|:)? ?|at )?"?(\\d{1,3}(?:\\.\\d+)?) ?(?:%|percent)"?' +
    '(?: (?:a|per) year| yearly| annual)?(?: discount(?: rate)?)?(?= |$)|' +
    '\\bdiscount: ?(\\d{1,3}(?:\\.\\d+)?)\\b',
  'i',
);

export const MOST_MONTHS = 60;

/**
 * Takes `horizon:24`, `24 months`, `discount:8%` and `at 8%` out of a text that asks what customers will be
 * worth.
 * @throws NotUnderstood where they are out of bounds
 */
export function takeHorizon(text: string): FoundHorizon {
  if (!LOOKS_AHEAD.test(text.replace(/"[^"]*"/g, ' '))) return { rest: text };
  let rest = text;
  const take = (pattern: RegExp): RegExpExecArray | null => {
    const found = pattern.exec(rest);
    if (found) rest = rest.replace(found[0], ' ');
    return found;
  };
  const percent = take(DISCOUNT);
  const length = take(HORIZON);
  const next = length ? null : take(NEXT);
  const horizon = next
    ? monthsOf(1, next[1] ?? '')
    : length && monthsOf(Number(length[1] ?? length[3]), length[2] ?? length[4] ?? 'month');
  const discount = percent && Number(percent[1] ?? percent[2]) / 100;
  if (horizon !== null && (horizon < 1 || horizon > MOST_MONTHS))
    throw new NotUnderstood(
      `Nobody can say what customers will be worth in ${horizon} months: 1 to ${MOST_MONTHS} can ` +
        'be asked for.',
      ['segment customers value horizon:24'],
    );
  if (discount !== null && discount > 1)
    throw new NotUnderstood('A yearly discount is 0% to 100%.', ['segment customers value discount:8%']);
  return { ...(horizon !== null && { horizon }), ...(discount !== null && { discount }), rest };
}

const monthsOf = (count: number, unit: string): number =>
  count * (/^y/i.test(unit) ? 12 : /^q/i.test(unit) ? 3 : 1);
