import { IngestError } from '../../errors.js';
import { findHeader, HEADER_WITHIN, type Header } from '../header.js';
import type { FileFacts, FileFormat, TableRow } from '../table.js';
import { reasonOf } from '../workbook/archive.js';
import { sheetRows } from '../workbook/rows.js';
import { openWorkbook, type Sheet, type Workbook } from '../workbook/workbook.js';

/** An Excel workbook (XLSX), known by its content, whatever its name says. */
const xlsx: FileFormat = {
  name: 'Excel workbook',
  priority: 20,
  matches: ({ head }) => head[0] === 0x50 && head[1] === 0x4b,

  async open(file, { sheet: wanted }) {
    if (file.isPacked) {
      throw new IngestError(
        `${file.name} is a packed workbook or archive.`,
        'Unpack it (gunzip), then ingest the file in it.',
      );
    }
    const { sheet, header } = await within(file, workbook => choose(workbook, file.name, wanted));
    return {
      header: header.names,
      reading: `Excel workbook, sheet "${sheet.name}"`,
      assumptions: header.isNamed ? [] : ['The first row holds data, so the columns have numbers for names.'],
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

/** The sheet that was asked for, else the first with a header and rows below it. */
async function choose(
  workbook: Workbook,
  file: string,
  wanted: string | undefined,
): Promise<{ sheet: Sheet; header: Header }> {
  const names = workbook.sheets.map(s => `"${s.name}"`).join(', ');
  const asked = wanted?.trim().toLowerCase();
  const candidates = workbook.sheets.filter(
    s => asked === undefined || s.name.trim().toLowerCase() === asked,
  );
  if (asked !== undefined && candidates.length === 0)
    throw new IngestError(`${file} has no sheet "${wanted}".`, `Its sheets are: ${names}.`);
  for (const sheet of candidates) {
    const rows = await firstRows(workbook, sheet);
    const header = findHeader(rows);
    // A cover has lines of text, not columns.
    if (header && header.names.length > 1 && rows.length > header.rowsAbove) return { sheet, header };
  }
  throw new IngestError(
    `${file} has no sheet with a header row and rows below it.`,
    `Its sheets are: ${names || 'none'}. --sheet names one.`,
  );
}

async function firstRows(workbook: Workbook, sheet: Sheet): Promise<string[][]> {
  const rows: string[][] = [];
  for await (const batch of sheetRows(workbook, sheet.part)) {
    for (const { number, cells } of batch) {
      if (number > HEADER_WITHIN + 20) return rows;
      while (rows.length < number - 1) rows.push([]);
      rows.push([...cells]);
    }
  }
  return rows;
}

async function* rowsOf(
  file: FileFacts,
  sheet: Sheet,
  header: Header,
  onBytes?: (read: number) => void,
): AsyncGenerator<readonly TableRow[]> {
  const workbook = await openWorkbook(file.path, file.name);
  try {
    for await (const batch of sheetRows(workbook, sheet.part, onBytes)) {
      const rows = batch.filter(row => row.number > header.rowsAbove);
      if (rows.length > 0) yield rows;
    }
  } catch (error) {
    throw damaged(file, error);
  } finally {
    workbook.archive.close();
  }
}
