import type { DayRange } from '../../core/calendar/grain.js';
import { onceInMoment, type Store } from '../engine/store.js';

/** The first and last day that the store holds lines of; undefined where it holds none. */
export const dataExtent = (store: Pick<Store, 'db' | 'memo'>): Promise<DayRange | undefined> =>
  onceInMoment(store, 'extent', () => readExtent(store));

async function readExtent({ db }: Pick<Store, 'db'>): Promise<DayRange | undefined> {
  // Two queries in one: SQLite looks one end of an index up at once, but reads all of it for both.
  const row = await db
    .select({ from: db('order_lines').min('day'), to: db('order_lines').max('day') })
    .first();
  return row?.from === null || row?.from === undefined
    ? undefined
    : { from: Number(row.from), to: Number(row.to) };
}

/** How many lines are kept but not counted, since the shop excludes their status. */
export const excludedLines = (store: Pick<Store, 'db' | 'memo'>): Promise<number> =>
  onceInMoment(store, 'excluded', async () => {
    const row = await store.db('lines_aside').whereNull('replaced_by').count({ n: '*' }).first();
    return Number(row?.n ?? 0);
  });
