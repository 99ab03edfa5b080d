import { type GroupingField, groupingFields } from '../answering/grouping-fields.js';
import type { ShopView } from '../answering/shop.js';
import type { Day } from '../core/calendar/days.js';
import type { DayRange } from '../core/calendar/grain.js';
import { withFiscalPeriods } from '../core/calendar/in-words/fiscal-periods.js';
import { periodContext } from '../core/calendar/in-words/named-period.js';
import { findPeriods } from '../core/calendar/in-words/period.js';
import type { Period } from '../core/calendar/period.js';
import type { Hemisphere } from '../core/calendar/seasons.js';
import { NotUnderstood, noSales } from '../core/errors.js';
import type { Query } from '../core/query/query.js';
import { typed } from '../core/text/typed-text.js';
import { OptionError } from '../segments/segmentation/option.js';
import { optionsWith } from '../segments/segmentation/options.js';
import { segmentsAsOf } from '../segments/snapshots/as-of.js';
import { currentDay } from '../segments/snapshots/score-cache.js';
import type { Snapshot } from '../segments/snapshots/snapshot.js';
import { memoizedPerTransaction } from '../store/engine/memoize.js';
import { highestCustomer } from '../store/tables/customers.js';
import { dataExtent } from '../store/tables/order-lines.js';

import { measuresOfNumbers } from './means-of-numbers.js';
import type { QueryMeasure } from './measure.js';

/** What the parts of a query are read against: the shop's fields, the days that it covers, its segments. */
export interface Setting {
  readonly view: ShopView;
  readonly fields: readonly GroupingField[];
  /** Means and medians of the shop's columns of numbers. */
  readonly ownMeasures: readonly QueryMeasure[];
  /** All that the data covers. */
  readonly data: DayRange;
  /** The period that was asked for, and the one to compare it with. */
  readonly period?: Period;
  readonly versus?: Period;
  /** The days of the period that the data covers; all of it without a period. */
  readonly days: DayRange;
  /** The day that segments and inactive days are as of. */
  readonly asOf: Day;
  readonly highestCustomer: number;
  readonly hemisphere: Hemisphere;
  /** The first month of fiscal years, 1 to 12. */
  readonly fiscalStart: number;
  /** Everybody's segment as of that day. */
  segments(): Promise<Snapshot>;
}

/** Reads a period as it is written in a query. @throws NotUnderstood */
export async function periodIn(text: string, data: DayRange, today: Day, fiscalStart = 1): Promise<Period> {
  const context = periodContext(data, today);
  const fiscal = withFiscalPeriods(text.toLowerCase(), fiscalStart, context);
  const { period, versus, rest } = await findPeriods(fiscal.text, context);
  if (period && !versus && rest.trim() === '')
    return fiscal.remarks.length > 0 ? { ...period, remark: fiscal.remarks.join(' ') } : period;
  throw new NotUnderstood(`${typed(text)} is no period.`, ['sales last 90 days', 'sales this year']);
}

/** What a query is read against. @throws NotUnderstood for a period or a map that there is not */
export async function settingOf(query: Query, view: ShopView): Promise<Setting> {
  const data = await dataExtent(view.store);
  if (!data) throw noSales();
  const fiscalStart = query.fiscalStart ?? view.fiscalYearStart ?? 1;
  const read = (text: string | undefined) =>
    text === undefined ? undefined : periodIn(text, data, view.today(), fiscalStart);
  const [period, versus, day] = [await read(query.period), await read(query.versus), await read(query.asOf)];
  const days = period
    ? { from: Math.max(period.range.from, data.from), to: Math.min(period.range.to, data.to) }
    : data;
  const current = (await currentDay(view.store, view.today())) ?? data.to;
  const asOf = day?.range.to ?? Math.min(period?.range.to ?? current, current);
  const segmentation = segmentationOf(query, view);
  return {
    view,
    fields: await groupingFields(view.store),
    ownMeasures: await measuresOfNumbers(view.store),
    data,
    days,
    asOf,
    highestCustomer: await highestCustomer(view.store),
    hemisphere: view.hemisphere ?? 'north',
    fiscalStart,
    ...(period && { period }),
    ...(versus && { versus }),
    segments: () =>
      memoizedPerTransaction(view.store, `segments ${segmentation.map.name} ${asOf}`, () =>
        segmentsAsOf(view, asOf, segmentation),
      ),
  };
}

/** How the segments of a query are made. @throws NotUnderstood for a map that there is not */
export function segmentationOf({ map }: Query, { segmenting }: ShopView) {
  if (map === undefined) return segmenting.segmentation;
  try {
    return optionsWith([['map', map]], segmenting.segmentation, segmenting.maps);
  } catch (error) {
    if (error instanceof OptionError) throw new NotUnderstood(error.message, ['segment maps']);
    throw error;
  }
}
