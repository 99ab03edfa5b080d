import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openMarchShop } from '../../../../test/support/march-shop.js';
import type { TestShop } from '../../../../test/support/shop.js';

describe('the customers of a segment', () => {
  let shop: TestShop;
  beforeAll(async () => {
    shop = await openMarchShop();
  });
  afterAll(() => shop.close());

  it('list a segment in pages, by what they spent, and take the options along', async () => {
    // F is 1 for all, so R >= 3 is Potential Loyalists (12), the others are Lost (8).
    const first = await shop.ask('segment potential 5');
    expect(first.rows.map(row => row.customer)).toEqual(['c20', 'c19', 'c18', 'c17', 'c16']);
    const page = { kind: 'page', page: 1, pages: 3, first: 1, last: 5, of: 12, isBeyondLast: false };
    expect(first.notes).toContainEqual(page);
    expect(first.followUps[0]).toEqual({ label: 'Next page', text: 'segment potential-loyalists 5 page:2' });
    const third = await shop.ask('segment potential 5 page:3');
    expect(third.rows.map(row => row.customer)).toEqual(['c10', 'c09']);
    expect((await shop.ask('segment potential 5 page:9')).notes[0]).toEqual({
      ...page,
      page: 3,
      first: 11,
      last: 12,
      isBeyondLast: true,
    });
    const optioned = await shop.answer('segment lost 2 f-scoring:rank');
    expect(optioned.followUps).toContain('segment lost 2 page:2 f-scoring:rank');
  });
});
