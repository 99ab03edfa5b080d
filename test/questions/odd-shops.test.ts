import type { Plugin } from 'chart.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { allQuestions } from '../../src/analyses/registry.js';
import { examplesOf } from '../../src/answering/declaration.js';
import { chartDrawer } from '../../src/charts/draw.js';
import type { Answer } from '../../src/core/answer/answer.js';
import { noteText } from '../../src/core/answer/notes.js';
import { scopeText } from '../../src/core/answer/scope.js';
import { isoOf } from '../../src/core/calendar/days.js';
import { ShopkeeperError } from '../../src/core/errors.js';
import { openTestShop, type TestShop } from '../support/shop.js';
import { toyShop } from '../support/toy-shop.js';

/** Charts are only drawn, not looked at: a sixteenth of the pixels takes a fifth of the time. */
const coarse: Plugin = {
  id: 'coarse',
  beforeInit: chart => {
    chart.options.devicePixelRatio = 0.5;
  },
};

const HEADER =
  'Order ID,Order Date,Customer Name,Product,Category,Country,Status,Promotion,Quantity,Unit Price';
const file = (rows: readonly string[]): string => `${HEADER}\n${rows.join('\n')}\n`;
const day = (n: number): string => isoOf(20_454 + n);

/** Shops that questions must be able to bear. */
const SHOPS: Readonly<Record<string, string>> = {
  'a whole one': toyShop(),
  'one line': file(['1,2026-01-05,Ann,Tea,Hot,Spain,Shipped,,1,3.50']),
  'one day': file([1, 2, 3].map(i => `${i},2026-01-05,C${i},P${i},Hot,Spain,Shipped,,1,${i}.50`)),
  'returns alone': file([1, 2, 3].map(i => `${i},${day(i)},C${i},P${i},Hot,Spain,Returned,,-1,${i}.50`)),
  'more returns than sales': file(
    Array.from(
      { length: 40 },
      (_, i) => `${i},${day(i * 3)},C${i % 4},P${i % 3},K${i % 2},Spain,Shipped,,${i % 3 ? -2 : 1},5.00`,
    ),
  ),
  'nothing but zeros': file(
    [1, 2, 3, 4, 5, 6].map(i => `${i},${day(i * 20)},C${i},P${i},Hot,Spain,Shipped,,1,0.00`),
  ),
  'no customers': file(
    Array.from({ length: 30 }, (_, i) => `${i},${day(i * 9)},,P${i},K${i % 3},L${i % 4},Shipped,,1,${i}.10`),
  ),
  'two hundred values, long names and other scripts': file(
    Array.from(
      { length: 400 },
      (_, i) =>
        `${i},${day(i)},"Kunde ${'ä'.repeat(50)} ${i % 200}",P${i % 200} 🎉 Ünïcode,"Kategorie ${i % 200} ${'lang '.repeat(9)}",Ελλάδα ${i % 7},${['Shipped', 'Cancelled', 'On Hold'][i % 3]},${['', 'A', 'B', 'C'][i % 4]},${1 + (i % 9)},${1 + (i % 50)}.25`,
    ),
  ),
  'all of one kind': file(
    Array.from({ length: 60 }, (_, i) => `${i},${day(i * 12)},Ann,Tea,Hot,Spain,Shipped,X,1,2.00`),
  ),
};

const isPostgres = process.env.TEST_STORE === 'postgres';
/** Of PostgreSQL only the SQL is of interest: one shop with everything in it and one with next to nothing. */
const ON_POSTGRES = ['a whole one', 'one line'];

/** What a text for people never holds. */
const NONSENSE = /NaN|undefined|Infinity|\bnull\b|\[object|-0\.0|\$-/;

describe.each(
  Object.entries(SHOPS).filter(([name]) => !isPostgres || ON_POSTGRES.includes(name)),
)('every question, asked of %s', (_name, content) => {
  let shop: TestShop;
  let draw: Awaited<ReturnType<typeof chartDrawer>>;
  beforeAll(async () => {
    shop = await openTestShop({}, '2027-06-01T00:00:00Z');
    await shop.load('shop.csv', content);
    draw = await chartDrawer(undefined, [coarse]);
  });
  afterAll(() => shop.close());

  const texts = async () => {
    const questions = await allQuestions();
    const own = questions.flatMap(q => examplesOf(q, 20_600));
    const more = ['', ' 2026', ' since 2026-02'].flatMap(period =>
      [
        'sales',
        'sales by country and category',
        'sales trend by week',
        'sales average-order-value by product',
        'sales trend by month per category',
        'sales deal-sizes by country',
        'sales by weekday',
        'sales bottom-products',
      ].map(q => `${q}${period}`),
    );
    return [...new Set([...own, ...more])].filter(t => !t.includes('NAME'));
  };

  it('is answered in sense, with a chart that can be drawn, or refused in words', async () => {
    const answered: Answer[] = [];
    const offered = new Map<string, string>();
    for (const text of await texts()) {
      const answer = await shop.ask(text).catch(error => error);
      if (answer instanceof Error) {
        expect(answer, text).toBeInstanceOf(ShopkeeperError);
        expect(answer.message, text).not.toMatch(NONSENSE);
        continue;
      }
      answered.push(answer);
      const { title, scope, headline, observations, actions, notes, charts, rows } = answer as Answer;
      for (const said of [
        title,
        scopeText(scope),
        headline,
        ...observations,
        ...actions,
        ...notes.map(noteText),
      ])
        expect(said, text).not.toMatch(NONSENSE);
      expect(headline, text).not.toBe('');
      for (const chart of charts) {
        expect(`${chart.title} ${chart.subtitle} ${chart.alt}`, text).not.toMatch(NONSENSE);
        if (!isPostgres) expect(draw(chart).length, text).toBeGreaterThan(1_000);
      }
      // An expectation for each of a million figures would take longer than all answers do.
      const odd = rows.filter(row =>
        Object.values(row).some(value => typeof value === 'number' && !Number.isFinite(value)),
      );
      expect(odd, text).toEqual([]);
      const keys = answer.columns.map((c: Answer['columns'][number]) => c.key);
      expect(new Set(keys).size, text).toBe(keys.length);
      for (const { text: next } of (answer as Answer).followUps) offered.set(next, text);
    }
    expect(answered.length).toBeGreaterThan(20);
    const refused: string[] = [];
    for (const [next, from] of offered)
      await shop.ask(next).catch(error => refused.push(`${from} -> ${next}: ${error}`));
    expect(refused).toEqual([]);
  });
});
