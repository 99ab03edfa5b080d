import { connectionOf } from '../engine/connection.js';
import { partOf } from '../engine/part.js';
import type { StoreReader } from '../engine/transaction.js';
import type { LineMask, LineScope } from './line-scope.js';

/** Notes how many lines a whole pass found in scope, so that nobody has to count them again. */
export function noteLineCount(reader: StoreReader, scope: LineScope, count: number): void {
  connectionOf(reader).memoized?.set(keyOf(reader, scope), Promise.resolve(count));
}

/** How many lines an earlier pass of this read transaction found in scope; undefined if there was none. */
export async function notedLineCount(reader: StoreReader, scope: LineScope): Promise<number | undefined> {
  return connectionOf(reader).memoized?.get(keyOf(reader, scope)) as Promise<number> | undefined;
}

function keyOf(reader: StoreReader, { range, filters, masks = [], kind }: LineScope): string {
  const values = filters.map(f => [f.column, f.exclude, ...f.values.map(v => v.id)]);
  return `lines in scope ${JSON.stringify([
    partOf(reader)?.key,
    range?.from,
    range?.to,
    kind,
    values,
    masks.map(numberOf),
  ])}`;
}

/** Masks are long: one is told from another by itself, not by what it marks. */
const numbers = new WeakMap<LineMask, number>();
let lastNumber = 0;

function numberOf(mask: LineMask): number {
  const number = numbers.get(mask) ?? ++lastNumber;
  numbers.set(mask, number);
  return number;
}
