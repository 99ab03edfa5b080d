import type { Note } from '../core/answer/notes.js';
import { type Scope, type ScopePart, scopeText } from '../core/answer/scope.js';
import { isoOf } from '../core/calendar/days.js';
import { type DayRange, showRange } from '../core/calendar/grain.js';
import { noSales, ShopkeeperError } from '../core/errors.js';
import { currencyCode } from '../core/money/currencies.js';
import type { Filter, GroupSums, LineScope, Sums } from '../store/scope/sums.js';
import { excludedLines } from '../store/tables/archived-lines.js';
import { lastOrderDay } from '../store/tables/customer-totals.js';
import { dimensionColumn } from '../store/tables/dimensions.js';
import { convertedCurrencies } from '../store/tables/exchange-rates.js';
import { dataExtent } from '../store/tables/order-lines.js';
import { freshnessNotes } from './freshness.js';
import type { GroupingField } from './grouping-fields.js';
import type { ParsedQuery } from './question.js';
import type { ShopView } from './shop.js';
import { isStale } from './stale.js';

/** What every sales answer starts from: which lines it covers, and how that is said. */
export interface AnswerContext {
  readonly scope: LineScope;
  /** The days covered, cut to the data. */
  readonly days: DayRange;
  readonly data: DayRange;
  readonly covers: Scope;
  /** `covers` as people read it. */
  readonly text: string;
  /** All that the data covers, as people read it. */
  readonly dataText: string;
  readonly dataThrough: string;
  readonly notes: readonly Note[];
}

/** @throws ShopkeeperError where the store holds no sales */
export async function answerContext(
  query: Pick<ParsedQuery, 'period' | 'filters' | 'remarks'>,
  shop: ShopView,
): Promise<AnswerContext> {
  const data = await dataExtent(shop.store);
  if (!data) throw await noLines(shop);
  const { period, filters } = query;
  const days = period
    ? { from: Math.max(period.range.from, data.from), to: Math.min(period.range.to, data.to) }
    : data;
  const covers: Scope = [
    { kind: 'days', range: period && days.from > days.to ? period.range : days },
    ...filterScope(filters),
  ];
  return {
    scope: { range: period?.range, filters },
    days,
    data,
    covers,
    text: scopeText(covers),
    dataText: showRange(data),
    dataThrough: isoOf(data.to),
    notes: [
      ...query.remarks,
      ...periodNotes(query, data, shop.today()),
      ...(await freshnessNotes(shop)),
      ...(await exclusionNotes(shop)),
      ...(await conversionNotes(shop)),
    ],
  };
}

/** Why there are no sales to speak of: nothing was loaded, or customer summaries alone. */
export async function noLines({ store }: Pick<ShopView, 'store'>): Promise<ShopkeeperError> {
  if ((await lastOrderDay(store)) === undefined) return noSales();
  return new ShopkeeperError(
    'The store holds customer summaries but no order lines, so there are segments but no sales to add up.',
    'Ask `segment`, or load a file with a row for each order line.',
  );
}

function periodNotes({ period }: Pick<ParsedQuery, 'period'>, data: DayRange, today: number): Note[] {
  const notes: Note[] = [];
  if (isStale(data.to, today)) notes.push({ kind: 'stale', newest: data.to });
  if (period && period.range.to > data.to && period.range.from <= data.to)
    notes.push({ kind: 'periodIncomplete', period: period.range, dataEnds: data.to });
  if (period?.range.from !== undefined && period.range.from > data.to)
    notes.push({ kind: 'periodAfterData', dataEnds: data.to });
  return notes;
}

/** A note if EXCLUDED_STATUSES excludes lines. */
async function exclusionNotes({ store }: Pick<ShopView, 'store'>): Promise<Note[]> {
  const lines = await excludedLines(store);
  return lines === 0 ? [] : [{ kind: 'excludedLines', lines }];
}

/** A note if amounts of what is loaded were converted. */
export async function conversionNotes({
  store,
  currency,
}: Pick<ShopView, 'store' | 'currency'>): Promise<Note[]> {
  const from = await convertedCurrencies(store);
  return from.length === 0 ? [] : [{ kind: 'converted', from, to: currencyCode(currency) }];
}

/** What is odd about the lines themselves. */
export function lineNotes(sums: Pick<GroupSums, 'linesWithoutCustomer' | 'returns'>): Note[] {
  const notes: Note[] = [];
  if (sums.linesWithoutCustomer > 0)
    notes.push({ kind: 'linesWithoutCustomer', lines: sums.linesWithoutCustomer });
  if (sums.returns > 0) notes.push({ kind: 'returnLines', lines: sums.returns });
  return notes;
}

/** The filter that keeps one value of a dimension, or all others; undefined if it cannot be filtered by. */
export function filterFor(
  { key, label, by }: GroupingField,
  value: Pick<Sums, 'id' | 'key' | 'label'>,
  exclude = false,
): Filter | undefined {
  if (by.kind !== 'dimension') return undefined;
  const values = [{ id: value.id, value: String(value.key), label: value.label }];
  return { field: { key, label }, column: dimensionColumn(by.dimension), values, exclude };
}

/** Filters as parts of a scope. */
export const filterScope = (filters: readonly Filter[]): ScopePart[] =>
  filters.map(({ field, values, exclude }) => ({
    kind: 'filter',
    field: field.label.toLowerCase(),
    values: values.map(v => v.label ?? v.value),
    isExcluded: exclude === true,
  }));
