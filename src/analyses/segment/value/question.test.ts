import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TestShop } from '../../../../test/support/shop.js';
import { shopOf } from '../../../../test/support/shop-of.js';
import { openShopWith, realFile } from '../../../../test/support/test-data.js';

describe('segment customers value', () => {
  let shop: TestShop;
  beforeAll(async () => {
    shop = await openShopWith([realFile('cdnow-sample.txt.gz')], '1998-07-01T00:00:00Z');
  });
  afterAll(() => shop.close());

  it('says what customers are expected to bring, what they have brought, and how it did before', async () => {
    const { headline, rows, observations, thread = [] } = await shop.answer('customers value');
    expect(headline).toMatch(
      /^2,357 customers are expected to place [\d,]+ orders in the next 12 months, worth .*; so far /,
    );
    expect(headline).toContain('; so far they have spent ');
    expect(rows).toHaveLength(15);
    const values = rows.map(row => Number(row.lifetimeValue));
    expect(values).toEqual([...values].sort((a, b) => b - a));
    expect(observations.join(' ')).toContain('Tested on this shop: of the last 181 days');
    const [bySegment] = thread;
    expect(bySegment?.rows.reduce((sum, row) => sum + Number(row.customers), 0)).toBe(2357);
  });

  it('takes a horizon and a discount, in words too', async () => {
    for (const text of [
      'customers value 24 months 8%',
      'clv over 2 years at 8%',
      'ltv horizon:24 discount:8%',
    ])
      expect((await shop.answer(text)).question).toBe('segment customers value horizon:24 discount:8%');
    const value = async (text: string) => Number((await shop.answer(text)).rows[0]?.lifetimeValue);
    expect(await value('clv 24 months')).toBeGreaterThan(await value('clv 12 months'));
    expect(await value('clv at 50%')).toBeLessThan(await value('clv at 0%'));
    await expect(shop.answer('clv 99 years')).rejects.toThrow('1 to 60 can be asked for');
  });

  it('is sure of no customer of one order', async () => {
    const { rows } = await shop.answer('customers value 50 page:40');
    const once = rows.filter(row => row.orders === 1);
    expect(once.length).toBeGreaterThan(0);
    for (const row of once) {
      expect(row.probabilityAlive).toBeNull();
      expect(Number(row.ordersAgain)).toBeLessThan(0.5);
    }
  });

  it('gives nobody a probability of having left if no customers are seen to leave', async () => {
    // The fit of these 94 customers is at a / (a + b) = 0: silent for 310 days or not, all would be there.
    const germany = await openShopWith([realFile('online-retail-germany.csv.gz')], '2011-12-10T00:00:00Z');
    const { observations, columns, rows, thread = [] } = await germany.answer('customers value');
    expect(observations).toContain(
      'The orders so far do not show customers leaving for good, so nobody has a probability of it.',
    );
    expect(rows.every(row => row.probabilityAlive === null && Number(row.lifetimeValue) > 0)).toBe(true);
    expect([columns, thread[0]?.columns ?? []].flat().map(c => c.key)).not.toContain('probabilityAlive');
    const risk = await germany.answer('customers risk');
    // Nothing is known to be at stake, so the list, chart and advice are by what they spent: 12,424.24.
    expect(risk.headline).toBe('11 customers are overdue; so far they spent $12,424.24.');
    expect(risk.actions[0]).toContain('half of what all of them spent is theirs');
    expect(risk.columns.map(c => c.key)).not.toContain('atStake');
    const spent = risk.rows.map(row => Number(row.spent));
    expect(spent).toEqual([...spent].sort((a, b) => b - a));
    const plan = await germany.answer('segment actions');
    expect(plan.headline).toMatch(
      /^11 customers are overdue or about to leave; start with the \d+ who spent/,
    );
    await germany.close();
  });

  it('says what is missing where nothing can be said', async () => {
    const small = await shopOf('Order ID,Order Date,Customer,Amount', [
      '1,2026-01-10,Ann,5',
      '2,2026-06-25,Ann,5',
    ]);
    expect((await small.answer('customers value')).headline).toBe(
      'What customers will be worth cannot be said: 1 customer with an order is too few to learn ' +
        'from; 30 are needed.',
    );
    await small.close();
  });
});
