import { writeFile } from 'node:fs/promises';
import Papa from 'papaparse';
import type { Refusal } from './lines.js';

/** Where the report about a file's refused rows goes: beside the file. */
export const refusalReportPath = (file: string): string => `${file}.refused.csv`;

/** Writes row number, column, value and reason of every refused row. @returns the report's path; null where it cannot be written */
export async function writeRefusals(file: string, refusals: readonly Refusal[]): Promise<string | null> {
  const path = refusalReportPath(file);
  const rows = refusals.map(r => ({
    row: r.row,
    column: defused(r.column),
    value: defused(r.value),
    reason: r.reason,
  }));
  const text = `${Papa.unparse(rows, { columns: ['row', 'column', 'value', 'reason'] })}\n`;
  // A folder that cannot be written to must not lose the rows that could be loaded.
  return writeFile(path, text).then(
    () => path,
    () => null,
  );
}

/** A cell that a spreadsheet would run as a formula gets an apostrophe before it. */
function defused(value: string): string {
  return /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
}
