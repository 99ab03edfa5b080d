import type { Rule, RuleSet } from '../../core/answer/finding-rules.js';
import { type Format, plural } from '../../core/answer/format.js';

/** What happened to orders in a period, beside the one before. Money in minor units. */
export interface PeriodFacts {
  /** `day`, `week`, `month`. */
  readonly grain: string;
  readonly format: Format;
  readonly revenue: number;
  /** What is usual around the period, where it stands out from that. */
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
  say: ({ grain, format, revenue, usual }) =>
    usual === undefined
      ? undefined
      : `An unusual ${grain}: ${format.amount(revenue)}, where ${format.amount(Math.round(usual))} are usual around it.`,
};

const cancellations: Rule<PeriodFacts> = {
  name: 'cancellations',
  when: 'orders of the period were cancelled; with the share of the period before, where there were orders',
  kind: 'observation',
  say: ({ grain, format, orders, cancelled, ordersBefore, cancelledBefore }) => {
    if (cancelled.orders === 0 || orders === 0) return undefined;
    const before =
      ordersBefore > 0 ? `; ${format.share(cancelledBefore / ordersBefore)} the ${grain} before` : '';
    return `${plural(cancelled.orders, 'order')} worth ${format.amount(cancelled.revenue)} ${cancelled.orders === 1 ? 'was' : 'were'} cancelled, ${format.share(cancelled.orders / orders)} of all${before}.`;
  },
};

export const PERIOD_RULES: readonly Rule<PeriodFacts>[] = [standsOut, cancellations];

export default { title: 'The digest', rules: PERIOD_RULES } satisfies RuleSet<PeriodFacts>;
