import type { ShopView } from '../../answering/shop.js';
import { type Answer, answerOf } from '../../core/answer/answer.js';
import { plural } from '../../core/answer/format.js';
import { isoOf, showDay } from '../../core/calendar/days.js';
import type { DayRange } from '../../core/calendar/grain.js';
import { type DigestPeriods, periodTitle } from '../periods.js';
import type { DigestMaterial } from './material.js';
import { missingDays } from './missing-days.js';

/** A single day without data is out of the ordinary after so many days even where it usually has no sales. */
const LONGEST_GAP = 7;

/**
 * Whether the data has nothing of a period because it ends before or begins after it. Not so for a day on whose weekday there
 * usually are no sales: then nothing happened.
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

/** Since when there is no data. Segments are not said: everybody would seem to slip away. */
export function noDataAnswer(shop: ShopView, periods: DigestPeriods, data: DayRange): Answer {
  const { grain, period } = periods;
  const since =
    data.to < period.from
      ? `the newest sale is from ${showDay(data.to)}, ${plural(period.to - data.to, 'day')} before the ${grain === 'day' ? 'end of the day' : `${grain} ended`}`
      : `the first sale is from ${showDay(data.from)}`;
  return answerOf({
    question: 'digest',
    title: periodTitle(periods),
    dataThrough: isoOf(data.to),
    currency: shop.currency,
    headline: `There are no sales of this ${grain} in the data: ${since}.`,
    actions: data.to < period.from ? ['Load what has come in since: `shopkeeper ingest FILE`.'] : [],
    notes: [`Who moved between segments cannot be told without the ${grain}'s sales.`],
  });
}

/** Whether nothing happened: no sales, on days on which there usually are none, and nobody moved. */
export const isQuiet = async (material: DigestMaterial): Promise<boolean> =>
  material.sales.now.lines === 0 &&
  material.shifts.moves.length === 0 &&
  (await missingDays(material)).length === 0;

/** One line for a period in which nobody bought anything and nobody moved. */
export function quietAnswer({ shop, periods, data, sales, scope, format }: DigestMaterial): Answer {
  const { grain } = periods;
  const then = sales.before && sales.before.sums.lines > 0 ? sales.before.sums.revenue : undefined;
  const after = then === undefined ? '' : ` after ${format.amount(then)} the ${grain} before`;
  return answerOf({
    question: 'digest',
    title: periodTitle(periods),
    scope: scope.replace(/^ · /, ''),
    dataThrough: isoOf(data.to),
    currency: shop.currency,
    headline: `A quiet ${grain}: no sales${after}, and nobody moved between segments.`,
  });
}
