import type { Knex } from 'knex';
import { IngestError } from '../core/errors.js';
import { refreshOrderColumns } from '../store/columns/rebuild.js';
import { idLists } from '../store/engine/bulk.js';
import type { Store } from '../store/engine/store.js';
import { refreshCustomerTotals } from '../store/tables/customer-totals.js';
import {
  dimensionColumn,
  dropDimension,
  listDimensions,
  settleAllLevels,
} from '../store/tables/dimensions.js';
import { addCustomersOf, moveLines, refreshOrders } from '../store/tables/order-lines.js';
import { excludeLines } from './load/reconcile.js';

/** What taking a file back did. */
export interface UndoResult {
  readonly id: number;
  readonly file: string;
  readonly lines: number;
  /** Lines of earlier files that count again. */
  readonly linesBack: number;
}

/**
 * Takes an ingest back, in one transaction: its lines go, the lines that it replaced come back, and the same file
 * can be loaded again. Names of customers and products stay as the file spelt them.
 * @throws IngestError where there is no such ingest
 */
export async function undoIngest(
  store: Store,
  id: number,
  settings: {
    readonly excluded: readonly string[];
    readonly afterChange: (trx: Knex) => Promise<void>;
  },
): Promise<UndoResult> {
  return store.write(async trx => {
    const ingest = id > 0 && id < LARGEST_ID ? await trx('ingests').where({ id }).first() : undefined;
    if (!ingest) {
      const known: { id: number }[] = await trx('ingests').select('id').orderBy('id');
      throw new IngestError(
        `There is no ingest ${id}.`,
        known.length === 0
          ? 'Nothing was loaded yet.'
          : `shopkeeper ingests lists what came in: ${known.map(k => k.id).join(', ')}.`,
      );
    }
    const orders = await ordersOf(trx, id);
    const dimensions = await listDimensions({ db: trx });
    const customers = new Set(await customersOf(trx, id));
    await addCustomersOf(trx, orders, customers);
    await passOn(trx, id);
    const own = [
      await trx('order_lines').where({ ingest_id: id }).delete(),
      await trx('lines_aside').where({ ingest_id: id }).delete(),
    ];
    const back = await trx('lines_aside').where({ replaced_by: id }).count({ n: '*' }).first();
    await moveLines(trx, dimensions, 'order_lines', 'replaced_by = ?', [id]);
    await excludeLines(
      trx,
      dimensions,
      settings.excluded,
      ` and order_id in (${orders.join(',') || 'null'})`,
    );
    await trx('customer_summaries').where({ ingest_id: id }).delete();
    await refreshOrders(trx, orders);
    await addCustomersOf(trx, orders, customers);
    await forgetUnused(trx, orders, [...customers]);
    await trx('ingests').where({ id }).delete();
    await refreshOrderColumns(trx, await listDimensions({ db: trx }), new Set(orders));
    await refreshCustomerTotals(trx, customers);
    await settleAllLevels(trx, await listDimensions({ db: trx }));
    await trx('store_state').where({ key: 'data_version' }).increment('value', 1);
    await settings.afterChange(trx);
    return {
      id,
      file: ingest.file_name,
      lines: own.reduce((a, b) => a + b, 0),
      linesBack: Number(back?.n ?? 0),
    };
  });
}

const LARGEST_ID = 2 ** 31;

/** The orders that the ingest brought lines for. */
async function ordersOf(trx: Knex, id: number): Promise<number[]> {
  const rows: { order_id: number }[] = await trx('order_lines')
    .where({ ingest_id: id })
    .distinct('order_id')
    .union(trx('lines_aside').where({ ingest_id: id }).orWhere({ replaced_by: id }).distinct('order_id'));
  return rows.map(r => r.order_id);
}

/** The customers that the ingest named. */
async function customersOf(trx: Knex, id: number): Promise<number[]> {
  const rows: { customer_id: number | null }[] = await trx('lines_aside')
    .where({ ingest_id: id })
    .distinct('customer_id')
    .union(trx('customer_summaries').where({ ingest_id: id }).distinct('customer_id'));
  return rows.flatMap(r => (r.customer_id === null ? [] : [r.customer_id]));
}

/** Lines that this ingest replaced stay replaced where a later file replaced this one's: now by that file. */
async function passOn(trx: Knex, id: number): Promise<void> {
  // + 0 has SQLite look up the order rather than walk through all lines of the ingest for each.
  const later =
    'from lines_aside own where own.order_id = lines_aside.order_id and own.ingest_id + 0 = ? and own.replaced_by is not null';
  await trx.raw(
    `update lines_aside set replaced_by = (select max(own.replaced_by) ${later})
     where replaced_by = ? and exists (select 1 ${later})`,
    [id, id, id],
  );
}

/** Those of these orders and customers that no line names any more, and dimensions that no line has. */
async function forgetUnused(
  trx: Knex,
  orders: readonly number[],
  customers: readonly number[],
): Promise<void> {
  const unnamed = (column: 'order_id' | 'customer_id', table: 'orders' | 'customers', ids: string) =>
    trx(table)
      .whereRaw(`id in (${ids})`)
      .whereRaw(`id not in (select ${column} from order_lines where ${column} in (${ids}))`)
      .whereRaw(`id not in (select ${column} from lines_aside where ${column} in (${ids}))`);
  for (const ids of idLists(orders)) await unnamed('order_id', 'orders', ids).delete();
  for (const ids of idLists(customers)) {
    await unnamed('customer_id', 'customers', ids)
      .whereRaw(`id not in (select customer_id from customer_summaries where customer_id in (${ids}))`)
      .delete();
  }
  for (const dimension of await listDimensions({ db: trx })) {
    const column = dimensionColumn(dimension);
    const used =
      (await trx('order_lines').whereNotNull(column).first('id')) ??
      (await trx('lines_aside').whereNotNull(column).first('id'));
    if (!used) await dropDimension(trx, dimension);
  }
}
