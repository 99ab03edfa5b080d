import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { noteText } from '../../src/core/answer/notes.js';
import { openTestShop, type TestShop } from '../support/shop.js';

/**
 * Five orders: two of them returned by their status, without a line that is negative. Three products have
 * "heart" in their names, whatever its case.
 */
const FILE = `Order ID,Order Date,Customer,Product,Place,Order Status,Quantity,Amount
1,2026-03-01,Ann,Red Heart,Ahmedabad (Urban),Completed,1,10.00
1,2026-03-01,Ann,Mug,Ahmedabad (Urban),Completed,2,20.00
2,2026-03-02,Ben,Hearts of gold,Alwar (Rural),Returned,1,40.00
3,2026-03-03,Cleo,Mug,Pune (Urban),Returned,1,5.00
4,2026-03-04,Ann,Sweetheart,Ahmedabad (Urban),Completed,3,60.00
5,2026-03-05,Dora,Mug,Bihar (Rural),Cancelled,1,15.00
`;

describe('statuses that say returned, and parts of names', () => {
  let shop: TestShop;
  beforeAll(async () => {
    shop = await openTestShop({}, '2026-04-01T00:00:00Z');
    await shop.load('hearts.csv', FILE);
  });
  afterAll(() => shop.close());

  const valuesOf = async (text: string) => (await shop.ask(text)).rows.map(row => row.value);

  it('counts orders, amounts and products', async () => {
    expect(await valuesOf('measure:returned-orders,returned-revenue,order-return-rate,products')).toEqual([
      2, 45, 0.4, 4,
    ]);
    const { rows } = await shop.ask('measure:products by:place');
    expect(rows.map(row => [row.place, row.products])).toEqual([
      ['Ahmedabad (Urban)', 3],
      ['Alwar (Rural)', 1],
      ['Bihar (Rural)', 1],
      ['Pune (Urban)', 1],
    ]);
    await expect(shop.ask('measure:products by:place,product')).rejects.toThrow('by one field');
  });

  it('says so where returns are statuses and no lines', async () => {
    const { headline, notes } = await shop.ask('measure:return-rate');
    expect(headline).toContain('0.0% of sales returned');
    expect(notes.map(noteText).join(' ')).toContain('2 orders have a status that says returned');
  });

  it('filters by a part of names', async () => {
    const answer = await shop.ask('measure:revenue,products product:*heart*');
    expect(answer.rows.map(row => row.value)).toEqual([110, 3]);
    expect(answer.headline).toContain('product is any with "heart" in its name');
    expect(await valuesOf('measure:revenue -product:*heart*')).toEqual([40]);
    expect(await valuesOf('measure:revenue product:*heart*,Mug')).toEqual([150]);
    await expect(shop.ask('measure:revenue product:*xyz*')).rejects.toThrow(
      'No product has "xyz" in its name.',
    );
  });

  it('puts parts of names beside each other', async () => {
    const { rows, question } = await shop.ask('measure:revenue by:place place:*rural*,*urban* show:rest');
    expect(rows).toEqual([
      { place: 'Rural', revenue: 55 },
      { place: 'Urban', revenue: 95 },
    ]);
    expect((await shop.ask(question)).rows).toEqual(rows);
  });
});
