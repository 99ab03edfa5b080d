import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestShop, type TestShop } from '../support/shop.js';

const HEADER =
  'Order ID,Date,Customer,Category,Product,Country,Quantity,Gross,Discount,Net sales,Tax,Shipping';
const FILE = `${HEADER},Tip,Cost
A1,2024-03-02,C1,Drinks,Tea,France,2,40.00,4.00,36.00,7.20,5.00,1.00,20.00
A1,2024-03-02,C1,Kitchen,Cup,France,1,15.00,0.00,15.00,3.00,0.00,0.00,16.00
A2,2024-04-03,C2,Drinks,Tea,Spain,1,20.00,2.00,18.00,3.60,4.00,0.50,10.00
A3,2025-03-04,C3,Bath,Soap,Spain,4,60.00,0.00,60.00,12.00,5.00,0.00,57.00
`;
/** The same shop without what is beside its revenue, but with a product called after it. */
const PLAIN = `Order ID,Date,Customer,Product,Country,Quantity,Amount
A1,2024-03-02,C1,Tea,France,2,36.00
A1,2024-03-02,C1,Tips,France,1,15.00
A2,2024-04-03,C2,Tea,Spain,1,18.00
A3,2024-04-09,C2,Tea,Spain,-1,-18.00
`;

const QUERIES: readonly (readonly [string, string])[] = [
  ['gross sales by month', 'measure:gross by:month'],
  ['gross vs net sales by country', 'measure:gross,revenue by:country'],
  ['profit by product', 'measure:profit by:product'],
  ['sales and profit by country', 'measure:revenue,profit by:country'],
  ['how much profit did we make in 2024', 'measure:profit period:2024'],
  ['are we making a profit', 'measure:profit show:yes-no'],
  ['margin by category 2024', 'measure:margin,profit by:category period:2024'],
  ['gross margin in spain', 'measure:margin,profit country:Spain'],
  ['how much discount did we give in march 2024', 'measure:discount period:2024-03'],
  ['discount rate by country', 'measure:discount-rate,discount by:country'],
  ['shipping income', 'measure:shipping'],
  ['shipping costs by country', 'measure:shipping by:country'],
  ['tax collected by country', 'measure:tax by:country'],
  ['vat 2024', 'measure:tax period:2024'],
  ['tips per weekday', 'measure:tip by:weekday'],
  ['cost of goods sold by year', 'measure:cost by:year'],
  ['top 10 products by profit', 'measure:profit by:product top:10'],
  ['most profitable products', 'measure:profit by:product top:10'],
  ['least profitable customers', 'measure:profit by:customer bottom:10'],
  ['top 3 products by profit in each country', 'measure:profit by:country,product top:3 within:country'],
  ['orders with margin under 10%', 'measure:margin,profit by:order having:margin:<0.1'],
  ['which orders had a margin below 10 percent', 'measure:margin,profit by:order having:margin:<0.1'],
  ['products with margin over 50%', 'measure:margin,profit by:product having:margin:>0.5'],
  ['customers with profit over 10', 'measure:profit by:customer having:profit:>10'],
  ['products that make a loss', 'measure:profit by:product having:profit:<0'],
  ['profit and discount by month', 'measure:profit,discount by:month'],
  ['profit trend', 'measure:profit by:month'],
  ['gewinn nach produkt', 'measure:profit by:product'],
  ['wie viel Rabatt haben wir im März 2024 gegeben', 'measure:discount period:2024-03'],
  ['marge par produit', 'measure:margin,profit by:product'],
  ['remises par mois', 'measure:discount by:month'],
  ['ganancias por producto', 'measure:profit by:product'],
  ['descuentos por mes', 'measure:discount by:month'],
];

describe('what people call figures beside revenue', () => {
  let shop: TestShop;
  let plain: TestShop;
  beforeAll(async () => {
    shop = await openTestShop({}, '2025-03-10T10:00:00Z');
    await shop.load('shop.csv', FILE);
    plain = await openTestShop({}, '2025-03-10T10:00:00Z');
    await plain.load('plain.csv', PLAIN);
  });
  afterAll(async () => {
    await shop.close();
    await plain.close();
  });

  it.each(QUERIES)('%j becomes %j', async (text, query) => {
    expect((await shop.ask(text)).question).toBe(`sales ${query}`);
  });

  it.each([
    ['profit by country', 'no cost column'],
    ['margin by product', 'no cost column'],
    ['how much discount did we give', 'no discount column'],
    ['tax by month', 'no tax column'],
    ['shipping income 2024', 'no shipping column'],
  ])('%j is refused where the files have %s', async (text, lack) => {
    await expect(plain.ask(text)).rejects.toMatchObject({
      name: 'NotUnderstood',
      message: expect.stringContaining(lack),
    });
  });

  // 36 + 15 + 18 were sold, and 18 came back.
  it.each([
    'gross sales',
    'sales before returns',
    'revenue without the returns',
  ])('has %j of files without discounts before what came back', async text => {
    const { headline } = await plain.ask(text);
    expect(headline).toContain('Sales before returns: $69.00');
    expect((await plain.ask('gross and net')).rows.map(row => row.value)).toEqual([69, 51]);
  });

  it('leave the words to a value of the shop where its files lack them', async () => {
    expect((await plain.ask('sales of tips')).question).toBe('sales product:Tips');
  });

  it.each([
    ['profit per order', 'Profit per order is not worked out'],
    ['net profit', 'what the business costs beside its goods'],
  ])('%j is refused, and it is said why', async (text, reason) => {
    await expect(shop.ask(text)).rejects.toMatchObject({ message: expect.stringContaining(reason) });
  });

  it('do not take amounts with or without a part for the part', async () => {
    for (const text of ['sales without tax', 'revenue before shipping'])
      await expect(shop.ask(text)).rejects.toMatchObject({ name: 'NotUnderstood' });
  });
});
