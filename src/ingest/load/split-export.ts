import type { Knex } from 'knex';
import type { KeyNumbers } from '../../store/engine/key-numbers.js';
import type { ValueNumbers } from '../../store/tables/dimension-values.js';
import { type Dimension, dimensionColumn } from '../../store/tables/dimensions.js';
import type { OrderLine } from './lines.js';

/** Where the lines of a file are numbered. */
export interface LineNumbering {
  readonly orders: KeyNumbers;
  readonly customers: KeyNumbers;
  /** The file's dimensions first, with their values. */
  readonly dimensions: readonly Dimension[];
  readonly values: readonly ValueNumbers[];
}

/**
 * An export that was cut into files may be cut within an order. The first order of a file is continued, not replaced,
 * where it ended the file that was loaded just before, this file goes on to other orders, and its lines are of the same
 * day and customer, none of them was there, and one at least is of a new product: a correction brings lines again.
 * @param lines the file's first lines, whose orders and customers were looked up
 * @returns the order's id; undefined where nothing is continued
 */
export async function continuedOrder(
  trx: Knex,
  ingestId: number,
  lines: readonly OrderLine[],
  { orders, customers, dimensions, values }: LineNumbering,
): Promise<number | undefined> {
  const first = lines[0];
  const id = first && orders.known(first.order);
  const product = dimensions.findIndex(d => d.key === 'product');
  const ofProduct = dimensions[product];
  if (!first || id === undefined || !ofProduct || !values[product]) return undefined;
  const before = await trx('ingests')
    .whereNot({ id: ingestId })
    .where({ kind: 'sales' })
    .orderBy('id', 'desc')
    .first('last_order_id');
  const own = lines.filter(l => l.order === first.order);
  if (before?.last_order_id !== id || own.length === lines.length) return undefined;
  const column = dimensionColumn(ofProduct);
  const held: {
    day: number;
    customer_id: number | null;
    product: number | null;
    quantity: number;
    amount: number;
  }[] = await trx('order_lines')
    .where({ order_id: id })
    .select('day', 'customer_id', 'quantity', 'amount', { product: column });
  const lineOf = (l: { product: number | null; quantity: number; amount: number }) =>
    `${l.product} ${l.quantity} ${l.amount}`;
  const sales = new Set(held.map(l => `${l.day} ${l.customer_id}`));
  const known = new Set(held.map(lineOf));
  const products = new Set(held.map(l => l.product));
  const more = own.map(line => {
    const value = line.dimensions[product];
    const buyer = line.customer ? (customers.known(line.customer.key) ?? -1) : null;
    const { day, quantity, amount } = line;
    return {
      sale: `${day} ${buyer}`,
      product: value ? (values[product]?.number(value) ?? null) : null,
      quantity,
      amount,
    };
  });
  const goesOn =
    more.every(l => sales.has(l.sale) && !known.has(lineOf(l))) && more.some(l => !products.has(l.product));
  return goesOn ? id : undefined;
}
