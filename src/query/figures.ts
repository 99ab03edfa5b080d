import { statusesOfKind } from '../answering/cancelled.js';
import type { DayRange } from '../core/calendar/grain.js';
import { ShopkeeperError } from '../core/errors.js';
import { recordedIn } from '../measures/recorded.js';
import { orderFacts, orderTotalsOf } from '../store/scope/order-facts.js';
import {
  type GroupBy,
  type GroupSums,
  keyedSums,
  LINE_PARTS,
  type LinePart,
  type LineScope,
  NO_SUMS,
} from '../store/scope/sums.js';
import { expectedOf } from './expected.js';
import { LACKS } from './lacks.js';
import { numbersFound } from './means-of-numbers.js';
import { type Expected, NOTHING_EXPECTED } from './measure.js';
import type { GroupFigures, Needed, Part, QueryMeasure } from './measures.js';
import { productField, productsOf } from './products.js';
import type { Setting } from './setting.js';

/** What a group stands for in each grouping, as a key. */
export const keyOf = (ids: readonly number[]): string => ids.join('|');

/** The figures of everything in scope, and of each group by its key. */
export interface Figures {
  readonly total: GroupFigures;
  readonly groups: ReadonlyMap<string, GroupFigures & { readonly ids: readonly number[] }>;
}

/** A group while it is added up. */
interface Adding {
  readonly ids: readonly number[];
  readonly sums: Map<Part, GroupSums>;
  readonly numbers: Map<string, number | null>;
  orderTotals: Float64Array;
  expected: Expected;
  products: number;
}

const adding = (ids: readonly number[]): Adding => ({
  ids,
  sums: new Map(),
  numbers: new Map(),
  orderTotals: new Float64Array(0),
  expected: NOTHING_EXPECTED,
  products: 0,
});

const added = ({ sums, ...rest }: Adding): GroupFigures & { readonly ids: readonly number[] } => ({
  ...rest,
  of: part => sums.get(part) ?? NO_SUMS,
});

/** Adds up all that measures need, a pass for each part of the lines. */
export async function figuresFor(
  measures: readonly QueryMeasure[],
  bys: readonly GroupBy[],
  scope: LineScope,
  range: DayRange | undefined,
  setting: Setting,
): Promise<Figures> {
  const { store } = setting.view;
  const within: LineScope = { ...scope, ...(range && { range }) };
  const parts = new Set<Part>(['all', ...measures.flatMap(m => m.parts ?? [])]);
  const countsCustomers = measures.some(m => m.needs?.includes('customers'));
  const all = adding([]);
  const byGroup = new Map<string, Adding>();
  const group = (ids: readonly number[]): Adding => {
    const key = keyOf(ids);
    const known = byGroup.get(key) ?? adding(ids);
    byGroup.set(key, known);
    return known;
  };
  for (const part of parts) {
    const beside = part === 'all' ? neededParts(measures) : [];
    const lines = await scopeOf(part, within, setting);
    const { total, groups } = await keyedSums(store, lines, bys, beside, countsCustomers);
    all.sums.set(part, total);
    for (const sums of groups) group(sums.ids).sums.set(part, sums);
  }
  if (measures.some(m => m.needsOrderTotals)) {
    if (bys.length > 0)
      for (const { ids, totals } of await orderTotalsOf(store, within, bys)) group(ids).orderTotals = totals;
    all.orderTotals = (await orderTotalsOf(store, within, []))[0]?.totals ?? all.orderTotals;
  }
  if (measures.some(m => m.isExpected)) {
    const { total, groups } = await expectedOf(bys, within, setting);
    all.expected = total;
    for (const { ids, expected } of groups) group(ids).expected = expected;
  }
  if (measures.some(m => m.needs?.includes('products'))) {
    const { total, groups } = await productsOf(bys, within, setting);
    all.products = total;
    for (const { ids, products } of groups) group(ids).products = products;
  }
  for (const { key, numbers } of measures) {
    if (!numbers) continue;
    const { total, groups } = await numbersFound(numbers, bys, within, store);
    all.numbers.set(key, total);
    for (const { ids, value } of groups) group(ids).numbers.set(key, value);
  }
  return {
    total: added(all),
    groups: new Map([...byGroup].map(([key, sums]) => [key, added(sums)])),
  };
}

/** The figures beside revenue that measures are made of. */
export const neededParts = (measures: readonly QueryMeasure[]): LinePart[] =>
  LINE_PARTS.filter(part => measures.some(m => m.needs?.includes(part)));

/** The lines of a part of the scope. */
async function scopeOf(part: Part, scope: LineScope, { view }: Setting): Promise<LineScope> {
  if (part === 'all') return scope;
  if (part === 'returns') return { ...scope, kind: 'returns' };
  if (part === 'known') {
    const field = { key: 'customer', label: 'Customer' };
    const filter = { field, column: 'customer', values: [{ id: 0, value: '' }], exclude: true } as const;
    return { ...scope, filters: [...scope.filters, filter] };
  }
  if (part === 'cancelled' || part === 'returned') {
    const filter = await statusesOfKind(part, view);
    return filter ? { ...scope, filters: [...scope.filters, filter] } : scope;
  }
  const { number } = await orderFacts(view.store);
  const keeps = {
    buying: (n: number) => n >= 1,
    first: (n: number) => n === 1,
    later: (n: number) => n >= 2,
  }[part];
  const marks = Uint8Array.from(number, n => (keeps(n) ? 1 : 0));
  // A customer is one who ordered: the return of an order's other line is no order.
  return { ...scope, kind: 'sales', masks: [...(scope.masks ?? []), { column: 'order', first: 0, marks }] };
}

/** @throws ShopkeeperError naming what the data lacks for a measure */
export async function refuseMissing(
  measures: readonly QueryMeasure[],
  { view, fields }: Setting,
): Promise<void> {
  const recorded = await recordedIn(view.store);
  const hasStatus = async (need: Needed, kind: 'cancelled' | 'returned') =>
    measures.some(m => m.needs?.includes(need)) && (await statusesOfKind(kind, view)) !== undefined;
  const hasCancelled = await hasStatus('status', 'cancelled');
  const hasReturned = await hasStatus('returned', 'returned');
  for (const { label, needs = [] } of measures) {
    const lacks = needs.find(
      need =>
        (need === 'orders' && !recorded.orders) ||
        (need === 'customers' && !recorded.customers) ||
        (need === 'quantity' && !recorded.quantity) ||
        (need === 'ratings' && !fields.some(f => /^(?:\w*rating|stars|csat)$/i.test(f.key))) ||
        (need === 'status' && !hasCancelled) ||
        (need === 'returned' && !hasReturned) ||
        (need === 'products' && !productField(fields)) ||
        (isPart(need) && !recorded.parts.has(need)),
    );
    if (lacks) throw new ShopkeeperError(`${label} cannot be said: ${LACKS[lacks][0]}.`, LACKS[lacks][1]);
  }
}

/** The error where customers are asked for and there are none. */
export const missingCustomers = (what: string): ShopkeeperError =>
  new ShopkeeperError(`${what}: ${LACKS.customers[0]}.`, LACKS.customers[1]);

const isPart = (need: Needed): need is LinePart => LINE_PARTS.some(part => part === need);
