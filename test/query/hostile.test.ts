import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ShopkeeperError } from '../../src/core/errors.js';
import { QUERY_MEASURES } from '../../src/query/measures.js';
import { openCornerShop, type TestShop } from '../support/shop.js';

/** Names that every plain object answers to. */
const NAMES = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'valueOf'];
const many = (count: number, of: (i: number) => string, joiner = ' ') =>
  Array.from({ length: count }, (_, i) => of(i)).join(joiner);

/** Texts of queries that nobody means well, or that a program got wrong. */
const TEXTS: readonly string[] = [
  ...NAMES.flatMap(name => [
    `measure:${name}`,
    `measure:revenue by:${name}`,
    `measure:revenue ${name}:x`,
    `measure:revenue -${name}:>3`,
    `measure:revenue product:${name}`,
    `measure:revenue segment:${name}`,
    `measure:revenue season:${name}`,
    `measure:revenue weekday:${name}`,
    `measure:revenue order:${name}`,
    `measure:revenue by:product having:${name}:>3`,
    `measure:revenue by:product top:3 rank:${name}`,
    `measure:revenue by:product top:3 within:${name}`,
    `measure:revenue period:${name}`,
    `measure:revenue by:segment map:${name}`,
    `measure:revenue show:${name}`,
    `list:${name}`,
    `list:customers top:3 rank:${name}`,
    `list:customers having:${name}:>3`,
    `list:orders having:${name}:>3`,
    `list:customers who(${name}:>3)`,
    `list:customers who(segment:${name})`,
    `list:customers who(bought(${name}:x))`,
    `list:customers who(last-order:${name})`,
  ]),
  `measure:revenue ${many(1_000, i => `product:p${i}`)}`,
  `measure:revenue product:${many(1_000, i => `p${i}`, ',')}`,
  `measure:${many(1_000, () => 'revenue', ',')}`,
  `measure:revenue by:${many(1_000, () => 'product', ',')}`,
  `list:customers who(${many(1_000, () => 'orders:>1', ' and ')})`,
  `list:customers who(${many(1_000, () => 'orders:>1', ' or (')}`,
  `list:customers who(${'not '.repeat(2_500)}orders:>1)`,
  `list:customers who(${'('.repeat(10_000)}`,
  `measure:revenue by:product ${many(1_000, () => 'having:orders:>1')}`,
  `measure:revenue product:"${'x'.repeat(10_000)}"`,
  `measure:revenue product:"${'x'.repeat(10_000)}`,
  `measure:revenue product:"${'\\'.repeat(10_000)}`,
  `measure:revenue ${','.repeat(10_000)}`,
  `measure:revenue ${'-'.repeat(10_000)}`,
  `measure:revenue product:${'"'.repeat(10_000)}`,
  `measure:revenue period:${'2024-01-'.repeat(20)}`,
  `measure:revenue period:"${'last '.repeat(40)}"`,
  `measure:revenue order-total:>${'9'.repeat(5_000)}`,
  `measure:revenue order-total:${'1'.repeat(5_000)}..${'2'.repeat(5_000)}`,
  'measure:revenue product:"\u0000"',
  'measure:revenue order:"\u0000"',
  'measure:revenue customer:"\u0000"',
  'measure:revenue product:"\u0001\u001b[31m\u202e"',
  'measure:revenue order:"\ud800"',
  'measure:revenue customer:"\ud800"',
  'measure:revenue order:"\'; drop table orders; --"',
  'measure:revenue product:"<!channel> *bold* <http://x|y>"',
  'measure:revenue period:"<!channel>"',
  'measure:revenue top:1e9',
  'measure:revenue by:product top:-1',
  'measure:revenue by:product top:1.5',
  'measure:revenue by:product top:1001',
  'measure:revenue page:0',
  'list:customers page:1e99',
  'measure:revenue goal:-3',
  'measure:revenue order-total:>NaN',
  'measure:revenue order-total:Infinity',
  'measure:',
  'list:',
  'measure:revenue who(',
  'measure:revenue who()',
  'measure:revenue who(orders)',
  'measure:revenue who(bought())',
  'measure:revenue who(orders:>1 and)',
  'measure:revenue who(orders:>1 and segment:x or segment:y)',
  'measure:revenue extra words',
];

/** A sentence for people: no source code, no JSON, nothing of a schema, and no longer than they read. */
function expectSentence(message: string, text: string): void {
  expect(message, text).not.toMatch(/native code|is not a function|\[object|"code":|expected \w+|received/i);
  expect(message, text).not.toMatch(/\p{Cc}/u);
  const longest = 200 + QUERY_MEASURES.map(m => m.key).join(', ').length;
  expect(message.length, text).toBeLessThan(longest);
  expect(message, text).toMatch(/^[\p{Lu}"].*[.?]$/su);
}

describe('texts of queries that are not meant well', () => {
  let shop: TestShop;
  beforeAll(async () => {
    shop = await openCornerShop();
    await shop.ask('measure:revenue by:product');
  });
  afterAll(() => shop.close());

  it.each(
    TEXTS.map((text, i) => [i, text.slice(0, 60), text] as const),
  )('are answered or refused in a sentence, at once: %i %j', async (_, __, text) => {
    const start = performance.now();
    const answer = await shop.ask(text).catch((error: unknown) => error);
    // 100 ms on a machine that has nothing else to do.
    expect(performance.now() - start).toBeLessThan(2_000);
    if (!(answer instanceof Error)) return;
    expect(answer).toBeInstanceOf(ShopkeeperError);
    expectSentence(answer.message, text.slice(0, 200));
  });
});
