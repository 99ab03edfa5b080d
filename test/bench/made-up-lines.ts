import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { SeededRandom } from '../../seeds/random.js';
import { dayFromIso, isoOf } from '../../src/core/calendar/days.js';
import type { RawColumns } from './baseline.js';

/** What the made-up file's columns are. */
export const MADE_UP: RawColumns = {
  order: '"Order ID"',
  date: '"Order Date"',
  customer: '"Customer ID"',
  dimensions: ['"Product Code"', '"Country"', '"Status"', '"Category"'],
  quantity: '"Quantity"',
  amount: 'cast(round("Amount" * 100) as integer)',
};

/**
 * Writes lines of a made-up shop over three years, the same on every run: two and a half lines an order, and
 * some customers who buy far more than others.
 */
export async function writeLines(
  path: string,
  count: number,
  customers: number,
  firstOrder = 0,
): Promise<void> {
  const random = new SeededRandom(7 + firstOrder);
  const out = createWriteStream(path);
  out.write(
    'Order ID,Order Date,Customer ID,Product Code,Category,Country,Status,Quantity,Unit Price,Amount\n',
  );
  const start = dayFromIso('2023-01-01') as number;
  const orders = count / 2.5;
  let customer = 0;
  let country = 1;
  for (let i = 0; i < count; i++) {
    const order = Math.floor(i / 2.5);
    if (order !== Math.floor((i - 1) / 2.5)) {
      customer = Math.floor(random.next() ** 2 * customers);
      country = 1 + ((customer * 7) % 40);
    }
    const day = isoOf(start + Math.floor((order / orders) * 1_095));
    const quantity = random.whole(1, 9);
    const cents = random.whole(100, 20_000);
    const product = random.whole(1, 400);
    const status = random.chance(0.95) ? 'Shipped' : 'Cancelled';
    const row = `${firstOrder + order},${day},C${customer},P${product},Category ${product % 12},Country ${country},${status},${quantity},${(cents / 100).toFixed(2)},${((cents * quantity) / 100).toFixed(2)}\n`;
    if (!out.write(row)) await once(out, 'drain');
  }
  out.end();
  await once(out, 'finish');
}
