import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestShop, type TestShop } from '../../../../test/support/shop.js';

describe('new and returning buyers of a period', () => {
  let shop: TestShop;
  beforeAll(async () => {
    shop = await openTestShop({}, '2026-03-31T10:00:00Z');
    await shop.load(
      'new.csv',
      `Order ID,Order Date,Customer,Country,Amount
1,2026-01-10,Ann,Spain,10.00
2,2026-02-05,Ann,Spain,20.00
3,2026-02-06,Ben,Spain,5.00
4,2026-02-20,Ben,Spain,7.00
5,2026-02-21,Cyd,Italy,3.00
`,
    );
  });
  afterAll(() => shop.close());

  // Of 35.00 in February, 5 + 3 are first orders; Ben and Cyd started then and brought 5 + 7 + 3.
  it.each([
    ['new vs returning revenue in february', '$15.00'],
    ['sales measure:revenue period:2026-02 buyers:new', '$15.00'],
    ['sales measure:revenue period:2026-02 buyers:new country:Spain', '$12.00'],
  ])('%j says what first orders leave out', async (text, money) => {
    expect((await shop.ask(text)).observations).toContain(
      '"New" counts first orders only. With their later orders, customers who started in this period ' +
        `brought in ${money}.`,
    );
  });

  it('say nothing more of all time, where everybody started', async () => {
    const { observations } = await shop.ask('new vs returning revenue');
    expect(observations.join(' ')).not.toContain('first orders only');
  });
});
