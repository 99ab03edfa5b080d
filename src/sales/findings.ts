import { type Format, listed, plural } from '../answer/format.js';
import type { Breakdown } from './breakdown.js';

/**
 * Sentences about a breakdown, each made from its numbers alone. A rule says nothing where its numbers do not
 * carry it.
 */

export interface BreakdownWords {
  /** `country` */
  readonly one: string;
  /** `countries` */
  readonly many: string;
  readonly format: Format;
  name(key: string | number | null, label: string | null): string;
}

export type BreakdownRule = (b: Breakdown, words: BreakdownWords) => string | undefined;

/** The groups that have a value; what has none is no country, and no promotion. */
const named = ({ all }: Breakdown) => all.filter(row => row.id !== 0);

/** How few of the values bring 80 % of the revenue. */
export const concentration: BreakdownRule = (b, { many, one, format }) => {
  const { total } = b;
  const rows = named(b);
  if (rows.length < 5 || total.revenue <= 0) return undefined;
  let sum = 0;
  const count =
    rows.findIndex(row => {
      sum += row.revenue;
      return sum >= total.revenue * 0.8;
    }) + 1;
  if (count === 0 || count / rows.length >= 0.5) return undefined;
  return `${count === 1 ? `One ${one}` : `${format.count(count)} of ${format.count(rows.length)} ${many}`} (${format.share(count / rows.length)}) ${count === 1 ? 'brings' : 'bring'} 80% of the revenue.`;
};

/** The largest average order, where it stands out from the overall one. */
export const largestOrders: BreakdownRule = ({ rows, total }, { format, name }) => {
  const candidates = rows.filter(r => r.orders >= 3 && r.key !== null);
  if (candidates.length < 3 || total.orders === 0) return undefined;
  const best = candidates.reduce((a, b) => (b.revenue / b.orders > a.revenue / a.orders ? b : a));
  const [average, overall] = [best.revenue / best.orders, total.revenue / total.orders];
  if (average < overall * 1.2) return undefined;
  return `${name(best.key, best.label)} has the largest orders: ${format.amount(Math.round(average))} on average, ${format.change(average / overall - 1)} against ${format.amount(Math.round(overall))} overall.`;
};

/** The values at the bottom that together hardly matter. */
export const longTail: BreakdownRule = (b, { many, format }) => {
  const { total } = b;
  const rows = named(b);
  if (rows.length < 10 || total.revenue <= 0) return undefined;
  let sum = 0;
  let count = 0;
  for (const row of [...rows].reverse()) {
    if (row.revenue < 0 || sum + row.revenue > total.revenue * 0.05) break;
    sum += row.revenue;
    count++;
  }
  return count < 4
    ? undefined
    : `The last ${format.count(count)} ${many} together bring ${format.share(sum / total.revenue)}.`;
};

/** Values whose returns outweigh their sales. */
export const negative: BreakdownRule = ({ rows }, { name }) => {
  const below = rows.filter(r => r.revenue < 0);
  if (below.length === 0) return undefined;
  const names = below.slice(0, 3).map(r => name(r.key, r.label));
  const others = below.length > 3 ? [`${below.length - 3} others`] : [];
  return `${plural(below.length, 'value')} with more returns than sales: ${listed([...names, ...others])}.`;
};

/** Revenue that carries no value for the dimension. */
export const unnamed: BreakdownRule = ({ all, total }, { one, format }) => {
  const none = all.find(r => r.id === 0);
  if (!none || all.length === 1 || total.revenue <= 0) return undefined;
  return `${format.share(none.revenue / total.revenue)} of the revenue has no ${one}.`;
};

export const BREAKDOWN_RULES: readonly BreakdownRule[] = [
  concentration,
  largestOrders,
  longTail,
  negative,
  unnamed,
];
