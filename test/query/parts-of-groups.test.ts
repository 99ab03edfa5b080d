import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Query, queryOf } from '../../src/core/query/query.js';
import { QUERY_MEASURES } from '../../src/query/measures.js';
import type { TestShop } from '../support/shop.js';
import { shopOf } from '../support/shop-of.js';
import { groupOf } from './plain-fields.js';
import { plainMeasure } from './plain-measures.js';
import { linesOf } from './plain-query.js';
import { isOnPostgres, openRandomShop, type RandomShop } from './random-shop.js';
import { MEASURES, totalQuery } from './shop-queries.js';

const SUMS = MEASURES.filter(key => QUERY_MEASURES.some(m => m.key === key && !m.isRatio));
const camel = (key: string) => key.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());

const partQuery = fc
  .tuple(
    totalQuery.filter(query => query.versus === undefined),
    fc.constantFrom(...SUMS),
    fc.constantFrom('country', 'weekday', 'buyers'),
    fc.constantFrom('Tea', 'Coffee', 'Gift'),
  )
  .map(([query, measure, by, product]) =>
    queryOf({
      ...query,
      rows: 'groups',
      by: [by],
      measures: [measure],
      where: [...query.where.filter(f => f.field !== 'product'), { field: 'product', values: [product] }],
      partOf: ['product'],
    }),
  );

describe('groups of a random shop as parts', () => {
  let shop: RandomShop;
  beforeAll(async () => {
    shop = await openRandomShop(6);
  });
  afterAll(() => shop.close());

  async function check(query: Query): Promise<void> {
    const { context } = await shop.contextOf(query.period);
    const [by = '', measure = ''] = [query.by[0], query.measures[0]];
    const where = query.where.filter(f => f.field !== 'product');
    const [part, whole] = [query.where, where].map(own =>
      linesOf({ ...query, where: own }, query.period, context),
    );
    const names = new Set(whole?.map(line => groupOf(by, line, context).key));
    const wanted = [...names].map(name => {
      const [own, all] = [part, whole].map(lines =>
        plainMeasure(
          measure,
          (lines ?? []).filter(line => groupOf(by, line, context).key === name),
          context.orders,
        ),
      );
      const share =
        own === null || own === undefined || !all ? null : Math.round((own / all) * 1e6) / 1e6 + 0;
      return [name, share, own, all];
    });
    const found = (await shop.rowsOf(query)).map(row => [
      row[camel(by)],
      row.share,
      row[camel(measure)],
      row.whole,
    ]);
    const sorted = (rows: readonly unknown[][]) => rows.map(row => JSON.stringify(row)).sort();
    expect(sorted(found)).toEqual(sorted(wanted));
  }

  it('have their share of the same group without the filter', () =>
    fc.assert(
      fc.asyncProperty(partQuery, query => check(query)),
      { seed: 6, numRuns: isOnPostgres ? 25 : 80 },
    ));
});

const ROWS = [
  '1,2025-01-05,Ann,FR,Shipped,100.00',
  '2,2025-01-06,Ann,FR,On Hold,50.00',
  '3,2025-02-07,Bea,ES,On Hold,60.00',
  '4,2025-02-08,Cleo,ES,Shipped,20.00',
  '5,2025-02-09,Cleo,ES,On Hold,20.00',
  '6,2025-02-09,Dee,IT,Shipped,30.00',
];

describe('groups as parts', () => {
  let shop: TestShop;
  beforeAll(async () => {
    shop = await shopOf('Order ID,Order Date,Customer,Country,Status,Amount', ROWS, '2025-03-01T00:00:00Z');
  });
  afterAll(() => shop.close());

  it('are told with their whole, the largest share first, those without a part among them', async () => {
    const { question, rows, headline } = await shop.answer('on hold rate by country');
    expect(question).toBe('sales measure:orders by:country status:"On Hold" part-of:status');
    expect(rows).toEqual([
      { country: 'ES', share: 0.666667, orders: 2, whole: 3 },
      { country: 'FR', share: 0.5, orders: 1, whole: 2 },
      { country: 'IT', share: 0, orders: 0, whole: 1 },
    ]);
    expect(headline).toContain('ES leads with 66.7% of orders');
  });

  it.each([
    ['share of on hold orders per month', 'measure:orders by:month status:"On Hold" part-of:status'],
    [
      'which country has the highest share of on hold orders',
      'measure:orders by:country top:10 status:"On Hold" part-of:status',
    ],
    ['rate of on hold orders', 'measure:orders status:"On Hold" part-of:status'],
    ['on hold share of es', 'measure:revenue country:ES status:"On Hold" part-of:status'],
    ['how much of es is on hold', 'measure:revenue country:ES status:"On Hold" part-of:status'],
  ])('%j is %j', async (text, query) => {
    expect((await shop.ask(text)).question).toBe(`sales ${query}`);
  });

  it.each([
    ['measure:orders by:status status:"On Hold" part-of:status', 'are no parts of all status'],
    ['measure:average-order by:country status:"On Hold" part-of:status', 'no sum that could have parts'],
    ['measure:orders by:country status:"On Hold" part-of:status show:running', 'Parts of groups stand alone'],
  ])('%j is refused: %s', async (text, why) => {
    await expect(shop.ask(text)).rejects.toThrow(why);
  });
});
