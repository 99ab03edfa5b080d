import type { RolesNamed } from '../table.js';
import { evidenceIn } from './evidence.js';
import { type NamedTable, rolesIn, sameHeader } from './named-table.js';

/** Of the wider table's columns, the share that a narrower one must have. */
const ENOUGH_SHARED = 0.75;

/**
 * Tables with the same columns, whatever the order of the columns; each group in the order of its tables. One
 * may have a column more, as exports get over the years, and parts of a file that was cut have no header.
 */
export function withSameColumns(tables: readonly NamedTable[], rolesNamed: RolesNamed): NamedTable[][] {
  const groups: NamedTable[][] = [];
  const named = tables.filter(t => !t.table.isUnnamed);
  const widest = [...named].sort((a, b) => b.table.header.length - a.table.header.length);
  for (const table of widest) {
    const group = groups.find(g => isSame(g[0]!, table) || isAlmost(g[0]!, table, rolesNamed));
    if (group) group.push(table);
    else groups.push([table]);
  }
  for (const table of tables.filter(t => t.table.isUnnamed)) {
    const same = groups.filter(g => hasContentOf(g[0]!, table));
    const [group] = same;
    if (group && same.length === 1) group.push(withHeaderOf(group[0]!, table));
    else groups.push([table]);
  }
  const place = (table: NamedTable) => tables.findIndex(t => t.name === table.name);
  for (const group of groups) group.sort((a, b) => place(a) - place(b));
  return groups.sort((a, b) => place(a[0]!) - place(b[0]!));
}

const columnsOf = ({ table }: NamedTable): string[] => table.header.map(sameHeader).sort();

const isSame = (a: NamedTable, b: NamedTable): boolean =>
  a.table.header.length === b.table.header.length && columnsOf(a).join('\n') === columnsOf(b).join('\n');

/** Whether the narrower table has nearly all of the wider one's columns, and sales of its own. */
function isAlmost(wide: NamedTable, narrow: NamedTable, rolesNamed: RolesNamed): boolean {
  const columns = new Set(columnsOf(wide));
  const own = columnsOf(narrow);
  if (own.length < Math.max(3, columns.size * ENOUGH_SHARED) || !own.every(c => columns.has(c))) return false;
  if (![wide, narrow].every(table => evidenceIn(table, rolesNamed).isSales)) return false;
  // The payments of orders may have their columns too.
  const [theirs, ours] = [wide, narrow].map(table => {
    const at = rolesIn(table, rolesNamed).indexOf('orderId');
    return new Set(at < 0 ? [] : table.sample.map(row => (row[at] ?? '').trim()));
  });
  return [...(ours ?? [])].filter(order => theirs?.has(order)).length <= (ours?.size ?? 0) * 0.1;
}

/** Whether a table without a header looks like one with a header, column by column. */
function hasContentOf(named: NamedTable, unnamed: NamedTable): boolean {
  if (named.table.header.length !== unnamed.table.header.length) return false;
  const roles = named.table.header.map(() => undefined);
  const facts = (table: NamedTable) => evidenceIn(table, () => roles).columns;
  const [a, b] = [facts(named), facts(unnamed)];
  return a.every((column, i) => {
    const other = b[i];
    if (!other || column.filled === 0 || other.filled === 0) return true;
    return Math.abs(column.dates - other.dates) < 0.3 && Math.abs(column.numbers - other.numbers) < 0.3;
  });
}

const withHeaderOf = (named: NamedTable, unnamed: NamedTable): NamedTable => ({
  ...unnamed,
  table: {
    ...unnamed.table,
    header: named.table.header,
    assumptions: [`${unnamed.name} has no header: its columns are taken to be those of ${named.name}.`],
  },
});
