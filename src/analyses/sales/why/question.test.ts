import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TestShop } from '../../../../test/support/shop.js';
import { shopOf } from '../../../../test/support/shop-of.js';

const HEADER = 'Order ID,Order Date,Customer,Product,Quantity,Amount';

/** What each part adds, by its key. */
async function partsOf(shop: TestShop, text: string): Promise<Record<string, unknown>> {
  const { rows } = await shop.answer(text);
  return Object.fromEntries(rows.map(row => [row.measure, row.difference]));
}

/** The table of the thread whose title begins so. */
async function tableOf(shop: TestShop, text: string, title: string) {
  const { thread = [] } = await shop.answer(text);
  return thread.find(answer => answer.title.startsWith(title))?.rows ?? [];
}

const byKey = (rows: readonly Record<string, unknown>[], key: string) =>
  Object.fromEntries(rows.map(row => [row.measure, row[key]]));

describe('sales why', () => {
  it('gives the revenue tree of openretailscience, with joint terms halved at each level', async () => {
    // 3 customers with an order each: 820 for 10 units, then 505.5 for 7 (test_revenue_tree).
    const shop = await shopOf(HEADER, [
      '1,2026-01-05,A,Tea,4,300',
      '2,2026-01-06,B,Tea,3,260',
      '3,2026-01-07,C,Tea,3,260',
      '4,2026-02-05,A,Tea,3,205.5',
      '5,2026-02-06,B,Tea,2,150',
      '6,2026-02-07,C,Tea,2,150',
    ]);
    // -83.178571 and -231.321429 there.
    const tree = { ordersPerCustomer: 0, unitsPerOrder: -231.32, pricePerUnit: -83.18, revenue: -314.5 };
    expect(await partsOf(shop, 'sales why 2026-02')).toMatchObject({ ...tree, customersLost: 0 });
    expect(byKey(await tableOf(shop, 'sales why 2026-02', 'By averages'), 'difference')).toEqual({
      customers: 0,
      ...tree,
    });
    await shop.close();
  });

  it('books customers who left to customers', async () => {
    // 4 customers, 1600 -> 3, 1200 (test_revenue_tree): -400.
    const rows = [1, 2, 3, 4].map(i => `a${i},2026-01-0${i},C${i},Tea,1,400`);
    const shop = await shopOf(HEADER, [
      ...rows,
      ...[1, 2, 3].map(i => `b${i},2026-02-0${i + 1},C${i},Tea,1,400`),
    ]);
    expect(await partsOf(shop, 'sales why 2026-02')).toMatchObject({ customersLost: -400, revenue: -400 });
    const averages = await tableOf(shop, 'sales why 2026-02', 'By averages');
    expect(byKey(averages, 'difference')).toMatchObject({ customers: -400, ordersPerCustomer: 0 });
    await shop.close();
  });

  it('has who is new, lapsed and repeating as openretailscience has (test_nlr)', async () => {
    const shop = await shopOf('Order ID,Order Date,Customer,Amount', [
      ...['1,2026-01-05,1001,100', '2,2026-01-05,1002,200', '3,2026-01-05,1003,150'],
      ...['4,2026-02-05,1001,120', '5,2026-02-05,1003,180', '6,2026-02-05,1004,90'],
      // Nothing, or less, is not bought.
      ...['7,2026-02-05,1002,-20', '8,2026-02-05,1005,-5'],
    ]);
    const { rows, observations } = await shop.answer('sales why 2026-02');
    const part = (measure: string) => {
      const { previous, value, difference } = rows.find(row => row.measure === measure) ?? {};
      return [previous, value, difference];
    };
    expect(part('newCustomers')).toEqual([0, 1, 90]);
    expect(part('customersLost')).toEqual([1, 0, -200]);
    expect(observations.join(' ')).toContain('2 customers bought in both');
    await shop.close();
  });

  it('halves the joint term between volume and price, where accounting books it to price', async () => {
    // 10,000 x 50 -> 12,000 x 53: volume +103,000 and price +33,000, not 100,000 and 36,000.
    const shop = await shopOf('Order ID,Order Date,Product,Quantity,Amount', [
      '1,2026-01-05,Tea,10000,500000',
      '2,2026-02-05,Tea,12000,636000',
      '3,2026-02-06,Cup,0,0',
    ]);
    const [tea] = await tableOf(shop, 'sales why 2026-02 by product', 'By product');
    expect(tea).toMatchObject({ difference: 136_000, byUnits: 103_000, byPrice: 33_000 });
    await shop.close();
  });

  describe('of a shop with customers won, kept and lost', () => {
    let shop: TestShop;
    beforeAll(async () => {
      shop = await shopOf(HEADER, [
        '1,2025-12-01,Old,Tea,1,5',
        '2,2026-01-05,Kept,Tea,2,20',
        '3,2026-01-06,Lost,Tea,1,30',
        '4,2026-01-07,,Tea,1,7',
        '5,2026-02-05,Kept,Tea,2,20',
        '6,2026-02-09,Kept,Tea,2,20',
        '7,2026-02-06,New,Cup,1,40',
        '8,2026-02-07,Old,Cup,1,11',
        '9,2026-02-08,,Tea,1,4',
        '10,2026-02-10,Kept,Cup,-1,-9',
      ]);
    });
    afterAll(() => shop.close());

    it('says who was won and lost, what the kept one did, and what had no customer', async () => {
      const answer = await shop.answer('why did sales rise in february 2026');
      expect(answer.question).toBe('sales why 2026-02');
      // 57 in January, 86 in February.
      expect(byKey(answer.rows, 'difference')).toEqual({
        newCustomers: 40,
        otherCustomersWon: 11,
        customersLost: -30,
        ordersPerCustomer: 20,
        unitsPerOrder: 0,
        pricePerUnit: 0,
        withoutCustomer: -3,
        returns: -9,
        revenue: 29,
      });
      expect(answer.headline).toBe(
        'Feb 1 – Feb 10, 2026 brought $86.00: $29.00 more than Jan 1 – Jan 10, 2026 (+50.9%); ' +
          'the largest part of it: customers won outweigh those lost (+$21.00).',
      );
    });

    it('lists the customers who were lost', async () => {
      const { followUps } = await shop.answer('sales why 2026-02');
      const { rows } = await shop.answer(followUps[0] ?? '');
      expect(rows.map(row => row.customer)).toEqual(['Lost']);
    });

    it('splits the change by product into units and prices, and by the calendar', async () => {
      const products = await tableOf(shop, 'sales why 2026-02 by product', 'By product');
      expect(products.map(r => [r.product, r.previous, r.revenue, r.byUnits, r.byPrice])).toEqual([
        ['Cup', 0, 42, 42, 0],
        // 4 units for 57 at 14.25, then 5 for 44 at 8.80.
        ['Tea', 57, 44, 11.53, -24.53],
      ]);
      const days = await tableOf(shop, 'sales why 2026-02', 'By the calendar');
      const sum = days.reduce((total, r) => total + Number(r.byDays) + Number(r.byEach), 0);
      expect(Math.round(sum * 100) / 100).toBe(29);
    });

    it('is what "why?" leads to, and what a comparison offers', async () => {
      const { followUps } = await shop.answer('sales compare 2026-02');
      expect(followUps).toContain('sales why 2026-02');
    });
  });

  it('answers of orders what a comparison says', async () => {
    const shop = await shopOf(HEADER, ['1,2026-01-05,A,Tea,1,10', '2,2026-02-05,A,Tea,1,10']);
    expect((await shop.answer('why are orders down in 2026-02')).question).toBe(
      'sales orders compare 2026-02',
    );
    await shop.close();
  });

  it('says what is missing: customers, units, sales in one of the periods, anything before', async () => {
    const plain = await shopOf('Order ID,Order Date,Amount', [
      '1,2026-01-05,10',
      '2,2026-02-05,30',
      '3,2026-02-06,10',
      '4,2026-05-01,-5',
    ]);
    const answer = await plain.answer('sales why 2026-02');
    // Orders 1 -> 2 at 10 -> 20: 1 x 15, and 10 x 1.5.
    expect(byKey(answer.rows, 'difference')).toEqual({ orders: 15, averageOrder: 15, revenue: 30 });
    expect(answer.notes.join(' ')).toMatch(/name no customers.*no quantities/);
    expect(await partsOf(plain, 'sales why 2026-03')).toEqual({ orders: -40, averageOrder: 0, revenue: -40 });
    // Returns alone.
    expect(await partsOf(plain, 'sales why 2026-05')).toMatchObject({ returns: -5, revenue: -5 });
    expect((await plain.answer('sales why 2026-04 vs 2026-03')).headline).toContain('Nothing was sold');
    await expect(plain.answer('sales why 2026-01')).rejects.toThrow('nothing to compare with');
    await plain.close();
  });
});
