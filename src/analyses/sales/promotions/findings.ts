import type { Rule, RuleSet } from '../../../core/answer/finding-rules.js';
import type { Format } from '../../../core/answer/format.js';
import { plural } from '../../../core/answer/format.js';
import type { GroupSums, Sums } from '../../../store/scope/sums.js';

/** What a promotion brought. Money in minor units. */
export type Promoted = Sums & { readonly newCustomers: number };

/** Sales with a promotion beside those without. */
export interface PromotionFacts {
  readonly format: Format;
  readonly total: GroupSums;
  /** The largest first. */
  readonly promoted: readonly Promoted[];
  /** All lines with any promotion, each order once. */
  readonly withAny: GroupSums;
  readonly without: Promoted | undefined;
}

const average = (s: Pick<Sums, 'revenue' | 'orders'>): number => (s.orders === 0 ? 0 : s.revenue / s.orders);

const basket: Rule<PromotionFacts> = {
  name: 'order with and without',
  when: 'orders with a promotion and without one, three or more each',
  kind: 'observation',
  say: ({ promoted, without, format }) => {
    const sum = (of: (s: Sums) => number) => promoted.reduce((total, p) => total + of(p), 0);
    const all = { revenue: sum(p => p.revenue), orders: sum(p => p.orders) };
    if (!without || all.orders < 3 || without.orders < 3 || average(without) <= 0) return undefined;
    const [promotedText, usual] = [all, without].map(s => format.amount(format.wholeMinor(average(s))));
    const change = format.change(average(all) / average(without) - 1);
    return (
      `An order with a promotion is worth ${promotedText} on average, ` +
      `${change} against ${usual} without one.`
    );
  },
};

const newcomers: Rule<PromotionFacts> = {
  name: 'new customers',
  when: 'a promotion brought first orders: the one that brought most',
  kind: 'observation',
  say: ({ promoted, format }) => {
    const best = promoted.reduce<PromotionFacts['promoted'][number] | undefined>(
      (a, b) => (b.newCustomers > (a?.newCustomers ?? 0) ? b : a),
      undefined,
    );
    if (!best) return undefined;
    const share =
      best.customers > 0 ? `, ${format.share(best.newCustomers / best.customers)} of all who used it` : '';
    return `${best.label ?? best.key} brought ${plural(best.newCustomers, 'new customer')}${share}.`;
  },
};

const stop: Rule<PromotionFacts> = {
  name: 'a promotion that brings little',
  when:
    'three or more promotions with three or more orders each; ' +
    'the one whose orders are smallest is 20 % or more below those without',
  kind: 'action',
  say: ({ promoted, without, format }) => {
    const compared = promoted.filter(p => p.orders >= 3);
    if (!without || without.orders < 3 || compared.length < 3) return undefined;
    const worst = compared.reduce((a, b) => (average(b) < average(a) ? b : a));
    if (average(worst) > average(without) * 0.8) return undefined;
    const size = format.amount(format.wholeMinor(average(worst)));
    const change = format.change(average(worst) / average(without) - 1);
    return (
      `Reconsider ${worst.label ?? worst.key}: its orders are worth ${size} on average, ` +
      `${change} against those without a promotion.`
    );
  },
};

const again: Rule<PromotionFacts> = {
  name: 'a promotion to repeat',
  when:
    'two or more promotions with three or more orders each: ' +
    'the one with the most new customers per order, if above the others by half',
  kind: 'action',
  say: ({ promoted, format }) => {
    const compared = promoted.filter(p => p.orders >= 3);
    if (compared.length < 2) return undefined;
    const rate = (p: PromotionFacts['promoted'][number]) => p.newCustomers / p.orders;
    const [best, next] = [...compared].sort((a, b) => rate(b) - rate(a));
    if (!best || !next || best.newCustomers < 3 || rate(best) < rate(next) * 1.5) return undefined;
    const share = format.share(rate(best));
    return `Use ${best.label ?? best.key} again to win customers: ${share} of its orders were first orders.`;
  },
};

export const PROMOTION_RULES: readonly Rule<PromotionFacts>[] = [basket, newcomers, again, stop];

export default { title: 'Promotions', rules: PROMOTION_RULES } satisfies RuleSet<PromotionFacts>;
