import type { Rule, RuleSet } from '../../../core/answer/finding-rules.js';
import { capital, type Format, listed, listedFirst, plural } from '../../../core/answer/format.js';
import { addsUp, changeOf, type Measure } from '../../../measures/measures.js';
import type { GroupSums } from '../../../store/scope/sums.js';
import { type Contribution, type Contributions, hasShares, isBeyondChance } from './figures.js';

/** Two periods, and what each value of a dimension adds to the change of a measure between them. */
export interface ComparisonFacts extends Contributions {
  readonly format: Format;
  readonly measure: Measure;
  readonly one: string;
  readonly many: string;
  readonly nowText: string;
  readonly beforeText: string;
  /** Whether the values are worth naming: weekdays are only if they were asked for. */
  readonly isNamed: boolean;
  /**
   * Whether there are enough orders to tell a cause from chance, and it is not the calendar that made the
   * change.
   */
  readonly canExplain: boolean;
  /** Whether the files have orders, not only totals of days. */
  readonly hasOrders: boolean;
  /** The measure in major units; 0 of nothing. */
  of(sums: GroupSums | undefined): number;
  name(row: Contribution): string;
}

/** The part of the change that a value makes at least, if it is to explain it. */
const HALF = 0.5;

const wholeChange = (facts: ComparisonFacts): number => facts.of(facts.now) - facts.of(facts.before);

/** `+$1,200.00`, `-3` */
export const signed = ({ format, measure }: ComparisonFacts, value: number): string =>
  `${value < 0 ? '-' : '+'}${format.figure(Math.abs(value), measure.unit)}`;

const changeText = (facts: ComparisonFacts, row: Contribution): string => {
  const [now, before] = [facts.of(row.now), facts.of(row.before)];
  // Of what was returned more than sold, a loss of more than 100 % says nothing.
  const relative = now < 0 ? null : changeOf(now, before);
  const change = relative === null ? '' : `, ${facts.format.change(relative)}`;
  return `${facts.name(row)} (${signed(facts, row.change)}${change})`;
};

const grew: Rule<ComparisonFacts> = {
  name: 'what grew',
  when: 'of two or more values, some brought more than before: the three that added most',
  kind: 'observation',
  say: facts => {
    if (!facts.isNamed || facts.rows.length < 2) return undefined;
    const up = facts.rows.filter(r => r.change > 0 && r.key !== null).slice(0, 3);
    return up.length === 0 ? undefined : `Grew most: ${listed(up.map(r => changeText(facts, r)))}.`;
  },
};

const shrank: Rule<ComparisonFacts> = {
  name: 'what shrank',
  when: 'of two or more values, some brought less than before: the three that took most away',
  kind: 'observation',
  say: facts => {
    if (!facts.isNamed || facts.rows.length < 2) return undefined;
    const down = facts.rows.filter(r => r.change < 0 && r.key !== null).slice(0, 3);
    return down.length === 0 ? undefined : `Shrank most: ${listed(down.map(r => changeText(facts, r)))}.`;
  },
};

const driver: Rule<ComparisonFacts> = {
  name: 'what explains it',
  when:
    'of three or more values of a measure that adds up, ' +
    'one makes half or more of the change, in its direction, ' +
    'and gains and losses do not cancel out by half; ' +
    'with enough orders to tell, and not by weekday or other parts of the calendar',
  kind: 'observation',
  say: facts => {
    const all = wholeChange(facts);
    const [first] = facts.rows.filter(r => r.key !== null && Math.sign(r.change) === Math.sign(all));
    if (!facts.canExplain || !addsUp(facts.measure)) return undefined;
    if (!first || all === 0 || facts.rows.length < 3 || !hasShares(facts, HALF)) return undefined;
    const share = first.change / all;
    if (share < HALF) return undefined;
    if (share <= 1)
      return `${facts.name(first)} alone accounts for ${facts.format.share(share)} of the change.`;
    const others = signed(facts, all - first.change);
    return `Without ${facts.name(first)} it would have gone the other way: ${others}.`;
  },
};

const ordersOrSize: Rule<ComparisonFacts> = {
  name: 'more orders or larger ones',
  when: 'revenue changed by 1 % or more, and there are orders in both periods',
  kind: 'observation',
  say: ({ now, before, format, measure, hasOrders }) => {
    if (!hasOrders) return undefined;
    if (measure.key !== 'revenue' || now.orders === 0 || before.orders === 0 || before.revenue <= 0)
      return undefined;
    if (Math.abs((now.revenue - before.revenue) / before.revenue) < 0.01) return undefined;
    const orders = changeOf(now.orders, before.orders) ?? 0;
    const size = changeOf(now.revenue / now.orders, before.revenue / before.orders) ?? 0;
    const counts = `${format.count(before.orders)} to ${format.count(now.orders)}`;
    const [was, is] = [before, now].map(sums => format.amount(format.wholeMinor(sums.revenue / sums.orders)));
    const bySize = `average order: ${format.change(size)} (${was} to ${is})`;
    if (orders === 0) return `${plural(now.orders, 'order')} in both periods; ${bySize}.`;
    return `Orders: ${format.change(orders)} (${counts}); ${bySize}.`;
  },
};

const gone: Rule<ComparisonFacts> = {
  name: 'gone and new',
  when: 'values that sold in only one of the two periods; weekdays and the like only if asked for',
  kind: 'observation',
  say: facts => {
    if (!facts.isNamed) return undefined;
    // What sold in the later period alone may have sold long before: it is not called new.
    const isNew = facts.rows.filter(r => !r.before && r.now && r.now.revenue > 0 && r.key !== null);
    const isGone = facts.rows.filter(r => !r.now && r.before && r.before.revenue > 0 && r.key !== null);
    const names = (rows: readonly Contribution[]) => listedFirst(rows.map(facts.name), 2);
    const parts = [
      ...(isNew.length > 0 ? [`only in ${facts.nowText}: ${names(isNew)}`] : []),
      ...(isGone.length > 0 ? [`only in ${facts.beforeText}: ${names(isGone)}`] : []),
    ];
    return parts.length === 0 ? undefined : `${capital(facts.many)} with sales ${parts.join('; ')}.`;
  },
};

/**
 * The first value whose revenue moved by a tenth or more, by 1 % or more of all revenue before, and by more
 * than chance.
 */
function moved(facts: ComparisonFacts, direction: 1 | -1): Contribution | undefined {
  if (facts.measure.key !== 'revenue' || !facts.canExplain) return undefined;
  const whole = facts.of(facts.before);
  return facts.rows.find(r => {
    const change = r.change * direction;
    return (
      r.key !== null &&
      change > 0 &&
      change >= facts.of(r.before) * 0.1 &&
      change >= whole * 0.01 &&
      isBeyondChance(r)
    );
  });
}

const recover: Rule<ComparisonFacts> = {
  name: 'win back what shrank',
  when:
    'a value lost 10 % or more of what it brought, 1 % or more of all revenue before, ' +
    'and more than by chance; ' +
    'with enough orders to tell, and not by parts of the calendar',
  kind: 'action',
  say: facts => {
    const worst = moved(facts, -1);
    if (!worst) return undefined;
    const less = facts.format.figure(-worst.change, 'money');
    return `Look into ${facts.name(worst)} first: it brought ${less} less than in ${facts.beforeText}.`;
  },
};

const build: Rule<ComparisonFacts> = {
  name: 'build on what grew',
  when:
    'a value grew by 10 % or more, by 1 % or more of all revenue before, and more than by chance; ' +
    'with enough orders to tell, and not by parts of the calendar',
  kind: 'action',
  say: facts => {
    const best = moved(facts, 1);
    if (!best) return undefined;
    const more = facts.format.figure(best.change, 'money');
    return `See what made ${facts.name(best)} grow: it brought ${more} more than in ${facts.beforeText}.`;
  },
};

export const COMPARISON_RULES: readonly Rule<ComparisonFacts>[] = [
  grew,
  shrank,
  driver,
  ordersOrSize,
  gone,
  recover,
  build,
];

export default {
  title: 'Comparison (`compare`)',
  rules: COMPARISON_RULES,
} satisfies RuleSet<ComparisonFacts>;
