import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { queryOf } from '../../src/core/query/query.js';
import { shopNames, valuesOf } from '../../src/query/describe.js';
import { CUSTOMER_FILTERS, EXAMPLES, LINE_FILTERS, PERIODS } from '../../src/query/guide.js';
import { openCornerShop, openTestShop, type TestShop } from '../support/shop.js';

describe('the guide to queries', () => {
  let shop: TestShop;
  beforeAll(async () => {
    shop = await openCornerShop();
  });
  afterAll(() => shop.close());

  it.each(LINE_FILTERS)('has filters on lines that work: $about', async ({ example }) => {
    const { headline } = await shop.answerQuery(queryOf({ measures: ['revenue'], where: [example] }));
    expect(headline).toMatch(/\d/);
  });

  it.each(CUSTOMER_FILTERS)('has conditions on customers that work: $about', async ({ example }) => {
    const { title } = await shop.answerQuery(queryOf({ rows: 'customers', who: example }));
    expect(title).toBe('Customers');
  });

  it.each(PERIODS)('has periods that are read: %s', async period => {
    const { question } = await shop.answerQuery(queryOf({ measures: ['orders'], period }));
    expect(question).toContain('period:');
  });

  it.each(EXAMPLES)('has examples that are answered: $about', async ({ example }) => {
    const { headline } = await shop.answerQuery(queryOf(example));
    expect(headline).not.toBe('');
  });
});

describe('the names of a shop', () => {
  it('are those that its data has', async () => {
    const shop = await openTestShop({}, '2026-04-01T00:00:00Z');
    try {
      await shop.load('shop.csv', 'Order Date,Amount,Country\n2026-01-05,4,Spain\n2026-03-01,9,Italy\n');
      const { fields, measures, segments } = await shop.shop.read(shopNames);
      expect(fields.find(field => field.key === 'country')?.kind).toBe('dimension');
      expect(fields.map(field => field.key)).not.toEqual(expect.arrayContaining(['customer']));
      expect(fields.map(field => field.key)).not.toEqual(expect.arrayContaining(['segment']));
      expect(segments).toEqual([]);
      expect(measures.find(measure => measure.key === 'revenue')).not.toHaveProperty('missing');
      expect(measures.find(measure => measure.key === 'customers')?.missing).toContain('names no customers');
    } finally {
      await shop.close();
    }
  });

  it('leave customers out of the values', async () => {
    const shop = await openCornerShop();
    try {
      const read = (field: string, limit: number, contains?: string) =>
        shop.shop.read(view => valuesOf(field, limit, contains, view));
      expect(await read('product', 2)).toEqual({ field: 'product', count: 3, values: ['Coffee', 'Mug'] });
      expect(await read('product', 9, 'ea')).toEqual({ field: 'product', count: 1, values: ['Tea'] });
      expect(await read('customer', 9)).toEqual({ field: 'customer', count: 0, values: [] });
    } finally {
      await shop.close();
    }
  });
});
