import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { GRAINS, type Grain } from '../../src/core/calendar/grain.js';
import { type Query, queryOf } from '../../src/core/query/query.js';
import { QUERY_MEASURES } from '../../src/query/measures.js';
import type { TestShop } from '../support/shop.js';
import { shopOf } from '../support/shop-of.js';
import { groupOf, type PlainContext, periodOfDay } from './plain-fields.js';
import { plainMeasure } from './plain-measures.js';
import { keepsLine, linesOf, PERIODS } from './plain-query.js';
import { dateOf, dayNumber, FIRST_DAY, type PlainLine, TODAY } from './plain-shop.js';
import { isOnPostgres, openRandomShop, type RandomShop } from './random-shop.js';
import { MEASURES, totalQuery } from './shop-queries.js';

const OF_DAYS = ['weekday', 'month-of-year', 'season', 'weekend'];
const SUMS = MEASURES.filter(key => QUERY_MEASURES.some(m => m.key === key && !m.isRatio));
const MONEY = QUERY_MEASURES.filter(m => m.unit === 'money').map(m => m.key);

/** The periods that are over, by their keys, each with its days. */
function periodsOver({ per, period, where }: Query, context: PlainContext): Map<string, string[]> {
  const days = new Map<string, string[]>();
  for (let day = dayNumber(FIRST_DAY) - 366; day <= dayNumber(TODAY) + 366; day++) {
    const key = periodOfDay(per ?? '', dateOf(day));
    days.set(key, [...(days.get(key) ?? []), dateOf(day)]);
  }
  const [from, to] = PERIODS[period ?? ''] ?? ['', '9'];
  const ofDays = where.filter(filter => OF_DAYS.includes(filter.field));
  const keeps = (date: string) =>
    ofDays.every(filter => keepsLine(filter, { ...(context.lines[0] as PlainLine), date }, context));
  const isKept = (date: string) => ofDays.length === 0 || (date >= FIRST_DAY && keeps(date));
  return new Map(
    [...days].filter(([, own]) => {
      const [first = '', last = ''] = [own[0], own.at(-1)];
      const half = dateOf(dayNumber(first) + Math.floor(own.length / 2));
      return first >= from && last <= to && last < TODAY && FIRST_DAY <= half && own.some(isKept);
    }),
  );
}

/** The mean of what each period comes to. */
function meanOf(
  measure: string,
  lines: readonly PlainLine[],
  { per }: Query,
  periods: ReadonlyMap<string, readonly string[]>,
  count: number,
  { orders }: PlainContext,
): number | null {
  const known = [...periods.keys()]
    .map(key => lines.filter(line => periodOfDay(per ?? '', line.date) === key))
    .map(own => (own.length === 0 ? null : plainMeasure(measure, own, orders)))
    .filter(value => value !== null);
  if (known.length === 0) return plainMeasure(measure, lines, orders);
  const sum = known.reduce((a, b) => a + b, 0);
  if (MONEY.includes(measure)) return Math.round(Math.round(sum * 100) / count) / 100 + 0;
  return Math.round((sum / count) * 1e4) / 1e4 + 0;
}

const averageQuery = fc
  .tuple(
    totalQuery.filter(query => query.versus === undefined),
    fc.constantFrom(...GRAINS),
    fc.uniqueArray(fc.constantFrom(...SUMS), { minLength: 1, maxLength: 3 }),
  )
  .map(([query, per, measures]) => queryOf({ ...query, measures, per }));

describe('averages per period of a random shop', () => {
  let shop: RandomShop;
  beforeAll(async () => {
    shop = await openRandomShop(5);
  });
  afterAll(() => shop.close());

  async function check(query: Query, by?: string): Promise<void> {
    const { context } = await shop.contextOf(query.period);
    const periods = periodsOver(query, context);
    if (periods.size === 0) {
      await expect(shop.rowsOf(query)).rejects.toThrow('is over, so there is no average');
      return;
    }
    const all = linesOf(query, query.period, context).filter(line =>
      periods.has(periodOfDay(query.per ?? '', line.date)),
    );
    const rows = await shop.rowsOf(query);
    const of = (lines: readonly PlainLine[]) =>
      query.measures.map(key => meanOf(key, lines, query, periods, periods.size, context));
    if (by === undefined) expect(rows.map(row => row.value)).toEqual(of(all));
    else {
      const names = new Set(all.map(line => groupOf(by, line, context).key));
      const camel = (key: string) => key.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());
      const found = new Map(rows.map(row => [row[camel(by)], query.measures.map(key => row[camel(key)])]));
      const wanted = new Map(
        [...names].map(name => [name, of(all.filter(line => groupOf(by, line, context).key === name))]),
      );
      expect(found).toEqual(wanted);
    }
  }

  it('are the mean of what each whole period comes to, under any filters and conditions', () =>
    fc.assert(
      fc.asyncProperty(averageQuery, query => check(query)),
      { seed: 5, numRuns: isOnPostgres ? 25 : 80 },
    ));

  it('are so for each group', () =>
    fc.assert(
      fc.asyncProperty(averageQuery, fc.constantFrom('country', 'product', 'buyers'), (query, by) =>
        check(queryOf({ ...query, rows: 'groups', by: [by] }), by),
      ),
      { seed: 6, numRuns: isOnPostgres ? 25 : 80 },
    ));
});

/** Sales of a shop that opened on 10 November 2024; none in January, and April is not over. */
const ROWS = [
  '1,2024-11-10,Ann,FR,100.00',
  '2,2024-12-15,Ann,FR,150.00',
  '3,2025-02-15,Bea,ES,60.00',
  '4,2025-03-15,Ann,FR,90.00',
  '5,2025-03-16,Bea,ES,100.00',
  '6,2025-04-15,Bea,ES,45.00',
];

describe('averages per period', () => {
  let shop: TestShop;
  beforeAll(async () => {
    shop = await shopOf('Order ID,Order Date,Customer,Country,Amount', ROWS, '2025-04-20T00:00:00Z');
  });
  afterAll(() => shop.close());

  const figureOf = async (text: string) => (await shop.answer(text)).rows[0]?.value;

  it('count months without sales, and leave out the one that is not over, with what it brought', async () => {
    const { rows, notes } = await shop.answer('average sales per month');
    // November to March: (100 + 150 + 0 + 60 + 190) / 5.
    expect(rows[0]).toMatchObject({ label: 'Revenue per month', value: 100 });
    expect(notes).toContain(
      'The average is over all 5 months of Nov 2024 – Mar 2025, those without sales included. ' +
        'The data starts on Nov 10, 2024, within the first.',
    );
    expect(notes).toContain(
      'Apr 1 – Apr 15, 2025 is left out: it is not a whole month. Revenue of these days: $45.00.',
    );
  });

  it.each([
    // Six orders in the 161 days from 10 November to 19 April, the day before today.
    ['measure:orders per:day', 0.0373],
    ['measure:orders per:quarter period:2025-Q1', 3],
    ['measure:customers per:month period:2025-Q1', 1],
    // Two orders in 23 Saturdays, the last of them after the last order.
    ['measure:orders per:day weekday:Saturday', 0.087],
  ])('%j is %d', async (text, value) => {
    expect(await figureOf(text)).toBe(value);
  });

  it('have each weekday over its own days, and each year over its own months', async () => {
    expect(await shop.figures('measure:revenue by:year per:month', 'revenue')).toEqual({
      '2024': 125,
      '2025': 83.33,
    });
    expect((await shop.figures('average orders per weekday', 'orders')).Saturday).toBe(0.087);
  });

  it('compare two periods, each over its own months', async () => {
    const { rows } = await shop.answer(
      'measure:revenue period:2025-02..2025-03 versus:2024-12..2025-01 per:month',
    );
    expect(rows[0]).toMatchObject({ value: 125, previous: 75 });
  });

  it.each([
    ['measure:average-order per:month', 'is a mean or a rate already'],
    ['measure:revenue per:year period:2025', 'No whole year of this period is over'],
    ['measure:revenue by:month per:week', 'A week is not always within one of these groups'],
    ['list:customers per:month', 'not of lists'],
    ['measure:revenue per:month goal:500 period:2025', 'has no goal'],
    ['measure:revenue by:country show:share per:month', 'groups have no share of it'],
    ['measure:customers by:country,customer per:month', 'by one field at most'],
    ['forecast per:month', 'no ranking, comparison or average'],
  ])('%j is refused, and it is said why: %s', async (text, why) => {
    await expect(shop.ask(text)).rejects.toThrow(why);
  });

  it.each<[string, Grain]>([
    ['sales measure:revenue per:month', 'month'],
    ['on average how much a week', 'week'],
    ['what is our average daily revenue', 'day'],
    ['how much do we make in a typical quarter', 'quarter'],
  ])('%j is per %s', async (text, grain) => {
    expect((await shop.ask(text)).question).toBe(`sales measure:revenue per:${grain}`);
  });
});
