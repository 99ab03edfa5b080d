import { answerContext, lineNotes } from '../../../answering/context.js';
import { nameOf } from '../../../answering/dimension-words.js';
import { groupingFields } from '../../../answering/grouping-fields.js';
import { defineQuestion } from '../../../answering/question.js';
import { nothingSold, skeleton } from '../../../answering/skeleton.js';
import { answerOf } from '../../../core/answer/answer.js';
import { findingsOf } from '../../../core/answer/finding-rules.js';
import { formatFor, plural } from '../../../core/answer/format.js';
import { ShopkeeperError } from '../../../core/errors.js';
import { named } from '../../../measures/breakdown.js';
import { averageOrderValue, fraction } from '../../../measures/measures.js';
import { type Sums, sumsBy, totalSums } from '../../../store/scope/sums.js';
import { dimensionColumn } from '../../../store/tables/dimensions.js';
import { newCustomersBy } from './figures.js';
import { PROMOTION_RULES, type PromotionFacts } from './findings.js';

const IS_PROMOTION = /promo|coupon|campaign|discountcode|voucher/i;
/** What exports write where no promotion was used. */
const NONE = /^(none|no|n\/a|no promo(tion)?|-|0|false)$/i;

/** What promotions bring: revenue, orders and new customers, with and without. */
const promotions = defineQuestion({
  family: 'sales',
  name: 'promotions',
  helpOrder: 13,
  words: [
    'promotions',
    'promotion',
    'promos',
    'promo',
    'campaigns',
    'campaign',
    'coupons',
    'coupon',
    'vouchers',
    'voucher',
    'discount codes',
    'promotion response',
    'response',
    'promotion effect',
  ],
  optional: ['period', 'filters'],
  redundantWith: ['promotion'],
  summary: 'What each promotion brings: revenue, orders and new customers, beside sales without',
  examples: ['promotions', 'promotions last quarter'],
  canonicalText: () => ({ text: 'promotions', includes: [] }),

  async answer(query, shop) {
    const { store } = shop;
    const dimension = (await groupingFields(store)).find(d => IS_PROMOTION.test(d.key));
    if (dimension?.by.kind !== 'dimension')
      throw new ShopkeeperError(
        'The sales files name no promotions.',
        'Load a file with a promotion, campaign or coupon column, or ask `sales dimensions` for what there is.',
      );
    const context = await answerContext(query, shop);
    const base = skeleton(query, context, shop, 'Promotions');
    const { total, groups } = await sumsBy(store, context.scope, dimension.by);
    if (total.lines === 0) return nothingSold(base, context);
    const fresh = await newCustomersBy(store, context.scope, dimension.by.dimension);
    const all = (
      await named(
        store,
        dimension.by,
        groups.sort((a, b) => b.revenue - a.revenue),
      )
    ).map(s => ({
      ...s,
      newCustomers: fresh.get(s.id) ?? 0,
    }));
    const isNone = (s: (typeof all)[number]) => s.key === null || NONE.test(String(s.key));
    const promoted = all.filter(s => !isNone(s));
    const format = formatFor(shop.currency);
    const without = addedUp(all.filter(isNone));
    const facts: PromotionFacts = { format, promoted, without };
    const findings = findingsOf(PROMOTION_RULES, facts);
    // An order may have used two promotions.
    const none = all.filter(isNone).map(s => ({ id: s.id, value: String(s.key ?? '') }));
    const column = dimensionColumn(dimension.by.dimension);
    const filters = [...context.scope.filters, { field: dimension, column, values: none, exclude: true }];
    const valued = { field: dimension, column, values: [{ id: 0, value: '' }], exclude: true };
    const { revenue: sum, orders } = await totalSums(store, {
      ...context.scope,
      filters: [...filters, valued],
    });
    const [first] = promoted;
    if (!first)
      return answerOf({
        ...base,
        headline: `No sale in ${context.text} used a promotion.`,
        followUps: ['sales'],
      });
    const shown = facts.without ? [...promoted, facts.without] : promoted;
    const name = (s: (typeof all)[number]) => (isNone(s) ? 'No promotion' : nameOf(s, 'promotion'));
    return answerOf({
      ...base,
      headline: `Promotions brought ${format.amount(sum)} from ${plural(orders, 'order')}${total.revenue > 0 ? `, ${format.share(sum / total.revenue)} of revenue` : ''}; ${nameOf(first, 'promotion')} leads with ${format.amount(first.revenue)}.`,
      columns: [
        { key: dimension.key, label: dimension.label, unit: 'text' },
        { key: 'revenue', label: 'Revenue', unit: 'money' },
        { key: 'share', label: 'Share', unit: 'share' },
        { key: 'orders', label: 'Orders', unit: 'count' },
        { key: 'customers', label: 'Customers', unit: 'count' },
        { key: 'newCustomers', label: 'New customers', unit: 'count' },
        { key: 'averageOrderValue', label: 'Avg order', unit: 'money' },
      ],
      rows: shown.map(s => ({
        [dimension.key]: isNone(s) ? 'No promotion' : s.key,
        revenue: format.major(s.revenue),
        share: fraction(s.revenue, total.revenue),
        orders: s.orders,
        customers: s.customers,
        newCustomers: s.newCustomers,
        averageOrderValue: averageOrderValue.of(s, shop.currency),
      })),
      charts: [
        {
          kind: 'ranking',
          title: `${nameOf(first, 'promotion')} brought the most: ${format.amountShort(first.revenue)}`,
          subtitle: `Revenue and new customers by promotion · ${context.text}`,
          alt: `Revenue by promotion, ${context.text}: ${shown
            .slice(0, 15)
            .map(s => `${name(s)} ${format.amount(s.revenue)}`)
            .join(', ')}`,
          unit: 'money',
          currency: shop.currency,
          labels: shown.slice(0, 15).map(name),
          values: shown.slice(0, 15).map(s => format.major(s.revenue)),
          notes: shown.slice(0, 15).map(s => `${format.count(s.newCustomers)} new`),
        },
      ],
      observations: findings.observations,
      actions: findings.actions,
      notes: [
        'A new customer is one who used the promotion on the first day of ordering at all.',
        ...base.notes,
        ...lineNotes(total),
      ],
      followUps: ['sales trend by month', 'sales repeat', 'sales top-products'],
    });
  },
});
export default promotions;

type Promoted = Sums & { readonly newCustomers: number };

/** What has no promotion, whether the cell is empty or says so. */
function addedUp(none: readonly Promoted[]): Promoted | undefined {
  const [first] = none;
  if (!first) return undefined;
  const sum = (of: (s: Promoted) => number) => none.reduce((total, s) => total + of(s), 0);
  return {
    ...first,
    revenue: sum(s => s.revenue),
    orders: sum(s => s.orders),
    lines: sum(s => s.lines),
    customers: Math.max(...none.map(s => s.customers)),
    newCustomers: sum(s => s.newCustomers),
  };
}
