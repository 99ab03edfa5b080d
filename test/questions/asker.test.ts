import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Shop } from '../../src/answering/shop.js';
import { asker } from '../../src/app/ask.js';
import { answerJson } from '../../src/core/answer/answer.js';
import { parseFilterText } from '../../src/core/query/filter-text.js';
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

  it('computes an answer once for people who ask at the same time, unless they may see different parts', async () => {
    let reads = 0;
    const counting: Shop = {
      ...shop.shop,
      read: (work, part, names) => {
        reads++;
        return shop.shop.read(work, part, names);
      },
    };
    const { ask } = asker(counting);
    const spain = [parseFilterText('country:Spain')];
    const [one, other, part, unnamed] = await Promise.all([
      ask('sales by country'),
      ask('sales by country'),
      ask('sales by country', undefined, spain),
      ask('sales by country', undefined, undefined, []),
    ]);
    expect(other).toBe(one);
    expect(part.rows).toHaveLength(1);
    expect(unnamed).not.toBe(one);
    expect(reads).toBe(3);
  });

  it('computes an answer once, unless it follows another one', async () => {
    const first = await shop.ask('sales');
    expect(await shop.ask(' sales ')).toBe(first);
    const after = await shop.ask('sales', 'sales by-countries');
    expect(after).not.toBe(first);
    expect(await shop.ask('sales', 'sales by-countries')).toBe(after);
  });
});
