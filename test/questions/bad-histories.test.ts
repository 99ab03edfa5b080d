import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { changeGoals } from '../../src/app/goals.js';
import { isoOf } from '../../src/core/calendar/days.js';
import { ShopkeeperError } from '../../src/core/errors.js';
import { composeDigest, defaultAsOf } from '../../src/digest/compose/compose.js';
import type { TestShop } from '../support/shop.js';
import { shopOf } from '../support/shop-of.js';

const START = 20_000;
const HEADER = 'Order ID,Order Date,Customer ID,Email,Product,Country,Quantity,Amount';
const line = (order: string, day: number, customer: string | number, amount: number, product = 'Tea') =>
  `${order},${isoOf(START + day)},c${customer},c${customer}@example.com,${product},Spain,` +
  `${amount < 0 ? -1 : 1},${amount.toFixed(2)}`;
const many = (count: number, make: (i: number) => string | string[]): string[] =>
  Array.from({ length: count }, (_, i) => make(i)).flat();

/** Histories from which little or nothing can be learnt, each in its own way. */
const HISTORIES: Readonly<Record<string, readonly string[]>> = {
  'one order': [line('1', 0, 1, 20)],
  'three days': many(12, i => line(`${i}`, i % 3, i % 5, 10 + i)),
  'one customer': many(60, i => line(`${i}`, i * 9, 1, 20 + (i % 7))),
  'two customers who never come back': [line('1', 0, 1, 20), line('2', 90, 2, 30)],
  'the same every day': many(240, i => line(`${i}`, i, i % 40, 25)),
  'the same orders by the same rhythm': many(900, i => line(`${i}`, Math.floor(i / 3), i % 45, 10)),
  'one rhythm, which some leave': many(60, c =>
    many(31, k => {
      const day = (c % 7) + k * (10 + (c % 5) * 4);
      return day <= (c < 12 ? 230 - c * 12 : 300) ? line(`${c}-${k}`, day, c, 100 + c) : [];
    }),
  ),
  gaps: many(160, i => line(`${i}`, i * 2 + Math.floor(i / 40) * 120, i % 33, 15 + (i % 9))),
  'all on one day': many(80, i => line(`${i}`, 0, i % 40, 10 + (i % 11), i % 2 ? 'Tea' : 'Mug')),
  'days below zero': many(150, i => [
    line(`${i}`, i, i % 35, 30),
    ...(i % 3 === 0 ? [line(`r${i}`, i, i % 35, -90)] : []),
  ]),
  'returns alone': many(40, i => line(`r${i}`, i, i % 8, -10)),
  'more returned than sold': many(90, i => [line(`${i}`, i, i % 31, 10), line(`r${i}`, i + 1, i % 31, -12)]),
  'sales of nothing': many(120, i => line(`${i}`, i, i % 40, 0)),
  'one huge order': many(200, i => line(`${i}`, i, i % 50, i === 120 ? 9_000_000_000 : 3)),
  'a first day long ago': [line('0', -9_000, 99, 5), ...many(100, i => line(`${i + 1}`, i, i % 34, 12))],
};

const QUESTIONS = [
  'customers value',
  'customers value 24 months',
  'sales measure:lifetime-value by:country',
  'sales list:customers rank:lifetime-value top:5',
  'sales measure:probability-alive,expected-orders by:country',
  'segment customer c1',
  'customers risk',
  'customers risk for:klaviyo',
  'cohorts',
  'cohort-value by week',
  'cohort-revenue by year',
  'cohort-orders by quarter',
  'cohort-customers',
  'sales forecast',
  'sales forecast 30 days',
  'sales forecast 12 months measure:orders',
  'sales forecast 8 weeks measure:average-order',
  'sales anomalies',
  'sales anomalies by week',
  'sales anomalies measure:return-rate',
  'sales anomalies by month measure:customers',
  'sales why',
  'sales why 2024-10',
  'sales why by product',
  'sales together',
  'what goes with Tea',
  'goals',
  'segment actions',
  'segment action win-back',
  'segment action second-order',
  'segment outcomes',
];

/** Every number and text of a value, with its path. */
function* leaves(value: unknown, path = ''): Generator<readonly [path: string, leaf: unknown]> {
  if (typeof value !== 'object' || value === null) yield [path, value];
  else for (const [key, own] of Object.entries(value)) yield* leaves(own, `${path}/${key}`);
}

/** What no answer may show. */
const isWrong = (leaf: unknown): boolean =>
  typeof leaf === 'number'
    ? !Number.isFinite(leaf)
    : typeof leaf === 'string' && /\bNaN\b|Infinity|\bundefined\b|\bnull\b|\[object|∞/.test(leaf);

describe.each(Object.entries(HISTORIES))('a history of %s', (name, rows) => {
  let shop: TestShop;
  beforeAll(async () => {
    shop = await shopOf(HEADER, rows, `${isoOf(START + 400)}T12:00:00Z`);
    await changeGoals(shop.shop, '100000 revenue in 2024', { person: null, now: shop.now() });
  });
  afterAll(() => shop.close());

  it.each(QUESTIONS)('%s says what it can, in plain figures', async question => {
    const answer = await shop.ask(question).catch(error => {
      // A refusal says what is missing; anything else is a failure.
      if (!(error instanceof ShopkeeperError)) throw error;
      return { headline: error.message };
    });
    expect(answer.headline).not.toBe('');
    expect([...leaves(answer)].filter(([, leaf]) => isWrong(leaf))).toEqual([]);
  });

  it('has no day out of line where most are without sales', async () => {
    const { headline } = await shop.ask('sales anomalies');
    if (name === 'one customer')
      expect(headline).toBe(
        'Most days have no revenue, so none can be called out of line: ask by a longer period.',
      );
    else expect(headline).not.toMatch(/^[\d,]+ days are out of line.*instead of about \$0/);
  });

  it('has a digest in plain figures', async () => {
    const digest = await composeDigest(shop.shop, await defaultAsOf(shop.shop));
    expect([...leaves(digest)].filter(([, leaf]) => isWrong(leaf))).toEqual([]);
  });
});
