import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TestShop } from '../support/shop.js';
import { shopOf } from '../support/shop-of.js';
import { openShopWith, realFile } from '../support/test-data.js';

/** The same figures whatever the database, and however it numbers customers. */
describe('what is expected of customers, in queries', () => {
  let shop: TestShop;
  beforeAll(async () => {
    shop = await openShopWith([realFile('cdnow-sample.txt.gz')], '1998-07-01T00:00:00Z');
  });
  afterAll(() => shop.close());

  const figure = async (text: string, key: string) =>
    (await shop.answer(text)).rows.find(row => row.measure === key)?.value;

  it('adds up to the same as customers value', async () => {
    const text = 'measure:lifetime-value,expected-orders,probability-alive';
    const all = (await shop.answer(text)).rows;
    const { headline } = await shop.answer('customers value');
    const value = Number(all.find(row => row.measure === 'lifetimeValue')?.value);
    expect(headline).toContain(`worth $${value.toLocaleString('en-US', { minimumFractionDigits: 2 })}`);
    const { rows } = await shop.answer(`${text} by:segment`);
    const sum = rows.reduce((total, row) => total + Math.round(Number(row.lifetimeValue) * 100), 0);
    expect(sum).toBe(Math.round(value * 100));
    expect(all.map(row => row.value)).toEqual([69_087.89, 1_972.68, 0.559244]);
  });

  it('ranks, keeps and lists customers', async () => {
    const top = await shop.answer('list:customers top:20 rank:lifetime-value');
    const values = top.rows.map(row => Number(row.lifetimeValue));
    expect(values).toEqual([...values].sort((a, b) => b - a));
    const kept = await shop.answer('list:customers having:expected-orders:>5 measure:probability-alive');
    for (const row of kept.rows) expect(Number(row.expectedOrders)).toBeGreaterThan(5);
    const leaving = await shop.answer('list:customers who(probability-alive:<0.1 and orders:>=5)');
    expect(leaving.rows.length).toBeGreaterThan(0);
    // Of customers of one order the model says nothing: they are in neither half.
    const repeaters = async () =>
      Number(await figure('measure:customers', 'customers')) -
      Number(await count('not probability-alive:<=1'));
    const count = async (who: string) => figure(`measure:customers who(${who})`, 'customers');
    expect(await count('probability-alive:<=1')).toBe(await repeaters());
    expect(await count('probability-alive:<=1')).toBeGreaterThan(1_000);
  });

  it('is asked for in words', async () => {
    const question = async (text: string) => (await shop.answer(text)).question;
    expect(await question('lifetime value by quarter')).toBe('sales measure:lifetime-value by:quarter');
    expect(await question('expected orders by quarter')).toBe('sales measure:expected-orders by:quarter');
  });

  it('refuses what would mean nothing', async () => {
    const ask = (text: string) => shop.answer(text);
    await expect(ask('measure:lifetime-value by:segment,month')).rejects.toThrow('by one field');
    await expect(ask('measure:lifetime-value period:1998 versus:1997')).rejects.toThrow('as of one day');
    await expect(ask('measure:probability-alive by:segment show:share')).rejects.toThrow('a mean or a rate');
    await expect(ask('list:customers who(lifetime-value(1998):>5)')).rejects.toThrow('no period');
  });

  it('says what is missing in a shop that is too small', async () => {
    const small = await shopOf('Order ID,Order Date,Customer,Amount', [
      '1,2026-01-10,Ann,5',
      '2,2026-02-10,Bob,5',
    ]);
    await expect(small.answer('measure:lifetime-value by:segment')).rejects.toThrow('30 are needed');
    await small.close();
  });
});
