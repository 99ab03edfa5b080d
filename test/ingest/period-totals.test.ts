import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openTestShop, type TestShop } from '../support/shop.js';

/** Files with a row for each day, week or month: they have sales, and no orders. */
describe('totals of days', () => {
  let shop: TestShop;
  beforeEach(async () => {
    shop = await openTestShop({ SHOP_CURRENCY: 'EUR' }, '2026-12-31T10:00:00Z');
  });
  afterEach(() => shop.close());
  const load = (...lines: string[]) => shop.load('file.csv', `${lines.join('\n')}\n`);
  const days = (count: number, cells: (day: number) => string) =>
    Array.from({ length: count }, (_, i) => `2026-03-${String(i + 1).padStart(2, '0')},${cells(i + 1)}`);
  const measures = async () => (await shop.answer('sales')).rows.map(row => row.measure);

  it('have revenue, and neither orders nor what an order comes to', async () => {
    const result = await load('Date,Cash,Card,Total', ...days(12, day => `${day}.00,2.50,${day + 2}.50`));
    // 1 to 12, and 12 x 2.50
    expect(result).toMatchObject({ revenue: 10_800, orders: 0, customers: 0 });
    expect(await measures()).toEqual(['revenue', 'lines', 'averageLine']);
    expect((await shop.answer('sales')).headline).toBe('€108.00 of revenue.');
    expect(result.understood?.assumptions.join(' ')).toContain('Each row is the total of a day');
  });

  it('refuse what would count orders, and say why', async () => {
    await load('Date,Sales', ...days(12, day => `${day}.00`));
    for (const text of ['sales measure:orders', 'sales measure:average-order by:month'])
      await expect(shop.answer(text)).rejects.toThrow('totals of days instead of orders');
  });

  it('count no orders in comparisons, seasons and sizes of orders', async () => {
    const of = (month: string) => days(28, day => `${day}.00`).map(row => row.replace('-03-', `-${month}-`));
    await load('Date,Sales', ...of('01'), ...of('02'), ...of('03'));
    for (const text of ['sales compare 2026-03', 'sales seasonality by weekday', 'sales peaks by day']) {
      const answer = await shop.answer(text);
      expect(answer.columns.map(c => c.key)).not.toContain('orders');
      expect([...answer.observations, answer.headline].join(' ')).not.toMatch(/order/);
    }
    for (const text of ['orders by month', 'average order value by weekday', 'sales deal-sizes'])
      await expect(shop.answer(text)).rejects.toThrow(/totals of days/);
  });

  it('are known by a column that says how many there were', async () => {
    const result = await load('Datum;Anzahl Bons;Umsatz', '2026-03-01;40;400,50', '2026-03-03;35;380,00');
    expect(result).toMatchObject({ revenue: 78_050, orders: 0 });
    expect(result.understood?.assumptions.join(' ')).toContain('"Anzahl Bons" says 75');
  });

  it('may be of several places, weeks and months', async () => {
    const result = await load(
      'Month,Shop,Sales',
      ...['2026-01', '2026-02', '2026-03'].flatMap(m => [`${m},North,100.00`, `${m},South,50.00`]),
    );
    expect(result).toMatchObject({ revenue: 45_000, orders: 0 });
  });

  it('may have the year and the week in columns of their own', async () => {
    const result = await load(
      'Jahr;KW;Filiale;Umsatz netto',
      ...['6', '7', '8'].flatMap(week => [`2026;${week};Ulm;100,50`, `2026;${week};Aalen;50,00`]),
    );
    // The Mondays of weeks 6 and 8 of ISO 8601
    const [first, last] = ['2026-02-02', '2026-02-16'].map(day => Date.parse(day) / 86_400_000);
    expect(result).toMatchObject({ revenue: 45_150, orders: 0, firstDay: first, lastDay: last });
  });

  it('are no single sales: those have gaps, several a day, or a customer', async () => {
    const few = await load('Date,Amount', '2026-01-05,4.00', '2026-01-09,5.00', '2026-02-01,6.00');
    expect(few.orders).toBe(3);
    const twice = await load('Date,Amount', ...days(12, day => `${day}.00`), '2026-03-12,3.00');
    expect(twice.orders).toBe(13);
    const named = await load('Date,Customer,Amount', ...days(12, day => `Ann ${day},${day}.50`));
    expect(named.orders).toBe(12);
    expect(await measures()).toContain('orders');
  });
});
