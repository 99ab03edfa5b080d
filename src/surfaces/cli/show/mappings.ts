import type { StoredMapping } from '../../../store/tables/mappings.js';
import { newTable } from './new-table.js';

/** Columns that are shown of a file's shape. */
const SHOWN = 6;

/** The remembered answers, as a table for a terminal. */
export function mappingsText(mappings: readonly StoredMapping[]): string {
  if (mappings.length === 0) return 'No answers are remembered.';
  const table = newTable(['Number', 'Answer', 'For files with the columns', 'Asked about', 'On']);
  for (const m of mappings)
    table.push([m.id, answerText(m), columnsText(m.headers), m.file, m.answeredAt.slice(0, 10)]);
  return `${table.toString()}\nTo forget one: shopkeeper mappings remove NUMBER`;
}

/** `Alpha=amount`, as `--map` says it. */
export const answerText = ({ columns }: Pick<StoredMapping, 'columns'>): string =>
  columns.map(({ header, field }) => `${header}=${field}`).join(', ');

const columnsText = (headers: readonly string[]): string =>
  headers.length > SHOWN
    ? `${headers.slice(0, SHOWN).join(', ')} and ${headers.length - SHOWN} more`
    : headers.join(', ');
