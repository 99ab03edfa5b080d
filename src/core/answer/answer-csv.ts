import { setImmediate as yieldToOthers } from 'node:timers/promises';
import { csvText } from '../text/csv.js';
import { type Answer, cellOf } from './answer.js';

/** Makes spreadsheets read the file as UTF-8. */
const BYTE_ORDER_MARK = '\uFEFF';
/** Rows written without a pause; other work runs in between. */
const BATCH_ROWS = 5_000;

/**
 * An answer's table as CSV (UTF-8, commas): all rows and columns, with the columns' keys as the header and
 * numbers as in the JSON. Safe to open in a spreadsheet: text that it would take for a formula gets an
 * apostrophe in front.
 */
export async function answerCsv({
  columns,
  rows,
  contactsFor,
}: Pick<Answer, 'columns' | 'rows' | 'contactsFor'>): Promise<string> {
  const keys = columns.map(c => c.key);
  // Other tools than spreadsheets may take the mark for a part of the first header.
  const parts = [contactsFor === undefined ? BYTE_ORDER_MARK : '', csvText([keys])];
  for (let i = 0; i < rows.length; i += BATCH_ROWS) {
    parts.push(csvText(rows.slice(i, i + BATCH_ROWS).map(row => keys.map(key => cellOf(row, key) ?? ''))));
    await yieldToOthers();
  }
  return parts.join('');
}
