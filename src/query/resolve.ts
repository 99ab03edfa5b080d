import type { ScopePart } from '../core/answer/scope.js';
import type { DayRange } from '../core/calendar/grain.js';
import { type Comparison, comparisonOf, fromDataStart } from '../core/calendar/period.js';
import { NotUnderstood } from '../core/errors.js';
import { BAND, type Query } from '../core/query/query.js';
import { typed } from '../core/text/typed-text.js';
import { recordedIn } from '../measures/recorded.js';
import type { LineScope } from '../store/scope/sums.js';
import { bandField } from './bands.js';
import { conditionWords, customersWho } from './conditions.js';
import { fieldCalled, type QueryField } from './fields.js';
import { missingCustomers, refuseMissing } from './figures.js';
import { keptBy } from './filters.js';
import { KEPT_BY, RANKED_BY } from './list-figures.js';
import { measureCalled, QUERY_MEASURES, type QueryMeasure } from './measures.js';
import { ordersWith } from './orders-with.js';
import { partMeasures, refuseParts, wholeOf } from './part-of.js';
import { type PerPeriod, periodsOver, perPeriod, refuseAverages } from './per-period.js';
import { placedFilter } from './placed-filter.js';
import { withRest } from './rest.js';
import type { Setting } from './setting.js';

/** A query with its names resolved: which lines, what is measured, what it is grouped by. */
export interface ResolvedQuery {
  readonly query: Query;
  /** What is shown. */
  readonly measures: readonly QueryMeasure[];
  /** What is measured: what is shown first, then what groups are ranked or kept by alone. */
  readonly measured: readonly QueryMeasure[];
  readonly fields: readonly QueryField[];
  readonly lines: LineScope;
  /** Filters and conditions as people read them. */
  readonly kept: readonly ScopePart[];
  /** Customers, by id, who meet the condition. */
  readonly who?: Uint8Array;
  /** Period against period, as far as the data goes. */
  readonly comparison?: Comparison;
  /** The calendar periods that figures are averaged over, and those of the period to compare with. */
  readonly per?: PerPeriod;
  readonly perBefore?: PerPeriod;
  /** The lines that groups are told as parts of. */
  readonly whole?: LineScope;
}

/** @throws NotUnderstood, ShopkeeperError naming what there is not, or what the data lacks */
export async function resolveQuery(query: Query, setting: Setting): Promise<ResolvedQuery> {
  const summed = namedMeasures(query.measures.length > 0 ? query.measures : ['revenue'], setting);
  const added = measuredBy(query, summed, setting);
  await refuseMissing(added, setting);
  const { measures, measured } = asParts(query, averaged(query, summed, added));
  const { bands } = query;
  const named = query.by.map(name =>
    name === BAND && bands ? bandField(bands) : fieldCalled(name, setting),
  );
  refuseUnfit(query, named, measures);
  const { fields, where } = await withRest(query, named, setting);
  const isOfCustomers = query.rows === 'customers' || query.who !== undefined;
  if (isOfCustomers && !(await recordedIn(setting.view.store)).customers)
    throw missingCustomers('Customers cannot be told apart');
  const kept = [];
  for (const filter of where) kept.push(await keptBy(filter, setting));
  const held = query.orderHas && (await ordersWith(query.orderHas, setting));
  const who = query.who && (await customersWho(query.who, setting));
  const words: ScopePart[] = query.who
    ? [{ kind: 'words', text: `customers: ${await conditionWords(query.who, setting)}` }]
    : [];
  const { period, versus, data } = setting;
  const comparison = period && versus && fromDataStart(comparisonOf(period, versus, data.to), data.from);
  const masks = [
    ...kept.flatMap(k => (k.mask ? [k.mask] : [])),
    ...(held ? [held.mask] : []),
    ...(who ? [{ column: 'customer' as const, first: 0, marks: who }] : []),
  ];
  const periods = (days: DayRange | undefined) => query.per && periodsOver(query.per, days, setting, masks);
  const per = periods(comparison?.now ?? period?.range);
  const perBefore = comparison && periods(comparison.before);
  const range = per?.range ?? period?.range;
  return {
    query,
    measures,
    measured,
    fields,
    lines: {
      ...(range && { range }),
      filters: kept.flatMap(k => (k.filter ? [k.filter] : [])),
      masks,
    },
    kept: [...kept.map(k => k.scope), ...(held ? [held.scope] : []), ...words],
    ...(who && { who }),
    ...(comparison && { comparison }),
    ...(per && { per }),
    ...(perBefore && { perBefore }),
    ...(query.partOf &&
      query.rows === 'groups' && { whole: (await resolveQuery(wholeOf(query), setting)).lines }),
  };
}

type Measures = Pick<ResolvedQuery, 'measures' | 'measured'>;

/** The measures of groups that are told as parts of the same without some filters: their share goes first. */
function asParts(query: Query, of: Measures): Measures {
  const [first] = of.measures;
  if (!query.partOf || query.rows !== 'groups' || !first) return of;
  refuseParts(query, first);
  const [share, whole] = partMeasures(first);
  const [, ...others] = of.measures;
  const added = of.measured.filter(m => !of.measures.includes(m));
  const measures = [share, first, whole, ...others];
  return { measures, measured: [...measures, ...added] };
}

/** Measures as averages per period, if a query asks for them. @throws NotUnderstood */
function averaged(
  { per }: Query,
  measures: readonly QueryMeasure[],
  measured: readonly QueryMeasure[],
): Measures {
  if (per === undefined) return { measures, measured };
  refuseAverages(measured, per);
  const average = (measure: QueryMeasure) => perPeriod(measure, per);
  return { measures: measures.map(average), measured: measured.map(average) };
}

const namedMeasures = (keys: readonly string[], { ownMeasures }: Setting): QueryMeasure[] =>
  [...new Set(keys)].map(key => {
    const found = measureCalled(key) ?? ownMeasures.find(measure => measure.key === key);
    if (found) return found;
    const all = [...QUERY_MEASURES, ...ownMeasures].map(m => m.key).join(', ');
    throw new NotUnderstood(`There is no measure ${typed(key)}. There are: ${all}.`, []);
  });

/** What is measured in all; lists have figures of their own to be ranked and kept by. */
function measuredBy(
  { rows, rank, having }: Query,
  shown: readonly QueryMeasure[],
  setting: Setting,
): QueryMeasure[] {
  const [kept, by] = [having.map(h => h.measure), rank?.by === undefined ? [] : [rank.by]];
  if (rows === 'groups') return namedMeasures([...shown.map(m => m.key), ...kept, ...by], setting);
  if (rows === 'customers' || rows === 'orders') {
    refuseOthers(kept, KEPT_BY[rows], `A list of ${rows} cannot be kept by`);
    refuseOthers(by, RANKED_BY[rows], `A list of ${rows} cannot be ranked by`);
  }
  return [...shown];
}

function refuseOthers(wanted: readonly string[], all: readonly string[], what: string): void {
  const other = wanted.find(name => !all.includes(name));
  if (other !== undefined) throw new NotUnderstood(`${what} ${typed(other)}, but by: ${all.join(', ')}.`, []);
}

/** Parts that would have no effect, and so another answer than the one that was asked for. */
function refuseUnfit(query: Query, fields: readonly QueryField[], measures: readonly QueryMeasure[]): void {
  const { rows, rank, having, show, by, versus, period, per } = query;
  const refuse = (message: string) => {
    throw new NotUnderstood(message, []);
  };
  if (per !== undefined && rows !== 'total' && rows !== 'groups')
    refuse('Averages per period are of totals and groups, not of lists.');
  if (per !== undefined && (query.goal !== undefined || query.partOf || show.includes('growth')))
    refuse('An average per period is no part of a whole, and has no goal and no growth.');
  if (rank?.order === 'ends' && (rows !== 'groups' || rank.within !== undefined))
    refuse('The first and the last together are of groups by one or two fields, not within others.');
  if (query.partOf?.includes('who') && !query.who)
    refuse('A part of all customers needs a condition on them.');
  if (query.partOf?.includes('bought') && query.who?.kind !== 'and')
    refuse('A part of those who bought something needs two conditions on customers.');
  if (rows === 'total' && (rank || having.length > 0))
    refuse('A total is one figure: it cannot be ranked or limited to a range. Name a field to group by.');
  if (rows !== 'groups' && (show.includes('share') || show.includes('running')))
    refuse('Shares and running totals are of groups. Name a field to group by.');
  if (show.includes('place')) {
    placedFilter(query);
    if (versus !== undefined || query.partOf || per !== undefined || measures.some(m => m.isExpected))
      refuse(
        'A place in the ranking is of one figure, without a comparison, a part or an average per period.',
      );
  }
  if (measures[0]?.isRatio && (show.includes('share') || show.includes('running')))
    refuse(`${measures[0].label} is a mean or a rate: groups have no share of it, and no running total.`);
  if (versus !== undefined && period === undefined)
    refuse(`What is to be compared with ${typed(versus)}? A comparison needs a period as well.`);
  if (versus !== undefined && measures.some(m => m.isExpected))
    refuse('What is expected is as of one day, and compares with no period that was.');
  if (versus !== undefined && rows !== 'total' && rows !== 'groups')
    refuse('A list is of one period: totals and groups can be compared with another.');
  if (rank?.isPercent && (rows !== 'groups' || rank.within !== undefined || rank.limit > 100))
    refuse('A share such as top:20% is of groups, at most 100%, and has no within:.');
  if (rank?.within !== undefined && !by.includes(rank.within))
    refuse(`${typed(rank.within)} is none of the fields that the groups are of.`);
  const [first, second] = fields;
  if (show.includes('growth') && (first?.order !== 'time' || second))
    refuse('Growth is from one period to the next: group by a period alone, such as by:month.');
  if (first && second && first.key === second.key)
    refuse(`Groups of two fields need two different ones, not ${first.label.toLowerCase()} twice.`);
}
