import { describe, expect, it } from 'vitest';
import { shopOf } from '../../../../test/support/shop-of.js';

describe('sales restock', () => {
  it('calls a product slower by the same ratio as it calls another faster', async () => {
    const units: readonly (readonly [product: string, before: number, now: number])[] = [
      ['faster', 100, 150],
      ['slower', 150, 100],
      ['halved', 106, 47],
      ['steady', 100, 80],
    ];
    // The last 28 days end on 25 February 2026.
    const rows = units.flatMap(([product, before, now]) => [
      `${product}b,2026-01-10,Ann,${product},${before},1`,
      `${product}n,2026-02-25,Ann,${product},${now},1`,
    ]);
    const shop = await shopOf('Order ID,Order Date,Customer,Product,Quantity,Unit Price', [
      ...rows,
      'old,2025-12-01,Ann,old,5,1',
    ]);
    const { rows: products, headline, observations } = await shop.answer('sales restock');
    expect(Object.fromEntries(products.map(r => [r.product, r.trend]))).toEqual({
      faster: 'faster',
      slower: 'slower',
      halved: 'slower',
      steady: 'steady',
      old: 'steady',
    });
    expect(headline).toContain('4 of 5 products sold in these 28 days');
    expect(observations.join(' ')).toContain('halved (47 units, down from 106)');
    await shop.close();
  });

  it('draws no chart if nothing sold lately', async () => {
    const shop = await shopOf('Order ID,Order Date,Customer,Product,Country,Quantity,Unit Price', [
      '1,2026-01-10,Ann,Tea,Spain,5,1',
      '2,2026-06-25,Ann,Tea,Italy,5,1',
    ]);
    const { headline, charts } = await shop.ask('sales restock country:Spain');
    expect(headline).toBe('No product sold in the last 28 days.');
    expect(charts).toEqual([]);
    await shop.close();
  });
});
