import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { customersCalled } from '../../src/store/tables/customers.js';
import { customersNamed, customersWithNames } from '../../src/store/tables/named-customers.js';
import { databaseOf } from '../support/database.js';
import { openTestShop, type TestShop } from '../support/shop.js';

const FILE = `Order ID,Date,Customer ID,Customer Name,Total
1,2026-03-02,C1,Ann Lee,10.00
2,2026-03-03,c2,Öl & Co,5.00
3,2026-03-04,C3,c2,7.00
`;

describe('customers that a text names', () => {
  let shop: TestShop;
  beforeEach(async () => {
    shop = await openTestShop();
    await shop.load('sales.csv', FILE);
  });
  afterEach(() => shop.close());

  it('are found by id and by name, in any case', async () => {
    const found = await customersNamed(shop.shop.store, ['C1', 'ANN lee', 'C2', 'Öl & Co', 'nobody']);
    const keys = [...found].map(([text, customers]) => [text, customers.map(({ value }) => value)]);
    expect(Object.fromEntries(keys)).toEqual({
      C1: ['C1'],
      'ANN lee': ['C1'],
      // By its id, and by the name of another.
      C2: ['c2', 'C3'],
      'Öl & Co': ['c2'],
      nobody: [],
    });
    const words = await customersWithNames(shop.shop.store, ['ann lee', 'c2', 'sales']);
    expect(words.map(({ value }) => value)).toEqual(['C1', 'c2', 'C3']);
    expect((await customersCalled(shop.shop.store, 'Öl & Co')).map(({ key }) => key)).toEqual(['c2']);
  });

  it('may have long names', async () => {
    const name = Array.from({ length: 4_000 }, (_, i) => (i * 7919).toString(36)).join('');
    await databaseOf(shop.shop.store)('customers').where({ key: 'C1' }).update({ name });
    const found = await customersWithNames(shop.shop.store, [name]);
    expect(found.map(({ value }) => value)).toEqual(['C1']);
  });
});
