import { plural } from '../../../core/answer/format.js';
import { leftOutReason } from '../../../ingest/report/left-out.js';
import type { LeftOutColumn } from '../../../ingest/understand/left-out-column.js';
import { newTable } from './new-table.js';

/** Columns that the short list names. */
const SHOWN = 4;

/** The columns that are not used: the first few, or all of them as a table. */
export function leftOutLines(columns: readonly LeftOutColumn[], isWhole: boolean): string[] {
  if (columns.length === 0) return [];
  if (isWhole) {
    const table = newTable(['Column not used', 'Why']);
    for (const column of columns) table.push([column.header, leftOutReason(column)]);
    return [table.toString(), 'To break sales down by one of them: --map "COLUMN=dimension"'];
  }
  const named = columns.slice(0, SHOWN).map(c => `"${c.header}" (${leftOutReason(c)})`);
  const more = columns.length > SHOWN ? ` and ${columns.length - SHOWN} more (--columns lists them)` : '';
  return [`${plural(columns.length, 'column')} not used: ${named.join(', ')}${more}.`];
}
