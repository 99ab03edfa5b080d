import { setImmediate as yieldToOthers } from 'node:timers/promises';
import type { StoreReader } from '../engine/transaction.js';
import { type LineScope, linesOf } from '../lines/index.js';
import { type Dimension, dimensionColumn } from '../tables/dimensions.js';

/**
 * In how many orders items are, alone and together. An item is a value of a dimension; returns do not count.
 */
export interface Baskets {
  /** Orders with an item. */
  readonly orders: number;
  /** Orders with two items or more. */
  readonly mixed: number;
  /** Value ids of items, those of the most orders first. */
  readonly items: readonly number[];
  /** In how many orders each item is. */
  readonly counts: Int32Array;
}

/** Pairs of the items of `baskets`: in how many orders both are. */
export interface BasketPairs {
  /** @param a and b are places in `items` */
  together(a: number, b: number): number;
}

/** Steps that are taken without a pause, some ten milliseconds. */
const STEPS_AT_ONCE = 1_000_000;

/** Goes through orders with their items, each item once; pauses for other work. `visit` returns its steps. */
async function eachOrder(
  reader: StoreReader,
  scope: LineScope,
  dimension: Dimension,
  visit: (items: Int32Array, count: number) => number,
): Promise<void> {
  const column = dimensionColumn(dimension);
  let items = new Int32Array(1_024);
  let seen = new Int32Array(1_024);
  let steps = 0;
  const { scan } = await linesOf(reader);
  for await (const lines of scan({ ...scope, kind: 'sales' }, ['order', column])) {
    const [orders, values] = [lines.column('order'), lines.column(column)];
    for (let from = 0; from < orders.length; ) {
      const order = orders[from]!;
      let [to, count] = [from, 0];
      for (; to < orders.length && orders[to] === order; to++) {
        const id = values[to]!;
        if (id === 0) continue;
        if (id >= seen.length) seen = grown(seen, id);
        if (seen[id] === order) continue;
        seen[id] = order;
        if (count >= items.length) items = grown(items, count);
        items[count++] = id;
      }
      steps += to - from + (count > 0 ? visit(items, count) : 0);
      from = to;
      if (steps < STEPS_AT_ONCE) continue;
      steps = 0;
      await yieldToOthers();
    }
  }
}

function grown(from: Int32Array<ArrayBuffer>, place: number): Int32Array<ArrayBuffer> {
  const into = new Int32Array(Math.max(place + 1, from.length * 2));
  into.set(from);
  return into;
}

/** In how many orders each item is. */
export async function countBaskets(
  reader: StoreReader,
  scope: LineScope,
  dimension: Dimension,
): Promise<Baskets> {
  let counts = new Int32Array(1_024);
  let [orders, mixed] = [0, 0];
  await eachOrder(reader, scope, dimension, (items, count) => {
    orders++;
    if (count > 1) mixed++;
    for (let i = 0; i < count; i++) {
      const id = items[i]!;
      if (id >= counts.length) counts = grown(counts, id);
      counts[id]!++;
    }
    return count;
  });
  const items = [...counts.keys()].filter(id => counts[id]! > 0);
  items.sort((a, b) => counts[b]! - counts[a]! || a - b);
  return { orders, mixed, items, counts: Int32Array.from(items, id => counts[id]!) };
}

/** Counts the orders of each pair of items, in a triangle of numbers. */
export async function countPairs(
  reader: StoreReader,
  scope: LineScope,
  dimension: Dimension,
  items: readonly number[],
): Promise<BasketPairs> {
  const placeOf = placesOf(items);
  const triangle = new Int32Array((items.length * (items.length - 1)) / 2);
  // The cell of a pair, the higher place first.
  const cell = (high: number, low: number) => (high * (high - 1)) / 2 + low;
  const places: number[] = [];
  await eachOrder(reader, scope, dimension, (ids, count) => {
    places.length = 0;
    for (let i = 0; i < count; i++) {
      const place = placeOf[ids[i]!] ?? 0;
      if (place > 0) places.push(place - 1);
    }
    places.sort((a, b) => a - b);
    for (let h = 1; h < places.length; h++) {
      const row = cell(places[h]!, 0);
      for (let l = 0; l < h; l++) triangle[row + places[l]!]!++;
    }
    return (places.length * places.length) / 2;
  });
  return { together: (a, b) => triangle[a > b ? cell(a, b) : cell(b, a)]! };
}

/**
 * In how many orders all of some items are, and each other item with all of them; by the places of `items`.
 */
export async function countWith(
  reader: StoreReader,
  scope: LineScope,
  dimension: Dimension,
  items: readonly number[],
  given: readonly number[],
): Promise<{ readonly orders: number; readonly together: Int32Array }> {
  const placeOf = placesOf(items);
  const isGiven = new Set(given);
  const together = new Int32Array(items.length);
  let orders = 0;
  await eachOrder(reader, scope, dimension, (ids, count) => {
    let found = 0;
    for (let i = 0; i < count; i++) if (isGiven.has(ids[i]!)) found++;
    if (found < isGiven.size) return count;
    orders++;
    for (let i = 0; i < count; i++) {
      const place = placeOf[ids[i]!] ?? 0;
      if (place > 0) together[place - 1]!++;
    }
    return count * 2;
  });
  return { orders, together };
}

/** The place of each value id in a list, from 1; 0 if it is not in it. */
function placesOf(items: readonly number[]): Int32Array {
  const highest = items.reduce((most, id) => Math.max(most, id), 0);
  const places = new Int32Array(highest + 1);
  for (const [place, id] of items.entries()) places[id] = place + 1;
  return places;
}
