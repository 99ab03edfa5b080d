import type { DayRange, Grain } from '../calendar/grain.js';
import { periodOf } from '../calendar/grain.js';
import { type Dimension, listValues } from './dimensions.js';
import { dataExtent } from './extent.js';
import { decodeIds } from './id-set.js';
import { EVERYTHING } from './saved-sums.js';
import type { Store } from './store.js';
import type { GroupBy, LineScope, Sums } from './sums.js';

type By = GroupBy | 'everything';

/**
 * Sums from what is kept by month, with distinct orders and customers exact.
 * @returns undefined where the lines must be asked: filters, days and weeks, customers, a part of a month, orders
 *   that reach over months, a dimension of too many values
 */
export async function keptSums(store: Store, scope: LineScope, by: By): Promise<Sums[] | undefined> {
  const dimension = dimensionOf(by);
  if (scope.filters.length > 0 || dimension === undefined) return undefined;
  const months = await wholeMonths(store, scope.range);
  if (!months) return undefined;
  const state = await stateOf(store);
  const overMonths = !isGrain(by, 'month') && months.from !== months.to;
  if (state.summaries_due !== 0 || (state.orders_over_months !== 0 && overMonths)) return undefined;
  const rows: KeptRow[] = await store
    .db('sales_sums')
    .where({ dimension_id: dimension === 'everything' ? EVERYTHING : dimension.id })
    .whereBetween('month', [months.from, months.to])
    .orderBy(['value_id', 'month']);
  const groups = addUp(rows, await highestCustomer(store), row => groupOf(by, row));
  if (dimension === 'everything') return groups.map(g => sumsOf(g, by === 'everything' ? null : g.id, null));
  const names = new Map((await listValues(store, dimension)).map(v => [v.id, v]));
  return groups.map(g => sumsOf(g, names.get(g.id)?.value ?? null, names.get(g.id)?.label ?? null));
}

interface KeptRow {
  readonly value_id: number;
  readonly month: number;
  readonly revenue: number;
  readonly lines: number;
  readonly orders: number;
  readonly quantity: number;
  readonly returns: number;
  readonly lines_without_customer: number;
  readonly customers: string;
}

const isGrain = (by: By, grain: Grain): boolean =>
  by !== 'everything' && by.kind === 'grain' && by.grain === grain;

/** Whose rows are read; undefined where none are kept for it. */
function dimensionOf(by: By): Dimension | 'everything' | undefined {
  if (by === 'everything') return 'everything';
  if (by.kind === 'dimension') return by.dimension.summarised ? by.dimension : undefined;
  if (by.kind === 'grain' && by.grain !== 'day' && by.grain !== 'week') return 'everything';
  return undefined;
}

function groupOf(by: By, row: KeptRow): number {
  if (by === 'everything') return EVERYTHING;
  return by.kind === 'grain' ? periodOf(by.grain, row.month).from : row.value_id;
}

/** The first and last month of a range that is made of whole months, as far as there is data; undefined for others. */
async function wholeMonths(store: Store, range: DayRange | undefined): Promise<DayRange | undefined> {
  const data = await dataExtent(store);
  if (!data) return undefined;
  const from = Math.max(range?.from ?? data.from, data.from);
  const to = Math.min(range?.to ?? data.to, data.to);
  if (from > to) return undefined;
  const [first, last] = [periodOf('month', from), periodOf('month', to)];
  const whole = (from === first.from || from === data.from) && (to === last.to || to === data.to);
  return whole ? { from: first.from, to: last.from } : undefined;
}

async function stateOf(store: Store): Promise<Record<string, number>> {
  const rows: { key: string; value: number }[] = await store.db('store_state').select('key', 'value');
  return Object.fromEntries(rows.map(r => [r.key, Number(r.value)]));
}

async function highestCustomer(store: Store): Promise<number> {
  return Number((await store.db('customers').max({ id: 'id' }).first())?.id ?? 0);
}

type Group = { id: number; customers: number } & Omit<KeptRow, 'value_id' | 'month' | 'customers'>;

/**
 * Adds rows up by group, in the order in which the groups come. A customer is counted the first time it is met in a
 * group: `met` holds the group in which each was met last, so rows of a group must come together.
 */
function addUp(rows: readonly KeptRow[], highest: number, groupOf: (row: KeptRow) => number): Group[] {
  const met = new Int32Array(highest + 1).fill(-1);
  const groups: Group[] = [];
  let group: { -readonly [K in keyof Group]: Group[K] } | undefined;
  for (const row of rows) {
    const id = groupOf(row);
    if (group?.id !== id) {
      group = {
        id,
        customers: 0,
        revenue: 0,
        lines: 0,
        orders: 0,
        quantity: 0,
        returns: 0,
        lines_without_customer: 0,
      };
      groups.push(group);
    }
    const current = group;
    for (const measure of ADDED) current[measure] += Number(row[measure]);
    decodeIds(row.customers, customer => {
      if (met[customer] === groups.length) return;
      met[customer] = groups.length;
      current.customers++;
    });
  }
  return groups;
}

const ADDED = ['revenue', 'lines', 'orders', 'quantity', 'returns', 'lines_without_customer'] as const;

function sumsOf(group: Group, key: Sums['key'], label: string | null): Sums {
  const { revenue, lines, orders, customers, quantity, returns } = group;
  return {
    key,
    label,
    revenue,
    lines,
    orders,
    customers,
    quantity,
    returns,
    linesWithoutCustomer: group.lines_without_customer,
  };
}
