import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { runInProcess } from '../support/command-in-process.js';
import { databaseOf } from '../support/database.js';
import { openTestShop, type TestShop } from '../support/shop.js';

const HEADER = 'Order ID,Order Date,Customer ID,Customer Name,Email,Product,Amount\n';
const SHOP = `${HEADER}1,2026-01-05,c1,Ana Ito,ana@example.com,Tea,10.00
2,2026-01-06,c2,A. Ito,,Tea,20.00
3,2026-02-07,c3,Ben Roy,ana@example.com,Mug,30.00\n`;

let shop: TestShop;
beforeEach(async () => {
  shop = await openTestShop();
  await shop.load('shop.csv', SHOP);
});
afterEach(() => shop.close());

const customer = async (name: string) => (await shop.answer(`segment customer "${name}"`)).rows[0];
const customers = () => shop.figures('sales measure:customers', 'value');
const run = (...args: string[]) => runInProcess(args, { DATABASE_URL: shop.shop.store.url });

describe('customers of files alone', () => {
  it('stay as the files name them, also with the same e-mail address', async () => {
    expect(await customer('c1')).toMatchObject({ frequency: 1, monetary: 10 });
    expect(await customer('c3')).toMatchObject({ frequency: 1, monetary: 30 });
    expect(await shop.customers.ties()).toEqual([]);
  });
});

describe('customers who are joined by hand', () => {
  it('count as one, under all of their ids, and are two again when they are split', async () => {
    const before = await segments();
    const joined = await run('customers', 'merge', 'c1', 'A. Ito');
    expect(joined).toMatchObject({ code: 0, out: 'c2 and c1 are one customer now, called Ana Ito.\n' });
    expect(await customer('c1')).toMatchObject({ frequency: 2, monetary: 30 });
    expect(await customer('c2')).toMatchObject({ frequency: 2, monetary: 30 });
    expect((await shop.answer('sales list:customers')).rows).toHaveLength(2);
    expect((await run('customers', 'ties')).out).toMatch(/Ana Ito.*c1.*yes.*said on 2026/s);
    const split = await run('customers', 'split', 'c2');
    expect(split.out).toBe('c2 is a customer of their own again, apart from Ana Ito.\n');
    expect(await segments()).toEqual(before);
    expect((await run('customers', 'ties')).out).toContain('No customers are joined');
  });

  it('stay joined when a file brings their orders again, and when a file is taken back', async () => {
    await shop.customers.merge(['c1', 'c2']);
    await shop.load(
      'more.csv',
      `${HEADER}2,2026-01-06,c2,A. Ito,,Tea,25.00\n4,2026-02-08,c2,A. Ito,,Mug,5.00\n`,
    );
    expect(await customer('c1')).toMatchObject({ frequency: 3, monetary: 40 });
    await shop.undo(2);
    expect(await customer('c1')).toMatchObject({ frequency: 2, monetary: 30 });
    await shop.customers.split('c2');
    expect(await customer('c2')).toMatchObject({ frequency: 1, monetary: 20 });
  });

  it('are those of one customer in every figure', async () => {
    await shop.customers.merge(['c1', 'c2', 'c3']);
    expect((await shop.answer('sales list:customers')).rows).toHaveLength(1);
    expect(Object.values(await customers())).toEqual([1]);
    expect(await shop.figures('sales measure:new-customers by:month', 'newCustomers')).toMatchObject({
      '2026-01': 1,
      '2026-02': 0,
    });
    const totals = await databaseOf(shop.shop.store)('customer_totals').select('orders', 'revenue');
    expect(totals.map(t => [Number(t.orders), Number(t.revenue)])).toEqual([[3, 6000]]);
  });

  it('are refused where they are not known, or one already, with what to do', async () => {
    expect(await run('customers', 'merge', 'c1', 'nobody')).toMatchObject({ code: 2 });
    expect((await run('customers', 'merge', 'c1', 'c1')).err).toContain('one customer already');
    expect((await run('customers', 'split', 'c1')).err).toContain('joined to nobody');
    await shop.customers.merge(['c1', 'c2']);
    expect((await run('customers', 'split', 'c1')).err).toContain('not the other way round');
    expect((await run('customers', 'split', 'c9')).err).toContain('There is no customer "c9"');
  });
});

const segments = async () => (await shop.answer('segment export all')).rows;
