import type { Rule, RuleSet } from '../../core/answer/finding-rules.js';
import { type Format, listed, plural } from '../../core/answer/format.js';
import type { Breakdown } from '../../measures/breakdown.js';
import type { Measure } from '../../measures/measures.js';
import type { GroupSums, Sums } from '../../store/scope/sums.js';

/** A breakdown, and how its dimension is spoken of. */
export interface BreakdownFacts extends Breakdown {
  /** `country` */
  readonly one: string;
  /** `countries` */
  readonly many: string;
  readonly format: Format;
  /** The revenue of each group that has a value, ascending, minor units. */
  readonly revenues: Float64Array;
  /** Whether revenue is what it is ranked by, from the largest. */
  readonly isByRevenue: boolean;
  /** Whether the groups are of a cycle or of time, where "a few of many" says nothing. */
  readonly isCalendar: boolean;
  /**
   * Whether the whole shop is meant, and the groups are what it could have more of: places, goods,
   * customers.
   */
  readonly canSpread: boolean;
  readonly measure: Measure;
  /** The smallest first. */
  readonly isBottom: boolean;
  /** The measure in major units; 0 if there is none. */
  of(sums: GroupSums): number;
  name(sums: Sums): string;
  /** Whether the group is a period that the data, or the period asked for, does not cover whole. */
  isCut(sums: Pick<GroupSums, 'id'>): boolean;
  /** The same, but that a few days missing at its start do not matter. */
  isPartial(sums: Pick<GroupSums, 'id'>): boolean;
}

/** How many of the largest bring 80 % of all revenue; 0 where all of them do not. */
function countFor80({ revenues, total }: BreakdownFacts): number {
  let sum = 0;
  for (let i = revenues.length - 1; i >= 0; i--) {
    sum += revenues[i]!;
    if (sum >= total.revenue * 0.8) return revenues.length - i;
  }
  return 0;
}

const concentration: Rule<BreakdownFacts> = {
  name: 'concentration',
  when: 'of five or more values, fewer than half bring 80 % of the revenue',
  kind: 'observation',
  say: b => {
    const { total, many, one, format } = b;
    const rows = b.revenues;
    if (b.isCalendar || rows.length < 5 || total.revenue <= 0) return undefined;
    const count = countFor80(b);
    if (count === 0 || count / rows.length >= 0.5) return undefined;
    // One alone brings more than 80 %: how much, not the bound that it passes.
    if (count === 1) return `One ${one} brings ${format.share(rows.at(-1)! / total.revenue)} of the revenue.`;
    const few = `${format.count(count)} of ${format.count(rows.length)} ${many}`;
    return `${few} (${format.share(count / rows.length)}) bring 80% of the revenue.`;
  },
};

const largestOrders: Rule<BreakdownFacts> = {
  name: 'largest orders',
  when:
    'of three or more values with three or more orders each, ' +
    'one has an average order at least 20 % above the overall one',
  kind: 'observation',
  say: ({ rows, total, format, name, isCalendar }) => {
    const candidates = rows.filter(r => r.orders >= 3 && r.key !== null);
    if (isCalendar || candidates.length < 3 || total.orders === 0) return undefined;
    const best = candidates.reduce((a, b) => (b.revenue / b.orders > a.revenue / a.orders ? b : a));
    const [average, overall] = [best.revenue / best.orders, total.revenue / total.orders];
    if (overall <= 0 || average < overall * 1.2) return undefined;
    const [size, usual] = [average, overall].map(minor => format.amount(format.wholeMinor(minor)));
    const above = format.share(average / overall - 1);
    return `${name(best)} has the largest orders: ${size} on average, ${above} above the overall ${usual}.`;
  },
};

const longTail: Rule<BreakdownFacts> = {
  name: 'long tail',
  when: 'of ten or more values, at least four at the end bring no more than 5 % of the revenue together',
  kind: 'observation',
  say: b => {
    const { total, many, format } = b;
    const rows = b.revenues;
    if (b.isCalendar || rows.length < 10 || total.revenue <= 0) return undefined;
    let sum = 0;
    let count = 0;
    for (const revenue of rows) {
      if (revenue < 0 || sum + revenue > total.revenue * 0.05) break;
      sum += revenue;
      count++;
    }
    return count < 4
      ? undefined
      : `The last ${format.count(count)} ${many} together bring ${format.share(sum / total.revenue)}.`;
  },
};

const weakest: Rule<BreakdownFacts> = {
  name: 'weakest',
  when:
    'two to twelve values, all with sales, none a period that is not complete: ' +
    'which brings least, and how far it is behind the first',
  kind: 'observation',
  say: b => {
    if (b.rows.some(b.isCut)) return undefined;
    const rows = b.rows.filter(r => r.key !== null);
    const [first, last] = [rows[0], rows.at(-1)];
    if (!b.isByRevenue || rows.length !== b.revenues.length || rows.length < 2 || rows.length > 12)
      return undefined;
    if (!first || !last || last.revenue <= 0 || first.revenue < last.revenue * 1.5) return undefined;
    const times = b.format.times(first.revenue / last.revenue);
    const least = b.format.amount(last.revenue);
    return `${b.name(last)} brings the least: ${least}; ${b.name(first)} brings ${times} as much.`;
  },
};

const negative: Rule<BreakdownFacts> = {
  name: 'more returns than sales',
  when: 'values have a revenue below zero',
  kind: 'observation',
  say: ({ all, rows, name, one, many }) => {
    const below = all.filter(r => r.revenue < 0);
    if (below.length === 0) return undefined;
    const names = rows
      .filter(r => r.revenue < 0)
      .slice(0, 3)
      .map(name);
    const others = below.length - names.length;
    const shown = others > 0 ? [...names, `${others} more`] : names;
    const list = names.length === 0 ? '' : `: ${listed(shown)}`;
    return `${plural(below.length, one, many)} had more returns than sales${list}.`;
  },
};

const unnamed: Rule<BreakdownFacts> = {
  name: 'without a value',
  when: 'some of the revenue has no value of the dimension',
  kind: 'observation',
  say: ({ all, total, one, format }) => {
    const none = all.find(r => r.id === 0);
    if (!none || all.length === 1 || total.revenue <= 0) return undefined;
    return `${format.share(none.revenue / total.revenue)} of the revenue has no ${one}.`;
  },
};

const dependence: Rule<BreakdownFacts> = {
  name: 'dependence',
  when:
    'of three or more customers, products, places or the like, of the whole shop, ' +
    'one brings 40 % or more of the revenue',
  kind: 'action',
  say: b => {
    const [first] = b.rows.filter(r => r.key !== null);
    const share = first ? first.revenue / b.total.revenue : 0;
    if (!b.isByRevenue || !b.canSpread || !first || b.revenues.length < 3 || b.total.revenue <= 0)
      return undefined;
    if (share < 0.4 || share > 1) return undefined;
    return (
      `Spread the risk: ${b.name(first)} alone brings ${b.format.share(share)} of the revenue, ` +
      'so a bad quarter there is a bad quarter for the shop.'
    );
  },
};

const protect: Rule<BreakdownFacts> = {
  name: 'protect the few',
  when: 'of twenty or more values, a fifth or fewer bring 80 % of the revenue',
  kind: 'action',
  say: b => {
    const rows = b.revenues;
    if (b.isCalendar || rows.length < 20 || b.total.revenue <= 0) return undefined;
    const count = countFor80(b);
    if (count === 0 || count > rows.length / 5) return undefined;
    const others = b.format.count(rows.length - count);
    return (
      `Look after the ${b.format.count(count)} ${b.many} that bring 80% of the revenue first; ` +
      `the other ${others} bring the rest.`
    );
  },
};

const howMany: Rule<BreakdownFacts> = {
  name: 'how many',
  when: 'ten or more values have sales',
  kind: 'observation',
  say: ({ revenues, many, format, isCalendar }) =>
    isCalendar || revenues.length < 10 ? undefined : `${format.count(revenues.length)} ${many} in all.`,
};

export const BREAKDOWN_RULES: readonly Rule<BreakdownFacts>[] = [
  howMany,
  concentration,
  largestOrders,
  longTail,
  weakest,
  negative,
  unnamed,
  dependence,
  protect,
];

export default {
  title: 'By a dimension (`by`, `top`, `bottom`)',
  rules: BREAKDOWN_RULES,
} satisfies RuleSet<BreakdownFacts>;
