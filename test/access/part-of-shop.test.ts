import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PartOfShop } from '../../src/answering/shop.js';
import { type Answer, answerJson } from '../../src/core/answer/answer.js';
import { describeError, ShopkeeperError } from '../../src/core/errors.js';
import { parseFilterText } from '../../src/core/query/filter-text.js';
import { openTestShop, type TestShop } from '../support/shop.js';

/**
 * What somebody sees who may see a part of a shop is compared with a second shop, into which only the lines
 * of the part were loaded.
 */
const HEADER =
  'Order ID,Order Date,Customer ID,Customer Name,E-mail,Country,Product,Category,Status,Quantity,Amount';

/** Numbers that follow from the one before: chance that is the same each time. */
function chance(seed: number): (below: number) => number {
  let state = seed;
  return below => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * below);
  };
}

const COUNTRIES = ['Spain', 'France', 'USA', 'Portugal'];
const PRODUCTS = [
  ['Ketch', 'Ships'],
  ['Sloop', 'Ships'],
  ['Mallard', 'Trains'],
  ['Corsair', 'Planes'],
] as const;

function lines(): string[] {
  const next = chance(7);
  const rows: string[] = [];
  for (let order = 0; order < 300; order++) {
    const customer = next(40);
    // Half of the customers buy at home alone; the others from wherever they are.
    const country = customer % 2 === 0 ? customer % 4 : next(4);
    // The first and the last day are of the part, so that both shops cover the same days.
    const day = order === 0 ? 0 : order === 299 ? 700 : next(700);
    const date = new Date(Date.UTC(2024, 0, 1 + day)).toISOString().slice(0, 10);
    for (let line = 0; line <= next(3); line++) {
      const [product, category] = PRODUCTS[next(4)]!;
      const who = order === 0 || order === 299 ? 0 : customer;
      const where = COUNTRIES[order === 0 || order === 299 ? 0 : country];
      const status = next(20) === 0 ? 'Cancelled' : 'Shipped';
      const amount = (next(20_000) + 1) / 100;
      const person = `C${who},Customer ${who},c${who}@example.com`;
      const sold = `${product},${category},${status},${1 + next(3)},${amount}`;
      rows.push(`O${order},${date},${person},${where},${sold}`);
    }
  }
  return rows;
}

const part = (...texts: string[]): PartOfShop => texts.map(parseFilterText);
const SPAIN = part('country:spain');
const EITHER = part('country:Spain', 'category:Ships');
const isOf = (row: string, p: PartOfShop) =>
  p === SPAIN ? row.includes(',Spain,') : row.includes(',Spain,') || row.includes(',Ships,');

let whole: TestShop;
const alone = new Map<PartOfShop, TestShop>();
const NOW = '2026-01-05T00:00:00Z';
beforeAll(async () => {
  const rows = lines();
  const env = { EXCLUDED_STATUSES: 'Cancelled' };
  whole = await openTestShop(env, NOW);
  await whole.load('all.csv', [HEADER, ...rows].join('\n'));
  for (const p of [SPAIN, EITHER]) {
    const shop = await openTestShop(env, NOW);
    await shop.load('part.csv', [HEADER, ...rows.filter(row => isOf(row, p))].join('\n'));
    alone.set(p, shop);
  }
});
afterAll(async () => {
  for (const shop of [whole, ...alone.values()]) await shop.close();
});

const refusal = (error: unknown): string => {
  if (error instanceof ShopkeeperError) return describeError(error);
  throw error;
};
/** Rows without segments, which are those of the whole shop. */
const rowsOf = ({ rows }: Answer) => rows.map(({ segment: _segment, ...row }) => row);
const asked = (shop: TestShop, text: string, p?: PartOfShop) =>
  shop.ask(text, undefined, p).then(rowsOf, refusal);

const QUERIES = [
  'sales measure:revenue,orders,customers,units,new-customers,repeat-rate,median-order by:month',
  'sales measure:revenue,orders by:product',
  'sales measure:revenue by:buyers',
  'sales measure:revenue by:country,category',
  'sales list:customers who(orders:>3)',
  'sales list:customers who(spent:>100 and not bought(category:Trains)) show:email',
  'sales list:orders having:revenue:>100',
  'sales measure:revenue part-of:category category:Ships',
];

describe.each([
  ['one country', SPAIN],
  ['one country, or one category', EITHER],
])('who may see %s', (_, p) => {
  it('is answered about sales as if there were nothing else', async () => {
    const own = alone.get(p)!;
    const examples = (await whole.shop.read(async view => view.questions))
      .filter(q => q.family === 'sales')
      // Columns of the data that no line of the part fills are dimensions still.
      .filter(q => q.name !== 'dimensions')
      .flatMap(q => q.examples.map(text => `sales ${text}`))
      .map(text => text.replace('{year}', '2025').replace('{before}', '2024'));
    const answers: Record<string, unknown> = {};
    const expected: Record<string, unknown> = {};
    // Each question of one part; of the other the queries, which read the lines in every way there is.
    for (const text of [...(p === SPAIN ? examples : []), ...QUERIES]) {
      answers[text] = await asked(whole, text, p);
      expected[text] = await asked(own, text);
    }
    expect(answers).toEqual(expected);
    expect(Object.values(answers).filter(Array.isArray).length).toBeGreaterThan(p === SPAIN ? 45 : 7);
  });

  it('sees customers by what they bought within it, with their scores among all customers', async () => {
    const own = alone.get(p)!;
    const ofWhole = await whole.ask('segment export');
    const scores = new Map(ofWhole.rows.map(row => [row.customer, [row.segment, row.r, row.f, row.m]]));
    const seen = await whole.ask('segment export', undefined, p);
    const expected = await own.ask('segment export');
    const figures = ({ rows }: Answer) =>
      rows
        .map(row => ({ ...row, segment: '', r: 0, f: 0, m: 0 }))
        .sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
    expect(figures(seen)).toEqual(figures(expected));
    for (const row of seen.rows)
      expect([row.segment, row.r, row.f, row.m]).toEqual(scores.get(row.customer ?? null));
  });

  it('is told so in the answer and its thread', async () => {
    const { scope, thread } = answerJson(await whole.ask('segment report', undefined, p));
    const said = p === SPAIN ? 'within country spain' : 'within country Spain, or category Ships';
    expect(scope).toContain(said);
    expect(thread?.map(answer => answer.scope.includes(said))).toEqual(thread?.map(() => true));
  });
});

describe('who may see a part', () => {
  it('learns no names of what is outside of it', async () => {
    // Customer 2 buys in the USA alone.
    for (const text of ['sales country:Frence', 'sales by month for Frence', 'segment customer Customer 22'])
      expect(JSON.stringify(await asked(whole, text, SPAIN))).not.toMatch(/France|Customer 2\b/);
    expect(await asked(whole, 'segment customer Customer 2', SPAIN)).not.toContain('`segment customer C2`');
  });

  it('is refused what nobody has said how to limit', async () => {
    expect(await asked(whole, 'segment customer Customer 0', SPAIN)).toBe(
      'This cannot be answered for a part of the shop, and you may only see a part of it here.\n' +
        'Ask about sales by a column of your data, or about customers of a segment; ' +
        'or ask whoever may see all.',
    );
  });

  it('sees none of a value that is left out, however its letters are stored', async () => {
    const shop = await openTestShop();
    await shop.load(
      'two.csv',
      'Order ID,Order Date,Country,Amount\n1,2026-01-02,Perú,10\n2,2026-01-03,Chile,5',
    );
    const without = part(`-country:"${'Perú'.normalize('NFD')}"`);
    expect(await asked(shop, 'sales measure:revenue', without)).toEqual([
      expect.objectContaining({ value: 5 }),
    ]);
    await shop.close();
  });

  it('sees nothing if there is nothing in it', async () => {
    expect(await asked(whole, 'sales measure:revenue', part('country:Narnia'))).toEqual([
      expect.objectContaining({ value: 0 }),
    ]);
    expect(await asked(whole, 'sales measure:revenue', [])).toEqual([expect.objectContaining({ value: 0 })]);
  });

  it('is shown nothing if a value to be left out is misspelt', async () => {
    expect(await asked(whole, 'sales', part('-country:Spian'))).toBe(
      'You may not see country Spian here, and the data has no country of that name.\n' +
        'Nothing is shown until an administrator corrects the access file.',
    );
    expect(
      await asked(whole, 'sales measure:revenue by:country', part('-country:France,USA,Portugal')),
    ).toHaveLength(1);
  });

  it('is shown nothing if the part is of a column that the data does not have', async () => {
    expect(await asked(whole, 'sales', part('brand:Acme'))).toBe(
      'You may see a part of the shop here, brand:Acme, but the data has no brand.\n' +
        'Nothing is shown until an administrator corrects the access file.',
    );
  });
});
