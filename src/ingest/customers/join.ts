import { IdSet } from '../../core/collections/id-set.js';
import type { WriteTransaction } from '../../store/engine/transaction.js';
import { refreshOrderColumns } from '../../store/lines/index.js';
import {
  giveLines,
  knownCustomers,
  ordersOfCustomers,
  takeLinesBack,
} from '../../store/tables/customer-joins.js';
import { refreshCustomerTotals } from '../../store/tables/customer-totals.js';
import { listDimensions, settleAllLevels } from '../../store/tables/dimensions.js';
import { refreshOrders } from '../../store/tables/orders.js';

/** Customers who are one, by the ids that they stand under now. */
export type OneCustomer = readonly number[];

/**
 * Joins customers within a write transaction: all lines, totals and columns are those of one of them from
 * then on, and each line remembers who it named. Of several, the one stays who has an e-mail address, else
 * the one that the store knows longest.
 * @param stays who stays, where a person said so
 */
export async function joinCustomers(
  trx: WriteTransaction,
  groups: readonly OneCustomer[],
  stays?: number,
): Promise<void> {
  const orders = new IdSet();
  const customers = new IdSet();
  for (const group of groups) {
    const [first, ...others] = [...new Set(group)].sort((a, b) => a - b);
    if (first === undefined || others.length === 0) continue;
    const rows = await knownCustomers(trx, [first, ...others]);
    const root = stays ?? rows.find(row => row.email !== null)?.id ?? first;
    const joined = [first, ...others].filter(id => id !== root);
    for (const id of await ordersOfCustomers(trx, joined)) orders.add(id);
    for (const id of [first, ...others]) customers.add(id);
    await giveLines(trx, joined, root);
  }
  await refreshAfter(trx, orders, customers);
}

/** Splits a customer off the one that they are joined to. */
export async function splitCustomer(trx: WriteTransaction, id: number, root: number): Promise<void> {
  const orders = new IdSet();
  for (const order of await ordersOfCustomers(trx, [root])) orders.add(order);
  await takeLinesBack(trx, id);
  const customers = new IdSet();
  for (const one of [id, root]) customers.add(one);
  await refreshAfter(trx, orders, customers);
}

async function refreshAfter(trx: WriteTransaction, orders: IdSet, customers: IdSet): Promise<void> {
  if (customers.size === 0) return;
  const dimensions = await listDimensions(trx);
  await refreshOrders(trx, orders);
  await refreshOrderColumns(trx, dimensions, orders);
  await refreshCustomerTotals(trx, customers);
  await settleAllLevels(trx, dimensions);
}
