import type { IdSums, PeriodSums } from '../../../store/scope/period-sums.js';
import { type Factors, factorEffects } from './tree.js';

/** What a part of a change is made by. */
export type PartKey =
  | 'newCustomers'
  | 'otherCustomersWon'
  | 'customersLost'
  | 'customers'
  | 'orders'
  | 'ordersPerCustomer'
  | 'unitsPerOrder'
  | 'pricePerUnit'
  | 'averageOrder'
  | 'withoutCustomer'
  | 'returns';

/** A part of the change between two periods. Money in minor units, not rounded. */
export interface Part {
  readonly key: PartKey;
  /** What it was and is: customers, orders per customer, money; null where there is nothing to say. */
  readonly before: number | null;
  readonly now: number | null;
  /** What it adds to the change. */
  readonly effect: number;
}

/** What explains the change between two periods. */
export interface Explained {
  readonly before: PeriodSums;
  readonly now: PeriodSums;
  /** Customers who bought in both periods. */
  readonly kept: number;
  /** Who was won and lost, and what the kept ones did otherwise; sums up to the change. */
  readonly parts: readonly Part[];
  /** The same by averages of everybody; sums up to the change. */
  readonly averages: readonly Part[];
}

/** The shop's files, and what is known of its customers. */
export interface Known {
  readonly customers: boolean;
  readonly quantity: boolean;
  /** The day of each customer's first order ever, by id. */
  readonly firstDays: Int32Array;
}

/** Splits the change between two periods into parts that add up to it. */
export function explained(before: PeriodSums, now: PeriodSums, known: Known): Explained {
  const groups = groupsOf(before, now, known.firstDays);
  const rest = restOf(before, now, known.customers);
  if (!known.customers) {
    const orders = byAverages(withoutCustomer(before), withoutCustomer(now), known.quantity, false);
    return { before, now, kept: 0, parts: [...orders, ...rest], averages: [] };
  }
  const { fresh, other, lost, kept, all } = groups;
  const won = (key: PartKey, group: Group): Part => ({
    key,
    before: 0,
    now: group.now.customers,
    effect: group.now.revenue,
  });
  const parts: Part[] = [
    won('newCustomers', fresh),
    won('otherCustomersWon', other),
    { key: 'customersLost', before: lost.before.customers, now: 0, effect: -lost.before.revenue },
    ...byAverages(kept.before, kept.now, known.quantity, true).filter(part => part.key !== 'customers'),
    ...rest,
  ];
  return {
    before,
    now,
    kept: kept.now.customers,
    parts: kept.now.customers > 0 ? parts : parts.filter(part => !KEPT.has(part.key)),
    averages: [...byAverages(all.before, all.now, known.quantity, true), ...rest],
  };
}

/** Parts that are about customers who bought in both periods. */
const KEPT: ReadonlySet<PartKey> = new Set([
  'ordersPerCustomer',
  'unitsPerOrder',
  'pricePerUnit',
  'averageOrder',
]);

/** Sales without a customer, in a shop that names customers, and returns. */
function restOf(before: PeriodSums, now: PeriodSums, hasCustomers: boolean): Part[] {
  const part = (key: PartKey, of: (sums: PeriodSums) => number, isThere: boolean): Part[] =>
    isThere ? [{ key, before: of(before), now: of(now), effect: of(now) - of(before) }] : [];
  const anonymous = (sums: PeriodSums) => sums.byCustomer.revenue[0]!;
  const isAnonymous = [before, now].some(sums => sums.byCustomer.orders[0]! > 0);
  return [
    ...part('withoutCustomer', anonymous, hasCustomers && isAnonymous),
    ...part('returns', sums => sums.returns.revenue, before.returns.lines + now.returns.lines > 0),
  ];
}

interface Group {
  readonly before: Factors;
  readonly now: Factors;
}

type Sums = { -readonly [K in keyof Factors]: Factors[K] };
const nothing = (): Sums => ({ customers: 0, orders: 0, units: 0, revenue: 0 });

/** Sums of those who are new, came from before, were lost or stayed, and of all customers. */
function groupsOf(before: PeriodSums, now: PeriodSums, firstDays: Int32Array) {
  const group = () => ({ before: nothing(), now: nothing() });
  const groups = { fresh: group(), other: group(), lost: group(), kept: group() };
  const add = (to: Sums, { orders, quantity, revenue }: IdSums, id: number) => {
    to.customers++;
    to.orders += orders[id]!;
    to.units += quantity[id]!;
    to.revenue += revenue[id]!;
  };
  const [was, is] = [before.byCustomer, now.byCustomer];
  for (let id = 1; id < is.orders.length; id++) {
    const [wasThere, isThere] = [was.orders[id]! > 0, is.orders[id]! > 0];
    if (!wasThere && !isThere) continue;
    const isNew = (firstDays[id] ?? 0) >= now.range.from;
    const to = !isThere ? groups.lost : wasThere ? groups.kept : isNew ? groups.fresh : groups.other;
    if (wasThere) add(to.before, was, id);
    if (isThere) add(to.now, is, id);
  }
  const each = Object.values(groups);
  const all = { before: together(each.map(g => g.before)), now: together(each.map(g => g.now)) };
  return { ...groups, all };
}

function together(groups: readonly Factors[]): Factors {
  const sum = (of: (group: Factors) => number) => groups.reduce((total, group) => total + of(group), 0);
  return {
    customers: sum(g => g.customers),
    orders: sum(g => g.orders),
    units: sum(g => g.units),
    revenue: sum(g => g.revenue),
  };
}

/** All orders of a shop without customers, each as if of a customer of its own. */
function withoutCustomer({ byCustomer: { orders, quantity, revenue } }: PeriodSums): Factors {
  const [count, units, sum] = [orders[0]!, quantity[0]!, revenue[0]!];
  return { customers: count, orders: count, units, revenue: sum };
}

/** The revenue tree of a group. */
function byAverages(before: Factors, now: Factors, hasUnits: boolean, hasCustomers: boolean): Part[] {
  const effects = factorEffects(before, now, hasUnits);
  const part = (key: PartKey, effect: number, of: (f: Factors) => number | null): Part => ({
    key,
    before: of(before),
    now: of(now),
    effect,
  });
  const ratio = (a: number, b: number) => (b === 0 ? null : a / b);
  return [
    part(hasCustomers ? 'customers' : 'orders', effects.customers, f => f.customers),
    ...(hasCustomers
      ? [part('ordersPerCustomer', effects.frequency, f => ratio(f.orders, f.customers))]
      : []),
    ...(effects.hasPrices
      ? [
          part('unitsPerOrder', effects.unitsPerOrder, f => ratio(f.units / 1000, f.orders)),
          part('pricePerUnit', effects.pricePerUnit, f => ratio(f.revenue * 1000, f.units)),
        ]
      : [part('averageOrder', effects.averageOrder, f => ratio(f.revenue, f.orders))]),
  ];
}
