import type { DataTableBlock, RawNumberElement, RawTextElement, TableBlock } from '@slack/types';
import { type Answer, type Column, cellOf, type Row, rowsToShow } from '../../../core/answer/answer.js';
import { formatFor, plural } from '../../../core/answer/format.js';
import { cut, LIMITS } from './limits.js';

/** More rows and columns of a table without pages would need too much scrolling in a channel. */
const READABLE_ROWS = 15;
const READABLE_COLUMNS = 7;
/** Rows of a page. */
const PAGE_ROWS = 10;
const LONGEST_CELL = 120;

/** A table of an answer. */
export interface ShownTable<Block> {
  readonly block: Block;
  /** Says how many rows are left out, if any are. */
  readonly remark?: string;
}

/** An answer's rows as a table that people can sort, and leaf through; undefined if there are no rows. */
export function dataTableBlock(answer: Answer): ShownTable<DataTableBlock> | undefined {
  const columns = shownColumns(answer);
  if (answer.rows.length === 0 || columns.length === 0) return undefined;
  const rows = fittingRows(answer, columns, LIMITS.dataTableRows - 1);
  return {
    block: {
      type: 'data_table',
      caption: cut(answer.title, LIMITS.header),
      page_size: PAGE_ROWS,
      rows: [columns.map(c => textCell(c.label)), ...rows.map(row => columns.map(c => cell(answer, row, c)))],
    },
    ...remarkFor(answer, rows.length),
  };
}

/** An answer's first rows as a simple table; undefined if there are no rows. */
export function tableBlock(answer: Answer): ShownTable<TableBlock> | undefined {
  const columns = shownColumns(answer);
  if (answer.rows.length === 0 || columns.length === 0) return undefined;
  const format = formatFor(answer.currency);
  const rows = fittingRows(answer, columns, READABLE_ROWS);
  return {
    block: {
      type: 'table',
      column_settings: columns.map(c => ({ align: isText(c) ? 'left' : 'right' })),
      rows: [
        columns.map(c => textCell(c.label)),
        ...rows.map(row => columns.map(c => textCell(format.cell(row, c)))),
      ],
    },
    ...remarkFor(answer, rows.length),
  };
}

const shownColumns = ({ columns }: Answer): readonly Column[] =>
  columns.filter(c => !c.secondary).slice(0, Math.min(READABLE_COLUMNS, LIMITS.tableColumns));

const isText = ({ unit }: Column): boolean => unit === 'text' || unit === 'date';

/** As many rows as a table has room for, in rows and in characters. */
function fittingRows(answer: Answer, columns: readonly Column[], most: number): readonly Row[] {
  const format = formatFor(answer.currency);
  const lengthOf = (text: string) => Math.min(LONGEST_CELL, Math.max(1, text.length));
  let characters = columns.reduce((sum, c) => sum + lengthOf(c.label), 0);
  const rows = rowsToShow(answer, most);
  const tooLong = rows.findIndex(row => {
    characters += columns.reduce((sum, c) => sum + lengthOf(format.cell(row, c)), 0);
    return characters > LIMITS.tableCharacters;
  });
  return tooLong < 0 ? rows : rows.slice(0, tooLong);
}

function remarkFor({ rows, file, keepLast }: Answer, shown: number): { remark?: string } {
  const left = rows.length - shown;
  if (left <= 0) return {};
  const what = plural(left, file === undefined && keepLast ? 'earlier row' : 'more row');
  const where = file === undefined ? 'not shown here' : 'in the file';
  return { remark: `${what} ${left === 1 ? 'is' : 'are'} ${where}.` };
}

/** Slack rejects empty cells. */
const textCell = (text: string): RawTextElement => ({
  type: 'raw_text',
  text: cut(text, LONGEST_CELL) || ' ',
});

/** A number is sorted as such; what is shown is the figure as everywhere else. */
function cell(answer: Answer, row: Row, column: Column): RawTextElement | RawNumberElement {
  const { text } = textCell(formatFor(answer.currency).cell(row, column));
  const value = cellOf(row, column.key);
  return typeof value === 'number' && !isText(column)
    ? { type: 'raw_number', value, text }
    : { type: 'raw_text', text };
}
