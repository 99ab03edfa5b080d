import { setImmediate as yieldToOthers } from 'node:timers/promises';
import type { Day } from '../core/calendar/days.js';
import type { DayRange } from '../core/calendar/grain.js';
import { chanceOfDifference } from '../core/proportions.js';
import type { StoreReader } from '../store/engine/transaction.js';
import { type BasketPairs, type Baskets, countBaskets, countPairs } from '../store/scope/baskets.js';
import type { LineScope } from '../store/scope/sums.js';
import type { Dimension } from '../store/tables/dimensions.js';

/** Two items, or some that are given and one that goes with them. */
export interface Rule {
  /** Value ids: what is given, and what goes with it. */
  readonly first: number;
  readonly second: number;
  /** Orders with the first, with the second, and with both. */
  readonly firstOrders: number;
  readonly secondOrders: number;
  readonly together: number;
  /** Of all orders, those with both. */
  readonly support: number;
  /** Of the orders with one, those with the other as well. */
  readonly confidence: number;
  readonly confidenceBack: number;
  /** How many times as often together as if one had nothing to do with the other. */
  readonly lift: number;
  /** The share of all orders that are with both beyond that. */
  readonly leverage: number;
}

/** The figures of a rule (Agrawal et al. 1993; lift: Brin et al. 1997; leverage: Piatetsky-Shapiro 1991). */
export function ruleOf(
  [first, firstOrders]: readonly [number, number],
  [second, secondOrders]: readonly [number, number],
  together: number,
  orders: number,
): Rule {
  return {
    first,
    second,
    firstOrders,
    secondOrders,
    together,
    support: together / orders,
    confidence: together / firstOrders,
    confidenceBack: together / secondOrders,
    lift: (together * orders) / (firstOrders * secondOrders),
    leverage: together / orders - (firstOrders * secondOrders) / orders ** 2,
  };
}

/** In how many orders a pair must be at least, to be shown: fewer are told nothing by. */
export function leastTogether(orders: number): number {
  if (orders < 50) return 1;
  return orders < 500 ? 3 : 5;
}

/** Pairs are counted of so many items, those of the most orders. */
export const MOST_ITEMS = 3_000;
/** Rules that are kept. */
const MOST_RULES = 1_000;
/** Pairs that are looked at without a pause. */
const PAIRS_AT_ONCE = 1_000_000;

/** Rules by how far they are beyond chance, and how many pairs there are that could be. */
export interface Rules {
  readonly rules: readonly Rule[];
  /** Pairs that are in enough orders. */
  readonly count: number;
}

const byLeverage = (a: Rule, b: Rule): number =>
  b.leverage - a.leverage || b.together - a.together || b.lift - a.lift;

/** The pairs that are in enough orders, those farthest beyond chance first. @param most so many of them */
export async function pairRules(
  { orders, counts }: Pick<Baskets, 'orders' | 'counts'>,
  items: readonly number[],
  pairs: BasketPairs,
  least: number,
  most: number = MOST_RULES,
): Promise<Rules> {
  let rules: Rule[] = [];
  let [count, looked] = [0, 0];
  for (let a = 1; a < items.length; a++) {
    for (let b = 0; b < a; b++) {
      const together = pairs.together(a, b);
      if (together < least) continue;
      count++;
      // What is in fewer orders stands first: it tells more about what goes with it.
      const [first, second] = [a, b].map(i => [items[i]!, counts[i]!] as const);
      if (first && second) rules.push(ruleOf(first, second, together, orders));
    }
    if (rules.length > most * 10) rules = rules.sort(byLeverage).slice(0, most);
    looked += a;
    if (looked < PAIRS_AT_ONCE) continue;
    looked = 0;
    await yieldToOthers();
  }
  return { rules: rules.sort(byLeverage).slice(0, most), count };
}

/**
 * Counts the pairs of the items in the most orders.
 * @returns `leftOut`: items that are in orders enough, but in fewer than the others
 */
export async function pairsTogether(
  reader: StoreReader,
  scope: LineScope,
  dimension: Dimension,
  baskets: Baskets,
): Promise<Rules & { readonly baskets: Baskets; readonly pairs: BasketPairs; readonly leftOut: number }> {
  const least = leastTogether(baskets.orders);
  const often = baskets.items.filter((_, i) => baskets.counts[i]! >= least);
  const items = often.slice(0, MOST_ITEMS);
  const pairs = await countPairs(reader, scope, dimension, items);
  const rules = await pairRules(baskets, items, pairs, least);
  return { baskets, pairs, leftOut: often.length - items.length, ...rules };
}

/**
 * The same rules in an order that only figures and names decide, never the order of a file's rows.
 * @param arePairs whether both are found, so that either can stand first
 */
export function inOrderOfNames(
  rules: readonly Rule[],
  name: (id: number) => string,
  arePairs: boolean,
): Rule[] {
  const isBefore = (a: number, b: number) => name(a) < name(b);
  return rules
    .map(rule =>
      arePairs && rule.firstOrders === rule.secondOrders && isBefore(rule.second, rule.first)
        ? { ...rule, first: rule.second, second: rule.first }
        : rule,
    )
    .sort(
      (a, b) =>
        byLeverage(a, b) ||
        (a.first === b.first ? 0 : isBefore(a.first, b.first) ? -1 : 1) ||
        (isBefore(a.second, b.second) ? -1 : 1),
    );
}

/** What goes with some items, farthest beyond chance first. */
export function rulesWith(
  { orders, counts, items }: Baskets,
  given: readonly number[],
  found: { readonly orders: number; readonly together: Int32Array },
  least: number,
): Rules {
  const rules = items.flatMap((item, i) => {
    const together = found.together[i]!;
    if (given.includes(item) || together < least) return [];
    return [ruleOf([given[0]!, found.orders], [item, counts[i]!], together, orders)];
  });
  return { rules: rules.sort(byLeverage).slice(0, MOST_RULES), count: rules.length };
}

/** By how much chance may explain that two go together, at most. */
const SURE = 0.01;

/**
 * Whether two go together by more than chance: z test of the share of orders with the second, among those
 * with the first and among all others, corrected for the number of pairs (Bonferroni); five orders together
 * at least.
 */
export function isSure(
  { firstOrders, secondOrders, together, lift }: Rule,
  orders: number,
  pairs: number,
): boolean {
  if (lift <= 1 || together < 5) return false;
  const own = { part: together, whole: firstOrders };
  const others = { part: secondOrders - together, whole: orders - firstOrders };
  return chanceOfDifference(own, others) * Math.max(1, pairs) < SURE;
}

/** A pair that is no chance, and in how many of the newest orders it is. */
export interface FreshRule extends Rule {
  readonly recently: number;
}

/** Pairs are of so many items, those in the most orders: what sells seldom is no offer for many. */
const MOST_FRESH_ITEMS = 400;

/**
 * The pairs that are surely no chance with the orders of a period, and were not without them; those in the
 * most orders of the period first.
 * @param data the first day of the data and the last one of the period
 * @param from the first day of the period
 */
export async function freshPairs(
  reader: StoreReader,
  scope: Omit<LineScope, 'range'>,
  dimension: Dimension,
  data: DayRange,
  from: Day,
): Promise<{ readonly rules: readonly FreshRule[]; readonly orders: number; readonly ordersBefore: number }> {
  const count = async (range: DayRange) => {
    const baskets = await countBaskets(reader, { ...scope, range }, dimension);
    return { range, baskets, ofItem: new Map(baskets.items.map((id, i) => [id, baskets.counts[i]!])) };
  };
  const before = await count({ from: data.from, to: from - 1 });
  const now = await count(data);
  const items = now.baskets.items.slice(0, MOST_FRESH_ITEMS);
  // Of the same items before and now, or an item that came to be among them would bring all of its pairs.
  const sure = async ({ range, baskets: { orders }, ofItem }: typeof now) => {
    const pairs = await countPairs(reader, { ...scope, range }, dimension, items);
    const counts = Int32Array.from(items, id => ofItem.get(id) ?? 0);
    const { rules, count: all } = await pairRules({ orders, counts }, items, pairs, 5, Number.MAX_VALUE);
    return { pairs, rules: rules.filter(rule => isSure(rule, orders, all)) };
  };
  const [was, is] = [await sure(before), await sure(now)];
  const known = new Set(was.rules.map(pairKey));
  const place = new Map(items.map((id, i) => [id, i]));
  const fresh = is.rules
    .filter(rule => !known.has(pairKey(rule)))
    .map(rule => {
      const [a, b] = [place.get(rule.first) ?? 0, place.get(rule.second) ?? 0];
      return { ...rule, recently: rule.together - was.pairs.together(a, b) };
    });
  return {
    rules: fresh.sort((a, b) => b.recently - a.recently || byLeverage(a, b)),
    orders: now.baskets.orders,
    ordersBefore: before.baskets.orders,
  };
}

const pairKey = ({ first, second }: Rule): string => [first, second].sort((a, b) => a - b).join(' ');
