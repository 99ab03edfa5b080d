import { linesTable } from '../../columns/index.js';
import type { StoreReader } from '../../engine/transaction.js';
import { linesView } from '../../tables/lines-view.js';
import { idTables, literal } from './expressions.js';

/**
 * The shop's own ids of orders of a view; undefined where the store has orders of its own.
 * @param ids separated by commas
 */
export async function orderKeysInView(
  reader: StoreReader,
  ids: string,
): Promise<{ id: number; key: string; label: null }[] | undefined> {
  const found = await recordsOf(reader, `id in (${ids})`);
  return found?.map(({ id, key }) => ({ id, key, label: null }));
}

/** Our ids of orders of a view, by the shop's own; undefined where the store has orders of its own. */
export const ordersInView = (
  reader: StoreReader,
  keys: readonly string[],
): Promise<{ id: number; key: string }[] | undefined> =>
  recordsOf(reader, `value in (${['', ...keys].map(literal).join(', ')})`);

async function recordsOf(
  reader: StoreReader,
  condition: string,
): Promise<{ id: number; key: string }[] | undefined> {
  const view = await linesView(reader);
  const table = view && (await linesTable(reader));
  if (!table) return undefined;
  const found = await table.clickHouse.records(
    `select toString(id), value from ${idTables(view.base).orders} where ${condition}`,
  );
  return found.map(([id, key]) => ({ id: Number(id), key: key ?? '' }));
}
