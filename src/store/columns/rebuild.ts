import type { Ids } from '../../core/collections/id-set.js';
import { idLists } from '../engine/bulk.js';
import type { WriteTransaction } from '../engine/transaction.js';
import type { Dimension } from '../tables/dimensions.js';
import { CHUNK_SIZES, DELETED, dropAllChunks, listChunks, readChunks, writeDeleted } from './chunk.js';
import { linesWhere } from './read-lines.js';
import { ColumnWriter } from './writer.js';

/**
 * Marks the lines of orders as deleted.
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
  const isRemoved = new Uint8Array(highest + 1);
  for (const id of orders) isRemoved[id] = 1;
  for (const header of await listChunks(trx)) {
    if (header.id > upTo) break;
    const [chunk] = await readChunks(trx, [header], ['order', DELETED]);
    if (!chunk) continue;
    const order = chunk.column('order');
    const marks = chunk.column(DELETED);
    let isChanged = false;
    for (let i = 0; i < order.length; i++) {
      if (marks[i] === 1 || isRemoved[order[i] as number] !== 1) continue;
      marks[i] = 1;
      isChanged = true;
    }
    if (isChanged) await writeDeleted(trx, chunk, marks);
  }
}

/** Writes the lines of these orders into the columns anew, as order_lines has them now. */
export async function refreshOrderColumns(
  trx: WriteTransaction,
  dimensions: readonly Dimension[],
  orders: Ids,
  sizes = CHUNK_SIZES,
): Promise<void> {
  await removeOrders(trx, orders);
  const writer = new ColumnWriter(dimensions, sizes);
  for (const list of idLists(Int32Array.from(orders).sort())) {
    for await (const { line, values } of linesWhere(trx, dimensions, `order_id in (${list})`))
      writer.add(line, values);
    await writer.writeFull(trx);
  }
  await writer.finish(trx);
}

/**
 * Rebuilds all columns from order_lines: after an upgrade, or when the excluded statuses or decimals changed.
 */
export async function rebuildColumns(
  trx: WriteTransaction,
  dimensions: readonly Dimension[],
  sizes = CHUNK_SIZES,
): Promise<void> {
  await dropAllChunks(trx);
  const writer = new ColumnWriter(dimensions, sizes);
  let lines = 0;
  for await (const { line, values } of linesWhere(trx, dimensions)) {
    writer.add(line, values);
    if (++lines % 10_000 === 0) await writer.writeFull(trx);
  }
  await writer.finish(trx);
}
