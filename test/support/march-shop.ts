import { openTestShop, type TestShop } from './shop.js';

/**
 * Customers with one order each on the 1st to the 20th of March 2026, worth ten dollars times their number.
 * Made so that scores can be counted by hand: of twenty, four have each of five scores.
 */
export const marchRows = (count: number): string[] =>
  Array.from({ length: count }, (_, i) => {
    const n = String(i + 1).padStart(2, '0');
    return `o${n},2026-03-${n},c${n},Customer ${n},Tea,${(i + 1) * 10}`;
  });

export const orderFile = (rows: readonly string[]): string =>
  `Order ID,Order Date,Customer ID,Customer Name,Product,Amount\n${rows.join('\n')}\n`;

/** A shop with these orders; with the twenty customers' unless given. */
export async function openMarchShop(
  rows: readonly string[] = marchRows(20),
  now = '2026-03-22T10:00:00Z',
): Promise<TestShop> {
  const shop = await openTestShop({}, now);
  await shop.load('march.csv', orderFile(rows));
  return shop;
}
