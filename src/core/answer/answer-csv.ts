import { setImmediate as breathe } from 'node:timers/promises';
import { csvText } from '../text/csv.js';
import { type Answer, cellOf } from './answer.js';

/** Has spreadsheets read the letters right. */
const BYTE_ORDER_MARK = '\uFEFF';
/** Rows at a time; others get their turn in between. */
const AT_ONCE = 5_000;

/**
 * An answer's table as CSV (UTF-8, commas): all rows and columns, under the columns' keys; numbers as they are in the JSON. Safe
 * to open in a spreadsheet: text that it would take for a formula gets an apostrophe before it.
 */
export async function answerCsv({ columns, rows }: Pick<Answer, 'columns' | 'rows'>): Promise<string> {
  const keys = columns.map(c => c.key);
  const parts = [BYTE_ORDER_MARK, csvText([keys])];
  for (let i = 0; i < rows.length; i += AT_ONCE) {
    parts.push(csvText(rows.slice(i, i + AT_ONCE).map(row => keys.map(key => cellOf(row, key) ?? ''))));
    await breathe();
  }
  return parts.join('');
}
