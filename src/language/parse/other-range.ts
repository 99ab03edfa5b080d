import { type CustomerCondition, type Query, queryOf } from '../../core/query/query.js';
import { RANGE, rangeIn } from '../compose/numbers.js';

const IS_RANGE = new RegExp(`^${RANGE}$`);

/** The conditions that customers must all meet. */
export const conditionsOf = (who: CustomerCondition | undefined): readonly CustomerCondition[] =>
  who === undefined ? [] : who.kind === 'and' ? who.of : [who];

/**
 * `above 60k` after `orders over 50k`: the query with another range in its condition.
 * @returns undefined where the text is no range, or no single condition of the query has one
 */
export function withRange(query: Query, text: string): Query | undefined {
  if (!IS_RANGE.test(text)) return undefined;
  const conditions = conditionsOf(query.who);
  const isNested = conditions.some(c => c.kind !== 'figure' && c.kind !== 'segment');
  const ranged = [
    ...query.where.filter(f => f.range),
    ...query.having,
    ...conditions.filter(c => c.kind === 'figure'),
  ];
  if (isNested || ranged.length !== 1) return undefined;
  const range = rangeIn(text);
  const who = conditions.map(c => (c.kind === 'figure' ? { ...c, range } : c));
  const [first] = who;
  return queryOf({
    ...query,
    where: query.where.map(f => (f.range ? { ...f, range } : f)),
    having: query.having.map(h => ({ ...h, range })),
    who: who.length > 1 ? { kind: 'and', of: who } : first,
    page: undefined,
  });
}
