import { type DayRange, periodOf, periodsIn } from '../core/calendar/grain.js';
import { type GroupBy, groupNames } from '../store/scope/sums.js';
import type { QueryField } from './fields.js';
import { keyOf } from './figures.js';
import { ranked } from './group-order.js';
import { type GroupValues, valuesFor } from './group-values.js';
import { growthOf } from './growth.js';
import type { PerPeriod } from './per-period.js';
import { inRange } from './ranges.js';
import type { ResolvedQuery } from './resolve.js';
import type { Setting } from './setting.js';

export { type ResolvedQuery, resolveQuery } from './resolve.js';

/** A group with its figures. */
export interface GroupRow {
  /** What it stands for in each field: the value, or the first day of a period; null where it is missing. */
  readonly keys: readonly (string | number | null)[];
  readonly labels: readonly (string | null)[];
  readonly ids: readonly number[];
  /** Of each measure that is shown, then of those that groups are only ranked or kept by. */
  readonly values: readonly (number | null)[];
  readonly before?: readonly (number | null)[];
  /** The first measure's part of the total, and its sum up to this row. */
  readonly share?: number | null;
  readonly running?: number | null;
  /** The first measure's change from the period before, as a fraction. */
  readonly growth?: number | null;
}

/** The groups of a query, ranked or in their order, and the figures over all of them. */
export interface GroupResult {
  readonly total: readonly (number | null)[];
  readonly totalBefore?: readonly (number | null)[];
  readonly rows: readonly GroupRow[];
  /** How many groups there are, shown or not. */
  readonly count: number;
}

/** Adds up what a query asks for, in one total or in groups. */
export async function runGroups(resolved: ResolvedQuery, setting: Setting): Promise<GroupResult> {
  const { measured, fields, lines, comparison, per, perBefore, whole } = resolved;
  const bys: GroupBy[] = [];
  for (const field of fields) bys.push(await field.groupBy(setting));
  const of = (range: DayRange | undefined, per: PerPeriod | undefined) =>
    valuesFor({ measured, bys, lines, range, whole }, setting, per);
  const now = await of(comparison?.now ?? lines.range, per);
  const before = comparison && (await of(comparison.before, perBefore));
  const isCompared = before && !fields.some(field => field.order === 'time');
  const keys = new Set([...now.groups.keys(), ...(isCompared ? before.groups.keys() : [])]);
  const missing = missingGroups(fields, now, per?.range ?? comparison?.now ?? setting.days, setting);
  const groups = [...new Set([...keys, ...missing.map(keyOf)])].map(key => {
    const ids = (now.groups.get(key) ?? before?.groups.get(key))?.ids ?? [Number(key)];
    return {
      ids,
      values: now.groups.get(key)?.values ?? now.none,
      ...(isCompared && { before: before.groups.get(key)?.values ?? before.none }),
    };
  });
  const { total } = now;
  const kept = groups.filter(g => keepsGroup(resolved, g.values));
  const named = await withNames(kept, bys, setting);
  const days = comparison?.now ?? setting.days;
  const [field] = fields;
  const growth =
    field && resolved.query.show.includes('growth')
      ? await growthOf(groups, field, resolved, days, setting)
      : undefined;
  const rows = withShown(ranked(named, resolved), resolved, total, growth);
  return { total, ...(before && { totalBefore: before.total }), rows, count: kept.length };
}

/** Periods within the days, and bands, without a line: groups of zeros. */
function missingGroups(
  fields: readonly QueryField[],
  { groups }: GroupValues,
  days: DayRange,
  setting: Setting,
): number[][] {
  const [field, second] = fields;
  if (!field || second) return [];
  if (field.ids) return field.ids.filter(id => !groups.has(keyOf([id]))).map(id => [id]);
  if (days.from > days.to) return [];
  const all = field.grain
    ? periodsIn(field.grain, { from: periodOf(field.grain, days.from).from, to: days.to }).map(p => p.from)
    : (field.idsIn?.(days, setting) ?? []);
  if (all.length > 1_500) return [];
  return all.filter(id => !groups.has(keyOf([id]))).map(id => [id]);
}

function keepsGroup({ query, measured }: ResolvedQuery, values: readonly (number | null)[]): boolean {
  return query.having.every(({ measure, range }) => {
    const value = values[measured.findIndex(m => m.key === measure)];
    return typeof value === 'number' && inRange(range)(value);
  });
}

async function withNames<G extends { readonly ids: readonly number[] }>(
  groups: readonly G[],
  bys: readonly GroupBy[],
  { view }: Setting,
): Promise<(G & Pick<GroupRow, 'keys' | 'labels'>)[]> {
  const names: Awaited<ReturnType<typeof groupNames>>[] = [];
  for (const [i, by] of bys.entries())
    names.push(await groupNames(view.store, by, [...new Set(groups.map(g => g.ids[i] as number))]));
  return groups.map(g => ({
    ...g,
    keys: g.ids.map((id, i) => names[i]?.get(id)?.key || null),
    labels: g.ids.map((id, i) => names[i]?.get(id)?.label ?? null),
  }));
}

type Named = Omit<GroupRow, 'share' | 'running' | 'growth'>;

/** Adds shares of the total, running totals and growth of the first measure. */
function withShown(
  rows: readonly Named[],
  { query, measures }: ResolvedQuery,
  total: readonly (number | null)[],
  growth?: ReadonlyMap<number, number | null>,
): GroupRow[] {
  const [measure] = measures;
  const whole = total[0] ?? 0;
  const isShared = query.show.includes('share') && measure !== undefined;
  let running = 0;
  return rows.map(row => {
    const value = row.values[0] ?? null;
    running = Math.round((running + (value ?? 0)) * 1e6) / 1e6;
    return {
      ...row,
      ...(isShared && {
        share: value === null || whole === 0 ? null : Math.round((value / whole) * 1e6) / 1e6,
      }),
      ...(query.show.includes('running') && { running }),
      ...(growth && { growth: growth.get(row.ids[0] as number) ?? null }),
    };
  });
}
