import { findGrain } from '../../answering/grouping-fields.js';
import type { Period } from '../../core/calendar/period.js';
import { BAND, type CustomerCondition, type Query, queryOf } from '../../core/query/query.js';
import type { Draft } from '../compose/draft.js';
import { conditionsOf } from './other-range.js';

/** What a fragment says, as it is laid over the question before. */
export type Change = Omit<Draft, 'period' | 'versus'> & {
  readonly period?: Period | undefined;
  readonly versus?: Period | undefined;
};

/**
 * A query with what a fragment says in the place of the same of it; @param isAdded whether groups are added
 */
export function overlaid(query: Query, change: Change, isAdded: boolean): Query {
  const { by, measures, rank, show, period, versus } = change;
  const { where, who } = withoutBought(query, change);
  const filters = [
    ...query.where.filter(f => !where.some(w => w.field === f.field && w.not === f.not)),
    ...where,
  ];
  const conditions = [
    ...conditionsOf(query.who).filter(c => c.kind !== 'segment' || !who.some(w => w.kind === 'segment')),
    ...who,
  ];
  const [first] = conditions;
  const groups = by.length > 0 ? (isAdded ? [...query.by, ...by] : by).slice(0, 2) : query.by;
  const isMore = /\b(?:too|also|as well|and)\b/.test(change.whole);
  const isGrouped = groups.length > 0;
  const isList = change.rows === 'customers' || change.rows === 'orders';
  const rows = isList ? change.rows : isGrouped ? 'groups' : query.rows;
  const hasRest = groups.some(key => filters.some(f => f.field === key && f.values && !f.not));
  const isOfEnds = query.rank?.order === 'ends';
  const keepsRank = by.length === 0 || isList;
  return queryOf({
    ...query,
    rows,
    by: rows === 'groups' ? groups : [],
    bands: rows === 'groups' && groups.includes(BAND) ? query.bands : undefined,
    measures:
      measures.length === 0
        ? query.measures
        : isMore
          ? [...new Set([...query.measures, ...measures])]
          : measures,
    period: period?.text ?? query.period,
    versus: versus?.text ?? (period ? undefined : query.versus),
    where: filters,
    who: conditions.length > 1 ? { kind: 'and', of: conditions } : first,
    rank: rank && rank.limit > 0 ? rank : keepsRank && !(isList && isOfEnds) ? query.rank : undefined,
    orderHas: change.orderHas ?? query.orderHas,
    having: keepsRank ? query.having : [],
    show: [...new Set([...query.show, ...show])].filter(s => s !== 'rest' || hasRest),
    partOf: query.partOf?.some(key => (key === 'who' ? first : filters.some(f => f.field === key)))
      ? query.partOf
      : undefined,
    // A list has no averages, and a course by month is no average over months.
    per: change.per ?? (isList || by.some(findGrain) ? undefined : query.per),
    goal: undefined,
    page: undefined,
  });
}

/** `but not planes`, said of customers who bought trains, is said of what they bought. */
function withoutBought(query: Query, { where, who }: Change): Pick<Change, 'where' | 'who'> {
  const goods = conditionsOf(query.who).flatMap(c => (c.kind === 'bought' ? c.where.map(f => f.field) : []));
  const [never, others] = [true, false].map(isGoods =>
    where.filter(f => (f.not === true && goods.includes(f.field)) === isGoods),
  ) as [typeof where, typeof where];
  const conditions = never.map((f): CustomerCondition => {
    const { not: _, ...bought } = f;
    return { kind: 'not', of: { kind: 'bought', where: [bought] } };
  });
  return { where: others, who: [...who, ...conditions] };
}
