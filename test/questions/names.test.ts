import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestShop, type TestShop } from '../support/shop.js';

/** Two people of one name, places with a word in common, and postage among the products. */
const FILE = `Order ID,Order Date,Customer ID,Customer Name,Location,Product,Quantity,Amount
1,2026-01-05,11,Ann Lee,Alwar (Rural),Tea pot,1,20.00
2,2026-01-12,12,Ann Lee,Delhi (Urban),Tea pot,2,40.00
3,2026-02-02,13,Bob Ray,Palakkad (Rural),Postage,1,5.50
4,2026-02-09,11,Ann Lee,Alwar (Rural),Mug,3,24.00
5,2026-03-16,14,Cy Orr,Delhi (Urban),Mug,1,8.00
6,2026-03-20,15,Dee Fox,Pune (Urban),Postage,1,5.50
`;

describe('names that several have', () => {
  let shop: TestShop;
  beforeAll(async () => {
    shop = await openTestShop({}, '2026-04-01T10:00:00Z');
    await shop.load('names.csv', FILE);
  });
  afterAll(() => shop.close());

  it.each([
    // 20 + 40 + 24, of two people.
    ['revenue of ann lee', 84, '2 customers are called Ann Lee; the figures are of all of them.'],
    // 20 + 5.50 + 24
    ['rural sales', 49.5, '2 locations have "rural" in their names: Alwar (Rural), Palakkad (Rural).'],
    ['umsatz, postage rausgerechnet', 92, 'Read from German'],
  ])('%s', async (text, revenue, said) => {
    const { rows, notes } = await shop.answer(text);
    expect(rows[0]?.value).toBe(revenue);
    expect(notes.join('\n')).toContain(said);
  });
});
