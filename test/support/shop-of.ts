import { openTestShop, type TestShop } from './shop.js';

/** A shop that has loaded rows under a header, on a clock that stands still. */
export async function shopOf(
  header: string,
  rows: readonly string[],
  now = '2026-12-01T00:00:00Z',
): Promise<TestShop> {
  const shop = await openTestShop({}, now);
  await shop.load('shop.csv', `${header}\n${rows.join('\n')}\n`);
  return shop;
}
