import type { Rule, RuleSet } from '../../../core/answer/finding-rules.js';
import { type Format, plural } from '../../../core/answer/format.js';
import type { Spread } from '../../../core/statistics.js';
import type { GroupSums } from '../../../store/scope/sums.js';

/** A group of lines or orders, and how large they are. Money in minor units. */
export interface SizeGroup {
  readonly name: string;
  readonly sums: GroupSums;
  readonly spread: Spread;
}

/** How large the lines, or orders, of each group are. */
export interface SpreadFacts {
  readonly format: Format;
  /** `deal size`; undefined where everything is one group. */
  readonly one?: string;
  /** `line` or `order`. */
  readonly what: string;
  readonly groups: readonly SizeGroup[];
}

const amount = ({ format }: SpreadFacts, minor: number): string => format.amount(format.wholeMinor(minor));

const mostRevenue: Rule<SpreadFacts> = {
  name: 'size and revenue',
  when: 'the group with the largest median is not the one that brings most',
  kind: 'observation',
  say: facts => {
    if (facts.groups.length < 2) return undefined;
    const largest = facts.groups.reduce((a, b) => (b.spread.median > a.spread.median ? b : a));
    const richest = facts.groups.reduce((a, b) => (b.sums.revenue > a.sums.revenue ? b : a));
    if (largest === richest) return undefined;
    const { format, what } = facts;
    const [most, other] = [richest, largest].map(({ sums }) => amount(facts, sums.revenue));
    const count = plural(richest.spread.count, what);
    return (
      `${largest.name} has the largest ${what}s (median ${amount(facts, largest.spread.median)}), ` +
      `but ${richest.name} brings the most: ${most} from ${count}, ` +
      `against ${other} from ${format.count(largest.spread.count)}.`
    );
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
    const verb = beyond === 1 ? 'is' : 'are';
    const largest = `the largest ${facts.what} is ${amount(facts, most.spread.most)}`;
    return `${plural(beyond, facts.what)} ${verb} far from the usual size; ${largest}.`;
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
    const [median, average] = [amount(facts, only.spread.median), amount(facts, mean)];
    return `A few large ${facts.what}s pull the average up: the median is ${median}, the average ${average}.`;
  },
};

export const SPREAD_RULES: readonly Rule<SpreadFacts>[] = [mostRevenue, skew, outliers];

export default { title: 'Deal sizes', rules: SPREAD_RULES } satisfies RuleSet<SpreadFacts>;
