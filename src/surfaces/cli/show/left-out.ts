import { plural } from '../../../core/answer/format.js';
import type { LeftOutColumn, WhyLeftOut } from '../../../ingest/understand/left-out-column.js';
import { newTable } from './new-table.js';

/** Columns that the short list names. */
const SHOWN = 4;

const REASONS: Readonly<Record<WhyLeftOut, string>> = {
  empty: 'empty',
  ignored: 'you said so',
  otherDate: 'dates that are not the day of the sale',
  otherAmount: 'money that is not the revenue',
  oneValue: 'the same in every row',
  noGroups: 'contact data, notes, or what the date says already',
  numbers: 'numbers that are no groups',
  manyValues: 'too many different values',
  tooMany: 'there are more columns to break down by than Shopkeeper keeps',
};

const reasonOf = ({ why, values }: LeftOutColumn): string =>
  values === undefined ? REASONS[why] : `${REASONS[why]}: ${values >= 500 ? '500 or more' : values}`;

/** The columns that are not used: the first few, or all of them as a table. */
export function leftOutLines(columns: readonly LeftOutColumn[], isWhole: boolean): string[] {
  if (columns.length === 0) return [];
  if (isWhole) {
    const table = newTable(['Column not used', 'Why']);
    for (const column of columns) table.push([column.header, reasonOf(column)]);
    return [table.toString(), 'To break sales down by one of them: --map "COLUMN=dimension"'];
  }
  const named = columns.slice(0, SHOWN).map(c => `"${c.header}" (${reasonOf(c)})`);
  const more = columns.length > SHOWN ? ` and ${columns.length - SHOWN} more (--columns lists them)` : '';
  return [`${plural(columns.length, 'column')} not used: ${named.join(', ')}${more}.`];
}
