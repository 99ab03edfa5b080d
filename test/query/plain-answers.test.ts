import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Query, queryOf } from '../../src/core/query/query.js';
import { plainMeasure } from './plain-measures.js';
import { groupsOf, inOrder, linesOf } from './plain-query.js';
import { isOnPostgres, openRandomShop, type RandomShop, RUNS } from './random-shop.js';
import { FIELDS, groupQuery, MEASURES, totalQuery } from './shop-queries.js';

type Row = Readonly<Record<string, unknown>>;

const camel = (key: string) => key.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());
const change = (now: number | null, before: number | null) =>
  now === null || before === null || before === 0
    ? null
    : Math.round(((now - before) / Math.abs(before)) * 1e6) / 1e6;
/** As JSON, which knows no minus zero. */
const plain = (rows: readonly Row[]): Row[] => JSON.parse(JSON.stringify(rows));

async function expectedTotals(query: Query, shop: RandomShop): Promise<Row[]> {
  const { context } = await shop.contextOf(query.period);
  const of = (period: string | undefined, key: string) =>
    plainMeasure(key, linesOf(query, period, context), context.orders);
  return query.measures.map(key => {
    const value = of(query.period, key);
    if (query.versus === undefined) return { measure: camel(key), value };
    const previous = of(query.versus, key);
    return { measure: camel(key), value, previous, change: change(value, previous) };
  });
}

async function expectedGroups(query: Query, shop: RandomShop): Promise<Row[]> {
  const { context } = await shop.contextOf(query.period);
  const { by, measures, show } = query;
  const [first = ''] = measures;
  const whole = plainMeasure(first, linesOf(query, query.period, context), context.orders);
  let running = 0;
  return inOrder(groupsOf(query, context), query).map(({ groups, values, before }) => {
    const value = values[first] ?? null;
    running = Math.round((running + (value ?? 0)) * 1e6) / 1e6;
    const row: Record<string, unknown> = {};
    for (const [i, field] of by.entries()) row[camel(field)] = shop.nameOf(groups[i]?.key ?? null);
    for (const key of measures) {
      row[camel(key)] = values[key];
      if (!before) continue;
      row[`${camel(key)}Before`] = before[key];
      row[`${camel(key)}Change`] = change(values[key] ?? null, before[key] ?? null);
    }
    if (show.includes('share'))
      row.share = value === null || !whole ? null : Math.round((value / whole) * 1e6) / 1e6;
    if (show.includes('running')) row.running = running;
    return row;
  });
}

async function expectGroups(query: Query, shop: RandomShop): Promise<void> {
  const wanted = plain(await expectedGroups(query, shop));
  // The names of customers stand beside their keys.
  const found = (await shop.rowsOf(query)).map(({ customerName: _, ...row }) =>
    typeof row.band === 'string' ? { ...row, band: withoutCurrency(row.band) } : row,
  );
  if (query.rank || query.by.length === 1) expect(found).toEqual(wanted);
  // Groups of two fields have an order that is shown, not promised; running totals go by it.
  else expect(inAnyOrder(found)).toEqual(inAnyOrder(wanted));
}

/** `Under $100.50` as `Under 100.5`. */
const withoutCurrency = (name: string): string =>
  name.replace(/\$/g, '').replace(/\d[\d.,]*/g, number => String(Number(number.replaceAll(',', ''))));

const inAnyOrder = (rows: readonly Row[]): string[] =>
  rows.map(({ running: _, ...row }) => JSON.stringify(row, Object.keys(row).sort())).sort();

describe.each([1, 2, 3])('random shop %i', seed => {
  let shop: RandomShop;
  beforeAll(async () => {
    shop = await openRandomShop(seed);
  });
  afterAll(() => shop.close());

  it('has the totals of its lines, under any filters and conditions', () =>
    fc.assert(
      fc.asyncProperty(totalQuery, async query => {
        const found = (await shop.rowsOf(query)).map(({ label: _, unit: __, ...row }) => row);
        expect(found).toEqual(plain(await expectedTotals(query, shop)));
      }),
      { seed, numRuns: RUNS },
    ));

  it('has the groups of its lines, kept, ranked and compared', () =>
    fc.assert(
      fc.asyncProperty(groupQuery, query => expectGroups(query, shop)),
      { seed, numRuns: RUNS },
    ));
});

describe('a random shop', () => {
  let shop: RandomShop;
  beforeAll(async () => {
    shop = await openRandomShop(4);
  });
  afterAll(() => shop.close());

  it.each(FIELDS)('has every measure by %s, alone and with other fields', async first => {
    for (const measures of [MEASURES.slice(0, 12), MEASURES.slice(12, 24), MEASURES.slice(24)])
      await expectGroups(queryOf({ rows: 'groups', by: [first], measures }), shop);
    const i = FIELDS.indexOf(first);
    for (const [j, second] of FIELDS.entries()) {
      if (first === second || (isOnPostgres && (i + j) % 4 !== 0)) continue;
      const measures = [0, 1, 2].map(k => MEASURES[(i + 5 * j + 7 * k) % MEASURES.length] as string);
      await expectGroups(queryOf({ rows: 'groups', by: [first, second], measures }), shop);
    }
  });
});
