import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { noteText } from '../../src/core/answer/notes.js';
import { openTestShop, type TestShop } from '../support/shop.js';

/** Customer 12471 buys 60 of 120; order 5007 and product 30400 have numbers that are not customers'. */
const SHOP = `Order ID,Order Date,Customer ID,Product,Quantity,Amount
5001,2026-01-10,12471,30400,1,20.00
5002,2026-02-10,12471,Bowl,1,40.00
5003,2026-02-11,12621,Bowl,1,25.00
5007,2026-03-11,30400,Cup,1,5.00
5008,2026-03-12,5007,Cup,1,10.00
5009,2026-03-13,777,Cup,1,15.00
5010,2026-03-14,12500,Cup,1,5.00
`;

describe('customers who are known by numbers', () => {
  let shop: TestShop;
  beforeAll(async () => {
    shop = await openTestShop({}, '2026-03-31T10:00:00Z');
    await shop.load('numbers.csv', SHOP);
  });
  afterAll(() => shop.close());

  it.each([
    ['12471 as a % of everything', 'sales measure:revenue customer:12471 part-of:customer'],
    ['12471 - any orders since february?', 'sales orders since 2026-02 customer:12471'],
    ['top products of 12471', 'sales top-products customer:12471'],
    ['12471 vs 12621', 'sales by customer customer:12471,12621'],
    ['revenue without 12471', 'sales -customer:12471'],
    ['how much did 12621 spend in february', 'sales 2026-02 customer:12621'],
    // Before, it was the first 777 customers.
    ['customer 777 in march', 'sales 2026-03 customer:777'],
  ])('%j becomes %j', async (text, question) => {
    expect((await shop.ask(text)).question).toBe(question);
  });

  it('has the share of the customer to the cent', async () => {
    const answer = await shop.ask('12471 as a % of everything');
    expect(answer.headline).toContain('$60.00, 50.0% of $120.00');
  });

  it('has the place of a customer, and offers what can be asked next', async () => {
    const answer = await shop.ask('where does 12471 rank');
    expect(answer.headline).toContain('$60.00, number 1 of 6 customers');
    expect(answer.rows.at(-1)).toMatchObject({ measure: 'place', value: 1, of: 6 });
    expect(answer.observations).toContain('Behind it: customer 12621 with $25.00.');
    for (const { text } of answer.followUps) await expect(shop.ask(text)).resolves.toBeDefined();
  });

  it('shows the profile where a text about one customer is not wholly understood, and says so', async () => {
    const answer = await shop.ask('12471 looks odd to me, whats in there');
    expect(answer.question).toBe('segment customer 12471');
    expect(answer.notes.map(noteText)).toContain(
      'Not every word of this was understood: here is what is known of customer "12471".',
    );
  });

  it.each([
    ["an order's or a product's as well", '30400 by month'],
    ['of a period', '12471 zqxk in february'],
    ['of two', '12471 zqxk 12621'],
    ['an amount', 'zqxk over 12471'],
    ['an amount that was made', 'did we make 12471 in february'],
    ['a round amount', '12500 zqxk'],
  ])('leaves numbers that are %s alone: %j', async (_kind, text) => {
    await expect(shop.ask(text)).rejects.toMatchObject({ name: 'NotUnderstood' });
  });

  it('takes two short numbers for years, but not behind the name of a field', async () => {
    const sizes = await openTestShop({}, '2025-03-31T10:00:00Z');
    await sizes.load(
      'sizes.csv',
      `Order ID,Order Date,Customer,Size,Amount
1,2022-01-10,Ann,22,20.00
2,2023-02-10,Ben,23,40.00
3,2024-02-11,Cyd,24,25.00
`,
    );
    expect((await sizes.ask('revenue 22 and 23')).question).toBe('sales trend by year 2022..2023');
    await expect(sizes.ask('revenue of size 22 and 23')).rejects.toMatchObject({ name: 'NotUnderstood' });
    await sizes.close();
  });
});
