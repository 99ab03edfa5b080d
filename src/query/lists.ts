import { unitsPerMajor } from '../core/money/currencies.js';
import { customerSums } from '../store/scope/customer-sums.js';
import { orderFacts } from '../store/scope/order-facts.js';
import { groupedSums, groupNames, type LineMask } from '../store/scope/sums.js';
import { type Customer, customersById } from '../store/tables/customers.js';
import { type ExpectedBy, type ExpectedFigures, expectedFor, isExpectedFigure } from './expected-figures.js';
import { statusesOf } from './order-status.js';
import { purchasesEver } from './purchases-ever.js';
import { inRange } from './ranges.js';
import type { ResolvedQuery } from './resolve.js';
import type { Setting } from './setting.js';

/** A customer of a list. Money in minor units; orders, units and spent within the period and filters. */
export interface ListedCustomer {
  readonly id: number;
  readonly person: Customer | undefined;
  readonly orders: number;
  readonly units: number;
  readonly spent: number;
  /** Of all their orders. */
  readonly lastDay: number | null;
  readonly segment: string | null;
  /**
   * What is expected of them, as far as the query asks for it; NaN where there is none. Money in major
   * units.
   */
  readonly expected: ExpectedFigures;
}

/** Customers on a page of a list, and the sums of all pages. */
export interface CustomerList {
  readonly rows: readonly ListedCustomer[];
  readonly count: number;
  readonly spent: number;
  readonly page: PageOf;
}

/** Which rows of all are shown, from 1. */
export interface PageOf {
  readonly page: number;
  readonly pages: number;
  readonly first: number;
  readonly size: number;
}

/** Rows on a page unless the query limits them. */
const PAGE = 15;

type Sums = { id: number; orders: number; units: number; spent: number };

/**
 * The customers whom a query is about, by what they spent unless it ranks them otherwise.
 * @param isWhole whether all of them are on one page
 */
export async function listCustomers(
  resolved: ResolvedQuery,
  setting: Setting,
  isWhole = false,
): Promise<CustomerList> {
  const { query } = resolved;
  const { view } = setting;
  const everything = await purchasesEver(setting);
  const last = daysOf(everything.customer, everything.lastDay, setting.highestCustomer);
  const first =
    query.rank?.by === 'first-order'
      ? daysOf(everything.customer, everything.firstDay, setting.highestCustomer)
      : last;
  const scale = unitsPerMajor(view.currency);
  const expected = await expectedFor(query, setting);
  const all = (await sumsOf(resolved, setting)).filter(c =>
    keeps(query.having, {
      revenue: c.spent / scale,
      orders: c.orders,
      units: c.units,
      'average-order': c.spent / scale / c.orders,
      'inactive-days': setting.asOf - last[c.id]!,
      ...expected(c.id),
    }),
  );
  const sorted = sortedBy(all, query.rank, first, last, expected);
  const limited = query.rank ? sorted.slice(0, query.rank.limit) : sorted;
  const size = Math.min(query.rank?.limit ?? PAGE, 50);
  const page = isWhole
    ? { page: 1, pages: 1, first: 1, size: limited.length }
    : pageOf(limited.length, query.page, size);
  const shown = limited.slice(page.first - 1, page.first - 1 + page.size);
  const people = await customersById(
    view.store,
    shown.map(c => c.id),
  );
  const segments = await segmentTitlesOf(
    shown.map(c => c.id),
    setting,
  );
  return {
    rows: shown.map(c => ({
      ...c,
      person: people.get(c.id),
      lastDay: last[c.id] === NEVER ? null : last[c.id]!,
      segment: segments.get(c.id) ?? null,
      expected: expected(c.id),
    })),
    count: all.length,
    spent: all.reduce((sum, c) => sum + c.spent, 0),
    page,
  };
}

/** Whether a list shows, ranks or keeps customers by their units. */
const needsUnits = ({ measures, rank, having }: ResolvedQuery['query']): boolean =>
  measures.includes('units') || rank?.by === 'units' || having.some(h => h.measure === 'units');

/** The last day of a customer who has ordered nothing. */
const NEVER = Number.NEGATIVE_INFINITY;

/** A day of each customer, by id: of the first or the last order. */
function daysOf(customer: Int32Array, day: Int32Array, highest: number): Float64Array {
  const days = new Float64Array(highest + 1).fill(NEVER);
  for (let i = 0; i < customer.length; i++) days[customer[i]!] = day[i]!;
  return days;
}

/** Marks by customer id: 0 is the first. */
const isOfCustomers = ({ column, first, keepsOthers }: LineMask): boolean =>
  column === 'customer' && first === 0 && !keepsOthers;

/** What each customer whom a query is about, and who has an order, bought within the lines. */
async function sumsOf({ lines, who, query }: ResolvedQuery, setting: Setting): Promise<Sums[]> {
  const { store } = setting.view;
  const { range, filters, masks = [] } = lines;
  // Marks of customers leave out whole customers.
  const [ofCustomers, others] = [masks.filter(isOfCustomers), masks.filter(m => !isOfCustomers(m))];
  const marks = [...ofCustomers.map(m => m.marks), ...(who ? [who] : [])];
  const isAbout = (id: number) => id !== 0 && marks.every(m => m[id] === 1);
  const found: Sums[] = [];
  if (!range && filters.length === 0 && others.length === 0 && !needsUnits(query)) {
    const { customer, orders, revenue } = await purchasesEver(setting);
    for (let i = 0; i < customer.length; i++) {
      const id = customer[i]!;
      if (isAbout(id)) found.push({ id, orders: orders[i]!, units: 0, spent: revenue[i]! });
    }
    return found;
  }
  const { orders, quantity, revenue } = await customerSums(store, {
    ...(range && { range }),
    filters,
    masks: others,
  });
  for (let id = 1; id < orders.length; id++)
    if (orders[id]! > 0 && isAbout(id))
      found.push({
        id,
        orders: orders[id]!,
        units: quantity[id]! / 1000,
        spent: revenue[id]!,
      });
  return found;
}

/** Whether figures are in all ranges that rows are kept by. */
const keeps = (
  having: ResolvedQuery['query']['having'],
  figures: Readonly<Record<string, number>>,
): boolean => having.every(({ measure, range }) => inRange(range)(figures[measure] ?? Number.NaN));

function sortedBy(
  all: readonly Sums[],
  rank: ResolvedQuery['query']['rank'],
  first: Float64Array,
  last: Float64Array,
  expected: ExpectedBy,
): Sums[] {
  const by = (c: Sums): number => {
    // Of whom nothing is expected come last, whichever way the list is ranked.
    if (rank?.by !== undefined && isExpectedFigure(rank.by)) {
      const own = expected(c.id)[rank.by] ?? Number.NaN;
      return Number.isNaN(own) ? (rank.order === 'bottom' ? Infinity : -Infinity) : own;
    }
    switch (rank?.by) {
      case 'orders':
        return c.orders;
      case 'units':
        return c.units;
      case 'average-order':
        return c.orders === 0 ? 0 : c.spent / c.orders;
      case 'first-order':
        return first[c.id]!;
      case 'last-order':
        return last[c.id]!;
      case 'inactive-days':
        return -last[c.id]!;
      default:
        return c.spent;
    }
  };
  const sign = rank?.order === 'bottom' ? 1 : -1;
  return [...all].sort((a, b) => sign * compared(by(a), by(b)) || a.id - b.id);
}

/** Less, equal or more; infinities are equal to themselves. */
function compared(a: number, b: number): number {
  return a === b ? 0 : a - b;
}

function pageOf(count: number, wanted = 1, size: number): PageOf {
  const pages = Math.max(1, Math.ceil(count / size));
  const page = Math.min(wanted, pages);
  return { page, pages, first: (page - 1) * size + 1, size };
}

async function segmentTitlesOf(ids: readonly number[], setting: Setting): Promise<Map<number, string>> {
  const wanted = new Set(ids);
  const titles = new Map<number, string>();
  if (ids.length === 0) return titles;
  const { scored, segment, segments } = await setting.segments();
  const { customer } = scored.figures;
  for (let i = 0; i < customer.length; i++) {
    const id = customer[i] as number;
    if (wanted.has(id)) titles.set(id, segments[segment[i] as number]?.title ?? '');
  }
  return titles;
}

/** An order of a list. Money in minor units, of its lines within the filters. */
export interface ListedOrder {
  readonly id: number;
  readonly key: string;
  readonly day: number;
  /** Of orders that were asked for by number, where the data has one. */
  readonly status?: string | null;
  readonly customer: string | null;
  readonly units: number;
  readonly lines: number;
  readonly total: number;
}

export interface ListOfOrders {
  readonly rows: readonly ListedOrder[];
  readonly count: number;
  readonly total: number;
  readonly page: PageOf;
}

/** The orders that a query is about, the largest first unless it ranks them otherwise. */
export async function listOrders(resolved: ResolvedQuery, setting: Setting): Promise<ListOfOrders> {
  const { lines, query } = resolved;
  const { store } = setting.view;
  const facts = await orderFacts(store);
  const scale = unitsPerMajor(setting.view.currency);
  const all = (await groupedSums(store, lines, { kind: 'order' })).filter(
    s =>
      s.orders > 0 &&
      keeps(query.having, { revenue: s.revenue / scale, units: s.quantity / 1000, lines: s.lines }),
  );
  const { rank } = query;
  const by = (s: (typeof all)[number]): number => {
    if (rank?.by === 'day' || rank?.by === 'last-order') return facts.day[s.id] as number;
    if (rank?.by === 'units') return s.quantity;
    return rank?.by === 'lines' ? s.lines : s.revenue;
  };
  const sign = rank?.order === 'bottom' ? 1 : -1;
  all.sort((a, b) => sign * (by(a) - by(b)) || a.id - b.id);
  const limited = rank ? all.slice(0, rank.limit) : all;
  const page = pageOf(limited.length, query.page, Math.min(rank?.limit ?? PAGE, 50));
  const shown = limited.slice(page.first - 1, page.first - 1 + page.size);
  const keys = await groupNames(
    store,
    { kind: 'order' },
    shown.map(s => s.id),
  );
  const people = await customersById(
    store,
    shown.map(s => facts.customer[s.id] as number).filter(id => id > 0),
  );
  // Orders that are asked for by number are told with what has become of them.
  const isNamed = query.where.some(filter => filter.field === 'order');
  const statuses = isNamed
    ? await statusesOf(
        shown.map(s => s.id),
        setting,
      )
    : new Map<number, string>();
  return {
    rows: shown.map(s => ({
      id: s.id,
      ...(statuses.size > 0 && { status: statuses.get(s.id) ?? null }),
      key: String(keys.get(s.id)?.key ?? s.id),
      day: facts.day[s.id] as number,
      customer: people.get(facts.customer[s.id] as number)?.name ?? null,
      units: s.quantity / 1000,
      lines: s.lines,
      total: s.revenue,
    })),
    count: all.length,
    total: all.reduce((sum, s) => sum + s.revenue, 0),
    page,
  };
}
