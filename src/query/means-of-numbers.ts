import { listPlainNumbers } from '../answering/grouping-fields.js';
import { NotUnderstood } from '../core/errors.js';
import { kebab } from '../core/text/words.js';
import { recordedIn } from '../measures/recorded.js';
import type { StoreReader } from '../store/engine/transaction.js';
import { type GroupBy, keyedSums, type LineScope } from '../store/scope/sums.js';
import { listValues } from '../store/tables/dimensions.js';
import { type Bearer, type NumbersMeasured, type QueryMeasure, ratio } from './measure.js';

/** Columns of numbers that say what customers are. */
const OF_CUSTOMERS: ReadonlySet<string> = new Set(['age', 'income']);
const NOUNS: Readonly<Record<Bearer, string>> = { customers: 'customer', orders: 'order', lines: 'line' };

/** Means and medians of the columns of numbers that a store keeps: `mean-age`, `median-income`. */
export async function measuresOfNumbers(store: StoreReader): Promise<readonly QueryMeasure[]> {
  const numbers = await listPlainNumbers(store);
  if (numbers.length === 0) return [];
  const recorded = await recordedIn(store);
  return numbers.flatMap(dimension => {
    const isOfCustomers = recorded.customers && OF_CUSTOMERS.has(dimension.key);
    const bearer = isOfCustomers ? 'customers' : recorded.orders ? 'orders' : 'lines';
    return [false, true].map(isMedian => measureOf({ dimension, bearer, isMedian }));
  });
}

function measureOf(numbers: NumbersMeasured): QueryMeasure {
  const { dimension, bearer, isMedian } = numbers;
  const label = dimension.label.toLowerCase();
  const key = `${isMedian ? 'median' : 'mean'}-${kebab(dimension.key)}`;
  return {
    key,
    label: `${isMedian ? 'Median' : 'Avg'} ${label}`,
    unit: 'number',
    formula: `${isMedian ? 'the middle' : 'the mean'} of ${label}, each ${NOUNS[bearer]} once`,
    needs: bearer === 'lines' ? [] : [bearer],
    addsUp: false,
    isRatio: true,
    numbers,
    of: figures => figures.numbers.get(key) ?? null,
  };
}

/** A mean or median over everything in scope, and of each group. */
export interface NumbersFound {
  readonly total: number | null;
  readonly groups: readonly { readonly ids: readonly number[]; readonly value: number | null }[];
}

/** @throws NotUnderstood for groups of two fields */
export async function numbersFound(
  { dimension, bearer, isMedian }: NumbersMeasured,
  bys: readonly GroupBy[],
  scope: LineScope,
  store: StoreReader,
): Promise<NumbersFound> {
  const [first, second] = bys;
  if (second)
    throw new NotUnderstood('Means of numbers are of groups by one field, not by two.', [
      `measure:mean-${kebab(dimension.key)} by:month`,
    ]);
  const numberOf = new Map((await listValues(store, dimension)).map(v => [v.id, Number(v.value)]));
  const by: GroupBy = { kind: 'dimension', dimension };
  const middle = (rows: readonly Weighted[]) => (isMedian ? medianOf(rows) : meanOf(rows));
  const read = async (bys: readonly GroupBy[]) => {
    const sums = await keyedSums(store, scope, bys, [], bearer === 'customers');
    return sums.groups.flatMap(({ ids, [bearer]: count }) => {
      const value = numberOf.get(ids.at(-1) as number);
      return value === undefined || count <= 0 ? [] : [{ ids, value, count }];
    });
  };
  const total = middle(await read([by]));
  if (!first) return { total, groups: [] };
  const byGroup = new Map<number, Weighted[]>();
  for (const row of await read([first, by])) {
    const [id = 0] = row.ids;
    byGroup.set(id, [...(byGroup.get(id) ?? []), row]);
  }
  return { total, groups: [...byGroup].map(([id, rows]) => ({ ids: [id], value: middle(rows) })) };
}

interface Weighted {
  readonly value: number;
  readonly count: number;
}

/** Ages and percents are read to no more. */
const DECIMALS = 2;

const countOf = (rows: readonly Weighted[]): number => rows.reduce((sum, row) => sum + row.count, 0);

function meanOf(rows: readonly Weighted[]): number | null {
  return ratio(
    rows.reduce((sum, { value, count }) => sum + value * count, 0),
    countOf(rows),
    DECIMALS,
  );
}

/** The middle one, or the mean of the two in the middle. */
function medianOf(rows: readonly Weighted[]): number | null {
  const sorted = [...rows].sort((a, b) => a.value - b.value);
  const count = countOf(sorted);
  const at = (position: number): number => {
    let passed = 0;
    for (const row of sorted) {
      passed += row.count;
      if (position < passed) return row.value;
    }
    return Number.NaN;
  };
  if (count === 0) return null;
  return ratio(at(Math.floor((count - 1) / 2)) + at(Math.floor(count / 2)), 2, DECIMALS);
}
