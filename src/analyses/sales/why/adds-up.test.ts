import { describe, expect, it } from 'vitest';
import { SeededRandom } from '../../../../seeds/random.js';
import {
  COLUMNS,
  COUNTRIES,
  dateOf,
  dayNumber,
  FIRST_DAY,
  fileOf,
  LAST_DAY,
  type PlainLine,
  randomShop,
  TODAY,
} from '../../../../test/query/plain-shop.js';
import { openTestShop, type TestShop } from '../../../../test/support/shop.js';

const isOnPostgres = process.env.TEST_STORE === 'postgres';
const SHOPS = isOnPostgres ? 3 : 8;
const QUESTIONS = isOnPostgres ? 10 : 15;

async function shopWith(lines: readonly PlainLine[]): Promise<TestShop> {
  const shop = await openTestShop({}, `${TODAY}T10:00:00Z`);
  const { writeFile } = await import('node:fs/promises');
  await writeFile(`${shop.folder}/shop.csv`, fileOf(lines));
  await shop.ingest(`${shop.folder}/shop.csv`, undefined, { map: COLUMNS });
  return shop;
}

type Range = readonly [from: string, to: string];

/** Two periods one after the other, a filter, and their question. */
function randomQuestion(random: SeededRandom) {
  const days = [dayNumber(FIRST_DAY), dayNumber(LAST_DAY)] as const;
  const four = Array.from({ length: 4 }, () => random.whole(...days)).sort((a, b) => a - b);
  const [a, b, c, d] = four.map(dateOf) as [string, string, string, string];
  const isNot = random.whole(0, 1) === 1;
  const country = COUNTRIES[random.whole(0, 2)] as string;
  const isFiltered = random.whole(0, 2) > 0;
  const filter = isFiltered ? ` ${isNot ? '-' : ''}country:"${country}"` : '';
  const keeps = (line: PlainLine) => !isFiltered || (line.country === country) !== isNot;
  const before: Range = [a, b < c ? b : dateOf(dayNumber(c) - 1)];
  return {
    before,
    now: [c, d] as Range,
    keeps,
    text: `sales why ${c}..${d} vs ${before.join('..')}${filter}`,
  };
}

const cents = (amount: unknown) => Math.round(Number(amount) * 100);
const sumOf = (rows: readonly Record<string, unknown>[], ...keys: string[]) =>
  rows.reduce((sum, row) => keys.reduce((part, key) => part + cents(row[key]), sum), 0);

describe('sales why on random shops', () => {
  it('adds up to the cent, whatever the periods and filters', { timeout: 120_000 }, async () => {
    for (let seed = 0; seed < SHOPS; seed++) {
      const lines = randomShop(seed);
      const shop = await shopWith(lines);
      const random = new SeededRandom(seed + 1);
      for (let i = 0; i < QUESTIONS; i++) {
        const { before, now, keeps, text } = randomQuestion(random);
        if (before[0] > before[1]) continue;
        const within = ([from, to]: Range) => lines.filter(l => keeps(l) && l.date >= from && l.date <= to);
        const total = (some: readonly PlainLine[]) => some.reduce((sum, l) => sum + l.cents, 0);
        const buyers = (some: readonly PlainLine[]) =>
          new Set(some.filter(l => !l.isReturn && l.customer !== '').map(l => l.customer));
        const [was, is] = [within(before), within(now)];
        const answer = await shop.answer(text);
        if (was.length + is.length === 0) {
          expect(answer.headline, text).toContain('Nothing was sold');
          continue;
        }
        const change = total(is) - total(was);
        const whole = answer.rows.at(-1) ?? {};
        expect([whole.previous, whole.value, whole.difference].map(cents), text).toEqual([
          total(was),
          total(is),
          change,
        ]);
        expect(sumOf(answer.rows.slice(0, -1), 'difference'), text).toBe(change);
        const lost = answer.rows.find(row => row.measure === 'customersLost');
        expect(lost?.previous, text).toBe([...buyers(was)].filter(c => !buyers(is).has(c)).length);
        for (const part of answer.thread ?? []) {
          const hasUnits = part.columns.some(column => column.key === 'byUnits');
          const keys = part.title === 'By the calendar' ? ['byDays', 'byEach'] : ['difference'];
          const rows = part.title.startsWith('By averages') ? part.rows.slice(0, -1) : part.rows;
          expect(sumOf(rows, ...keys), `${text} ${part.title}`).toBe(change);
          if (hasUnits) expect(sumOf(rows, 'byUnits', 'byPrice'), `${text} ${part.title}`).toBe(change);
        }
        expect(JSON.stringify(answer)).not.toMatch(/NaN|Infinity/);
      }
      await shop.close();
    }
  });

  it('is the same whatever the order of the rows', async () => {
    const lines = randomShop(7);
    const [one, other] = [await shopWith(lines), await shopWith([...lines].reverse())];
    for (const text of ['sales why 2025-12', 'sales why 2026-Q1 vs 2025-Q4', 'sales why 2026-01 by product'])
      expect(await other.answer(text)).toEqual(await one.answer(text));
    await one.close();
    await other.close();
  });
});
