import { IngestError } from '../../../core/errors.js';
import { findHeader, HEADER_WITHIN, type Header } from '../header.js';
import type { CountKnown, FileFacts, FileFormat, TableRow } from '../table.js';
import { reasonOf } from '../workbook/archive.js';
import { sheetRows } from '../workbook/rows.js';
import { openWorkbook, type Sheet, type Workbook } from '../workbook/workbook.js';

/** An Excel workbook (XLSX), known by its content, whatever its name says. */
const xlsx: FileFormat = {
  name: 'Excel workbook',
  summary: 'XLSX, recognised by its content, whatever the name of the file',
  priority: 20,
  matches: ({ head }) => head[0] === 0x50 && head[1] === 0x4b,

  async open(file, { sheet: wanted }, countKnown) {
    if (file.isPacked) {
      throw new IngestError(
        `${file.name} is a packed workbook or archive.`,
        'Unpack it (gunzip), then ingest the file in it.',
      );
    }
    const { sheet, header, others } = await within(file, workbook =>
      choose(workbook, file.name, wanted, countKnown),
    );
    return {
      header: header.names,
      reading: `Excel workbook, sheet "${sheet.name}"`,
      assumptions: [
        ...(header.isNamed ? [] : ['The first row holds data, so the columns have numbers for names.']),
        ...(others.length > 0
          ? [
              `The workbook has more tables, on ${others.map(name => `"${name}"`).join(', ')}: --sheet ` +
                'reads them.',
            ]
          : []),
      ],
      rows: onBytes => rowsOf(file, sheet, header, onBytes),
    };
  },
};
export default xlsx;

/** Opens the workbook, and closes it when the work is done. */
async function within<T>(file: FileFacts, work: (workbook: Workbook) => Promise<T>): Promise<T> {
  const workbook = await openWorkbook(file.path, file.name);
  try {
    return await work(workbook);
  } catch (error) {
    throw damaged(file, error);
  } finally {
    workbook.archive.close();
  }
}

const damaged = (file: FileFacts, error: unknown): unknown =>
  error instanceof IngestError
    ? error
    : new IngestError(
        `${file.name} is a damaged workbook: ${reasonOf(error)}.`,
        'Nothing was loaded. Open it in Excel or LibreOffice and save it again as XLSX or CSV.',
        { cause: error },
      );

interface Chosen {
  readonly sheet: Sheet;
  readonly header: Header;
  /** Other sheets with the same columns. */
  readonly others: readonly string[];
}

/**
 * The sheet that was asked for; else the first whose columns have names that sales files have; else the first
 * table.
 */
async function choose(
  workbook: Workbook,
  file: string,
  wanted: string | undefined,
  countKnown: CountKnown,
): Promise<Chosen> {
  const names = workbook.sheets.map(s => `"${s.name}"`).join(', ');
  const asked = wanted?.trim().toLowerCase();
  const candidates = workbook.sheets.filter(
    s => asked === undefined || s.name.trim().toLowerCase() === asked,
  );
  if (asked !== undefined && candidates.length === 0)
    throw new IngestError(`${file} has no sheet "${wanted}".`, `Its sheets are: ${names}.`);
  const tables: { sheet: Sheet; header: Header; known: number }[] = [];
  let bytes = 0;
  for (const sheet of candidates) {
    const { rows, read } = await firstRows(workbook, sheet);
    bytes += read;
    if (bytes > MOST_LOOKED_AT) throw tooMuchWithoutRows(file, names);
    const header = findHeader(rows);
    // A cover has lines of text, not columns.
    if (header && header.names.length > 1 && rows.length > header.rowsAbove)
      tables.push({ sheet, header, known: countKnown(header.names) });
  }
  const best = tables.find(t => t.known >= ENOUGH_KNOWN) ?? tables[0];
  if (!best) {
    throw new IngestError(
      `${file} has no sheet with a header row and rows below it.`,
      `Its sheets are: ${names || 'none'}. --sheet names one.`,
    );
  }
  const columns = best.header.names.join('\n');
  const others = tables.filter(t => t !== best && t.header.names.join('\n') === columns);
  return { ...best, others: others.map(t => t.sheet.name) };
}

const ENOUGH_KNOWN = 3;

/**
 * A sheet's first rows are within this many bytes of XML, those of all sheets together within the second
 * number.
 */
const FIRST_ROWS_WITHIN = 2_097_152;
const MOST_LOOKED_AT = 134_217_728;

/** The first rows, and how many bytes were unpacked to find them. */
async function firstRows(workbook: Workbook, sheet: Sheet): Promise<{ rows: string[][]; read: number }> {
  const rows: string[][] = [];
  let read = 0;
  const onBytes = (bytes: number) => {
    read = bytes;
  };
  for await (const batch of sheetRows(workbook, sheet.part, onBytes)) {
    for (const { number, cells } of batch) {
      if (number > HEADER_WITHIN + 20) return { rows, read };
      while (rows.length < number - 1) rows.push([]);
      rows.push([...cells]);
    }
    if (read > FIRST_ROWS_WITHIN) break;
  }
  return { rows, read };
}

function tooMuchWithoutRows(file: string, names: string): IngestError {
  return new IngestError(
    `${file} has too many sheets to look at all of them.`,
    `Say which one holds the sales: --sheet NAME. Its sheets are: ${names.slice(0, 500)}.`,
  );
}

async function* rowsOf(
  file: FileFacts,
  sheet: Sheet,
  header: Header,
  onBytes?: (read: number) => void,
): AsyncGenerator<readonly TableRow[]> {
  const workbook = await openWorkbook(file.path, file.name);
  try {
    // What is read is counted unpacked, the file as it is.
    const scale = file.bytes / Math.max(1, workbook.archive.sizeOf(sheet.part));
    for await (const batch of sheetRows(workbook, sheet.part, read => onBytes?.(read * scale))) {
      const rows = batch.filter(row => row.number > header.rowsAbove);
      if (rows.length > 0) yield rows;
    }
  } catch (error) {
    throw damaged(file, error);
  } finally {
    workbook.archive.close();
  }
}
