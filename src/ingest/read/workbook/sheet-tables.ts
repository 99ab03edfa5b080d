import { IngestError } from '../../../core/errors.js';
import { findHeader, HEADER_WITHIN, type Header } from '../header.js';
import type { FileFacts, TableRow } from '../table.js';
import { labelsOf, type NamedTable, SAMPLE_ROWS } from '../tables/named-table.js';
import { reasonOf } from './archive.js';
import { sheetRows } from './rows.js';
import { openWorkbook, type Sheet, type Workbook } from './workbook.js';

/** A sheet with a table on it. */
export type SheetTable = NamedTable;

/**
 * A sheet's first rows are within this many bytes of XML, those of all sheets together within the second
 * number.
 */
const FIRST_ROWS_WITHIN = 2_097_152;
const MOST_LOOKED_AT = 134_217_728;

/** The tables of a workbook's sheets. */
export class WorkbookTables {
  /** Open while several tables are read one after another: what cells name by number is read only once. */
  #open: Workbook | undefined;

  constructor(private readonly file: FileFacts) {}

  /** Keeps the workbook open while the work is done. */
  async opened<T>(work: () => Promise<T>): Promise<T> {
    const workbook = await openWorkbook(this.file.path, this.file.name);
    this.#open = workbook;
    try {
      return await work();
    } catch (error) {
      throw this.#damaged(error);
    } finally {
      this.#open = undefined;
      workbook.archive.close();
    }
  }

  /** The same, for rows that are read while it is open. */
  async *reading(rows: () => AsyncIterable<readonly TableRow[]>): AsyncGenerator<readonly TableRow[]> {
    const workbook = await openWorkbook(this.file.path, this.file.name);
    this.#open = workbook;
    try {
      yield* rows();
    } catch (error) {
      throw this.#damaged(error);
    } finally {
      this.#open = undefined;
      workbook.archive.close();
    }
  }

  /**
   * The sheet that was asked for; else all that are shown and have a table, and the names of hidden ones that
   * have one.
   * @throws IngestError where there is none
   */
  async tables(
    wanted: string | undefined,
  ): Promise<{ readonly tables: readonly SheetTable[]; readonly hidden: readonly string[] }> {
    const { sheets } = this.#workbook;
    const names = sheets.map(s => `"${s.name}"`).join(', ');
    const asked = wanted?.trim().toLowerCase();
    const candidates = sheets.filter(s => asked === undefined || s.name.trim().toLowerCase() === asked);
    if (asked !== undefined && candidates.length === 0)
      throw new IngestError(`${this.file.name} has no sheet "${wanted}".`, `Its sheets are: ${names}.`);
    const found: { sheet: Sheet; header: Header; sample: string[][] }[] = [];
    let bytes = 0;
    for (const sheet of candidates) {
      const { rows, read } = await firstRows(this.#workbook, sheet);
      bytes += read;
      if (bytes > MOST_LOOKED_AT) throw tooMuchWithoutRows(this.file.name, names);
      const header = findHeader(rows.slice(0, HEADER_WITHIN + 20));
      // A cover has lines of text, not columns.
      if (header && header.names.length > 1 && rows.length > header.rowsAbove)
        found.push({ sheet, header, sample: rows.slice(header.rowsAbove) });
    }
    const shown = found.filter(({ sheet }) => asked !== undefined || !sheet.isHidden);
    if (shown.length === 0) throw noTable(this.file.name, names, found);
    const labels = labelsOf(shown.map(({ sheet }) => sheet.name));
    return {
      tables: shown.map(({ sheet, header, sample }, i) => ({
        kind: 'sheet',
        name: sheet.name,
        label: labels[i]!,
        sample: sample.filter(row => row.length > 0),
        bytes: this.#sizeOf(sheet),
        table: {
          header: header.names,
          isUnnamed: !header.isNamed,
          reading: 'Excel workbook',
          assumptions: header.isNamed
            ? []
            : ['The first row holds data, so the columns have numbers for names.'],
          rows: onBytes => this.#rows(sheet, header, onBytes),
        },
      })),
      hidden: asked === undefined ? found.filter(f => f.sheet.isHidden).map(f => f.sheet.name) : [],
    };
  }

  get #workbook(): Workbook {
    if (!this.#open) throw new Error('the workbook is not open');
    return this.#open;
  }

  /** What is read is counted unpacked, the file as it is. */
  #sizeOf(sheet: Sheet): number {
    const { archive, sheets } = this.#workbook;
    const all = sheets.reduce((sum, s) => sum + archive.sizeOf(s.part), 0);
    return (this.file.bytes * archive.sizeOf(sheet.part)) / Math.max(1, all);
  }

  async *#rows(
    sheet: Sheet,
    header: Header,
    onBytes?: (read: number) => void,
  ): AsyncGenerator<readonly TableRow[]> {
    const workbook = this.#workbook;
    const scale = this.#sizeOf(sheet) / Math.max(1, workbook.archive.sizeOf(sheet.part));
    for await (const batch of sheetRows(workbook, sheet.part, read => onBytes?.(read * scale))) {
      const rows = batch.filter(row => row.number > header.rowsAbove);
      if (rows.length > 0) yield rows;
    }
  }

  #damaged(error: unknown): unknown {
    return error instanceof IngestError
      ? error
      : new IngestError(
          `${this.file.name} is a damaged workbook: ${reasonOf(error)}.`,
          'Nothing was loaded. Open it in Excel or LibreOffice and save it again as XLSX or CSV.',
          { cause: error },
        );
  }
}

function noTable(file: string, names: string, hidden: readonly { sheet: Sheet }[]): IngestError {
  return hidden.length > 0
    ? new IngestError(
        `${file} has tables on hidden sheets only: ${hidden.map(f => `"${f.sheet.name}"`).join(', ')}.`,
        'Hidden sheets are not read unless --sheet names one.',
      )
    : new IngestError(
        `${file} has no sheet with a header row and rows below it.`,
        `Its sheets are: ${names || 'none'}. --sheet names one.`,
      );
}

/** The first rows, and how many bytes were unpacked to find them. */
async function firstRows(workbook: Workbook, sheet: Sheet): Promise<{ rows: string[][]; read: number }> {
  const rows: string[][] = [];
  let read = 0;
  const onBytes = (bytes: number) => {
    read = bytes;
  };
  for await (const batch of sheetRows(workbook, sheet.part, onBytes)) {
    for (const { number, cells } of batch) {
      if (number > SAMPLE_ROWS) return { rows, read };
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
