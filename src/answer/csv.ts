import Papa from 'papaparse';
import type { Answer } from './answer.js';

/** Has spreadsheets read the letters right. */
const BYTE_ORDER_MARK = '\uFEFF';

/**
 * An answer's table as CSV (UTF-8, commas): all rows and columns, under the columns' keys; numbers as they are in the JSON. Safe
 * to open in a spreadsheet: text that it would take for a formula gets an apostrophe before it.
 */
export function answerCsv({ columns, rows }: Pick<Answer, 'columns' | 'rows'>): string {
  const keys = columns.map(c => c.key);
  const text = Papa.unparse(
    { fields: keys, data: rows.map(row => keys.map(key => row[key] ?? '')) },
    { escapeFormulae: true, newline: '\r\n' },
  );
  return `${BYTE_ORDER_MARK}${text}\r\n`;
}
