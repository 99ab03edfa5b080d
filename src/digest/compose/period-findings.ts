import type { Rule, RuleSet } from '../../core/answer/finding-rules.js';
import { type Format, plural } from '../../core/answer/format.js';

/** Revenue and orders of a period, and orders of the one before. Money in minor units. */
export interface PeriodFacts {
  /** `day`, `week`, `month`. */
  readonly grain: string;
  readonly format: Format;
  readonly revenue: number;
  /** The usual revenue of the periods around it; undefined if the period does not stand out. */
  readonly usual: number | undefined;
  readonly orders: number;
  readonly cancelled: { readonly orders: number; readonly revenue: number };
  readonly ordersBefore: number;
  readonly cancelledBefore: number;
}

const standsOut: Rule<PeriodFacts> = {
  name: 'a period that stands out',
  when: 'revenue lies more than 3.5 robust deviations from the median of the periods around it',
  kind: 'observation',
  say: ({ grain, format, revenue, usual }) => {
    if (usual === undefined) return undefined;
    const typical = `a typical ${grain} around it has ${format.amount(format.wholeMinor(usual))}`;
    return `An unusual ${grain}: ${format.amount(revenue)}; ${typical}.`;
  },
};

const cancellations: Rule<PeriodFacts> = {
  name: 'cancellations',
  when: 'orders of the period were cancelled; with the share of the period before, if it had orders',
  kind: 'observation',
  say: ({ grain, format, orders, cancelled, ordersBefore, cancelledBefore }) => {
    if (cancelled.orders === 0 || orders === 0) return undefined;
    const before =
      ordersBefore > 0 ? `; ${format.share(cancelledBefore / ordersBefore)} the ${grain} before` : '';
    const were = cancelled.orders === 1 ? 'was' : 'were';
    const share = format.share(cancelled.orders / orders);
    const which = `${plural(cancelled.orders, 'order')} worth ${format.amount(cancelled.revenue)}`;
    return `${which} ${were} cancelled, ${share} of all${before}.`;
  },
};

export const PERIOD_RULES: readonly Rule<PeriodFacts>[] = [standsOut, cancellations];

export default { title: 'The digest', rules: PERIOD_RULES } satisfies RuleSet<PeriodFacts>;
