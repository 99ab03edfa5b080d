import {
  BuyerCounter,
  CohortCounter,
  CustomerCounter,
  countAll,
  type GroupBy,
  GroupCounter,
  groupingBy,
  groupingByPair,
  type LineScope,
  lastDays,
  listOrders,
  OverviewCounter,
  PartCounter,
  PeriodCounter,
  type Scan,
  scanPurchases,
  scanPurchasesAsOfEach,
  sortedAmounts,
  sortedOrderTotals,
  TotalCounter,
  VarietyCounter,
} from '../columns/index.js';
import type { StoreReader } from '../engine/transaction.js';
import { highestCustomer } from '../tables/customers.js';
import type { LineEngine, OrderTotals } from './line-engine.js';

/** An engine that goes through the lines in scope and adds them up here, in typed arrays, in one pass. */
export function scanningEngine(reader: StoreReader, scan: Scan): LineEngine {
  const highest = () => highestCustomer(reader);
  return {
    scan,
    count: async scope => {
      let count = 0;
      for await (const lines of scan(scope, [])) count += lines.count;
      return count;
    },
    groups: async (scope, by, { rating, parts }) => {
      const counter = new GroupCounter(groupingBy(by), await highest(), rating, parts);
      await countAll(scan, scope, [counter]);
      return counter.sums();
    },
    sums: (scope, bys, options) => sums(scan, highest, scope, bys, options),
    overview: async (scope, { rating, before, part }) => {
      const customers = await highest();
      const all = new TotalCounter(customers, rating);
      const rest = new OverviewCounter(customers);
      const own = part && new PartCounter(part);
      await countAll(scan, scope, own ? [all, rest, own] : [all, rest]);
      const { revenueByDay } = rest;
      return { total: all.sums(), repeat: rest.repeat(before), revenueByDay, part: own?.sums() };
    },
    scopeSums: async (scope, dimensions) => {
      const counter = new PeriodCounter(await highest(), dimensions);
      await countAll(scan, scope, [counter]);
      return counter;
    },
    customers: async scope => {
      const counter = new CustomerCounter(await highest());
      await countAll(scan, scope, [counter]);
      return counter.sums;
    },
    buyers: async scope => {
      const counter = new BuyerCounter(await highest());
      await countAll(scan, scope, [counter]);
      return counter.marks;
    },
    variety: async (scope, by) => {
      const counter = new VarietyCounter(groupingBy(by), await highest());
      await countAll(scan, scope, [counter]);
      return counter.counts;
    },
    firstDays: async (scope, none) =>
      firstDays(scan, scope, new Int32Array((await highest()) + 1).fill(none)),
    purchases: async (scope, options) => scanPurchases(scan, await highest(), scope, options),
    purchasesAsOfEach: async (days, options, take) =>
      scanPurchasesAsOfEach(scan, await highest(), days, options, take),
    cohorts: async (scope, { cohortOf, periodOf, firstDay, periods }) => {
      const counter = new CohortCounter(cohortOf, periodOf, firstDay, periods);
      await countAll(scan, scope, [counter]);
      return counter.cells;
    },
    orders: (scope, areReturns) => listOrders(scan, scope, areReturns),
    orderTotals: (scope, bys) => orderTotals(scan, scope, bys),
    amounts: (scope, by) => sortedAmounts(scan, scope, groupingBy(by)),
    lastDays: (scope, by) => lastDays(scan, scope, groupingBy(by)),
  };
}

async function sums(
  scan: Scan,
  highest: () => Promise<number>,
  scope: LineScope,
  bys: readonly GroupBy[],
  { rating, parts, pair, countsCustomers = true }: Parameters<LineEngine['sums']>[2],
): ReturnType<LineEngine['sums']> {
  const customers = await highest();
  const total = new TotalCounter(customers, rating, parts);
  const inGroups = countsCustomers ? customers : undefined;
  const counters = bys.map(by => new GroupCounter(groupingBy(by), inGroups, rating, parts));
  const both = pair && ([groupingBy(pair[0]), groupingBy(pair[1])] as const);
  const grouping = both && groupingByPair(...both);
  const ofPairs = grouping && new GroupCounter(grouping, inGroups, rating, parts);
  await countAll(scan, scope, ofPairs ? [total, ...counters, ofPairs] : [total, ...counters]);
  const pairs = ofPairs?.sums().map((s, i) => {
    const [x, y] = grouping?.pairs[i] as readonly [number, number];
    return { ...s, first: both?.[0].ids[x] as number, second: both?.[1].ids[y] as number };
  });
  return { total: total.sums(), groups: counters.map(c => c.sums()), pairs: pairs ?? [] };
}

async function firstDays(scan: Scan, scope: LineScope, first: Int32Array): Promise<Int32Array> {
  for await (const lines of scan(scope, ['customer', 'isReturn', 'day'])) {
    const [customers, days] = [lines.column('customer'), lines.column('day')];
    const isReturn = lines.column('isReturn');
    for (let i = 0; i < customers.length; i++) {
      const customer = customers[i]!;
      const day = days[i]!;
      if (isReturn[i] === 0 && day < first[customer]!) first[customer] = day;
    }
  }
  return first;
}

async function orderTotals(scan: Scan, scope: LineScope, bys: readonly GroupBy[]): Promise<OrderTotals[]> {
  const [first, second] = bys.map(groupingBy);
  if (first && second) {
    const grouping = groupingByPair(first, second);
    const found = await sortedOrderTotals(scan, scope, grouping);
    return [...found].map(([id, totals]) => {
      const [x, y] = grouping.pairs[id] as readonly [number, number];
      return { ids: [first.ids[x] as number, second.ids[y] as number], totals };
    });
  }
  const found = await sortedOrderTotals(scan, scope, first ?? groupingBy(EVERYTHING));
  return [...found].map(([id, totals]) => ({ ids: first ? [id] : [], totals }));
}

/** Puts all lines into one group. */
const EVERYTHING: GroupBy = {
  kind: 'lookUp',
  column: 'day',
  first: 0,
  groups: new Int32Array(0),
  names: new Map(),
};
