import { describe, expect, it } from 'vitest';
import { sharedFile } from '../support/shared-data.js';
import { shopOf } from '../support/shop-of.js';
import { openShopWith, recordsOf } from '../support/test-data.js';

/** Real files, whose figures were computed apart from the product. */
describe('cohorts of online-retail', () => {
  it('counts all rows with a customer, as others have counted them', async () => {
    // An order for each customer and month, so that cancellations count as well.
    const months = new Set(
      [1, 2, 3].flatMap(part =>
        recordsOf(sharedFile(`online-retail/full-part${part}of3.csv.gz`)).flatMap(row =>
          row.CustomerID ? [`${row.InvoiceDate?.slice(0, 7)},${row.CustomerID}`] : [],
        ),
      ),
    );
    const rows = [...months].map((month, i) => `${i},${month.replace(',', '-09,')},${1 + (i % 7)}`);
    const shop = await shopOf('Order ID,Order Date,Customer ID,Amount', rows);
    const cohorts = (await shop.answer('sales cohort-customers')).rows;
    const cells = (row: Record<string, unknown> | undefined) =>
      Object.entries(row ?? {}).flatMap(([key, value]) =>
        key.startsWith('age') && value !== null ? [value] : [],
      );
    expect(cohorts.reduce((sum, row) => sum + Number(row.newCustomers), 0)).toBe(4_372);
    expect(cells(cohorts[0])).toEqual([948, 362, 317, 367, 341, 376, 360, 336, 336, 374, 354, 474, 260]);
    expect(cells(cohorts[1])).toEqual([421, 101, 119, 102, 138, 126, 110, 108, 131, 146, 155, 63]);
    await shop.close();
  });
});

describe('what is bought together in classic-models', () => {
  it('has the pairs of product lines by order', async () => {
    const shop = await openShopWith([sharedFile('classic-models/sales_data_sample.csv')]);
    const { rows } = await shop.answer('sales together by product-line 30');
    const pair = (a: string, b: string) => {
      const row = rows.find(r => [r.item, r.with].sort().join() === [a, b].sort().join());
      return [row?.orders, Math.round(Number(row?.lift) * 100) / 100];
    };
    expect(pair('Classic Cars', 'Vintage Cars')).toEqual([101, 0.89]);
    expect(pair('Ships', 'Vintage Cars')).toEqual([60, 1.62]);
    await shop.close();
  });
});
