import { plural } from '../core/answer/format.js';
import { isoOf, showDay } from '../core/calendar/days.js';
import { type DayRange, showRange } from '../core/calendar/grain.js';
import { noSales, ShopkeeperError } from '../core/errors.js';
import { dataExtent, excludedLines } from '../store/scope/extent.js';
import type { GroupSums, LineScope } from '../store/scope/sums.js';
import { lastOrderDay } from '../store/tables/customer-totals.js';
import type { Asked } from './question.js';
import type { ShopView } from './shop.js';

/** Data this many days old or older is called stale in an answer. */
const STALE_DAYS = 14;

/** What every sales answer starts from: which lines it covers, and how that is said. */
export interface Frame {
  readonly scope: LineScope;
  /** The days covered, cut to the data. */
  readonly days: DayRange;
  readonly data: DayRange;
  readonly text: string;
  /** All that the data covers, as people read it. */
  readonly dataText: string;
  readonly dataThrough: string;
  readonly notes: readonly string[];
}

/** @throws ShopkeeperError where the store holds no sales */
export async function frameOf(
  asked: Pick<Asked, 'period' | 'filters' | 'remarks'>,
  shop: ShopView,
): Promise<Frame> {
  const data = await dataExtent(shop.store);
  if (!data) throw await noLines(shop);
  const { period, filters } = asked;
  const days = period
    ? { from: Math.max(period.range.from, data.from), to: Math.min(period.range.to, data.to) }
    : data;
  const said = filters.map(
    f =>
      `${f.field.label.toLowerCase()} is ${f.exclude ? 'not ' : ''}${f.values.map(v => v.label ?? v.value).join(' or ')}`,
  );
  return {
    scope: { range: period?.range, filters },
    days,
    data,
    text: [showRange(period && days.from > days.to ? period.range : days), ...said].join(' · '),
    dataText: showRange(data),
    dataThrough: isoOf(data.to),
    notes: [...asked.remarks, ...frameNotes(asked, data, shop.today()), ...(await exclusionNotes(shop))],
  };
}

/** Why there are no sales to speak of: nothing was loaded, or customer summaries alone. */
export async function noLines({ store }: Pick<ShopView, 'store'>): Promise<ShopkeeperError> {
  if ((await lastOrderDay(store.db)) === undefined) return noSales();
  return new ShopkeeperError(
    'The store holds customer summaries but no order lines, so there are segments but no sales to add up.',
    'Ask `segment`, or load a file with a row for each order line.',
  );
}

function frameNotes({ period }: Pick<Asked, 'period'>, data: DayRange, today: number): string[] {
  const notes: string[] = [];
  if (today - data.to >= STALE_DAYS)
    notes.push(`The newest sale is from ${showDay(data.to)}; nothing has come in since.`);
  if (period && period.range.to > data.to && period.range.from <= data.to) {
    notes.push(`${showRange(period.range)} is not complete: the data ends on ${showDay(data.to)}.`);
  }
  if (period?.range.from !== undefined && period.range.from > data.to)
    notes.push(`The data ends on ${showDay(data.to)}, before this period starts.`);
  return notes;
}

/** Which lines a setting leaves out of everything. */
async function exclusionNotes({ store }: Pick<ShopView, 'store'>): Promise<string[]> {
  const count = await excludedLines(store);
  return count === 0
    ? []
    : [`${plural(count, 'line')} with a status that EXCLUDED_STATUSES names: counted nowhere.`];
}

/** What is odd about the lines themselves. */
export function lineNotes(sums: Pick<GroupSums, 'linesWithoutCustomer' | 'returns'>): string[] {
  const notes: string[] = [];
  if (sums.linesWithoutCustomer > 0) {
    notes.push(
      `${plural(sums.linesWithoutCustomer, 'line')} without a customer: counted in sales, not in customers and segments.`,
    );
  }
  if (sums.returns > 0)
    notes.push(
      `${plural(sums.returns, 'return line')} subtracted from revenue; an order of returns alone is not counted as an order.`,
    );
  return notes;
}
