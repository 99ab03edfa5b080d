import type { KnownBlock, TableBlock } from '@slack/types';
import { type Answer, rowsToShow } from '../../../core/answer/answer.js';
import { formatFor, plural } from '../../../core/answer/format.js';
import { cut, LIMITS } from './limits.js';

/** More rows and columns would need too much scrolling in a channel. */
const READABLE_ROWS = 15;
const READABLE_COLUMNS = 7;

/** An answer's table as a block within Slack's limits. @returns `remark` if rows are left out */
export function tableBlock(answer: Answer): { block: KnownBlock; remark?: string } {
  const format = formatFor(answer.currency);
  const columns = answer.columns
    .filter(c => !c.secondary)
    .slice(0, Math.min(READABLE_COLUMNS, LIMITS.tableColumns));
  const header = columns.map(c => cell(c.label));
  let characters = header.reduce((sum, c) => sum + c.text.length, 0);
  const rows: ReturnType<typeof cell>[][] = [];
  for (const row of rowsToShow(answer, READABLE_ROWS)) {
    const cells = columns.map(c => cell(format.cell(row, c)));
    characters += cells.reduce((sum, c) => sum + c.text.length, 0);
    if (characters > LIMITS.tableCharacters) break;
    rows.push(cells);
  }
  const block: TableBlock = {
    type: 'table',
    column_settings: columns.map(c => ({ align: c.unit === 'text' || c.unit === 'date' ? 'left' : 'right' })),
    rows: [header, ...rows],
  };
  const left = answer.rows.length - rows.length;
  return {
    block,
    remark: left > 0 ? leftOutRemark(left, answer) : undefined,
  };
}

function leftOutRemark(count: number, { file, keepLast }: Answer): string {
  const rows = plural(count, file === undefined && keepLast ? 'earlier row' : 'more row');
  return `${rows} ${count === 1 ? 'is' : 'are'} ${file === undefined ? 'not shown here' : 'in the file'}.`;
}

/** A table cell. Slack rejects empty cells. */
const cell = (text: string) => ({ type: 'raw_text' as const, text: cut(text, 120) || ' ' });
