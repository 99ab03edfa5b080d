import type { QueryField } from './fields.js';
import type { ResolvedQuery } from './resolve.js';

/** What the order of groups is made by. */
interface Ordered {
  readonly ids: readonly number[];
  readonly keys: readonly (string | number | null)[];
  readonly labels: readonly (string | null)[];
  readonly values: readonly (number | null)[];
}

type Compare = (a: Ordered, b: Ordered) => number;

/**
 * Groups in the order that the query or their fields ask for, cut to the limit. Those with the same figure
 * stand in the order of their fields, whether the first or the last were asked for.
 */
export function ranked<G extends Ordered>(groups: readonly G[], resolved: ResolvedQuery): G[] {
  const { query, fields, measured } = resolved;
  const { rank } = query;
  const at = Math.max(
    0,
    measured.findIndex(m => m.key === rank?.by),
  );
  const fallBack = inTurn(fields.map((field, i) => byField(field, i)));
  if (!rank) return [...groups].sort(unranked(groups, fields, at, fallBack));
  const sign = rank.order === 'bottom' ? 1 : -1;
  const best = inTurn([(a, b) => sign * (figureOf(a, at) - figureOf(b, at)), fallBack]);
  // A ranking of customers is of people: lines that name nobody are none of them.
  const customer = fields.findIndex(f => f.key === 'customer');
  const isSomebody = (g: Ordered) => customer < 0 || g.ids[customer] !== 0;
  const sorted = groups.filter(g => (g.values[at] ?? null) !== null && isSomebody(g)).sort(best);
  // At least one, so that the best 1 % of a small shop is somebody.
  const limit = rank.isPercent ? Math.max(1, Math.round((sorted.length * rank.limit) / 100)) : rank.limit;
  const within = query.by.indexOf(rank.within ?? '');
  const field = fields[within];
  if (rank.order === 'ends') return sorted.filter((_, i) => i < limit || i >= sorted.length - limit);
  if (!field) return sorted.slice(0, limit);
  const counts = new Map<number, number>();
  return sorted
    .filter(g => {
      const count = (counts.get(g.ids[within] as number) ?? 0) + 1;
      counts.set(g.ids[within] as number, count);
      return count <= rank.limit;
    })
    .sort(inTurn([byField(field, within), best]));
}

/** Groups of a ranked field, the largest first; those of two fields stand together by the first. */
function unranked(
  groups: readonly Ordered[],
  [first, second]: readonly QueryField[],
  at: number,
  fallBack: Compare,
): Compare {
  const byValue = inTurn([(a, b) => figureOf(b, at) - figureOf(a, at), fallBack]);
  const isRanked = (field: QueryField | undefined) => field?.order === 'ranked';
  if (!first || !second) return isRanked(first) ? byValue : byId(0);
  const sums = new Map<number, number>();
  for (const g of groups)
    sums.set(g.ids[0] as number, (sums.get(g.ids[0] as number) ?? 0) + (g.values[at] ?? 0));
  const sumOf = (g: Ordered) => sums.get(g.ids[0] as number) ?? 0;
  const outer = isRanked(first) ? inTurn([(a, b) => sumOf(b) - sumOf(a), byField(first, 0)]) : byId(0);
  return inTurn([outer, isRanked(second) ? byValue : byId(1)]);
}

const figureOf = (g: Ordered, at: number): number => g.values[at] ?? Number.NEGATIVE_INFINITY;

const byId =
  (i: number): Compare =>
  (a, b) =>
    (a.ids[i] as number) - (b.ids[i] as number);

/** In the order that a field's groups have of their own, else by name, what is missing last. */
function byField(field: QueryField, i: number): Compare {
  if (field.order !== 'ranked') return byId(i);
  const nameOf = (g: Ordered) => String(g.labels[i] ?? g.keys[i] ?? '\uffff');
  return (a, b) => {
    const [x, y] = [nameOf(a), nameOf(b)];
    return x < y ? -1 : x > y ? 1 : byId(i)(a, b);
  };
}

/** By the first that tells two apart; figures that are both missing are alike. */
const inTurn =
  (all: readonly Compare[]): Compare =>
  (a, b) => {
    for (const compare of all) {
      const sign = compare(a, b);
      if (sign !== 0 && !Number.isNaN(sign)) return sign;
    }
    return 0;
  };
