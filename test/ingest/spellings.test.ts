import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import iconv from 'iconv-lite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dayOf, isoOf, partsOf } from '../../src/core/calendar/days.js';
import { databaseOf } from '../support/database.js';
import { openTestShop, type TestShop } from '../support/shop.js';
import { workbook } from '../support/workbook.js';

/** One line of a made-up shop: the truth that every spelling must lead back to. */
interface Line {
  readonly day: number;
  readonly customer: string;
  readonly cents: number;
  readonly country: string;
}

const FIRST = dayOf(2024, 1, 1) as number;
const name = fc.stringMatching(/^[A-Za-zÄÖÜäöüéèñ][a-zäöüßéèñ,;"' .&-]{0,14}[a-zé]$/);
const lines = fc.array(
  fc.record({
    day: fc.integer({ min: FIRST, max: FIRST + 700 }),
    customer: name,
    cents: fc.integer({ min: 1, max: 2_000_000 }),
    country: fc.constantFrom('España', 'Österreich', 'Chile', 'Perú'),
  }),
  { minLength: 25, maxLength: 60 },
);

const two = (n: number) => String(n).padStart(2, '0');
const DATES: Readonly<Record<string, (day: number) => string>> = {
  iso: isoOf,
  isoTime: day => `${isoOf(day)}T13:45:00`,
  dmy: day => parts(day, (y, m, d) => `${two(d)}.${two(m)}.${y}`),
  mdy: day => parts(day, (y, m, d) => `${m}/${d}/${y} 9:05 AM`),
  dmyShort: day => parts(day, (y, m, d) => `${two(d)}/${two(m)}/${two(y % 100)}`),
  named: day =>
    parts(
      day,
      (y, m, d) =>
        `${d} ${['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'][m - 1]} ${y}`,
    ),
  compact: day => isoOf(day).replaceAll('-', ''),
  serial: day => String(day + 25_569),
};
function parts(day: number, write: (year: number, month: number, date: number) => string): string {
  const { year, month, date } = partsOf(day);
  return write(year, month, date);
}

const grouped = (cents: number, group: string, mark: string) =>
  `${String(Math.floor(cents / 100)).replace(/\B(?=(\d{3})+$)/g, group)}${mark}${two(cents % 100)}`;
const AMOUNTS: Readonly<Record<string, (cents: number) => string>> = {
  point: cents => grouped(cents, '', '.'),
  comma: cents => grouped(cents, '', ','),
  pointGrouped: cents => `$${grouped(cents, ',', '.')}`,
  commaGrouped: cents => `${grouped(cents, '.', ',')} €`,
  spaced: cents => grouped(cents, ' ', ','),
};

const FILES = ['utf8', 'utf8bom', 'utf16', 'cp1252', 'cp850', 'gzip', 'xlsx'] as const;

describe('any table in any spelling', () => {
  let shop: TestShop;
  beforeAll(async () => {
    shop = await openTestShop({ SHOP_CURRENCY: 'EUR' });
  });
  afterAll(() => shop.close());

  it('reads back the same', async () => {
    await fc.assert(
      fc.asyncProperty(
        lines,
        fc.constantFrom(...Object.keys(DATES)),
        fc.constantFrom(...Object.keys(AMOUNTS)),
        fc.constantFrom(',', ';', '\t', '|'),
        fc.constantFrom('\n', '\r\n'),
        fc.constantFrom(...FILES),
        async (table, date, amount, delimiter, newline, file) => {
          const rows = table.map((line, i) => [
            `A${i}`,
            DATES[date]?.(line.day) ?? '',
            line.customer,
            AMOUNTS[amount]?.(line.cents) ?? '',
            line.country,
          ]);
          const header = ['Order ID', 'Order Date', 'Customer Name', 'Amount', 'Country'];
          const text = [header, ...rows]
            .map(row => row.map(c => quoted(c, delimiter)).join(delimiter))
            .join(newline);
          const result = await shop.load('table', bytesOf(file, text, [header, ...rows]));
          expect(result).toMatchObject({ refused: [], lines: table.length });
          expect(await held(shop)).toEqual(
            table.map((line, i) => ({ order: `A${i}`, ...line, customer: line.customer.trim() })),
          );
          await shop.undo(result.id);
        },
      ),
      { numRuns: 60, seed: 20_261_122 },
    );
  });
});

const quoted = (cell: string, delimiter: string): string =>
  cell.includes(delimiter) || /["\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;

function bytesOf(file: (typeof FILES)[number], text: string, rows: readonly string[][]): Buffer {
  if (file === 'xlsx') return workbook({ Sheet1: rows });
  if (file === 'gzip') return gzipSync(text);
  if (file === 'cp1252') return iconv.encode(text, 'windows-1252');
  if (file === 'cp850') return iconv.encode(text, 'cp850');
  if (file === 'utf16') return iconv.encode(text, 'utf16le', { addBOM: true });
  return Buffer.from(file === 'utf8bom' ? `\ufeff${text}` : text);
}

/** The store's lines as the table had them. */
async function held({ shop: { store } }: TestShop): Promise<(Line & { order: string })[]> {
  const country = await databaseOf(store)('dimensions').where({ key: 'country' }).first('id');
  const rows = await databaseOf(store)({ l: 'order_lines' })
    .join({ o: 'orders' }, 'o.id', 'l.order_id')
    .join({ c: 'customers' }, 'c.id', 'l.customer_id')
    .join({ v: 'dimension_values' }, 'v.id', `l.d${country.id}`)
    .orderBy('l.id')
    .select({ order: 'o.key', day: 'l.day', customer: 'c.key', cents: 'l.amount', country: 'v.value' });
  return rows.map(r => ({ ...r, cents: Number(r.cents) }));
}
