import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answerJson } from '../../src/core/answer/answer.js';
import { queryOf } from '../../src/core/query/query.js';
import { openCornerShop, type TestShop } from '../support/shop.js';

describe('asking a shop', () => {
  let shop: TestShop;
  beforeAll(async () => {
    shop = await openCornerShop();
  });
  afterAll(() => shop.close());

  it('answers a query as data like its text', async () => {
    const query = queryOf({ rows: 'groups', by: ['country'], measures: ['orders'] });
    const answer = await shop.answerQuery(query);
    expect(answer.rows.map(row => [row.country, row.orders])).toEqual([
      ['Spain', 4],
      ['France', 2],
      ['Germany', 2],
    ]);
    expect(answerJson(answer)).toEqual(await shop.answer(answer.question));
  });

  it('computes an answer once, unless it follows another one', async () => {
    const first = await shop.ask('sales');
    expect(await shop.ask(' sales ')).toBe(first);
    const after = await shop.ask('sales', 'sales by-countries');
    expect(after).not.toBe(first);
    expect(await shop.ask('sales', 'sales by-countries')).toBe(after);
  });
});
