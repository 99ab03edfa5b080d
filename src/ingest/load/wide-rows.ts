import type { TableRow } from '../read/table.js';
import type { Refusal } from './lines.js';

/** A row with more values than the header has names. */
export function tooManyCells(row: TableRow, width: number): Refusal {
  return {
    row: row.number,
    column: '',
    value: row.cells.slice(width).join(' '),
    reason:
      `the row has ${row.cells.length} values, the header ${width}; put text that holds the ` +
      'delimiter in quotes',
  };
}

/** The cells that were joined to the ones before them. */
export const joinedText = (cells: readonly string[]): string =>
  cells.flatMap((cell, i) => (i > 0 && cell.startsWith(' ') ? [`${cells[i - 1]},${cell}`] : [])).join(' | ');
