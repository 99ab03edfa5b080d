import type { Rule, RuleSet } from '../../../core/answer/finding-rules.js';
import type { Format } from '../../../core/answer/format.js';
import type { Spread } from '../../../core/statistics.js';
import type { GroupSums } from '../../../store/scope/sums.js';

/** How large the lines, or orders, of each group are. Money in minor units. */
export interface SpreadFacts {
  readonly format: Format;
  /** `deal size`; undefined where everything is one group. */
  readonly one?: string;
  /** `line` or `order`. */
  readonly what: string;
  readonly groups: readonly {
    readonly name: string;
    readonly sums: GroupSums;
    readonly spread: Spread;
  }[];
}

const amount = ({ format }: SpreadFacts, minor: number): string => format.amount(Math.round(minor));

const mostRevenue: Rule<SpreadFacts> = {
  name: 'size and revenue',
  when: 'the group with the largest median is not the one that brings most',
  kind: 'observation',
  say: facts => {
    if (facts.groups.length < 2) return undefined;
    const largest = facts.groups.reduce((a, b) => (b.spread.median > a.spread.median ? b : a));
    const richest = facts.groups.reduce((a, b) => (b.sums.revenue > a.sums.revenue ? b : a));
    if (largest === richest) return undefined;
    return `${largest.name} has the largest ${facts.what}s (median ${amount(facts, largest.spread.median)}), but ${richest.name} brings the most: ${amount(facts, richest.sums.revenue)} from ${facts.format.count(richest.spread.count)} ${facts.what}s, against ${amount(facts, largest.sums.revenue)} from ${facts.format.count(largest.spread.count)}.`;
  },
};

const outliers: Rule<SpreadFacts> = {
  name: 'far beyond',
  when: 'a group has values beyond one and a half interquartile ranges',
  kind: 'observation',
  say: facts => {
    const beyond = facts.groups.reduce((sum, g) => sum + g.spread.beyond, 0);
    if (beyond === 0) return undefined;
    const most = facts.groups.reduce((a, b) => (b.spread.most > a.spread.most ? b : a));
    return `${facts.format.count(beyond)} ${facts.what}${beyond === 1 ? ' lies' : 's lie'} far beyond the usual; the largest is ${amount(facts, most.spread.most)}.`;
  },
};

const skew: Rule<SpreadFacts> = {
  name: 'mean and median',
  when: 'the mean is a quarter or more above the median: a few large ones pull it up',
  kind: 'observation',
  say: facts => {
    const [only] = facts.groups;
    if (!only || facts.groups.length > 1 || only.spread.median <= 0) return undefined;
    const mean = only.sums.revenue / only.spread.count;
    if (mean < only.spread.median * 1.25) return undefined;
    return `A few large ones pull the average up: the middle one is ${amount(facts, only.spread.median)}, the average ${amount(facts, mean)}.`;
  },
};

export const SPREAD_RULES: readonly Rule<SpreadFacts>[] = [mostRevenue, skew, outliers];

export default { title: 'Deal sizes', rules: SPREAD_RULES } satisfies RuleSet<SpreadFacts>;
