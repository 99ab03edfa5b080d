import type { ShopView } from '../../answering/shop.js';
import { type Answer, answerOf } from '../../core/answer/answer.js';
import { plural } from '../../core/answer/format.js';
import { isoOf, showDay } from '../../core/calendar/days.js';
import type { DayRange } from '../../core/calendar/grain.js';
import type { DigestMaterial } from './material.js';
import { missingDays } from './missing-days.js';
import { type DigestPeriods, periodTitle } from './periods.js';

/**
 * After so many days without data, a day without data is unusual even if its weekday usually has no sales.
 */
const LONGEST_GAP = 7;

/**
 * Whether the data ends before a period or begins after it. A day on whose weekday there usually are no sales
 * is not without data: nothing happened.
 */
export async function isWithoutData(
  material: Pick<DigestMaterial, 'shop' | 'periods' | 'data'>,
): Promise<boolean> {
  const { periods, data } = material;
  const { grain, period } = periods;
  if (data.from > period.to) return true;
  if (data.to >= period.from) return false;
  return grain !== 'day' || period.from - data.to > LONGEST_GAP || (await missingDays(material)).length > 0;
}

/** Says since when there is no data. It has no segments, because everybody would seem to slip away. */
export function noDataAnswer(shop: ShopView, periods: DigestPeriods, data: DayRange): Answer {
  const { grain, period } = periods;
  const age = plural(period.to - data.to, 'day');
  const end = grain === 'day' ? 'end of the day' : `${grain} ended`;
  const since =
    data.to < period.from
      ? `the newest sale is from ${showDay(data.to)}, ${age} before the ${end}`
      : `the first sale is from ${showDay(data.from)}`;
  return answerOf({
    question: 'digest',
    title: periodTitle(periods),
    dataThrough: isoOf(data.to),
    currency: shop.currency,
    headline: `There are no sales for this ${grain} in the data: ${since}.`,
    actions: data.to < period.from ? ['Load the newer sales: `shopkeeper ingest FILE`.'] : [],
    notes: [`Without the ${grain}'s sales it is unknown who moved between segments.`],
  });
}

/** Whether nothing happened: nobody moved, and no sales on days that usually have none. */
export const isQuiet = async (material: DigestMaterial): Promise<boolean> =>
  material.sales.now.lines === 0 &&
  material.shifts.moves.length === 0 &&
  (await missingDays(material)).length === 0;

/** One line for a period in which nobody bought anything and nobody moved. */
export function quietAnswer({ shop, periods, data, sales, scope, format }: DigestMaterial): Answer {
  const { grain } = periods;
  const before = sales.before && sales.before.sums.lines > 0 ? sales.before.sums.revenue : undefined;
  const compared = before === undefined ? '' : ` (${format.amount(before)} the ${grain} before)`;
  return answerOf({
    question: 'digest',
    title: periodTitle(periods),
    scope,
    dataThrough: isoOf(data.to),
    currency: shop.currency,
    headline: `A quiet ${grain}: no sales${compared}, and nobody moved between segments.`,
  });
}
