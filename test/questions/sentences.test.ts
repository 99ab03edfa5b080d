import { afterEach, describe, expect, it } from 'vitest';
import { formatFor } from '../../src/core/answer/format.js';
import type { TestShop } from '../support/shop.js';
import { shopOf } from '../support/shop-of.js';

const HEADER = 'Order ID,Order Date,Customer,Category,Country,Amount';

/**
 * Sentences at the edges: one of something, all of it, none of it, two of the same. Figures are sums of
 * the rows.
 */
describe('sentences', () => {
  const open: TestShop[] = [];
  const shopWith = async (rows: readonly string[], header = HEADER): Promise<TestShop> => {
    const shop = await shopOf(header, rows);
    open.push(shop);
    return shop;
  };
  afterEach(async () => {
    await Promise.all(open.splice(0).map(shop => shop.close()));
  });

  it('say that two share the lead', async () => {
    const shop = await shopWith(['1,2026-01-01,A,Tea,Spain,10', '2,2026-01-02,B,Cup,France,10']);
    expect((await shop.answer('sales by country')).headline).toBe(
      'France and Spain share the lead with $10.00 each.',
    );
  });

  it('say how much the only one brings that passes 80%', async () => {
    const shop = await shopWith(['1,2026-01-01,A,Tea,Spain,92', '2,2026-01-02,B,Cup,France,8']);
    expect((await shop.answer('sales pareto by country')).headline).toBe(
      'Spain alone brings 92.0% of the revenue.',
    );
  });

  it('do not count all of all', async () => {
    const shop = await shopWith(['1,2026-01-01,A,Tea,Spain,10', '2,2026-01-02,B,Cup,France,11']);
    expect((await shop.answer('sales pareto by country')).headline).toBe(
      'It takes both countries to bring 80% of the revenue.',
    );
  });

  it('do not name the last month twice if it was the best', async () => {
    const shop = await shopWith([
      '1,2025-12-01,A,Tea,Spain,5',
      '2,2026-01-31,A,Tea,Spain,10',
      '3,2026-02-28,A,Tea,Spain,12',
    ]);
    expect((await shop.answer('sales trend by month')).headline).toBe(
      'Feb 2026 brought $12.00, +20.0% on Jan 2026; no month was higher.',
    );
  });

  it('call no month the weakest if several had no sales', async () => {
    const shop = await shopWith(['1,2026-01-01,A,Tea,Spain,10', '2,2026-05-31,A,Tea,Spain,12']);
    const { observations } = await shop.answer('sales trend by month');
    expect(observations.join(' ')).not.toMatch(/weakest/);
  });

  it('call nothing new that is only in the later of two periods', async () => {
    const shop = await shopWith([
      ...[1, 2, 3, 4].map(i => `a${i},2025-01-0${i},C${i},Tea,Spain,10`),
      ...[1, 2, 3, 4].map(i => `b${i},2026-01-0${i},C${i},Tea,Spain,10`),
      'c,2026-01-05,C1,Cup,Italy,25',
      'd,2026-01-31,C1,Cup,Italy,5',
    ]);
    const { observations } = await shop.answer('sales compare 2026-01 with 2025-01 by country');
    expect(observations).toContain('Countries with sales only in Jan 2026: Italy.');
  });

  it('say the number of orders once if it did not change', async () => {
    const shop = await shopWith([
      ...[1, 31].map(i => `a${i},2025-01-${i < 10 ? `0${i}` : i},C${i},Tea,Spain,10`),
      ...[1, 31].map(i => `b${i},2026-01-${i < 10 ? `0${i}` : i},C${i},Tea,Spain,15`),
    ]);
    const { observations } = await shop.answer('sales compare 2026-01 with 2025-01');
    expect(observations).toContain('2 orders in both periods; average order: +50.0% ($10.00 to $15.00).');
  });

  it('advise to stock goods, not customers', async () => {
    const shop = await shopWith(['1,2026-01-01,Ann,Tea,Spain,10', '2,2026-01-20,Bob,Cup,France,10']);
    expect((await shop.answer('sales restock by customer')).actions.join(' ')).not.toMatch(/have in stock/);
    expect((await shop.answer('sales restock by category')).actions.join(' ')).toMatch(/have in stock/);
  });

  it('have nothing to average if no line in scope has a rating', async () => {
    const shop = await shopWith(
      ['1,2026-01-01,Ann,Spain,5,10', '2,2026-01-02,Bob,Spain,4,10', '3,2026-01-03,Cid,France,,10'],
      'Order ID,Order Date,Customer,Country,Rating,Amount',
    );
    for (const question of ['sales rating trend', 'sales rating by customer'])
      expect((await shop.answer(`${question} country:France`)).headline, question).toBe(
        'There is no average rating to show: no line has one.',
      );
  });

  it('say whose spending a share is of under a filter', async () => {
    const shop = await shopWith(
      Array.from(
        { length: 10 },
        (_, i) => `${i},2026-01-${10 + i},C${i},Tea,${i < 4 ? 'Spain' : 'France'},${10 + i}`,
      ),
    );
    const { rows } = await shop.answer('segment country:Spain');
    const filled = rows.find(row => Number(row.customers) > 0);
    const segment = String(filled?.segment)
      .toLowerCase()
      .replace(/ customers$/, '')
      .replaceAll(' ', '-');
    expect((await shop.answer(`segment ${segment} country:Spain`)).headline).toContain(
      'of what the 4 customers who match spent',
    );
  });

  it('write twice, and no minus before what rounds to zero', () => {
    const { times, share } = formatFor('USD');
    expect([1.96, 2.04, 2.1].map(times)).toEqual(['twice', 'twice', '2.1 times']);
    expect([-0.0002, 0, -0.012].map(share)).toEqual(['0.0%', '0.0%', '-1.2%']);
  });

  it('write small amounts in short with the decimals of the currency', () => {
    const { moneyShort } = formatFor('USD');
    expect([45.8, -6.5, 45, 101.6, 1234].map(moneyShort)).toEqual([
      '$45.80',
      '-$6.50',
      '$45',
      '$102',
      '$1.23K',
    ]);
  });
});
