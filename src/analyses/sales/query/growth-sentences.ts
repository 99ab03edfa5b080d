import { nameOfRow } from '../../../query/row-words.js';
import type { GroupResult, GroupRow } from '../../../query/run.js';
import type { QueryContext } from './context.js';

/** The latest growth, and the strongest and weakest of all. */
export function growthSentences({ resolved, format }: QueryContext, { rows }: GroupResult): string[] {
  const grown = rows.filter(row => typeof row.growth === 'number');
  const [field] = resolved.fields;
  if (!field || grown.length === 0) return [];
  const said = (row: GroupRow) => `${nameOfRow(row, [field])} (${format.change(row.growth ?? 0)})`;
  const sorted = [...grown].sort((a, b) => Number(b.growth) - Number(a.growth));
  const [best, worst] = [sorted[0], sorted.at(-1)] as [GroupRow, GroupRow];
  // The last period may not be over; what is further back is not the latest.
  const latest = rows.slice(-2).findLast(row => typeof row.growth === 'number');
  const last =
    latest && !resolved.query.rank
      ? `Latest against the ${field.label.toLowerCase()} before: ${said(latest)}. `
      : '';
  if (best === worst) return last === '' ? [] : [last.trim()];
  return [`${last}The strongest growth was in ${said(best)}, the weakest in ${said(worst)}.`];
}
