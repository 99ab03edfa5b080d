import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { dayFromIso, isoOf } from '../../src/core/calendar/days.js';
import { workbookParts } from './workbook.js';
import { archiveOf, packPieces } from './zip.js';

/**
 * Order lines no two of which have an order, customer or product in common: what takes the most memory of
 * honest files. The amounts are 1.00, 2.00, ... 9.00, and again.
 */
const HEADER = [
  'Order ID',
  'Order Date',
  'Customer ID',
  'Customer Name',
  'Email',
  'Product Code',
  'Product Name',
  'Country',
  'Quantity',
  'Amount',
];
const FIRST_DAY = dayFromIso('2023-01-01') as number;
const DAYS = 1_095;
const COUNTRIES = 40;
/** Texts of a line that no other has. */
const OWN_TEXTS = 6;

/** Which lines: as many orders from the first number on, and as many customers and products from theirs. */
export interface DistinctLines {
  readonly count: number;
  readonly firstOrder?: number;
  readonly firstCustomer?: number;
}

const day = (i: number, count: number): number => FIRST_DAY + Math.floor((i / count) * DAYS);

/** Order, customer, name, address, product, its name. */
function ownTexts(i: number, { firstOrder = 0, firstCustomer = 0 }: DistinctLines): string[] {
  const n = firstCustomer + i;
  return [
    `${5_000_000 + firstOrder + i}`,
    `C${n}`,
    `Ana Maria ${n}`,
    `ana.maria.${n}@mail${n % 50}.example`,
    `P${n}`,
    `Product number ${n} in colour ${n % 17}`,
  ];
}

/** Writes them as CSV. */
export async function writeDistinctCsv(path: string, lines: DistinctLines): Promise<void> {
  const out = createWriteStream(path);
  out.write(`${HEADER.join(',')}\n`);
  for (let i = 0; i < lines.count; i++) {
    const [order, ...others] = ownTexts(i, lines);
    const row = [
      order,
      isoOf(day(i, lines.count)),
      ...others,
      `Country ${i % COUNTRIES}`,
      1,
      `${1 + (i % 9)}.00`,
    ];
    if (!out.write(`${row.join(',')}\n`)) await once(out, 'drain');
  }
  out.end();
  await once(out, 'finish');
}

/** Writes them as a workbook, every text a shared one. */
export async function writeDistinctWorkbook(path: string, lines: DistinctLines): Promise<void> {
  const empty = workbookParts({ Sales: [[]] });
  const sheet = 'xl/worksheets/sheet1.xml';
  const strings = 'xl/sharedStrings.xml';
  const others = Object.entries(empty).filter(([name]) => name !== sheet && name !== strings);
  const parts = [
    ...(await Promise.all(others.map(([name, xml]) => packPieces(name, [xml])))),
    await packPieces(strings, sharedStrings(lines)),
    await packPieces(sheet, sheetRows(lines)),
  ];
  await writeFile(path, archiveOf(parts));
}

function* sharedStrings(lines: DistinctLines): Generator<string> {
  yield '<sst>';
  const countries = Array.from({ length: COUNTRIES }, (_, n) => `Country ${n}`);
  for (const text of [...HEADER, ...countries]) yield `<si><t>${text}</t></si>`;
  for (let i = 0; i < lines.count; i++)
    for (const text of ownTexts(i, lines)) yield `<si><t>${text}</t></si>`;
  yield '</sst>';
}

function* sheetRows({ count }: DistinctLines): Generator<string> {
  const text = (column: string, row: number, number: number) =>
    `<c r="${column}${row}" t="s"><v>${number}</v></c>`;
  yield '<worksheet><sheetData>';
  yield `<row r="1">${HEADER.map((_, n) => text('ABCDEFGHIJ'[n] ?? '', 1, n)).join('')}</row>`;
  for (let i = 0; i < count; i++) {
    const row = i + 2;
    const own = HEADER.length + COUNTRIES + i * OWN_TEXTS;
    const serial = day(i, count) + 25_569;
    yield `<row r="${row}">${text('A', row, own)}<c r="B${row}" s="1"><v>${serial}</v></c>`;
    for (const [n, column] of ['C', 'D', 'E', 'F', 'G'].entries()) yield text(column, row, own + 1 + n);
    yield text('H', row, HEADER.length + (i % COUNTRIES));
    yield `<c r="I${row}"><v>1</v></c><c r="J${row}"><v>${1 + (i % 9)}</v></c></row>`;
  }
  yield '</sheetData></worksheet>';
}
