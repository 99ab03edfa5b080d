import type { Ids } from '../../core/collections/id-set.js';
import { idLists } from '../engine/bulk.js';
import { knexOf } from '../engine/connection.js';
import type { WriteTransaction } from '../engine/transaction.js';
import type { Dimension } from '../tables/dimensions.js';
import { listChunks, readChunks, writeGone } from './chunk.js';
import { linesWhere } from './read-lines.js';
import { ColumnWriter } from './writer.js';

/**
 * Takes the lines of orders out of the columns.
 * @param upTo the last chunk to look at: later ones hold the lines that replace them
 */
export async function removeOrders(
  trx: WriteTransaction,
  orders: Ids,
  upTo = Number.POSITIVE_INFINITY,
): Promise<void> {
  if (orders.size === 0) return;
  let highest = 0;
  for (const id of orders) highest = Math.max(highest, id);
  const isGone = new Uint8Array(highest + 1);
  for (const id of orders) isGone[id] = 1;
  for (const head of await listChunks(trx)) {
    if (head.id > upTo) break;
    const [chunk] = await readChunks(trx, [head], ['order', 'gone']);
    if (!chunk) continue;
    const order = chunk.column('order');
    const gone = chunk.column('gone');
    let found = false;
    for (let i = 0; i < order.length; i++) {
      if (gone[i] === 1 || isGone[order[i] as number] !== 1) continue;
      gone[i] = 1;
      found = true;
    }
    if (found) await writeGone(trx, chunk, gone);
  }
}

/** Makes the columns' lines of these orders what order_lines has of them now. */
export async function refreshOrderColumns(
  trx: WriteTransaction,
  dimensions: readonly Dimension[],
  orders: Ids,
): Promise<void> {
  await removeOrders(trx, orders);
  const writer = new ColumnWriter(dimensions);
  for (const list of idLists(Int32Array.from(orders).sort())) {
    for await (const { line, values } of linesWhere(trx, dimensions, `order_id in (${list})`))
      writer.add(line, values);
    await writer.writeFull(trx);
  }
  await writer.finish(trx);
}

/** Makes all columns again from order_lines: after an upgrade, or where what counts was changed as a whole. */
export async function rebuildColumns(trx: WriteTransaction, dimensions: readonly Dimension[]): Promise<void> {
  await knexOf(trx)('line_columns').delete();
  await knexOf(trx)('line_chunks').delete();
  const writer = new ColumnWriter(dimensions);
  let lines = 0;
  for await (const { line, values } of linesWhere(trx, dimensions)) {
    writer.add(line, values);
    if (++lines % 10_000 === 0) await writer.writeFull(trx);
  }
  await writer.finish(trx);
}
