import { memoizedByDataVersion } from '../engine/memoize.js';
import type { StoreReader } from '../engine/transaction.js';
import {
  bitOf,
  KNOWN_PARTS,
  LINE_PARTS,
  type LinePart,
  type Lines,
  linesOf,
  partsIn,
} from '../lines/index.js';
import { type GroupBy, sumsBy } from './sums.js';

/**
 * The parts (discount, tax, ...) that at least one counted line has. A shop without parts has no columns of
 * them, so nothing is read; in one with parts, most chunks have the same parts on every line.
 */
export async function partsOfLines(reader: StoreReader): Promise<ReadonlySet<LinePart>> {
  let found = 0;
  const all = LINE_PARTS.reduce((bits, part) => bits | bitOf(part), 0);
  const { scan } = await linesOf(reader);
  for await (const lines of scan({ filters: [] }, [KNOWN_PARTS])) {
    const only = lines.only(KNOWN_PARTS);
    if (only === undefined) for (const bits of lines.column(KNOWN_PARTS)) found |= bits;
    else found |= only;
    if (found === all) break;
  }
  return new Set(partsIn(found));
}

/** Orders of two or more lines that have a part, and how many of them have it on one line only. */
export interface PartPlaces {
  orders: number;
  onOneLine: number;
}

/**
 * For each part, the orders of two or more lines that have it, and those with it on one line only. Returns
 * are left out.
 */
export const placesOfParts = (reader: StoreReader): Promise<ReadonlyMap<LinePart, Readonly<PartPlaces>>> =>
  memoizedByDataVersion(reader, 'places of parts', async () => {
    const places = new Map(LINE_PARTS.map(part => [part, { orders: 0, onOneLine: 0 }]));
    const { scan } = await linesOf(reader);
    for await (const lines of scan({ filters: [], kind: 'sales' }, ['order', ...LINE_PARTS]))
      for (const [part, counts] of places) if (lines.only(part) !== 0) countPlaces(lines, part, counts);
    return places;
  });

function countPlaces(lines: Lines, part: LinePart, places: PartPlaces): void {
  const [order, values] = [lines.column('order'), lines.column(part)];
  for (let from = 0; from < order.length; ) {
    let [to, withPart] = [from, 0];
    for (; to < order.length && order[to] === order[from]; to++) if (values[to] !== 0) withPart++;
    if (to - from > 1 && withPart > 0) places.orders++;
    if (to - from > 1 && withPart === 1) places.onOneLine++;
    from = to;
  }
}

/** Whether lines of one order are in several groups. */
export async function splitsOrders(reader: StoreReader, by: GroupBy): Promise<boolean> {
  const { total, groups } = await sumsBy(reader, { filters: [] }, by);
  return groups.reduce((orders, group) => orders + group.orders, 0) > total.orders;
}
