import { knexOf } from '../engine/connection.js';
import type { WriteTransaction } from '../engine/transaction.js';
import { type Dimension, dimensionColumn } from '../tables/dimensions.js';
import { PART_COLUMNS } from '../tables/order-lines.js';
import type { CountedLine } from './writer.js';

/** Lines read at a time. */
const PAGE = 20_000;

/** The lines that count, order by order, each with its value ids. @param where SQL over order_lines */
export async function* linesWhere(
  trx: WriteTransaction,
  dimensions: readonly Dimension[],
  where?: string,
): AsyncGenerator<{ readonly line: CountedLine; readonly values: readonly (number | null)[] }> {
  const columns = dimensions.map(dimensionColumn);
  for (let [order, last] = [0, 0]; ; ) {
    const page = knexOf(trx)('order_lines')
      .whereRaw('(order_id, id) > (?, ?)', [order, last])
      .orderBy([{ column: 'order_id' }, { column: 'id' }])
      .limit(PAGE)
      .select('id', 'order_id', 'customer_id', 'day', 'quantity', 'amount', 'is_return')
      .select(...PART_COLUMNS, ...columns);
    if (where) page.whereRaw(where);
    const rows: Record<string, number | boolean | null>[] = await page;
    for (const row of rows) {
      const line = {
        orderId: Number(row.order_id),
        customerId: row.customer_id === null ? null : Number(row.customer_id),
        day: Number(row.day),
        quantity: Number(row.quantity),
        amount: Number(row.amount),
        isReturn: Boolean(row.is_return),
        parts: PART_COLUMNS.map(part => (row[part] === null ? null : Number(row[part]))),
      };
      yield { line, values: columns.map(column => row[column] as number | null) };
    }
    if (rows.length < PAGE) return;
    const end = rows[rows.length - 1];
    [order, last] = [Number(end?.order_id), Number(end?.id)];
  }
}
