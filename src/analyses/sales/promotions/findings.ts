import type { Rule, RuleSet } from '../../../core/answer/finding-rules.js';
import type { Format } from '../../../core/answer/format.js';
import { plural } from '../../../core/answer/format.js';
import type { Sums } from '../../../store/scope/sums.js';

/** Sales with a promotion beside those without. Money in minor units. */
export interface PromotionFacts {
  readonly format: Format;
  readonly promoted: readonly (Sums & { readonly newCustomers: number })[];
  readonly without: (Sums & { readonly newCustomers: number }) | undefined;
}

const average = (s: Pick<Sums, 'revenue' | 'orders'>): number => (s.orders === 0 ? 0 : s.revenue / s.orders);

const basket: Rule<PromotionFacts> = {
  name: 'order with and without',
  when: 'orders with a promotion and without one, three or more each',
  kind: 'observation',
  say: ({ promoted, without, format }) => {
    const all = promoted.reduce((t, p) => ({ revenue: t.revenue + p.revenue, orders: t.orders + p.orders }), {
      revenue: 0,
      orders: 0,
    });
    if (!without || all.orders < 3 || without.orders < 3) return undefined;
    const [own, usual] = [average(all), average(without)];
    if (usual <= 0) return undefined;
    return `An order with a promotion is ${format.amount(Math.round(own))} on average, without one ${format.amount(Math.round(usual))} (${format.change(own / usual - 1)}).`;
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
    return best
      ? `${best.label ?? best.key} brought ${plural(best.newCustomers, 'new customer')}${best.customers > 0 ? `, ${format.share(best.newCustomers / best.customers)} of all who used it` : ''}.`
      : undefined;
  },
};

const stop: Rule<PromotionFacts> = {
  name: 'a promotion that brings little',
  when: 'three or more promotions with three or more orders each; the one whose orders are smallest is 20 % or more below those without',
  kind: 'action',
  say: ({ promoted, without, format }) => {
    const known = promoted.filter(p => p.orders >= 3);
    if (!without || without.orders < 3 || known.length < 3) return undefined;
    const worst = known.reduce((a, b) => (average(b) < average(a) ? b : a));
    if (average(worst) > average(without) * 0.8) return undefined;
    return `Look at ${worst.label ?? worst.key}: its orders are ${format.amount(Math.round(average(worst)))} on average, ${format.change(average(worst) / average(without) - 1)} against those without a promotion.`;
  },
};

const again: Rule<PromotionFacts> = {
  name: 'a promotion to repeat',
  when: 'two or more promotions with three or more orders each: the one with the most new customers per order, if above the others by half',
  kind: 'action',
  say: ({ promoted, format }) => {
    const known = promoted.filter(p => p.orders >= 3);
    if (known.length < 2) return undefined;
    const rate = (p: PromotionFacts['promoted'][number]) => p.newCustomers / p.orders;
    const [best, next] = [...known].sort((a, b) => rate(b) - rate(a));
    if (!best || !next || best.newCustomers < 3 || rate(best) < rate(next) * 1.5) return undefined;
    return `Use ${best.label ?? best.key} again to win customers: ${format.share(rate(best))} of its orders were first orders.`;
  },
};

export const PROMOTION_RULES: readonly Rule<PromotionFacts>[] = [basket, newcomers, again, stop];

export default { title: 'Promotions', rules: PROMOTION_RULES } satisfies RuleSet<PromotionFacts>;
