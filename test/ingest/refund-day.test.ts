import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { openShopkeeper } from '../../src/app/shopkeeper.js';
import { openTestShop, type TestShop } from '../support/shop.js';

const HEADER = 'Order ID,Date,Customer,Product,Quantity,Amount';
/** Two sales in January, of which one comes back in March; a return of an unknown order. */
const ROWS = [
  'A1,2026-01-05,Ann,Mug,2,20.00',
  'A2,2026-01-06,Bob,Mug,1,10.00',
  'A1,2026-03-02,Ann,Mug,-1,-10.00',
  'A9,2026-03-03,Cid,Mug,-1,-10.00',
];
const NEWEST_FIRST = [...ROWS].reverse();

describe('the day on which a return counts', () => {
  let shop: TestShop;
  afterEach(() => shop.close());
  const months = async (rows: readonly string[], env: Record<string, string>) => {
    shop = await openTestShop({ SHOP_CURRENCY: 'USD', ...env }, '2026-04-01T10:00:00Z');
    const result = await shop.load('sales.csv', `${HEADER}\n${rows.join('\n')}\n`);
    const revenue = await shop.figures('sales trend by month', 'revenue');
    return { revenue, returns: result.ledger.find(e => e.kind === 'returns') };
  };

  it('is its own, unless the shop says otherwise', async () => {
    const { revenue, returns } = await months(ROWS, {});
    expect(revenue).toMatchObject({ '2026-01': 30, '2026-03': -20 });
    expect(returns).toEqual({ kind: 'returns', rows: 2, amount: -2_000, countsOn: 'refund-day' });
  });

  it.each([
    ['a file with the oldest first', ROWS],
    ['a file with the newest first', NEWEST_FIRST],
  ])('is that of the sale with the same order number by setting, in %s', async (_, rows) => {
    const { revenue, returns } = await months(rows, { REFUNDS_COUNT_ON: 'order-day' });
    expect(revenue).toMatchObject({ '2026-01': 20, '2026-03': -10 });
    expect(returns).toMatchObject({ countsOn: 'order-day' });
    expect((await shop.answer('sales march 2026')).rows).toContainEqual(
      expect.objectContaining({ measure: 'revenue', value: -10 }),
    );
  });

  it('is changed by loading the file again under the other setting', async () => {
    await months(ROWS, {});
    const config = { ...shop.config, REFUNDS_COUNT_ON: 'order-day' as const };
    const other = await openShopkeeper(config, shop.log, shop.now);
    const path = join(shop.folder, 'sales.csv');
    await writeFile(path, `${HEADER}\n${ROWS.join('\n')}\n`);
    expect(await other.ingest(path)).toMatchObject({ loaded: true });
    await other.close();
    expect(await shop.figures('sales trend by month', 'revenue')).toMatchObject({ '2026-01': 20 });
  });
});
