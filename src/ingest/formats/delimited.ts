import { createReadStream } from 'node:fs';
import iconv from 'iconv-lite';
import Papa from 'papaparse';
import { IngestError } from '../../errors.js';
import { type Encoding, findEncoding } from '../encoding.js';
import type { FileFacts, FileFormat, Table, TableRow } from '../table.js';

const MARKS: Readonly<Record<string, string>> = { ',': 'comma', ';': 'semicolon', '\t': 'tab', '|': 'bar' };
const SHOWN: Readonly<Record<Encoding, string>> = {
  'utf-8': 'UTF-8',
  'utf-16le': 'UTF-16',
  'utf-16be': 'UTF-16',
  'windows-1252': 'CP1252',
  cp850: 'CP850',
  cp437: 'CP437',
};

/** Text with one record a line and a delimiter: CSV, TSV, and with `;` or `|`. */
const delimited: FileFormat = {
  name: 'delimited text',
  priority: 0,
  matches: () => true,

  async open(file) {
    refuseBinary(file);
    const encoding = await findEncoding(file.path, file.head);
    const head = iconv.decode(file.head, encoding);
    const delimiter = findDelimiter(head);
    const header =
      Papa.parse<string[]>(head, { delimiter, preview: 1 }).data[0]?.map(name => name.trim()) ?? [];
    if (header.every(name => name === '')) {
      throw new IngestError(
        `${file.name} has no header row.`,
        'Its first row must name the columns, for example: order id, date, customer, amount.',
      );
    }
    return {
      header,
      reading: `${MARKS[delimiter] ?? delimiter}-separated text, ${SHOWN[encoding]}`,
      rows: onBytes => readRows(file.path, encoding, delimiter, onBytes),
    } satisfies Table;
  },
};
export default delimited;

function refuseBinary(file: FileFacts): void {
  const { head } = file;
  const utf16 = (head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff);
  if (utf16) return;
  if (head[0] === 0x50 && head[1] === 0x4b) {
    throw new IngestError(
      `${file.name} is an Excel or ZIP file, not text.`,
      'Open it and save it as CSV (UTF-8), then ingest that file.',
    );
  }
  let control = 0;
  for (const byte of head)
    if (byte === 0 || (byte < 32 && byte !== 9 && byte !== 10 && byte !== 13)) control++;
  if (head.includes(0) || control > head.length / 100) {
    throw new IngestError(
      `${file.name} is a binary file, not a sales file.`,
      'Export the sales as CSV: a header row and one row for each order line.',
    );
  }
}

/** The delimiter that splits the first lines into the same, largest number of cells. */
function findDelimiter(head: string): string {
  let best = ',';
  let bestScore = 0;
  for (const delimiter of Object.keys(MARKS)) {
    const rows = Papa.parse<string[]>(head, { delimiter, preview: 30 }).data.filter(
      row => row.length > 1 || row[0] !== '',
    );
    const width = rows[0]?.length ?? 1;
    if (width < 2) continue;
    const same = rows.filter(row => row.length === width).length / rows.length;
    const score = same * 100 + width;
    if (score > bestScore) {
      best = delimiter;
      bestScore = score;
    }
  }
  return best;
}

/** Rows in batches of one read of the file. The parser is paused while a batch is used, so memory stays flat. */
async function* readRows(
  path: string,
  encoding: Encoding,
  delimiter: string,
  onBytes?: (read: number) => void,
): AsyncGenerator<readonly TableRow[]> {
  const file = createReadStream(path, { highWaterMark: 131_072 });
  const text = file.pipe(iconv.decodeStream(encoding));
  let wake: (() => void) | undefined;
  let batch: string[][] | undefined;
  let parser: Papa.Parser | undefined;
  let done = false;
  let number = 0;
  let failure: Error | undefined;
  const signal = () => wake?.();
  file.on('error', error => text.emit('error', error));
  Papa.parse<string[]>(text as unknown as NodeJS.ReadableStream, {
    delimiter,
    chunk: (results, handle) => {
      const open = results.errors.find(e => e.code === 'MissingQuotes');
      if (open) failure = unclosedQuote(number + results.data.length);
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
      if (failure instanceof IngestError) throw failure;
      if (failure)
        throw new IngestError(
          `The file could not be read to its end: ${failure.message}`,
          'Nothing was loaded. Try again.',
          { cause: failure },
        );
      if (batch) {
        const rows: TableRow[] = [];
        for (const cells of batch) {
          number++;
          if (cells.some(cell => swallowsRows(cell, delimiter, cells.length))) throw unclosedQuote(number);
          if (number > 1 && !(cells.length === 1 && cells[0]?.trim() === '')) rows.push({ number, cells });
        }
        batch = undefined;
        onBytes?.(file.bytesRead);
        if (rows.length > 0) yield rows;
        parser?.resume();
      } else if (done) return;
    }
  } finally {
    file.destroy();
  }
}

/** A cell that holds line breaks and, line for line, as many delimiters as a row: a quote swallowed whole rows. */
function swallowsRows(cell: string, delimiter: string, width: number): boolean {
  if (!cell.includes('\n')) return false;
  const rows = cell.split('\n').slice(1, -1);
  return rows.length > 0 && width > 2 && rows.every(row => row.split(delimiter).length >= width);
}

/** A quote that is never closed makes one cell of all that follows: nothing after it can be read. */
function unclosedQuote(row: number): IngestError {
  return new IngestError(
    `Row ${row} opens a quote (") that is not closed, so the rows after it cannot be read.`,
    'Nothing was loaded. Close the quote, or double it ("") where it belongs to the text, and try again.',
  );
}
