import { lastOrderBefore } from '../../store/tables/ingests.js';
import { linesOfOrder } from '../../store/tables/order-lines.js';
import type { OrderLine } from './order-line.js';
import type { LoadTarget } from './target.js';

/**
 * An export that was split into files may be split within an order. The first order of a file is continued,
 * not replaced, if it was the last of the file loaded just before, this file has other orders too, its lines
 * are of the same day and customer, none of them is stored yet, and at least one is of a new product: a
 * correction would bring stored lines again. Files of sources have whole orders, so the rule is for files
 * that are loaded by hand.
 * @param lines the file's first lines, whose orders and customers were looked up
 * @returns the order's id; undefined if the export was not split there
 */
export async function splitOrder(
  { trx, ingestId, orders, customers, dimensions, values }: LoadTarget,
  lines: readonly OrderLine[],
): Promise<number | undefined> {
  const first = lines[0];
  const id = first && orders.known(first.order);
  const product = dimensions.findIndex(d => d.key === 'product');
  const ofProduct = dimensions[product];
  if (!first || id === undefined || !ofProduct || !values[product]) return undefined;
  const ofFirstOrder = lines.filter(l => l.order === first.order);
  if ((await lastOrderBefore(trx, ingestId)) !== id || ofFirstOrder.length === lines.length) return undefined;
  const stored = await linesOfOrder(trx, id, ofProduct);
  const lineOf = (l: { product: number | null; quantity: number; amount: number }) =>
    `${l.product} ${l.quantity} ${l.amount}`;
  const sales = new Set(stored.map(l => `${l.day} ${l.customerId}`));
  const storedLines = new Set(stored.map(lineOf));
  const products = new Set(stored.map(l => l.product));
  const more = ofFirstOrder.map(line => {
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
  const isContinued =
    more.every(l => sales.has(l.sale) && !storedLines.has(lineOf(l))) &&
    more.some(l => !products.has(l.product));
  return isContinued ? id : undefined;
}
