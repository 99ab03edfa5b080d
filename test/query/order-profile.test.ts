import { expect, it } from 'vitest';
import { shopOf } from '../support/shop-of.js';

it('says what has become of an order that is asked for by its number', async () => {
  const shop = await shopOf('Order ID,Order Date,Customer,Status,Amount', [
    'A1,2026-03-01,Ann,Shipped,10.00',
    'A1,2026-03-01,Ann,Shipped,5.00',
    'A2,2026-03-02,Bea,On Hold,7.50',
  ]);
  const { headline, rows, columns } = await shop.answer('order A2');
  expect(headline).toContain('Order A2 of Mar 2, 2026 by Bea with $7.50, on hold');
  expect(rows[0]).toMatchObject({ order: 'A2', status: 'On Hold' });
  expect(columns.map(column => column.key)).toContain('status');
  expect((await shop.answer('list:orders order:A1')).rows[0]).toMatchObject({ total: 15, status: 'Shipped' });
  await shop.close();
});

it('has no status in a shop whose data has none', async () => {
  const shop = await shopOf('Order ID,Order Date,Customer,Amount', ['A1,2026-03-01,Ann,10.00']);
  const { rows, columns } = await shop.answer('list:orders order:A1');
  expect(Object.keys(rows[0] ?? {})).not.toContain('status');
  expect(columns.map(column => column.key)).not.toContain('status');
  await shop.close();
});
