import Table from 'cli-table3';
import pc from 'picocolors';
import { type Answer, type Column, rowsToShow } from '../../../core/answer/answer.js';
import { formatFor, plural } from '../../../core/answer/format.js';
import { noteText } from '../../../core/answer/notes.js';
import { scopeText } from '../../../core/answer/scope.js';

const MOST_ROWS = 40;
const LONGEST_CELL = 100;

/** An answer and its details below each other, as text for a terminal of this width. */
export const answerWithDetails = (answer: Answer, width: number): string =>
  [answer, ...answer.thread].map(part => answerText(part, width)).join('\n\n\n');

/** An answer as text for a terminal of this width. */
export function answerText(answer: Answer, width: number): string {
  const blocks = [
    pc.bold(safe(answer.title)) +
      (answer.scope.length > 0 ? pc.dim(`  ${safe(scopeText(answer.scope))}`) : ''),
    unmarked(answer.headline),
    answer.rows.length > 0 ? tableText(answer, width) : '',
    answer.observations.map(o => `• ${safe(o)}`).join('\n'),
    answer.actions.length > 0
      ? [pc.bold('What to do'), ...answer.actions.map(a => `→ ${safe(a)}`)].join('\n')
      : '',
    answer.notes.map(note => pc.dim(unmarked(noteText(note)))).join('\n'),
    answer.followUps.length > 0
      ? pc.dim(`Next: ${safe(answer.followUps.map(followUp => followUp.text).join('  |  '))}`)
      : '',
  ];
  return blocks.filter(b => b !== '').join('\n\n');
}

/** The table without its secondary columns if the terminal is too narrow for them. */
function tableText(answer: Answer, width: number): string {
  const format = formatFor(answer.currency);
  const rows = rowsToShow(answer, MOST_ROWS);
  let columns = [...answer.columns];
  const needed = (shown: readonly Column[]) =>
    shown.reduce(
      (sum, c) =>
        sum +
        3 +
        Math.max(c.label.length, ...rows.map(r => Math.min(LONGEST_CELL, safe(format.cell(r, c)).length))),
      1,
    );
  for (const secondary of answer.columns.filter(c => c.secondary).reverse()) {
    if (needed(columns) <= width) break;
    columns = columns.filter(c => c !== secondary);
  }
  const table = new Table({
    head: columns.map(c => c.label),
    colAligns: columns.map(c => (c.unit === 'text' || c.unit === 'date' ? 'left' : 'right')),
    style: {
      head: pc.isColorSupported ? ['bold'] : [],
      border: pc.isColorSupported ? ['grey'] : [],
      compact: true,
    },
  });
  for (const row of rows) table.push(columns.map(c => short(safe(format.cell(row, c)))));
  const left = answer.rows.length - rows.length;
  if (left === 0) return table.toString();
  const notShown = plural(left, answer.keepLast ? 'earlier row' : 'more row');
  return `${table}\n${notShown} not shown; --json prints all rows.`;
}

const short = (text: string): string =>
  text.length > LONGEST_CELL ? `${text.slice(0, LONGEST_CELL - 1)}…` : text;

/** Text without control characters and without Slack's backticks around code. */
const unmarked = (text: string): string => safe(text).replaceAll('`', '');

/** Removes control characters, so that names in a file cannot control the terminal. */
const safe = (text: string): string => text.replace(/\p{Cc}/gu, '');
