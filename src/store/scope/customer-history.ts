import type { Day } from '../../core/calendar/days.js';
import type { StoreReader } from '../engine/transaction.js';
import { type LineScope, linesOf } from '../lines/index.js';
import { customerProducts } from '../tables/customer-products.js';
import { type CustomerOrder, ordersOf } from '../tables/customers.js';
import { dimensionColumn, listDimensions, listValues } from '../tables/dimensions.js';
import { linesView } from '../tables/lines-view.js';

const linesOfCustomer = (id: number): LineScope => ({
  filters: [
    {
      field: { key: 'customer', label: 'Customer' },
      column: 'customer',
      values: [{ id, value: '' }],
      exclude: false,
    },
  ],
});

/** A customer's orders, those of returns alone too, the oldest first. */
export async function ordersOfCustomer(reader: StoreReader, customerId: number): Promise<CustomerOrder[]> {
  if (!(await linesView(reader))) return ordersOf(reader, customerId);
  const engine = await linesOf(reader);
  const orders = new Map<number, { day: number; revenue: number; sales: number }>();
  for await (const lines of engine.scan(linesOfCustomer(customerId), [
    'order',
    'day',
    'amount',
    'isReturn',
  ])) {
    const [ids, days] = [lines.column('order'), lines.column('day')];
    const [amounts, returns] = [lines.column('amount'), lines.column('isReturn')];
    for (let i = 0; i < ids.length; i++) {
      const id = ids[i] as number;
      const day = days[i] as number;
      const order = orders.get(id) ?? { day, revenue: 0, sales: 0 };
      orders.set(id, order);
      order.day = Math.min(order.day, day);
      order.revenue += amounts[i] as number;
      if (returns[i] === 0) order.sales++;
    }
  }
  return [...orders].sort(([a, x], [b, y]) => x.day - y.day || a - b).map(([, order]) => order);
}

/**
 * What a customer has spent most on up to and including a day, returns subtracted; empty if there are no
 * products. Money in minor units.
 */
export async function productsOfCustomer(
  reader: StoreReader,
  customerId: number,
  { through, limit }: { readonly through: Day; readonly limit: number },
): Promise<{ id: number; name: string; revenue: number }[]> {
  if (!(await linesView(reader))) return customerProducts(reader, customerId, { through, limit });
  const product = (await listDimensions(reader)).find(d => d.key === 'product');
  if (!product) return [];
  const engine = await linesOf(reader);
  const scope = { ...linesOfCustomer(customerId), range: { from: 0, to: through } };
  const column = dimensionColumn(product);
  const revenue = new Map<number, number>();
  for await (const lines of engine.scan(scope, [column, 'amount'])) {
    const [ids, amounts] = [lines.column(column), lines.column('amount')];
    for (let i = 0; i < ids.length; i++) {
      const id = ids[i] as number;
      if (id !== 0) revenue.set(id, (revenue.get(id) ?? 0) + (amounts[i] as number));
    }
  }
  const names = new Map((await listValues(reader, product)).map(v => [v.id, v.label ?? v.value]));
  return [...revenue]
    .sort(([a, x], [b, y]) => y - x || a - b)
    .slice(0, limit)
    .map(([id, sum]) => ({ id, name: names.get(id) ?? '', revenue: sum }));
}
