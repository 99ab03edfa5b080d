import type { Table, TableRow } from './table.js';
import { sampleOf } from './tables/named-table.js';

/** What the column of the headings is called, which has no name in the report. */
export const HEADINGS = 'Group';

const TOTAL = /^total(?: for)? (.+?)(?: with sub-\w+)?$/i;

/**
 * A report in groups, as accounting programs write them: a customer (or a product) in a row of its own, then
 * its sales with a blank first cell, then `Total for ...`. Each row gets its group; any other table stays.
 */
export async function withHeadings(table: Table): Promise<Table> {
  const { header } = table;
  if (header.length < 4 || header[0] !== '' || header.includes(HEADINGS)) return table;
  if (!isInGroups(await sampleOf(table))) return table;
  return {
    ...table,
    header: [HEADINGS, ...header.slice(1)],
    rows: onBytes => carried(table.rows(onBytes)),
  };
}

const filledIn = (cells: readonly string[]): number => cells.filter(cell => cell.trim() !== '').length;

const headingOf = (cells: readonly string[]): string | undefined => {
  const first = cells[0]?.trim() ?? '';
  return first !== '' && filledIn(cells) === 1 && !TOTAL.test(first) ? first : undefined;
};

/** Whether rows stand below headings, and each group ends with its total. */
function isInGroups(rows: readonly (readonly string[])[]): boolean {
  const headings = new Set(rows.map(headingOf).filter(h => h !== undefined));
  const totals = rows.filter(cells => headings.has(TOTAL.exec(cells[0]?.trim() ?? '')?.[1] ?? ''));
  const data = rows.filter(cells => filledIn(cells) > 2 && !/^\s*total/i.test(cells[0] ?? ''));
  const below = data.filter(cells => (cells[0] ?? '').trim() === '');
  return totals.length > 0 && below.length > 0 && below.length === data.length;
}

async function* carried(batches: AsyncIterable<readonly TableRow[]>): AsyncIterable<readonly TableRow[]> {
  // Groups may stand in groups: the innermost is meant.
  const open: string[] = [];
  const carry = (row: TableRow): TableRow => {
    const { cells } = row;
    const first = cells[0]?.trim() ?? '';
    const heading = headingOf(cells);
    if (heading !== undefined) open.push(heading);
    if (first !== '') {
      const at = open.lastIndexOf(TOTAL.exec(first)?.[1] ?? '');
      if (at >= 0) open.length = at;
      return row;
    }
    const group = open.at(-1);
    return group === undefined ? row : { ...row, cells: [group, ...cells.slice(1)] };
  };
  for await (const batch of batches) yield batch.map(carry);
}
