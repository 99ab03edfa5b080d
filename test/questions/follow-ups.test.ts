import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { allQuestions } from '../../src/analyses/registry.js';
import { examplesOf } from '../../src/answering/declaration.js';
import type { Answer } from '../../src/core/answer/answer.js';
import { openTestShop, type TestShop } from '../support/shop.js';
import { toyShop } from '../support/toy-shop.js';

/** Shops that lack what some questions need. */
const SHOPS: Readonly<Record<string, string>> = {
  'all columns': toyShop(),
  'no customers':
    'Order ID,Order Date,Product,Country,Amount\n1,2026-01-05,Tea,Spain,4\n2,2026-03-01,Cup,Italy,9\n',
  'no products, no status': 'Order ID,Order Date,Customer,Amount\n1,2026-01-05,Ann,4\n2,2026-03-01,Bob,9\n',
  'dates and amounts alone': 'Order Date,Amount\n2026-01-05,4\n2026-03-01,9\n',
};
/** Without a period, and with one that has no sales. Full shops have others, which all are kept alike. */
const SCOPES = ['', ' 2005'];
const MORE_SCOPES = [' 2026', ' last month'];

describe.each(Object.entries(SHOPS))('follow-ups in a shop with %s', (name, content) => {
  const scopes = name === 'all columns' ? [...SCOPES, ...MORE_SCOPES] : SCOPES;
  let shop: TestShop;
  beforeAll(async () => {
    shop = await openTestShop({}, '2026-04-01T00:00:00Z');
    await shop.load('shop.csv', content);
  });
  afterAll(() => shop.close());

  it('can all be asked and answered, and have a label without query syntax', async () => {
    const examples = (await allQuestions())
      .flatMap(q => examplesOf(q, 20_514))
      .filter(t => !t.includes('NAME'));
    const texts = new Set(examples.flatMap(text => scopes.map(scope => `${text}${scope}`)));
    const offered = new Map<string, string>();
    for (const text of texts) {
      const answer: Answer | undefined = await shop.ask(text).catch(() => undefined);
      for (const part of answer ? [answer, ...answer.thread] : [])
        for (const { text: next, label } of part.followUps) {
          offered.set(next, text);
          if (text.startsWith('sales')) expect(label, text).not.toMatch(/:|^sales\b|\.\.|[a-z]-[a-z]/);
        }
    }
    const failures: string[] = [];
    for (const [next, from] of offered)
      await shop.ask(next).catch(error => failures.push(`${from} -> ${next}: ${error}`));
    expect(failures).toEqual([]);
    expect(offered.size).toBeGreaterThan(3);
  });
});

describe('a follow-up', () => {
  it('keeps the filters and the period of its answer', async () => {
    const shop = await openTestShop({}, '2005-06-01T00:00:00Z');
    await shop.load('shop.csv', toyShop());
    const { followUps } = await shop.answer('sales trend by month 2004 country:France');
    expect(followUps).toEqual([
      'sales 2004 country:France',
      'sales top-products 2004 country:France',
      'sales trend by quarter 2004 country:France',
      'sales peaks 2004 country:France',
    ]);
    await shop.close();
  });
});
