import type { Format } from '../core/answer/format.js';
import { type Query, queryOf } from '../core/query/query.js';
import { figureText, nameOfRow } from './row-words.js';
import { resolveQuery, runGroups } from './run.js';
import type { Setting } from './setting.js';

/** More values than these are a list of their own, which is asked for by the field. */
const MOST = 8;

/**
 * What a total comes to for each value where a filter names several: `paris and lyon` may be meant together
 * or one by one.
 * @returns a sentence for each such filter
 */
export async function eachNamedValue(query: Query, setting: Setting, format: Format): Promise<string[]> {
  const { rows, where, measures, period, who, map, asOf, fiscalStart } = query;
  if (rows !== 'total' || query.per !== undefined) return [];
  const sentences: string[] = [];
  for (const { field, values = [], not } of where) {
    if (not || values.length < 2 || values.length > MOST) continue;
    const groups = queryOf({
      rows: 'groups',
      by: [field],
      measures,
      where,
      ...(period !== undefined && { period }),
      ...(who && { who }),
      ...(map !== undefined && { map }),
      ...(asOf !== undefined && { asOf }),
      ...(fiscalStart !== undefined && { fiscalStart }),
    });
    const resolved = await resolveQuery(groups, setting);
    const found = await runGroups(resolved, setting);
    if (found.rows.length === 0 || found.rows.length > MOST) continue;
    const each = found.rows.map(row => {
      const figures = resolved.measures.map((m, i) => figureText(row.values[i] ?? null, m, format));
      return `${nameOfRow(row, resolved.fields)} ${figures.join(' · ')}`;
    });
    const sold = found.rows.flatMap(row =>
      [row.keys[0], row.labels[0]].map(name => String(name).toLowerCase()),
    );
    each.push(
      ...values.filter(value => !sold.includes(value.toLowerCase())).map(value => `${value} nothing`),
    );
    const label = (resolved.fields[0]?.label ?? field).toLowerCase();
    const sums = resolved.measures.map((_, i) =>
      found.rows.reduce((sum, row) => sum + (row.values[i] ?? 0), 0),
    );
    const overlap = resolved.measures.find(
      (m, i) => m.unit === 'count' && (sums[i] ?? 0) > (found.total[i] ?? Number.POSITIVE_INFINITY),
    );
    const twice = overlap
      ? ` Some ${overlap.nouns?.[1] ?? overlap.label.toLowerCase()} count more than once.`
      : '';
    sentences.push(`By ${label}: ${each.join('; ')}.${twice}`);
  }
  return sentences;
}
