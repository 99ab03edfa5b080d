import { readdirSync, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import Papa from 'papaparse';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeDemoShop } from '../../seeds/demo-shop.js';
import { answerCsv } from '../../src/core/answer/answer-csv.js';
import { csvText } from '../../src/core/text/csv.js';
import { openTestShop, type TestShop } from '../support/shop.js';

const parsed = (csv: string): string[][] =>
  Papa.parse<string[]>(csv.replace(/^\uFEFF/, ''), { skipEmptyLines: true }).data;

/** Beginnings that some spreadsheet takes for a formula, or drops before one. */
const BEGINNINGS = [
  '=',
  '+',
  '-',
  '@',
  '\t',
  '\r',
  '\n',
  '＝',
  '＋',
  '－',
  '＠',
  '−',
  ' =',
  '\u00a0=',
  '\u200b=',
  '\u0000=',
];
const runs = (cell: string): boolean =>
  /^[\s\p{Cc}\p{Cf}]*[=+\-@＝＋－＠−]/u.test(cell) || /^[\t\r\n]/.test(cell);

describe('CSV', () => {
  it('has an apostrophe before whatever a spreadsheet may take for a formula', () => {
    for (const beginning of BEGINNINGS)
      expect(parsed(csvText([[`${beginning}1+1`, 'x']]))[0], JSON.stringify(beginning)).toEqual([
        `'${beginning}1+1`,
        'x',
      ]);
  });

  it('leaves numbers, names and signs within a text as they are', () => {
    const row = [-5, 0.1, true, 'a=b', 'x-y', "O'Neil", 'me@example.org', '', 'a,"b"'];
    expect(parsed(csvText([row]))[0]).toEqual(row.map(String));
  });

  it('holds whatever is written, and no cell that runs', () => {
    const cell = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.tuple(fc.constantFrom(...BEGINNINGS), fc.string()).map(parts => parts.join('')),
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 4 }), rows => {
        // A row behind them, since a last line of nothing but empty cells may be skipped by a reader.
        const read = Papa.parse<string[]>(csvText([...rows, ['end', 'end']]), {
          newline: '\r\n',
          delimiter: ',',
        });
        rows.flat().forEach((text, i) => {
          const cell = read.data.flat()[i];
          expect(runs(text) ? [`'${text}`] : [text, `'${text}`]).toContain(cell);
        });
      }),
      { seed: 21, numRuns: 2_000 },
    );
  });

  it('is written in one place', () => {
    const files = ['src', 'seeds'].flatMap(folder =>
      readdirSync(folder, { recursive: true, encoding: 'utf8' }).map(name => join(folder, name)),
    );
    const writers = files.filter(
      f => f.endsWith('.ts') && /Papa\.unparse|\bunparse\(/.test(readFileSync(f, 'utf8')),
    );
    expect(writers).toEqual([join('src', 'core', 'text', 'csv.ts')]);
  });
});

describe('every file of CSV', () => {
  let shop: TestShop;
  beforeAll(async () => {
    shop = await openTestShop({ MAX_REFUSED_PERCENT: '50' });
  });
  afterAll(() => shop.close());

  it('the rows that were refused', async () => {
    const wrong = BEGINNINGS.filter(b => !/[\r\n\0]/.test(b)).map(
      (b, i) => `${i},2026-01-05,${b}HYPERLINK(1)`,
    );
    const good = Array.from({ length: 400 }, (_, i) => `${100 + i},2026-01-05,1.00`);
    await shop.load('own.csv', `Order ID,Order Date,=Amount\n${[...good, ...wrong].join('\n')}\n`);
    const rows = parsed(await readFile(join(shop.folder, 'own.csv.refused.csv'), 'utf8'));
    expect(rows).toHaveLength(wrong.length + 1);
    for (const row of rows.slice(1)) {
      expect(row[1]).toBe("'=Amount");
      // A cell's value is without the spaces around it: a tab is gone with them.
      expect(row[2]).toMatch(/^(?:'.+)?HYPERLINK\(1\)$/s);
    }
  });

  it('an export of customers, and an answer whose columns are named by a file', async () => {
    const names = BEGINNINGS.filter(b => !/[\r\n\t\0]/.test(b)).map(b => `${b}HYPERLINK(1)`);
    const lines = names.flatMap((name, i) =>
      [0, 1].map(n => `${i * 2 + n},2026-01-05,"${name}",10.00,"${name}"`),
    );
    await shop.load('names.csv', `Order ID,Order Date,Customer,Amount,+Kind\n${lines.join('\n')}\n`);
    for (const text of ['segment export', 'sales by customer', 'sales by kind'])
      for (const cell of parsed(await answerCsv(await shop.ask(text))).flat())
        expect(runs(cell) && Number.isNaN(Number(cell)), `${text}: ${cell}`).toBe(false);
  });

  it('the demo shop, which has nothing that runs', async () => {
    const path = join(shop.folder, 'demo.csv');
    await writeDemoShop(path, 20_000);
    const text = await readFile(path, 'utf8');
    expect(text).not.toMatch(/(^|,)"?'/m);
    expect(parsed(text)[0]?.length).toBeGreaterThan(5);
  });
});
