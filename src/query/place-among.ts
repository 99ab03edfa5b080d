import { type Query, queryOf } from '../core/query/query.js';
import { placedFilter } from './placed-filter.js';
import { type GroupRow, resolveQuery, runGroups } from './run.js';
import type { Setting } from './setting.js';

/** The place of one value among all of its field, by the first measure. */
export interface Place {
  /** 1 for the highest; values of the same figure share a place. */
  readonly place: number;
  /** How many values of the field there are. */
  readonly of: number;
  /** What stands right before and right behind it. */
  readonly above?: GroupRow;
  readonly below?: GroupRow;
}

/** Where the value that a query names stands among all others of its field; undefined where it has no figure. */
export async function placeAmong(query: Query, setting: Setting): Promise<Place | undefined> {
  const filter = placedFilter(query);
  const [value = ''] = filter.values ?? [];
  const { measures, period, where, who, map, asOf, fiscalStart } = query;
  const all = queryOf({
    rows: 'groups',
    by: [filter.field],
    measures: measures.slice(0, 1),
    where: where.filter(f => f !== filter),
    ...(period !== undefined && { period }),
    ...(who && { who }),
    ...(map !== undefined && { map }),
    ...(asOf !== undefined && { asOf }),
    ...(fiscalStart !== undefined && { fiscalStart }),
  });
  const { rows } = await runGroups(await resolveQuery(all, setting), setting);
  // What has no value is nobody's competitor.
  const named = rows.filter(row => row.keys[0] !== null);
  const wanted = value.toLowerCase();
  const own = named.find(row =>
    [row.keys[0], row.labels[0]].some(name => String(name ?? '').toLowerCase() === wanted),
  );
  const figure = own?.values[0] ?? null;
  if (!own || figure === null) return undefined;
  const others = named.filter(row => row !== own && typeof row.values[0] === 'number');
  const higher = others.filter(row => (row.values[0] as number) > figure);
  const lower = others.filter(row => (row.values[0] as number) <= figure);
  const above = higher.sort((a, b) => (a.values[0] as number) - (b.values[0] as number))[0];
  const below = lower.sort((a, b) => (b.values[0] as number) - (a.values[0] as number))[0];
  return {
    place: higher.length + 1,
    of: named.length,
    ...(above && { above }),
    ...(below && { below }),
  };
}
