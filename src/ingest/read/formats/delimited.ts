import { Readable } from 'node:stream';
import Papa from 'papaparse';
import { parseDate } from '../../../core/calendar/written-dates.js';
import { IngestError } from '../../../core/errors.js';
import { parseDecimal } from '../../../core/money/money.js';
import { mayHaveGuards, withoutGuards } from '../formula-guards.js';
import { assumptionsOf, findHeader, HEADER_WITHIN } from '../header.js';
import { refuseBinary } from '../not-text.js';
import type { FileFormat, Table, TableRow } from '../table.js';
import { decoded, decodeHead, findEncoding } from '../text-encoding.js';
import { isWrapped, unwrapped, unwrappedPieces } from '../wrapped-rows.js';

const MARKS: Readonly<Record<string, string>> = { ',': 'comma', ';': 'semicolon', '\t': 'tab', '|': 'bar' };

/** How rows are cut into cells. */
interface Cutting {
  readonly delimiter: string;
  readonly quote: string;
}

/**
 * Text behind a closing quote, as no program writes that puts cells in quotes: `"Best" teapot`. Amazon's
 * reports have names as they are.
 */
const TEXT_BEHIND_QUOTE = /(?:^|\t)"[^"\t\n]*"[^"\t\r\n]/m;
/** Stands in no text, so that no quote is read as one. */
const NO_QUOTE = '\0';

type OnBytes = (read: number) => void;

/** Text with one record a line and a delimiter: CSV, TSV, and with `;` or `|`. */
const delimited: FileFormat = {
  name: 'delimited text',
  summary: 'text with a comma, semicolon, tab or bar between cells (CSV, TSV), in gzip or not',
  priority: 0,
  matches: () => true,

  async open(file, _, rolesNamed) {
    refuseBinary(file);
    const encoding = await findEncoding(file, rolesNamed);
    const head = decodeHead(file.head, encoding);
    const wrapped = isWrapped(head);
    const delimiter = findDelimiter(wrapped ? unwrapped(head) : head);
    const text = (onBytes?: OnBytes) =>
      wrapped ? unwrappedPieces(decoded(file, encoding, onBytes)) : decoded(file, encoding, onBytes);
    const quote = delimiter === '\t' && TEXT_BEHIND_QUOTE.test(head) ? NO_QUOTE : '"';
    const header = findHeader(await firstRows(text(), { delimiter, quote }));
    if (!header) {
      throw new IngestError(
        `${file.name} has no header row.`,
        'Its first row must name the columns, for example: order id, date, customer, amount.',
      );
    }
    return {
      header: header.names,
      isUnnamed: !header.isNamed,
      delimiter,
      reading:
        `${MARKS[delimiter] ?? delimiter}-separated text, ` +
        `${encoding.name}${file.isPacked ? ', gzip' : ''}${wrapped ? ', each row in quotes' : ''}` +
        (quote === NO_QUOTE ? ', with quotes that are text' : ''),
      assumptions: [...encoding.assumptions, ...assumptionsOf(header)],
      rows: onBytes => readRows(text(onBytes), { delimiter, quote }, header.rowsAbove),
    } satisfies Table;
  },
};
export default delimited;

/** The delimiter that splits the first lines into the same, largest number of cells. */
function findDelimiter(head: string): string {
  let best = ',';
  let bestScore = 0;
  for (const delimiter of Object.keys(MARKS)) {
    const widths = Papa.parse<string[]>(head, { delimiter, preview: HEADER_WITHIN + 20 })
      .data.filter(row => row.length > 1 || row[0] !== '')
      .map(row => row.length);
    const width = usual(widths);
    if (width < 2) continue;
    const score = (widths.filter(w => w === width).length / widths.length) * 100 + Math.min(width, 99);
    if (score > bestScore) {
      best = delimiter;
      bestScore = score;
    }
  }
  return best;
}

/** The width that most rows have: a title above the header has fewer cells. */
function usual(widths: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const width of widths) counts.set(width, (counts.get(width) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 1;
}

async function firstRows(text: AsyncIterable<string>, cutting: Cutting): Promise<string[][]> {
  const rows: string[][] = [];
  for await (const batch of readRows(text, cutting, 0)) {
    for (const { number, cells } of batch) {
      // Blank rows are left out of batches and count all the same.
      while (rows.length < number - 1) rows.push([]);
      rows.push([...cells]);
    }
    if (rows.length >= HEADER_WITHIN + 20) break;
  }
  return rows.slice(0, HEADER_WITHIN + 20);
}

/** Characters without a row after which a quote must have swallowed the rest. */
const LONGEST_ROW = 8_388_608;
/** From so many characters on, the pieces of a row are joined. */
const LONG_ROW = 1_048_576;

/**
 * Joins the pieces of a long row, up to a quarter of what there is of it: with each piece that it is given,
 * the parser begins again with the row that is not at its end.
 * @param sinceRow characters given since the last row ended
 */
async function* joinedWithin(pieces: AsyncIterable<string>, sinceRow: () => number): AsyncGenerator<string> {
  let held = '';
  for await (const text of pieces) {
    held += text;
    if (sinceRow() > LONG_ROW && held.length < sinceRow() / 4) continue;
    yield held;
    held = '';
  }
  if (held !== '') yield held;
}

/** Rows in batches of one read of the file; memory stays flat. */
async function* readRows(
  pieces: AsyncIterable<string>,
  { delimiter, quote }: Cutting,
  rowsAbove: number,
): AsyncGenerator<readonly TableRow[]> {
  let wake: (() => void) | undefined;
  let batch: string[][] | undefined;
  let parser: Papa.Parser | undefined;
  let [done, hasQuotes, hasGuards] = [false, false, false];
  let [number, sinceRow] = [0, 0];
  let failure: Error | undefined;
  const signal = () => wake?.();
  // The parser takes in all that it is given while it is paused, so it is given the next piece only when the
  // one before was used.
  let used = () => {};
  let isUsed: Promise<void> = Promise.resolve();
  async function* measured(): AsyncGenerator<string> {
    for await (const text of joinedWithin(pieces, () => sinceRow)) {
      sinceRow += text.length;
      hasQuotes ||= text.includes(quote);
      hasGuards ||= mayHaveGuards(text, delimiter);
      if (sinceRow > LONGEST_ROW) throw tooLong(number + 1);
      await isUsed;
      isUsed = new Promise(resolve => {
        used = resolve;
      });
      yield text;
    }
  }
  const text = Readable.from(measured(), { highWaterMark: 1 });
  Papa.parse<string[]>(text as unknown as NodeJS.ReadableStream, {
    delimiter,
    quoteChar: quote,
    chunk: (results, handle) => {
      if (results.errors.some(e => e.code === 'MissingQuotes'))
        failure = unclosedQuote(number + results.data.length);
      if (results.data.length > 0) sinceRow = 0;
      handle.pause();
      parser = handle;
      batch = results.data;
      signal();
    },
    complete: () => {
      done = true;
      signal();
    },
    error: error => {
      failure = error;
      signal();
    },
  });
  try {
    while (true) {
      if (!batch && !done && !failure)
        await new Promise<void>(resolve => {
          wake = resolve;
        });
      if (failure) throw asIngestError(failure);
      if (batch) {
        const first = number + 1;
        number += batch.length;
        if (hasQuotes) refuseSwallowed(batch, first, delimiter);
        const rows = rowsOf(batch, first, rowsAbove, hasGuards);
        batch = undefined;
        if (rows.length > 0) yield rows;
        used();
        parser?.resume();
      } else if (done) return;
    }
  } finally {
    used();
    text.destroy();
  }
}

/** The rows of a batch that are below the header and not blank. @param first the number of its first row */
function rowsOf(
  batch: readonly string[][],
  first: number,
  rowsAbove: number,
  hasGuards: boolean,
): TableRow[] {
  const rows: TableRow[] = [];
  for (let i = 0; i < batch.length; i++) {
    const cells = batch[i] as string[];
    if (first + i > rowsAbove && !isBlank(cells))
      rows.push({ number: first + i, cells: hasGuards ? withoutGuards(cells) : cells });
  }
  return rows;
}

/** @throws IngestError where a quote swallowed rows */
function refuseSwallowed(batch: readonly (readonly string[])[], first: number, delimiter: string): void {
  for (const [i, cells] of batch.entries())
    if (cells.some(cell => swallowsRows(cell, delimiter, cells.length))) throw unclosedQuote(first + i);
}

const isBlank = (cells: readonly string[]): boolean => cells.length === 1 && cells[0]?.trim() === '';

const asIngestError = (failure: Error): IngestError =>
  failure instanceof IngestError
    ? failure
    : new IngestError(
        `The file could not be read to its end: ${failure.message}`,
        'Nothing was loaded. Try again.',
        { cause: failure },
      );

/**
 * A cell that holds line breaks and, line for line, as many delimiters as a row: a quote swallowed whole
 * rows.
 */
function swallowsRows(cell: string, delimiter: string, width: number): boolean {
  if (!cell.includes('\n')) return false;
  const rows = cell
    .split('\n')
    .slice(1, -1)
    .map(row => row.split(delimiter));
  if (rows.length === 0 || width < 3 || rows.some(row => row.length < width)) return false;
  // An address of one line has as many commas; it has no dates and numbers.
  return rows.length > 2 || rows.every(row => row.filter(c => parseDate(c) ?? parseDecimal(c)).length > 1);
}

/** A quote that is never closed makes one cell of all that follows: nothing after it can be read. */
function unclosedQuote(row: number): IngestError {
  return new IngestError(
    `Row ${row} opens a quote (") that is not closed, so the rows after it cannot be read.`,
    'Nothing was loaded. Close the quote, or double it ("") where it belongs to the text, and try again.',
  );
}

function tooLong(row: number): IngestError {
  return new IngestError(
    `Row ${row} is longer than ${LONGEST_ROW / 1_048_576} million characters: a quote (") that is not ` +
      'closed, or no sales file.',
    'Nothing was loaded. Each order line needs a row of its own.',
  );
}
