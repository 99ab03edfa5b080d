import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isoOf } from '../../src/core/calendar/days.js';
import { openTestShop, type TestShop } from '../support/shop.js';
import { dateCell, workbook, zip } from '../support/workbook.js';

const HEADER = ['Order ID', 'Order Date', 'Customer', 'Country', 'Amount'];

describe('workbooks', () => {
  let shop: TestShop;
  beforeEach(async () => {
    shop = await openTestShop();
  });
  afterEach(() => shop.close());

  it('are known by their content, whatever the name says; dates are day numbers that a style shows as dates', async () => {
    // 45992 is 2025-12-01, 46023.5 noon of 2026-01-01; 284.74000000000001 is how Excel keeps 284.74.
    const bytes = workbook({
      Sales: [
        HEADER,
        ['A1', dateCell(45_992), 'Ana & Co', 'Spain', { xml: '<c><v>284.74000000000001</v></c>' }],
        ['A2', dateCell(46_023.5, 2), 'Bob', 'Spain', 10],
        ['A3', dateCell(46_023), 'Bob', 'Peru', 1.125],
      ],
    });
    const result = await shop.load('sales.csv', bytes);
    expect(result.understood?.reading).toBe('Excel workbook, sheet "Sales"');
    expect([isoOf(result.firstDay), isoOf(result.lastDay)]).toEqual(['2025-12-01', '2026-01-01']);
    // 284.74 + 10 + 1.12 (1.125 to the nearest even cent)
    expect(result.revenue).toBe(29_586);
    expect(await shop.figures('sales top-customers', 'revenue')).toEqual({ 'Ana & Co': 284.74, Bob: 11.12 });
  });

  it('may begin with a cover and have a title above the header: the first sheet with a table is read', async () => {
    const bytes = workbook({
      Cover: [['Sales report'], [], ['printed on Monday']],
      Data: [
        ['Sales of 2026'],
        [],
        HEADER,
        ['A1', '2026-01-05', 'Ana', 'Spain', 5],
        ['A2', '2026-01-06', 'Bob', 'Peru', 6],
      ],
    });
    expect(await shop.load('report.xlsx', bytes)).toMatchObject({ lines: 2, revenue: 1_100, refused: [] });
  });

  it('are read from the sheet that is asked for, and say which there are', async () => {
    const sheet = (amount: number) => [
      HEADER,
      ['A1', '2026-01-05', 'Ana', 'Spain', amount],
      ['A2', '2026-01-06', 'Bob', 'Peru', 1],
    ];
    await shop.load('years.xlsx', workbook({ 2025: sheet(5), 2026: sheet(7) }));
    const path = `${shop.folder}/years.xlsx`;
    // Both sheets: 5 + 1 + 7, the row of A2 that stands on both counted once.
    expect((await shop.figures('sales', 'value')).revenue).toBe(13);
    expect(await shop.ingest(path, undefined, { sheet: '2026' })).toMatchObject({
      revenue: 800,
      ordersReplaced: 2,
    });
    await expect(shop.ingest(path, undefined, { sheet: '2027' })).rejects.toMatchObject({
      message: 'years.xlsx has no sheet "2027".',
      hint: 'Its sheets are: "2025", "2026".',
    });
  });

  it('count days from 1904 where they say so', async () => {
    const bytes = workbook({ A: [HEADER, ['A1', dateCell(44_530), 'Ana', 'Spain', 5]] }, { from1904: true });
    // 1904-01-01 + 44,530 days
    expect(isoOf((await shop.load('mac.xlsx', bytes)).firstDay)).toBe('2025-12-01');
  });

  it('have rich text, text in the cell itself, booleans, errors, and rows that are left out', async () => {
    const inline = { xml: '<c t="inlineStr"><is><r><t>An</t></r><r><t>a</t></r></is></c>' };
    const bytes = workbook({
      A: [
        HEADER,
        ['A1', '2026-01-05', inline, { xml: '<c t="e"><v>#N/A</v></c>' }, 5],
        [],
        ['A2', '2026-01-06', 'Bob', 'Peru', 6],
      ],
    });
    await shop.load('rich.xlsx', bytes);
    expect(await shop.figures('sales top-customers', 'revenue')).toEqual({ Bob: 6, Ana: 5 });
  });

  it.each([
    ['cut.xlsx', workbook({ A: [HEADER] }).subarray(0, 300), 'damaged workbook'],
    ['other.zip', zip({ 'readme.txt': 'hello' }), 'no Excel workbook'],
    ['empty.xlsx', workbook({ A: [] }), 'no sheet with a header row'],
    ['packed.xlsx.gz', gzipSync(workbook({ A: [HEADER] })), 'packed workbook'],
    ['bomb.xlsx', zip({ 'xl/workbook.xml': Buffer.alloc(90_000_000) }), 'as no sales file does'],
    [
      'lies.xlsx',
      zip({ 'xl/workbook.xml': Buffer.alloc(9_000_000) }, { 'xl/workbook.xml': 1_000 }),
      'damaged workbook',
    ],
    ['xml.xlsx', zip({ 'xl/workbook.xml': '<workbook><sheets>' }), 'damaged workbook'],
  ])('that are none are refused, and nothing is loaded: %s', async (name, bytes, message) => {
    await expect(shop.load(name, bytes)).rejects.toThrow(message);
    expect(await shop.shop.store.dataVersion()).toBe(0);
  });
});
