import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openShopkeeper } from '../../src/app/shopkeeper.js';
import { isoOf } from '../../src/core/calendar/days.js';
import { databaseOf } from '../support/database.js';
import { openTestShop, type TestShop } from '../support/shop.js';

/** What outsiders broke it with; the sums are worked out beside each. */
describe('files that once were read wrong', () => {
  let shop: TestShop;
  beforeEach(async () => {
    shop = await openTestShop();
  });
  afterEach(() => shop.close());
  const load = (header: string, rows: readonly string[]) =>
    shop.load('file.csv', `${header}\n${rows.join('\n')}\n`);

  it('dates with month names and a time keep their year', async () => {
    await load('Order ID,Date,Amount', [
      '1,"March 5, 2024 10:00 AM",10',
      '2,"March 5, 2025 10:00 AM",20',
      '3,Jan-04-2025,1',
      '4,2025-Jan-05,1',
    ]);
    const days = await databaseOf(shop.shop.store)('order_lines').orderBy('id').select('day');
    expect(days.map(r => isoOf(r.day))).toEqual(['2024-03-05', '2025-03-05', '2025-01-04', '2025-01-05']);
  });

  it('a refund on the line number of its sale is no repetition; the same line twice is', async () => {
    const result = await load('Order ID,Line Number,Order Date,Quantity,Amount', [
      '1,1,2026-01-05,2,10.00',
      '1,2,2026-01-05,1,4.00',
      '1,1,2026-01-05,-1,-5.00',
      '1,2,2026-01-05,1,4.00',
      ...Array.from({ length: 30 }, (_, i) => `${10 + (i >> 1)},${1 + (i % 2)},2026-01-06,1,1.00`),
    ]);
    // 10 + 4 - 5 and thirty times 1
    expect(result).toMatchObject({ lines: 33, duplicates: 1, revenue: 3_900 });
  });

  it('a total that runs down the file is no amount, though one row takes back', async () => {
    let total = 0;
    const rows = Array.from({ length: 60 }, (_, i) => {
      const quantity = i === 30 ? -1 : 1 + (i % 3);
      total += quantity * 2.5;
      return `${i},2026-01-05,${quantity},2.50,${total.toFixed(2)}`;
    });
    const result = await load('Order ID,Order Date,Quantity,Price,Total', rows);
    expect(result.revenue).toBe(Math.round(total * 100));
    expect(result.understood?.assumptions.join()).toContain('Revenue is "Quantity" x "Price"');
  });

  it('the price of one called an amount, beside the total', async () => {
    const rows = Array.from(
      { length: 9 },
      (_, i) => `${i},2026-01-05,${1 + (i % 3)},${2 + i}.00,${(1 + (i % 3)) * (2 + i)}.00`,
    );
    const sum = rows.reduce((n, row) => n + Number(row.split(',')[4]) * 100, 0);
    expect((await load('Order ID,Order Date,Qty,Amount,Total', rows)).revenue).toBe(sum);
  });

  it('tickets of one price in one order are no order total', async () => {
    const rows = [1, 2, 3, 4].flatMap(o => [`${o},2026-01-05,Ticket,20.00`, `${o},2026-01-05,Ticket,20.00`]);
    expect((await load('Order ID,Order Date,Product,Amount', rows)).revenue).toBe(16_000);
  });

  it('refunds by other words, and whole numbers of sixteen digits', async () => {
    const result = await load('Belegnummer;Vorgang;Datum;Betrag', [
      '2024010112345601;Verkauf;05.01.2026;10,00 €',
      '2024010112345602;Rückerstattung;06.01.2026;4,00 €',
      '2024010112345603;Verkauf;07.01.2026;1,00 €',
    ]);
    expect(result).toMatchObject({ revenue: 700, orders: 3, currency: 'EUR' });
  });

  it('signs of two currencies are refused', async () => {
    await expect(
      load('Order ID,Order Date,Amount', ['1,2026-01-05,$12.00', '2,2026-01-05,€12.00']),
    ).rejects.toThrow('several currencies');
  });

  it('years of two digits that stand first, and points between thousands beside ISO dates', async () => {
    const rows = Array.from(
      { length: 20 },
      (_, i) => `${i};25-11-${String(i + 1).padStart(2, '0')};${i % 2 ? '1.250' : '850'}`,
    );
    const result = await load('Order ID;Order Date;Amount', rows);
    expect([isoOf(result.firstDay), isoOf(result.lastDay)]).toEqual(['2025-11-01', '2025-11-20']);
    expect(result.revenue).toBe(10 * (1_250 + 850) * 100);
  });

  it('a row of totals, a blank amount of a cancelled line, and an address in quotes', async () => {
    const result = await load('Order ID,Order Date,Status,Note,Amount', [
      '1,2026-01-05,Shipped,"Ship to:\nUnit 4, Dock Rd, Leeds, UK, now\nThanks",10.00',
      '2,2026-01-05,Cancelled,,',
      'Total,,,,10.00',
    ]);
    expect(result).toMatchObject({ lines: 2, revenue: 1_000, refusedCount: 0 });
  });

  it('credit notes that stand further down than the first ids', async () => {
    const rows = Array.from({ length: 700 }, (_, i) => `${1000 + i},2026-01-05,10.00`);
    expect((await load('Invoice No,Invoice Date,Amount', [...rows, 'C1702,2026-01-06,10.00'])).revenue).toBe(
      699_000,
    );
  });

  it('an order is of the day of its counted lines', async () => {
    const other = await openTestShop({ EXCLUDED_STATUSES: 'Cancelled' });
    await other.load(
      'a.csv',
      'Order ID,Order Date,Customer,Status,Amount\n1,2026-01-05,Ana,Cancelled,1\n1,2026-02-10,Ana,Shipped,2\n',
    );
    expect((await other.answer('segment customer Ana')).rows[0]).toMatchObject({ lastOrder: '2026-02-10' });
    await other.close();
  });

  it('two processes with first files in two currencies: one is refused', async () => {
    const second = await openShopkeeper(shop.config, shop.log, shop.now);
    const file = (code: string) => `Order ID,Order Date,Amount,Currency\n${code},2026-01-05,1,${code}\n`;
    await shop.load('gbp.csv', file('GBP'));
    await expect(second.ingest(`${shop.folder}/gbp.csv`)).resolves.toMatchObject({ loaded: false });
    await expect(shop.load('eur.csv', file('EUR'))).rejects.toThrow('in GBP');
    await second.close();
  });
});
