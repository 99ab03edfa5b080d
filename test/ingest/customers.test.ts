import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openTestShop, type TestShop } from '../support/shop.js';

const SUMMARY =
  'Customer ID,Customer Name,Total Spent,Orders,Last Order\n' +
  'c1,Ana,100.50,5,2026-03-01\nc2,Bob,20.00,1,2025-06-01\nc3,Cem,300.00,9,2026-03-20\nc4,Dua,40.00,2,2026-01-15\nc5,Eve,50.00,3,2026-02-15\n';

describe('files with one row for each customer', () => {
  let shop: TestShop;
  beforeEach(async () => {
    shop = await openTestShop();
  });
  afterEach(() => shop.close());

  it('make segments', async () => {
    const result = await shop.load('customers.csv', SUMMARY);
    expect(result).toMatchObject({ kind: 'customers', customers: 5, orders: 20, revenue: 51_050 });
    const { rows } = await shop.answer('segment');
    expect(rows.reduce((sum, row) => sum + Number(row.customers), 0)).toBe(5);
    expect((await shop.answer('segment customer c3')).rows[0]).toMatchObject({
      name: 'Cem',
      frequency: 9,
      monetary: 300,
      lastOrder: '2026-03-20',
      r: 5,
      f: 5,
      m: 5,
    });
  });

  it('make no sales, which is said', async () => {
    await shop.load('customers.csv', SUMMARY);
    await expect(shop.answer('sales')).rejects.toThrow('no order lines');
  });

  it('count days back from today, and say so', async () => {
    const { understood } = await shop.load(
      'days.csv',
      'customer,recency_days,frequency,monetary\nAna,10,2,5.00\nBob,0,1,7.00\n',
    );
    expect(understood?.assumptions.join()).toContain('counted back from 2026-03-29');
    expect((await shop.answer('segment customer Ana')).rows[0]).toMatchObject({ lastOrder: '2026-03-19' });
  });

  it('give way to orders of the same customers, and to newer summaries', async () => {
    await shop.load('customers.csv', SUMMARY);
    await shop.load('newer.csv', SUMMARY.replace('300.00,9', '310.00,10'));
    expect((await shop.answer('segment customer c3')).rows[0]).toMatchObject({
      frequency: 10,
      monetary: 310,
    });
    await shop.load('orders.csv', 'Order ID,Order Date,Customer ID,Amount\n1,2026-03-21,c3,1.00\n');
    expect((await shop.answer('segment customer c3')).rows[0]).toMatchObject({ frequency: 1, monetary: 1 });
    await shop.undo(3);
    await shop.undo(2);
    expect((await shop.answer('segment customer c3')).rows[0]).toMatchObject({ frequency: 9, monetary: 300 });
  });
});
