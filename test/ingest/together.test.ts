import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { IngestResult } from '../../src/ingest/load/result.js';
import { openTestShop, type TestShop } from '../support/shop.js';
import { zip } from '../support/zip.js';

/** Cells between commas, rows between bars. */
const csv = (text: string): string =>
  `${text
    .split('|')
    .map(row => row.trim())
    .join('\n')}\n`;

const ORDERS = csv(
  'order_id,order_date,customer_id,status|o1,2026-01-05,c1,paid|o2,2026-01-06,c2,paid|o3,2026-02-07,c1,paid',
);
const ITEMS = csv('order_id,product_id,quantity,price|o1,p1,2,5.00|o1,p2,1,7.50|o2,p2,1,7.50|o3,p1,3,4.50');
const CUSTOMERS = csv(
  'customer_id,name,country,signup_date|c1,Ana,Spain,2020-05-01|c2,Bob,Peru,2021-06-02|c3,Cy,Chile,2022-07-03',
);
const PRODUCTS = csv(
  'product_id,name,category,price,cost|p1,Mug,Kitchen,5.00,2.00|p2,Tea,Food,8.00,3.00|p3,Cup,Kitchen,1.00,0.50',
);

describe('files that belong together', () => {
  let shop: TestShop;
  beforeEach(async () => {
    shop = await openTestShop();
  });
  afterEach(() => shop.close());

  async function load(files: Readonly<Record<string, string | Buffer>>): Promise<IngestResult[]> {
    const paths: string[] = [];
    for (const [name, content] of Object.entries(files)) {
      paths.push(join(shop.folder, name));
      await writeFile(join(shop.folder, name), content);
    }
    const results: IngestResult[] = [];
    for await (const result of shop.ingestAll(paths)) results.push(result);
    return results;
  }
  const said = (results: readonly IngestResult[]) =>
    results.flatMap(r => r.understood?.assumptions ?? []).join('\n');

  it('orders, lines, customers and products are one table of lines', async () => {
    const results = await load({
      'orders.csv': ORDERS,
      'order_items.csv': ITEMS,
      'customers.csv': CUSTOMERS,
      'products.csv': PRODUCTS,
    });
    // 2 x 5.00 + 7.50 + 7.50 + 3 x 4.50: what was paid, not the list price
    expect(results).toMatchObject([{ revenue: 3_850, lines: 4, orders: 3, customers: 2 }]);
    expect(await shop.figures('sales top-customers', 'revenue')).toEqual({ c1: 31, c2: 7.5 });
    expect((await shop.answer('sales top-customers')).rows).toMatchObject([{ name: 'Ana' }, { name: 'Bob' }]);
    expect(await shop.figures('sales by category', 'revenue')).toEqual({ Kitchen: 23.5, Food: 15 });
    expect(await shop.figures('sales by country', 'revenue')).toEqual({ Spain: 31, Peru: 7.5 });
  });

  it('are the same load in whatever order they are named', async () => {
    await load({ 'orders.csv': ORDERS, 'items.csv': ITEMS });
    expect(await load({ 'items.csv': ITEMS, 'orders.csv': ORDERS })).toMatchObject([{ loaded: false }]);
  });

  it('payments of which an order has several are not joined, and reviews are', async () => {
    const results = await load({
      'olist_orders_dataset.csv': csv(
        'order_id,customer_id,order_status,order_purchase_timestamp|a1f,k1,delivered,2018-01-02 10:00:00|b2f,k2,delivered,2018-01-03 11:00:00|c3f,k3,delivered,2018-01-05 12:00:00',
      ),
      'olist_order_items_dataset.csv': csv(
        'order_id,order_item_id,product_id,seller_id,shipping_limit_date,price,freight_value|a1f,1,x9,s1,2018-01-09 10:00:00,10.00,2.50|a1f,2,x8,s1,2018-01-09 10:00:00,20.00,2.50|b2f,1,x9,s2,2018-01-10 10:00:00,10.00,2.00|c3f,1,x8,s1,2018-01-11 10:00:00,21.00,2.00',
      ),
      'olist_order_payments_dataset.csv': csv(
        'order_id,payment_sequential,payment_type,payment_installments,payment_value|a1f,1,voucher,1,15.00|a1f,2,credit_card,3,20.00|b2f,1,boleto,1,12.00|c3f,1,credit_card,1,23.00',
      ),
      'olist_order_reviews_dataset.csv': csv('review_id,order_id,review_score|r1,a1f,5|r2,b2f,4|r3,c3f,1'),
      'olist_customers_dataset.csv': csv(
        'customer_id,customer_unique_id,customer_city,customer_state|k1,u1,sao paulo,SP|k2,u2,rio,RJ|k3,u1,sao paulo,SP',
      ),
      'olist_products_dataset.csv': csv(
        'product_id,product_category_name,product_weight_g|x9,toys,100|x8,books,200',
      ),
    });
    expect(results).toMatchObject([{ revenue: 6_100, lines: 4, orders: 3, firstDay: 17_533 }]);
    expect(said(results)).toMatch(/olist_order_payments_dataset\.csv was not used: "order_id" repeats in it/);
    expect(await shop.figures('sales by product category name', 'revenue')).toEqual({ toys: 20, books: 41 });
  });

  it('order details with a price and discount, products, categories and customers', async () => {
    const results = await load({
      'orders.csv': csv(
        'orderID,customerID,employeeID,orderDate,shippedDate,shipCountry|10248,VINET,5,1996-07-04,1996-07-16,France|10249,TOMSP,6,1996-07-05,1996-07-10,Germany',
      ),
      'order_details.csv': csv(
        'orderID,productID,unitPrice,quantity,discount|10248,11,14.00,12,0|10248,42,9.80,10,0|10249,14,18.60,9,0|10249,11,14.00,1,0',
      ),
      'products.csv': csv(
        'productID,productName,supplierID,categoryID,unitPrice|11,Queso,5,4,21.00|42,Mee,20,5,14.00|14,Tofu,6,7,23.25',
      ),
      'categories.csv': csv('categoryID,categoryName|4,Dairy|5,Grains|7,Produce'),
      'customers.csv': csv(
        'customerID,companyName,city,country|VINET,Vins,Reims,France|TOMSP,Toms,Munster,Germany',
      ),
      'employees.csv': csv(
        'employeeID,lastName,birthDate,hireDate,reportsTo|5,Buchanan,1955-03-04,1993-10-17,2|6,Suyama,1963-07-02,1993-10-17,5',
      ),
    });
    // 168 + 98 + 167.40 + 14
    expect(results).toMatchObject([{ revenue: 44_740, lines: 4, orders: 2, customers: 2 }]);
    expect(await shop.figures('sales by category name', 'revenue')).toEqual({
      Dairy: 182,
      Grains: 98,
      Produce: 167.4,
    });
  });

  it('a ZIP of the parts of one export is read as one', async () => {
    const part1 = csv(
      'Name,Created at,Email,Lineitem quantity,Lineitem name,Lineitem price|#1001,2026-01-01,a@x.com,1,Mug,20.00|#1002,2026-01-02,b@x.com,2,Tea,5.00',
    );
    const part2 = csv(
      'Name,Created at,Email,Lineitem quantity,Lineitem name,Lineitem price|#1003,2026-01-03,a@x.com,1,Tea,5.00',
    );
    const results = await load({
      'orders_export.zip': zip({
        'orders_export_1.csv': part1,
        'orders_export_2.csv': part2,
        '__MACOSX/._orders_export_1.csv': 'x',
        '.DS_Store': 'y',
      }),
    });
    expect(results).toMatchObject([
      {
        revenue: 3_500,
        lines: 3,
        customers: 2,
        file: 'orders_export.zip (orders_export_1.csv + orders_export_2.csv)',
      },
    ]);
  });

  it('sold orders and sold order items of a marketplace', async () => {
    const results = await load({
      'EtsySoldOrders2026.csv': csv(
        'Sale Date,Order ID,Buyer User ID,Full Name,Number of Items,Order Value,Discount Amount,Shipping,Order Total|01/05/26,3001,u1,Ana Ito,2,30.00,0.00,5.00,35.00|01/07/26,3002,u2,Ben Roy,1,12.00,0.00,5.00,17.00',
      ),
      'EtsySoldOrderItems2026.csv': csv(
        'Sale Date,Item Name,Buyer,Quantity,Price,Order ID,SKU|01/05/26,Mug,u1,1,20.00,3001,MUG|01/05/26,Tea,u1,1,10.00,3001,TEA|01/07/26,Cup,u2,1,12.00,3002,CUP',
      ),
    });
    expect(results).toMatchObject([{ revenue: 4_200, lines: 3, orders: 2, customers: 2 }]);
  });

  it('items and transactions of a till', async () => {
    const results = await load({
      'items.csv': csv(
        'Date,Time,Category,Item,Qty,Gross Sales,Discounts,Net Sales,Tax,Transaction ID|2026-01-05,10:00:00,Drinks,Latte,2,8.00,0.00,8.00,0.64,T1x|2026-01-05,10:00:00,Food,Bun,1,3.00,0.00,3.00,0.24,T1x|2026-01-06,11:00:00,Drinks,Tea,1,2.50,0.00,2.50,0.20,T2y',
      ),
      'transactions.csv': csv(
        'Date,Time,Gross Sales,Discounts,Net Sales,Tax,Tip,Total Collected,Transaction ID,Location|2026-01-05,10:00:00,11.00,0.00,11.00,0.88,1.00,12.88,T1x,Pier|2026-01-06,11:00:00,2.50,0.00,2.50,0.20,0.00,2.70,T2y,Pier',
      ),
    });
    expect(results).toMatchObject([{ revenue: 1_350, lines: 3, orders: 2 }]);
  });

  it('orders without lines are said, with what they add up to', async () => {
    const orders = csv(
      'order_id,order_date,customer_id,total|o1,2026-01-05,c1,10.00|o2,2026-01-06,c2,5.00|o3,2026-01-07,c3,30.00|o4,2026-01-08,c3,12.50',
    );
    const items = csv('order_id,sku,quantity,price|o1,A,2,5.00|o2,B,1,5.00');
    const results = await load({ 'orders.csv': orders, 'items.csv': items });
    expect(results).toMatchObject([{ revenue: 1_500, orders: 2 }]);
    expect(said(results)).toContain(
      '2 rows of orders.csv have no rows in items.csv, for example "o3": not loaded; "total" of them adds up to 42.50.',
    );
  });

  it('lines that name no customer are kept, and those whose customer is unknown counted', async () => {
    const rows = Array.from(
      { length: 30 },
      (_, i) =>
        `o${i},2026-01-${String((i % 28) + 1).padStart(2, '0')},${i === 7 ? 'c99' : `c${i % 5}`},1.00`,
    );
    const customers = Array.from({ length: 5 }, (_, i) => `c${i},Name ${i},City ${i}`);
    const results = await load({
      'orders.csv': csv(['order_id,date,customer_id,amount', ...rows].join('|')),
      'customers.csv': csv(['customer_id,name,city', ...customers].join('|')),
    });
    expect(results).toMatchObject([{ revenue: 3_000, lines: 30, customers: 6 }]);
    expect(said(results)).toContain(
      '1 row of orders.csv has no partner in customers.csv, for example "customer_id" c99',
    );
  });

  it('nothing is joined by a column that repeats in both', async () => {
    const results = await load({
      'lines.csv': csv(
        'invoice,date,sku,quantity,price|i1,2026-01-05,A,1,10.00|i1,2026-01-05,B,1,5.00|i2,2026-01-06,A,1,10.00|i2,2026-01-06,C,2,1.00',
      ),
      'payments.csv': csv(
        'invoice,paid_on,method,paid|i1,2026-01-05,cash,7.00|i1,2026-01-06,card,8.00|i2,2026-01-06,card,6.00|i2,2026-01-08,card,6.00',
      ),
    });
    expect(results.map(r => r.revenue)).toEqual([2_700]);
    expect(said(results)).toMatch(
      /payments\.csv was not used: "invoice" repeats in it, for example i1, so that joining it to lines\.csv would count amounts several times/,
    );
  });

  it('files that have nothing to do with each other are loaded one after another', async () => {
    const results = await load({
      'web.csv': csv(
        'Order Number,Order Date,Email,Amount|W-881,2026-01-05,a@x.com,10.00|W-882,2026-01-06,b@x.com,20.00',
      ),
      'till.csv': csv(
        'Receipt,Sold at,Item,Qty,Line total|T1,2026-02-05,Mug,1,5.00|T2,2026-02-06,Tea,2,6.00',
      ),
    });
    expect(results.map(r => [r.file, r.revenue]).sort()).toEqual([
      ['till.csv', 1_100],
      ['web.csv', 3_000],
    ]);
    expect(said(results)).toContain('loaded one after another');
  });

  it('columns are joined by their values where the headers differ', async () => {
    const lines = ['R-7001', 'R-7002', 'R-7003', 'R-7004', 'R-7005', 'R-7006'];
    const results = await load({
      'positionen.csv': csv(
        [
          'Belegnummer;Artikel;Menge;Einzelpreis',
          ...lines.flatMap(n => [`${n};Tasse;1;4,50`, `${n};Tee;2;3,00`]),
        ].join('|'),
      ),
      'rechnungen.csv': csv(
        ['Nr;Rechnungsdatum;Kunde', ...lines.map((n, i) => `${n};0${i + 1}.02.2026;Kunde ${i % 2}`)].join(
          '|',
        ),
      ),
    });
    // Six times 4.50 + 6.00
    expect(results).toMatchObject([{ revenue: 6_300, lines: 12, orders: 6, customers: 2 }]);
  });

  it('numbers from 1 on are no keys of whatever else is numbered so', async () => {
    const orders = Array.from(
      { length: 20 },
      (_, i) => `${i + 1},2026-01-${String(i + 1).padStart(2, '0')},${(i % 10) + 1},${(i % 4) + 1}.00`,
    );
    const results = await load({
      'orders.csv': csv(['order_id,order_date,table_no,amount', ...orders].join('|')),
      'suppliers.csv': csv(
        [
          'supplier_id,supplier_name',
          ...Array.from({ length: 20 }, (_, i) => `${i + 1},Supplier ${i + 1}`),
        ].join('|'),
      ),
    });
    expect(results).toMatchObject([{ revenue: 5_000, orders: 20 }]);
    expect(said(results)).toContain('suppliers.csv was not used');
  });

  it('where lines have no price, that of the products counts', async () => {
    const results = await load({
      'orders.csv': csv('id,created_at,customer_id|1,2026-01-05,c1|2,2026-01-06,c2|3,2026-01-06,c2'),
      'order_items.csv': csv('order_id,product_id,quantity|1,101,2|1,102,1|2,102,3|3,101,1'),
      'products.csv': csv('id,title,price|101,Mug,5.00|102,Tea,2.00'),
    });
    expect(results).toMatchObject([{ revenue: 2_300, lines: 4, orders: 3 }]);
    expect(said(results)).toContain('the "price" of products.csv is taken');
  });

  it('an order total counts once where the lines have no money', async () => {
    const orders = Array.from({ length: 8 }, (_, i) => `o${i},2026-01-0${i + 1},c${i},${i + 10}.50`);
    const items = Array.from({ length: 8 }, (_, i) => [`o${i},mug,1`, `o${i},tea,2`]).flat();
    const results = await load({
      'orders.csv': csv(['order_id,date,customer,total', ...orders].join('|')),
      'items.csv': csv(['order_id,product,quantity', ...items].join('|')),
    });
    // 10.50 + 11.50 + ... + 17.50
    expect(results).toMatchObject([{ revenue: 11_200, lines: 16, orders: 8 }]);
  });

  it('the later of two exports of overlapping days corrects the earlier', async () => {
    const head = 'order_id,date,status,amount';
    const results = await load({
      'week1.csv': csv(
        `${head}|o1,2026-01-01,paid,10.00|o2,2026-01-02,pending,20.00|o3,2026-01-03,paid,5.00`,
      ),
      'week2.csv': csv(`${head}|o3,2026-01-03,paid,5.00|o2,2026-01-02,paid,18.00|o4,2026-01-08,paid,7.00`),
    });
    expect(results).toHaveLength(2);
    expect((await shop.figures('sales', 'value')).revenue).toBe(40);
  });

  it('so it does where not a single row stayed the same', async () => {
    const head = 'order_id,date,status,amount';
    const results = await load({
      'monday.csv': csv(
        `${head}|o1,2026-01-01,pending,10.00|o2,2026-01-02,pending,20.00|o3,2026-01-03,pending,5.00`,
      ),
      'friday.csv': csv(`${head}|o4,2026-01-04,paid,5.00|o1,2026-01-01,paid,9.00|o2,2026-01-02,paid,20.00`),
    });
    expect(results).toHaveLength(2);
    expect((await shop.figures('sales', 'value')).revenue).toBe(39);
  });

  it('a summary of months beside the sales is not added to them', async () => {
    const results = await load({
      'sales.csv': csv('order_id,date,product,amount|o1,2026-01-05,Mug,10.00|o2,2026-02-06,Tea,20.00'),
      'monthly.csv': csv('Month,Revenue|2026-01-01,10.00|2026-02-01,20.00'),
    });
    expect(results.map(r => r.revenue)).toEqual([3_000]);
    expect(said(results)).toContain('monthly.csv was not used: it is a summary');
  });

  it('a file that is named twice, or copied, is read once', async () => {
    const sales = csv('order_id,date,amount|o1,2026-01-05,10.00|o2,2026-01-06,5.00');
    const results = await load({ 'sales.csv': sales, 'copy of sales.csv': sales });
    expect(results).toMatchObject([{ revenue: 1_500 }]);
    expect(said(results)).toContain('copy of sales.csv has the same content as sales.csv');
  });

  it('keys are the same with a #, zeros before, decimals behind, or in capitals', async () => {
    const results = await load({
      'orders.csv': csv(
        'Order No,Order Date,Customer|#1001,2026-01-05,Ana|#1002,2026-01-06,Bob|#1003,2026-01-07,Ana',
      ),
      'lines.csv': csv(
        'Order No,Sku,Qty,Unit Price|1001.0,ab-1,1,5.00|1002.0,AB-2,1,6.00|1003.0,ab-2,1,6.00',
      ),
      'catalogue.csv': csv('Sku,Group|AB-1,Mugs|ab-2,Teas'),
    });
    expect(results).toMatchObject([{ revenue: 1_700, orders: 3, customers: 2 }]);
    expect(await shop.figures('sales by group', 'revenue')).toEqual({ Mugs: 5, Teas: 12 });
  });

  it('a refused row is named with its file and its row there', async () => {
    const rows = Array.from(
      { length: 30 },
      (_, i) => `o${i},2026-01-${String((i % 28) + 1).padStart(2, '0')},1.00`,
    );
    const [jan, feb] = [
      rows,
      rows.map((r, i) =>
        r
          .replace('o', 'f')
          .replace('-01-', '-02-')
          .replace(/-(29|30|31),/, '-28,')
          .replace('1.00', i === 4 ? 'oops' : '1.00'),
      ),
    ];
    const [result] = await load({
      'jan.csv': csv(['order_id,date,amount', ...jan].join('|')),
      'feb.csv': csv(['order_id,date,amount', ...feb].join('|')),
    });
    expect(result?.refused).toMatchObject([{ table: 'feb.csv', row: 6, column: 'amount', value: 'oops' }]);
    expect(result).toMatchObject({ lines: 59, revenue: 5_900, orders: 59 });
  });

  it.each([
    ['a bomb', zip({ 'orders.csv': Buffer.alloc(90_000_000, 65) }), 'as no sales file does'],
    ['nothing to read', zip({ 'readme.md': 'hello', 'logo.png': 'x' }), 'no file in it is a table'],
    ['cut off', zip({ 'orders.csv': ORDERS }).subarray(0, 80), 'damaged ZIP file'],
  ])('a ZIP with %s is refused, and nothing is loaded', async (_, bytes, message) => {
    await expect(load({ 'shop.zip': bytes })).rejects.toThrow(message);
    expect(await shop.shop.store.dataVersion()).toBe(0);
  });

  it('joins no payments by a number of their own that looks like one of an order', async () => {
    const [result] = await load({
      'orders.csv': csv(
        'order_id,created_at,customer_email|1,2026-03-02,a@x.org|2,2026-03-05,b@x.org|3,2026-03-14,a@x.org',
      ),
      'lines.csv': csv('order_id,sku,qty,price|1,M,2,10.00|1,T,1,9.00|2,P,1,30.00|3,T,4,9.00'),
      'payments.csv': csv(
        'payment_id,order_id,method,amount|1,1,card,20.00|2,1,gift,9.00|3,2,card,30.00|4,3,card,36.00',
      ),
    });
    expect(result).toMatchObject({ revenue: 9_500, orders: 3 });
  });
});
