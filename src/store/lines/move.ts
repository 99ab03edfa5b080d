import { StoreError } from '../../core/errors.js';
import {
  dropLeftOvers,
  type GroupBy,
  type GroupSums,
  keepLinesHere,
  linesTable,
  listChunks,
  makeLinesTable,
  rebuildColumns,
} from '../columns/index.js';
import type { ClickHouse } from '../engine/clickhouse/clickhouse.js';
import { connectionOf } from '../engine/connection.js';
import type { Store } from '../engine/store.js';
import type { StoreReader, WriteTransaction } from '../engine/transaction.js';
import { listDimensions } from '../tables/dimensions.js';
import { linesView, refuseInView } from '../tables/lines-view.js';
import { checkLines } from './check.js';
import { linesOf } from './engine-of.js';

/** Where the order lines that count are added up. */
export type LinesPlace = 'store' | 'clickhouse';

/** Where the order lines of a store are. */
export const linesPlace = async (reader: StoreReader): Promise<LinesPlace> =>
  (await linesTable(reader)) ? 'clickhouse' : 'store';

/** What was moved, and compared. */
export interface MovedLines {
  readonly lines: number;
  /** Groups whose figures were the same before and after. */
  readonly compared: number;
}

/**
 * Writes all order lines to another place, compares all figures there with those before, and switches, in one
 * transaction: until it ends, everybody reads what was there before.
 * @throws StoreError if a figure differs; then nothing is changed
 */
export const moveLines = (store: Store, to: LinesPlace): Promise<MovedLines> =>
  store.write(async trx => {
    await refuseInView(trx, 'Moving order lines');
    const before = (await isWhole(trx)) ? await figures(trx) : new Map();
    const { clickHouse } = connectionOf(trx);
    if (to === 'store') await keepLinesHere(trx);
    else if (clickHouse) await makeLinesTable(trx, clickHouse);
    else throw new StoreError('LINES_URL is not set.', 'Name the database of ClickHouse there.');
    await rebuildColumns(trx, await listDimensions(trx));
    const after = await figures(trx);
    const compared = compare(before, after);
    return { lines: after.get('all')?.get(0)?.lines ?? 0, compared };
  });

/**
 * Has a store without any lines keep them in ClickHouse from the first, if it was opened with an address of
 * it; and drops what killed loads have left there.
 * @returns why that could not be done, where the servers are to blame
 */
export async function settleLines(store: Store): Promise<StoreError | undefined> {
  const { clickHouse } = connectionOf(store);
  if (!clickHouse || store.access !== 'writable') return undefined;
  try {
    await store.write(trx => settle(trx, clickHouse));
    return undefined;
  } catch (error) {
    if (error instanceof StoreError) return error;
    throw error;
  }
}

async function settle(trx: WriteTransaction, clickHouse: ClickHouse): Promise<void> {
  if (await linesView(trx)) return;
  if (await linesTable(trx)) await dropLeftOvers(trx);
  else if ((await listChunks(trx)).length === 0) await makeLinesTable(trx, clickHouse);
}

/** What ClickHouse has lost is written again, and there is nothing to compare it with. */
async function isWhole(trx: WriteTransaction): Promise<boolean> {
  try {
    return ((await checkLines(trx))?.missing ?? 0) === 0;
  } catch (error) {
    if (error instanceof StoreError) return false;
    throw error;
  }
}

type Figures = Map<string, Map<number, GroupSums>>;

/** Sums in total, by month, by customer and by the values of all dimensions. */
async function figures(trx: WriteTransaction): Promise<Figures> {
  const lines = await linesOf(trx);
  const dimensions = await listDimensions(trx);
  const bys: readonly (readonly [string, GroupBy])[] = [
    ['month', { kind: 'grain', grain: 'month' }],
    ['customer', { kind: 'customer' }],
    ...dimensions.map(d => [d.label, { kind: 'dimension', dimension: d }] as const),
  ];
  const { total } = await lines.sums({ filters: [] }, [], {});
  const found: Figures = new Map([['all', new Map([[0, total]])]]);
  for (const [name, by] of bys) {
    const sums = await lines.groups({ filters: [] }, by, {});
    found.set(name, new Map(sums.map(s => [s.id, s])));
  }
  return found;
}

/** @returns how many groups were compared */
function compare(before: Figures, after: Figures): number {
  let compared = 0;
  for (const [name, groups] of before) {
    const others = after.get(name);
    if (others?.size !== groups.size) throw differs(name);
    for (const [id, sums] of groups) {
      if (JSON.stringify(sums) !== JSON.stringify(others.get(id))) throw differs(name);
      compared++;
    }
  }
  return compared;
}

const differs = (name: string): StoreError =>
  new StoreError(
    `The figures by ${name} would not be the same after the move, so nothing was moved.`,
    'Please report it: shopkeeper doctor says which versions run.',
  );
