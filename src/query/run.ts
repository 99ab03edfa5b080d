import type { ScopePart } from '../core/answer/scope.js';
import { type DayRange, periodOf, periodsIn } from '../core/calendar/grain.js';
import { type Comparison, comparisonOf, fromDataStart } from '../core/calendar/period.js';
import { NotUnderstood } from '../core/errors.js';
import type { Query } from '../core/query/query.js';
import { type GroupBy, groupNames, type LineScope } from '../store/scope/sums.js';
import { conditionWords, customersWho } from './conditions.js';
import { fieldCalled, type QueryField } from './fields.js';
import { type Figures, figuresFor, keyOf, refuseMissing } from './figures.js';
import { inRange, keptBy } from './filters.js';
import { measureCalled, NO_FIGURES, QUERY_MEASURES, type QueryMeasure } from './measures.js';
import type { Setting } from './setting.js';

/** A query with its names resolved: which lines, what is measured, what it is grouped by. */
export interface ResolvedQuery {
  readonly query: Query;
  readonly measures: readonly QueryMeasure[];
  readonly fields: readonly QueryField[];
  readonly lines: LineScope;
  /** Filters and conditions as people read them. */
  readonly kept: readonly ScopePart[];
  /** Customers, by id, who meet the condition. */
  readonly who?: Uint8Array;
  /** Period against period, as far as the data goes. */
  readonly comparison?: Comparison;
}

/** @throws NotUnderstood, ShopkeeperError naming what there is not, or what the data lacks */
export async function resolveQuery(query: Query, setting: Setting): Promise<ResolvedQuery> {
  const wanted = query.measures.length > 0 ? query.measures : ['revenue'];
  const measures = [...new Set(wanted)].map(key => {
    const found = measureCalled(key);
    if (found) return found;
    const all = QUERY_MEASURES.map(m => m.key).join(', ');
    throw new NotUnderstood(`There is no measure "${key}". There are: ${all}.`, []);
  });
  await refuseMissing(measures, setting);
  const fields = query.by.map(name => fieldCalled(name, setting));
  const kept = [];
  for (const filter of query.where) kept.push(await keptBy(filter, setting));
  const who = query.who && (await customersWho(query.who, setting));
  const words: ScopePart[] = query.who
    ? [{ kind: 'words', text: `customers: ${await conditionWords(query.who, setting)}` }]
    : [];
  const { period, versus, data } = setting;
  return {
    query,
    measures,
    fields,
    lines: {
      ...(period && { range: period.range }),
      filters: kept.flatMap(k => (k.filter ? [k.filter] : [])),
      masks: [
        ...kept.flatMap(k => (k.mask ? [k.mask] : [])),
        ...(who ? [{ column: 'customer' as const, first: 0, marks: who }] : []),
      ],
    },
    kept: [...kept.map(k => k.scope), ...words],
    ...(who && { who }),
    ...(period && versus && { comparison: fromDataStart(comparisonOf(period, versus, data.to), data.from) }),
  };
}

/** A group with its figures. */
export interface GroupRow {
  /** What it stands for in each field: the value, or the first day of a period; null where it is missing. */
  readonly keys: readonly (string | number | null)[];
  readonly labels: readonly (string | null)[];
  readonly ids: readonly number[];
  /** Of each measure, in their order. */
  readonly values: readonly (number | null)[];
  readonly before?: readonly (number | null)[];
  /** The first measure's part of the total, and its sum up to this row. */
  readonly share?: number | null;
  readonly running?: number | null;
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
  const { measures, fields, lines, comparison } = resolved;
  const { currency } = setting.view;
  const bys: GroupBy[] = [];
  for (const field of fields) bys.push(await field.groupBy(setting));
  const now = await figuresFor(measures, bys, lines, comparison?.now ?? lines.range, setting);
  const before = comparison && (await figuresFor(measures, bys, lines, comparison.before, setting));
  const of = (figures: Figures['total']) => measures.map(measure => measure.of(figures, currency));
  const isCompared = before && !fields.some(field => field.order === 'time');
  const keys = new Set([...now.groups.keys(), ...(isCompared ? before.groups.keys() : [])]);
  const missing = missingPeriods(fields, now, comparison?.now ?? setting.days);
  const groups = [...keys, ...missing.map(keyOf)].map(key => {
    const ids = (now.groups.get(key) ?? before?.groups.get(key))?.ids ?? [Number(key)];
    return {
      ids,
      values: of(now.groups.get(key) ?? NO_FIGURES),
      ...(isCompared && { before: of(before.groups.get(key) ?? NO_FIGURES) }),
    };
  });
  const total = of(now.total);
  const kept = groups.filter(g => keepsGroup(resolved, g.values));
  const named = await withNames(kept, bys, setting);
  const rows = withShown(ranked(named, resolved), resolved, total);
  return { total, ...(before && { totalBefore: of(before.total) }), rows, count: kept.length };
}

/** Periods within the days without a line, which are groups of zeros. */
function missingPeriods(fields: readonly QueryField[], { groups }: Figures, days: DayRange): number[][] {
  const [field, second] = fields;
  if (!field?.grain || second || days.from > days.to) return [];
  const { grain } = field;
  const first = periodOf(grain, days.from).from;
  const all = periodsIn(grain, { from: first, to: days.to });
  if (all.length > 1_500) return [];
  return all.filter(({ from }) => !groups.has(keyOf([from]))).map(({ from }) => [from]);
}

function keepsGroup({ query, measures }: ResolvedQuery, values: readonly (number | null)[]): boolean {
  return query.having.every(({ measure, range }) => {
    const value = values[measures.findIndex(m => m.key === measure)];
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

type Named = Omit<GroupRow, 'share' | 'running'>;

/** Groups in the order that the query or their fields ask for, cut to the limit. */
function ranked(groups: readonly Named[], { query, fields, measures }: ResolvedQuery): Named[] {
  const { rank } = query;
  const at = Math.max(
    0,
    measures.findIndex(m => m.key === rank?.by),
  );
  const value = (g: Named) => g.values[at] ?? Number.NEGATIVE_INFINITY;
  const text = (g: Named) => g.keys.map((key, i) => String(g.labels[i] ?? key ?? '\uffff')).join('\u0000');
  const byValue = (a: Named, b: Named) => value(b) - value(a) || (text(a) < text(b) ? -1 : 1);
  const [first, second] = fields;
  if (!rank) {
    const byId = (i: number) => (a: Named, b: Named) => (a.ids[i] as number) - (b.ids[i] as number);
    const order = (field: QueryField | undefined, i: number, other: (a: Named, b: Named) => number) =>
      field && field.order !== 'ranked' ? byId(i) : other;
    if (!second) return [...groups].sort(order(first, 0, byValue));
    // Groups of the first field stand together, the largest first, and within them those of the second.
    const sums = new Map<number, number>();
    for (const g of groups)
      sums.set(g.ids[0] as number, (sums.get(g.ids[0] as number) ?? 0) + (g.values[at] ?? 0));
    const bySum = (a: Named, b: Named) =>
      (sums.get(b.ids[0] as number) ?? 0) - (sums.get(a.ids[0] as number) ?? 0) ||
      (a.ids[0] as number) - (b.ids[0] as number);
    const outer = order(first, 0, bySum);
    const inner = order(second, 1, byValue);
    return [...groups].sort((a, b) => outer(a, b) || inner(a, b));
  }
  const hasValue = groups.filter(g => g.values[at] !== null && g.values[at] !== undefined);
  const sorted = hasValue.sort(rank.order === 'top' ? byValue : (a, b) => byValue(b, a));
  const within = fields.findIndex(field => field.key === rank.within);
  if (within < 0) return sorted.slice(0, rank.limit);
  const counts = new Map<number, number>();
  return sorted
    .filter(g => {
      const count = (counts.get(g.ids[within] as number) ?? 0) + 1;
      counts.set(g.ids[within] as number, count);
      return count <= rank.limit;
    })
    .sort((a, b) => String(a.keys[within]).localeCompare(String(b.keys[within])) || byValue(a, b));
}

/** Adds shares of the total and running totals of the first measure. */
function withShown(
  rows: readonly Named[],
  { query, measures }: ResolvedQuery,
  total: readonly (number | null)[],
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
    };
  });
}
