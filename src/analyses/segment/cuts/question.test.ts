import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openMarchShop } from '../../../../test/support/march-shop.js';
import type { TestShop } from '../../../../test/support/shop.js';

describe('the cuts', () => {
  let shop: TestShop;
  beforeAll(async () => {
    shop = await openMarchShop();
  });
  afterAll(() => shop.close());

  it('cut twenty days and amounts into five groups of four; one order each tells nobody apart', async () => {
    const { rows, notes, headline } = await shop.answer('segment cuts');
    // As of 21 March: 1 to 20 days; type 7 at 20 %: 1 + 19 x 0.2 = 4.8.
    expect(rows[0]).toMatchObject({ axis: 'recency', cut1: 4.8, cut2: 8.6, cut3: 12.4, cut4: 16.2 });
    expect(rows[1]).toMatchObject({ axis: 'frequency', cut1: 1, cut4: 1, score1: 20, score5: 0 });
    expect(rows[2]).toMatchObject({ axis: 'monetary', cut1: 48, cut4: 162, score1: 4, score5: 4 });
    expect(notes).toContain('All customers have the same number of orders, so it does not tell them apart.');
    expect(headline).toBe(
      'The best scores: R 5 for a last order up to 4.8 days ago, M 5 for more than $162.00; nobody gets F 5.',
    );
  });
});
