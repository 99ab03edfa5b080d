import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { IngestResult } from '../../src/ingest/load/result.js';
import { openTestShop, type TestShop } from '../support/shop.js';
import { workbook, workbookParts } from '../support/workbook.js';
import { zip } from '../support/zip.js';

const rows = (text: string) =>
  text.split('|').map(row => row.split(',').map(cell => (/^\d+(\.\d+)?$/.test(cell) ? Number(cell) : cell)));
const csv = (text: string) => text.replaceAll('|', '\n');
const said = (...results: readonly IngestResult[]) =>
  results.flatMap(r => r.understood?.assumptions ?? []).join('\n');

const SALES = 'Order ID,Order Date,Customer,Amount';

describe('the sheets of a workbook', () => {
  let shop: TestShop;
  beforeEach(async () => {
    shop = await openTestShop();
  });
  afterEach(() => shop.close());
  const load = (sheets: Readonly<Record<string, string>>) =>
    shop.load(
      'book.xlsx',
      workbook(Object.fromEntries(Object.entries(sheets).map(([name, text]) => [name, rows(text)]))),
    );

  it('are joined where one has the lines of the orders of another', async () => {
    const result = await load({
      Customers: 'Customer ID,Name,City|c1,Ana,Lima|c2,Bob,Rome',
      Orders: 'Order ID,Order Date,Customer ID|1,2026-01-05,c1|2,2026-01-06,c2|3,2026-01-07,c1',
      Items: 'Order ID,Product,Quantity,Price|1,Mug,2,5.50|2,Tea,1,3.25|3,Tea,2,3.25',
    });
    expect(result).toMatchObject({ revenue: 2_075, lines: 3, orders: 3, customers: 2 });
    expect(await shop.figures('sales by city', 'revenue')).toEqual({ Lima: 17.5, Rome: 3.25 });
  });

  it('that hold what another holds in full are left out', async () => {
    const jan = ['o1,2026-01-05,Ana,10.00', 'o2,2026-01-06,Bob,5.00'];
    const feb = ['o3,2026-02-05,Ana,1.50', 'o4,2026-02-06,Cy,2.50'];
    const result = await load({
      Jan: [SALES, ...jan].join('|'),
      Feb: [SALES, ...feb].join('|'),
      All: [SALES, ...jan, ...feb].join('|'),
    });
    expect(result).toMatchObject({ revenue: 1_900, lines: 4, orders: 4 });
    expect(said(result)).toContain(
      'The sheet "Jan" was not read: all of its rows are in the sheet "All" too.',
    );
  });

  it('that are plans are not read with the sales of the same columns', async () => {
    const result = await load({
      2025: `${SALES}|o1,2025-01-05,Ana,10.00|o2,2025-02-05,Bob,5.00`,
      2026: `${SALES}|o3,2026-01-05,Ana,7.00|o4,2026-02-05,Bob,8.00`,
      'Budget 2026': `${SALES}|b1,2026-01-01,All,900.00|b2,2026-02-01,All,950.00`,
    });
    expect(result).toMatchObject({ revenue: 3_000, orders: 4 });
    expect(said(result)).toContain('"Budget 2026" was not read');
  });

  it('that sum up months are not read beside the orders, whose amounts are named with their currency', async () => {
    const result = await load({
      Dashboard: 'Month,Turnover EUR,Target EUR|2026-01-01,30,100|2026-02-01,12,100',
      'Orders 2026':
        'Order,Date,Client,Pieces,Amount EUR|1,2026-01-05,Ana,2,20|2,2026-01-09,Bob,1,10|3,2026-02-03,Ana,4,12',
    });
    // 20 + 10 + 12
    expect(result).toMatchObject({ revenue: 4_200, orders: 3, customers: 2, currency: 'EUR' });
    expect(said(result)).toContain('"Dashboard" was not read');
  });

  it('with the returned orders and the people of regions are joined to the orders', async () => {
    const orders = Array.from(
      { length: 20 },
      (_, i) =>
        `CA-${1_000 + i},2026-01-${String(i + 1).padStart(2, '0')},Ana ${i % 3},${i % 2 ? 'East' : 'West'},2,${i + 10}.50`,
    );
    const result = await load({
      Orders: ['Order ID,Order Date,Customer Name,Region,Quantity,Sales', ...orders].join('|'),
      Returns: 'Returned,Order ID|Yes,CA-1003|Yes,CA-1010',
      People: 'Person,Region|Anna,West|Chuck,East',
    });
    // 10.50 + 11.50 + ... + 29.50, less 13.50 and 20.50 that came back
    expect(result).toMatchObject({ revenue: 36_600, lines: 22, customers: 3 });
    expect(said(result)).toContain('the sheet "Returns" by "Order ID"');
  });

  it('that are a pivot, and daily totals, give way to the sales', async () => {
    const result = await load({
      Pivot: 'Row Labels,Sum of Amount|Ana,15.00|Bob,5.00|Grand Total,20.00',
      Daily: 'Date,Orders,Revenue|2026-01-05,1,10.00|2026-01-06,1,5.00|2026-01-07,1,5.00',
      Data: 'Date,Product,Amount|2026-01-05,Mug,10.00|2026-01-06,Tea,5.00|2026-01-07,Tea,5.00',
    });
    expect(result.understood?.reading).toContain('sheet "Data"');
    expect(result).toMatchObject({ revenue: 2_000, lines: 3 });
    expect(said(result)).toMatch(
      /"Pivot" was not read: it has neither dates nor amounts[\s\S]*"Daily" was not read: it is a summary/,
    );
  });

  it('of expenses before the sales are no sales', async () => {
    const result = await load({
      Expenses:
        'Date,Vendor,Category,Amount|2026-01-03,Acme,Rent,700.00|2026-01-04,Acme,Power,80.00|2026-02-03,Acme,Rent,700.00',
      Invoices: 'Invoice No,Invoice Date,Customer,Total|R-1,2026-01-05,Ana,10.00|R-2,2026-01-06,Bob,5.00',
    });
    expect(result).toMatchObject({ revenue: 1_500, orders: 2 });
    expect(said(result)).toContain('"Expenses" was not read');
  });

  it('of stock with prices and a day of counting are no sales', async () => {
    const result = await load({
      Stock:
        'SKU,Product,On hand,Unit cost,Counted on|A,Mug,12,2.50,2026-01-01|B,Tea,30,1.20,2026-01-01|C,Cup,4,3.00,2026-01-02',
      Register:
        'Invoice No,Date,SKU,Qty,Price|R-1,2026-01-05,A,2,5.00|R-2,2026-01-06,B,1,4.00|R-3,2026-01-06,C,1,6.00',
    });
    expect(result).toMatchObject({ revenue: 2_000, orders: 3, lines: 3 });
  });

  it('of stock are no sales by their name, though they say more of each article', async () => {
    const result = await load({
      Lager:
        'Dato,Varenr,Vare,Antal,Pris,Beløb|2026-05-01,100,Most,8,21,168|2026-05-08,101,Honning,70,37,2590',
      Kassesalg:
        'Dato,Bon nr.,Vare,Antal,Stk. pris,I alt kr.|2026-05-02,7701,Most,3,35,105|2026-05-02,7701,Honning,4,62,248',
    });
    expect(result).toMatchObject({ revenue: 35_300, orders: 1, lines: 2 });
  });

  it('of which one has a column more are read together all the same', async () => {
    const result = await load({
      Jan: `${SALES}|o1,2026-01-05,Ana,10.00|o2,2026-01-06,Bob,5.00`,
      Feb: `${SALES},Note|o3,2026-02-05,Ana,7.00,gift|o4,2026-02-06,Bob,8.00,`,
    });
    expect(result).toMatchObject({ revenue: 3_000, orders: 4 });
  });

  it('of which only hidden ones have tables are not read unless they are named', async () => {
    const parts = workbookParts({
      Cover: [['Hello']],
      Old: rows(`${SALES}|o1,2026-01-05,Ana,10.00|o2,2026-01-06,Bob,5.00`),
    });
    parts['xl/workbook.xml'] = parts['xl/workbook.xml']!.replace(
      'name="Old"',
      'name="Old" state="veryHidden"',
    );
    await expect(shop.load('hidden.xlsx', zip(parts))).rejects.toThrow(
      'has tables on hidden sheets only: "Old"',
    );
    expect(await shop.ingest(join(shop.folder, 'hidden.xlsx'), undefined, { sheet: 'Old' })).toMatchObject({
      revenue: 1_500,
    });
  });
});

describe('several files of any kind', () => {
  let shop: TestShop;
  beforeEach(async () => {
    shop = await openTestShop();
  });
  afterEach(() => shop.close());
  async function load(files: Readonly<Record<string, string | Buffer>>): Promise<IngestResult[]> {
    const results: IngestResult[] = [];
    for (const [name, content] of Object.entries(files)) await writeFile(join(shop.folder, name), content);
    for await (const r of shop.ingestAll(Object.keys(files).map(n => join(shop.folder, n)))) results.push(r);
    return results;
  }

  it('a workbook of orders, customers as text in gzip', async () => {
    const results = await load({
      'orders.xlsx': workbook({
        Orders: rows(
          'Order ID,Order Date,Customer ID,Amount|1,2026-01-05,c1,10|2,2026-01-06,c2,5.5|3,2026-01-06,c2,1',
        ),
      }),
      'customers.tsv.gz': gzipSync(csv('Customer ID\tName\tCountry|c1\tAna\tPeru|c2\tBob\tChile')),
    });
    expect(results).toMatchObject([{ revenue: 1_650, orders: 3, customers: 2 }]);
    expect(await shop.figures('sales by country', 'revenue')).toEqual({ Peru: 10, Chile: 6.5 });
  });

  it('customers are joined by their address, and what they spent in all is no sale', async () => {
    const results = await load({
      'orders_export.csv': csv(
        'Name,Email,Created at,Lineitem quantity,Lineitem name,Lineitem price|#1,ana@x.com,2026-01-05,1,Mug,5.00|#2,bob@x.com,2026-01-06,2,Tea,3.00|#3,ana@x.com,2026-01-07,1,Tea,3.00',
      ),
      'customers_export.csv': csv(
        'First Name,Last Name,Email,City,Total Spent,Total Orders|Ana,Ito,ana@x.com,Lima,508.00,22|Bob,Roy,bob@x.com,Rome,6.00,1|Cy,Lo,cy@x.com,Bern,90.00,4',
      ),
    });
    expect(results).toMatchObject([{ revenue: 1_400, orders: 3, customers: 2 }]);
  });

  it('rows that stand twice in a list of customers are one customer; two different ones are no key', async () => {
    const orders = csv(
      'order_id,order_date,customer_id,amount|1,2026-01-05,c1,10.00|2,2026-01-06,c2,5.00|3,2026-01-07,c1,2.00',
    );
    const same = await load({
      'orders.csv': orders,
      'customers.csv': csv('customer_id,name,city|c1,Ana,Lima|c2,Bob,Rome|c1,Ana,Lima'),
    });
    expect(same).toMatchObject([{ revenue: 1_700, lines: 3 }]);
    expect(same[0]?.file).toBe('orders.csv + customers.csv');
    const other = await load({
      'orders.csv': orders,
      'customers.csv': csv('customer_id,name,city|c1,Ana,Lima|c2,Bob,Rome|c1,Ana,Bern'),
    });
    expect(other).toMatchObject([{ revenue: 1_700, lines: 3, file: 'orders.csv' }]);
    expect(said(...other)).toMatch(
      /customers\.csv was not used: "customer_id" repeats in it, for example c1/,
    );
  });

  it('refunds and shipments of an order add columns, not money', async () => {
    const results = await load({
      'orders.csv': csv(
        'order_id,date,customer,total|o1,2026-01-05,Ana,10.00|o2,2026-01-06,Bob,5.00|o3,2026-01-07,Ana,2.00',
      ),
      'refunds.csv': csv('order_id,refunded_on,amount|o2,2026-01-09,5.00'),
      'shipments.csv': csv(
        'order_id,shipped_at,carrier,cost|o1,2026-01-06,DHL,4.00|o2,2026-01-07,UPS,4.50|o3,2026-01-08,DHL,4.00',
      ),
    });
    expect(results).toHaveLength(1);
    expect(results).toMatchObject([{ revenue: 1_700, orders: 3, lines: 3 }]);
    expect(await shop.figures('sales by carrier', 'revenue')).toEqual({ DHL: 12, UPS: 5 });
  });

  it('payments are the sales where orders have no money', async () => {
    const results = await load({
      'orders.csv': csv('order_id,date,customer|o1,2026-01-05,Ana|o2,2026-01-06,Bob'),
      'payments.csv': csv('order_id,method,amount|o1,cash,6.00|o1,card,4.00|o2,card,5.00'),
    });
    expect(results).toMatchObject([{ revenue: 1_500, orders: 2 }]);
  });

  it('lines in two parts, the columns of one in another order, are joined to their orders', async () => {
    const results = await load({
      'lines_1.csv': csv('order_id,sku,qty,price|o1,A,1,5.00|o1,B,2,2.00'),
      'lines_2.csv': csv('price,qty,order_id,sku|3.00,1,o2,C|4.00,2,o3,A'),
      'orders.csv': csv('order_id,order_date,customer|o1,2026-01-05,Ana|o2,2026-01-06,Bob|o3,2026-01-06,Bob'),
    });
    expect(results).toMatchObject([{ revenue: 2_000, lines: 4, orders: 3, customers: 2 }]);
  });

  it('a part of an export without its header is read under that of the first', async () => {
    const results = await load({
      'part-aa.csv': csv(
        'order_id,order_date,customer,amount|o1,2026-01-05,Ana,5.00|o2,2026-01-06,Bob,2.00|',
      ),
      'part-ab.csv': csv('o3,2026-01-07,Ana,3.00|o4,2026-01-08,Bob,4.00|'),
    });
    expect(results).toMatchObject([{ revenue: 1_400, lines: 4, customers: 2 }]);
  });

  it('lines of orders that are missing are refused with the file and the row, and nothing is loaded', async () => {
    const orders = csv('order_id,order_date,customer|o1,2026-01-05,Ana|o2,2026-01-06,Bob');
    const items = csv(
      'order_id,sku,qty,price|o1,A,1,5.00|o2,B,1,5.00|o1,C,1,5.00|o2,D,1,5.00|o1,E,1,1.00|o1,F,1,1.00|o1,G,1,1.00|o1,H,1,1.00|o1,I,1,1.00|o9,J,1,1.00',
    );
    await expect(load({ 'orders.csv': orders, 'items.csv': items })).rejects.toThrow(
      /1 of 10 rows[\s\S]*row 11 of items\.csv/,
    );
    expect(await shop.shop.store.dataVersion()).toBe(0);
  });

  it('a workbook within a ZIP is refused in a sentence', async () => {
    await expect(
      load({ 'all.zip': zip({ 'orders.xlsx': workbook({ A: rows(`${SALES}|o1,2026-01-05,Ana,1`) }) }) }),
    ).rejects.toMatchObject({
      message: expect.stringContaining('orders.xlsx'),
      hint: expect.stringContaining('Unpack'),
    });
  });

  it('two shops that number their orders alike are not joined as one', async () => {
    const shopA = Array.from(
      { length: 12 },
      (_, i) => `${i + 1},2025-0${(i % 6) + 1}-10,ann${i}@x.com,${i + 1}.00`,
    );
    const shopB = Array.from(
      { length: 12 },
      (_, i) => `${i + 1},2026-0${(i % 3) + 1}-15,bob${i}@x.com,Pier,2.00`,
    );
    const results = await load({
      'web.csv': csv(['order_id,order_date,email,total', ...shopA].join('|')),
      'market.csv': csv(['order_id,purchase_date,buyer_email,stall,amount', ...shopB].join('|')),
    });
    expect(results).toHaveLength(2);
    expect(results.map(r => r.revenue).sort()).toEqual([2_400, 7_800]);
  });
});
