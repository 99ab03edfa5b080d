import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { comparable, readWritten } from '../../support/expect-totals.js';
import { csvOf, type MadeUpShop, madeUpShop, type Row, totalsOf } from '../../support/made-up-shop.js';
import { tablesOf } from '../../support/shop-tables.js';
import { type TestCell, workbook, zip } from '../../support/workbook.js';

const csvFiles = (shop: MadeUpShop): Record<string, string> =>
  Object.fromEntries(Object.entries(tablesOf(shop)).map(([name, rows]) => [`${name}.csv`, csvOf(rows)]));

/** Cells as spreadsheets have them: numbers as numbers. */
const cellsOf = (rows: readonly Row[]): TestCell[][] => [
  Object.keys(rows[0] ?? {}),
  ...rows.map(row => Object.values(row).map(v => (/^-?\d+(\.\d+)?$/.test(String(v)) ? Number(v) : v))),
];

const WAYS: Readonly<Record<string, (shop: MadeUpShop) => Record<string, string | Uint8Array>>> = {
  'several files': csvFiles,
  'a ZIP': shop => ({ 'shop.zip': zip(csvFiles(shop)) }),
  'the sheets of a workbook': shop => ({
    'shop.xlsx': workbook(
      Object.fromEntries(Object.entries(tablesOf(shop)).map(([name, rows]) => [name, cellsOf(rows)])),
    ),
  }),
};

describe('a made-up shop in tables that are joined', () => {
  it.each(Object.keys(WAYS))('reads back the same totals from %s', async way => {
    await fc.assert(
      fc.asyncProperty(madeUpShop({ isTaxed: false }), async shop => {
        const read = await readWritten(WAYS[way]?.(shop) ?? {});
        // A line below zero stands beside its order's day.
        const wanted = totalsOf(shop, { isReturnLater: false });
        expect(read.kind === 'read' ? comparable(read.totals) : read).toEqual(comparable(wanted));
      }),
      { numRuns: 12, seed: 15 },
    );
  });
});
