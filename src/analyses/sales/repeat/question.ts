import { answerContext } from '../../../answering/context.js';
import { defineQuestion } from '../../../answering/question.js';
import { nothingSold, skeleton } from '../../../answering/skeleton.js';
import { answerOf } from '../../../core/answer/answer.js';
import { findingsOf } from '../../../core/answer/finding-rules.js';
import { formatFor, plural } from '../../../core/answer/format.js';
import { ShopkeeperError } from '../../../core/errors.js';
import { fraction } from '../../../measures/measures.js';
import { listOrders } from '../../../store/columns/index.js';
import { MOST_ORDERS, repeatOf } from './figures.js';
import { REPEAT_RULES } from './findings.js';

/** How often customers buy, who comes back, and after how long. */
const repeat = defineQuestion({
  family: 'sales',
  name: 'repeat',
  helpOrder: 10,
  words: [
    'repeat',
    'repeat rate',
    'repeat purchase',
    'repeat purchases',
    'repeat purchase rate',
    'purchase frequency',
    'frequency',
    'order frequency',
    'how often',
    'often',
    'come back',
    'came back',
    'returning customers',
    'retention',
    'loyalty',
    'time between orders',
    'repeat customers',
    'repeat buyers',
    'reorder rate',
    'buy again',
    'bought again',
  ],
  optional: ['period', 'filters'],
  redundantWith: ['customer', 'customers', 'orders'],
  summary: 'How often customers order, how many come back, and after how many days',
  examples: ['repeat', 'repeat {year}'],
  canonicalText: () => ({ text: 'repeat', includes: [] }),

  async answer(query, shop) {
    const context = await answerContext(query, shop);
    const base = skeleton(query, context, shop, 'Repeat purchases');
    const orders = await listOrders(shop.store, context.scope);
    if (orders.count === 0) return nothingSold(base, context);
    const found = repeatOf(orders);
    if (found.customers === 0)
      throw new ShopkeeperError(
        'The sales name no customers, so nobody can be seen to come back.',
        'Load a file with a customer id, name or e-mail column.',
      );
    const format = formatFor(shop.currency);
    const findings = findingsOf(REPEAT_RULES, { ...found, format });
    const label = (n: number) => (n === MOST_ORDERS ? `${n} or more orders` : plural(n, 'order'));
    const shown = found.byOrders.filter(b => b.customers > 0);
    return answerOf({
      ...base,
      headline: `${format.share(found.repeaters / found.customers)} of ${plural(found.customers, 'customer')} came back (${format.count(found.repeaters)}); a customer places ${format.figure(Math.round((found.orders / found.customers) * 100) / 100, 'number')} orders on average.`,
      columns: [
        { key: 'orders', label: 'Orders', unit: 'text' },
        { key: 'customers', label: 'Customers', unit: 'count' },
        { key: 'share', label: 'Share', unit: 'share' },
        { key: 'revenue', label: 'Revenue', unit: 'money' },
        { key: 'revenueShare', label: 'Of revenue', unit: 'share' },
        { key: 'averageRevenue', label: 'A customer', unit: 'money' },
      ],
      rows: shown.map(b => ({
        orders: label(b.orders),
        customers: b.customers,
        share: fraction(b.customers, found.customers),
        revenue: format.major(b.revenue),
        revenueShare: fraction(b.revenue, found.revenue),
        averageRevenue: format.major(Math.round(b.revenue / b.customers)),
      })),
      charts: [
        {
          kind: 'trend',
          title: `${format.share(found.repeaters / found.customers)} of the customers came back`,
          subtitle: `Customers by their number of orders · ${context.text}`,
          alt: `Customers by orders, ${context.text}: ${shown.map(b => `${label(b.orders)} ${format.count(b.customers)}`).join(', ')}`,
          unit: 'count',
          currency: shop.currency,
          labels: found.byOrders.map(b =>
            b.orders === MOST_ORDERS ? `${b.orders}+ orders` : plural(b.orders, 'order'),
          ),
          values: found.byOrders.map(b => b.customers),
          partialLast: false,
          isCycle: true,
        },
      ],
      observations: findings.observations,
      actions: findings.actions,
      notes: [
        ...(found.withoutCustomer > 0
          ? [`${plural(found.withoutCustomer, 'order')} without a customer left out.`]
          : []),
        ...base.notes,
      ],
      followUps: ['segment', 'sales top-customers', 'sales pareto'],
    });
  },
});
export default repeat;
