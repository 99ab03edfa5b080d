import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openCornerShop, openTestShop, type TestShop } from '../../../../test/support/shop.js';
import { shopOf } from '../../../../test/support/shop-of.js';

/** Every figure of the corner shop is worked out by hand in test/data/README.md. */
describe('sales', () => {
  let shop: TestShop;
  beforeAll(async () => {
    shop = await openCornerShop();
  });
  afterAll(() => shop.close());

  it('says what is odd: lines without a customer, returns', async () => {
    const { notes } = await shop.ask('sales');
    expect(notes).toContainEqual({ kind: 'linesWithoutCustomer', lines: 1 });
    expect(notes).toContainEqual({ kind: 'returnLines', lines: 1 });
  });

  it('compares a month with the month before', async () => {
    expect((await shop.answer('sales 2026-02')).rows[0]).toMatchObject({
      measure: 'revenue',
      value: 29.84,
      previous: 48.2,
      change: -0.380913,
    });
  });

  it('compares a running month with as many days of the month before', async () => {
    // March to the 28th against February 1 to 28.
    expect((await shop.answer('sales 2026-03')).rows[0]).toMatchObject({ value: 125.05, previous: 29.84 });
  });

  it('does not compare with days that the data does not reach back to', async () => {
    const { rows, notes } = await shop.ask('sales 2026-01');
    expect(rows[0]?.previous).toBeNull();
    expect(notes).toContainEqual(expect.objectContaining({ kind: 'periodBeforeCut', isCompared: false }));
  });

  it('counts in the currency of the shop, whose minor unit may have no decimals', async () => {
    const yen = await openTestShop({ SHOP_CURRENCY: 'JPY' });
    await yen.load('yen.csv', 'Order ID,Order Date,Amount\n1,2026-01-01,1200\n2,2026-01-02,300\n');
    expect(await yen.answer('sales')).toMatchObject({
      currency: 'JPY',
      headline: '¥1,500 from 2 orders, ¥750 an order.',
    });
    await yen.close();
  });

  it('answers anew when the data has changed', async () => {
    const changing = await openCornerShop();
    expect((await changing.answer('sales')).rows[0]?.value).toBe(203.1);
    await changing.load('more.csv', 'Order ID,Order Date,Amount\nZ1,2026-03-28,1.00\n');
    expect((await changing.answer('sales')).rows[0]?.value).toBe(204.1);
    await changing.close();
  });
});

describe('sales of several values', () => {
  const CITIES = [
    '1,2026-01-05,Paris,Tea,100',
    '1,2026-01-05,Paris,Mug,20',
    '2,2026-01-06,Lyon,Tea,30.50',
    '3,2026-02-06,Lyon,Mug,7',
    '4,2026-02-07,Nice,Mug,900',
  ];
  const each = async (text: string) => {
    const shop = await shopOf('Order ID,Order Date,City,Product,Amount', CITIES);
    const { headline, observations } = await shop.answer(text);
    await shop.close();
    return [headline, observations[0]];
  };

  it('have the sum, and what each of them comes to', async () => {
    expect(await each('paris and lyon')).toEqual([
      '$157.50 from 3 orders, $52.50 an order.',
      'By city: Paris $120.00 · 1 order; Lyon $37.50 · 2 orders.',
    ]);
    expect(await each('sales city:Paris,Lyon 2026-02')).toEqual([
      '$7.00 from 1 order, $7.00 an order.',
      'By city: Lyon $7.00 · 1 order; Paris nothing.',
    ]);
    expect(await each('average order in paris and lyon')).toEqual([
      '$52.50 an order.',
      'By city: Paris $120.00 an order; Lyon $18.75 an order.',
    ]);
  });

  it('say that orders with several of them are counted for each', async () => {
    expect((await each('sales product:Tea,Mug'))[1]).toBe(
      'By product: Mug $927.00 · 3 orders; Tea $130.50 · 2 orders. Some orders count more than once.',
    );
  });
});

describe('the measures of sales', () => {
  it('say how much of them was cancelled, unless the status is filtered', async () => {
    const statuses = await shopOf('Order ID,Order Date,Customer,Status,Amount', [
      '1,2026-01-05,Ann,Shipped,100',
      '2,2026-01-06,Bob,Cancelled,30',
      '3,2026-01-07,Bob,Cancelled,20',
    ]);
    const cancelled = async (text: string) =>
      (await statuses.ask(text)).notes.find(note => note.kind === 'cancelledCounted');
    expect(await cancelled('sales')).toEqual({
      kind: 'cancelledCounted',
      orders: 2,
      revenue: 5_000,
      currency: 'USD',
      filter: '-status:Cancelled',
    });
    expect(await cancelled('sales -status:Cancelled')).toBeUndefined();
    await statuses.close();
  });

  it('leave out customers and quantities if the files have neither', async () => {
    const measures = async (header: string, row: string) => {
      const shop = await shopOf(header, [row]);
      const keys = (await shop.answer('sales')).rows.map(r => r.measure);
      await shop.close();
      return keys;
    };
    expect(await measures('Order Date,Amount', '2026-01-05,4')).toEqual([
      'revenue',
      'orders',
      'averageOrderValue',
      'lines',
      'averageLine',
    ]);
    expect(await measures('Order Date,Customer,Quantity,Unit Price', '2026-01-05,Ann,3,4')).toEqual(
      expect.arrayContaining(['customers', 'quantity', 'repeatRate']),
    );
  });
});
