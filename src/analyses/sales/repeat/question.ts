import { type AnswerContext, answerContext } from '../../../answering/context.js';
import { followUps, SEGMENTS, sales } from '../../../answering/follow-ups.js';
import { CUSTOMER } from '../../../answering/grouping-fields.js';
import { defineQuestion, type ParsedQuery } from '../../../answering/question.js';
import type { ShopView } from '../../../answering/shop.js';
import { nothingSold, skeleton } from '../../../answering/skeleton.js';
import { answerOf, type Column, type Row } from '../../../core/answer/answer.js';
import type { TrendChart } from '../../../core/answer/chart-spec.js';
import { findingsOf } from '../../../core/answer/finding-rules.js';
import { formatFor, plural } from '../../../core/answer/format.js';
import { type Note, remark } from '../../../core/answer/notes.js';
import { showRange } from '../../../core/calendar/grain.js';
import { ShopkeeperError } from '../../../core/errors.js';
import { fraction } from '../../../measures/measures.js';
import { linesOf } from '../../../store/lines/index.js';
import { boughtBefore } from '../../../store/scope/bought-before.js';
import { hasCustomers } from '../../../store/tables/customers.js';
import { MOST_ORDERS, type Repeat, repeatOf } from './figures.js';
import { REPEAT_RULES, type RepeatFacts } from './findings.js';

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

  canAnswer: (_query, store) => hasCustomers(store),

  async answer(query, shop) {
    const context = await answerContext(query, shop);
    const base = skeleton(query, context, shop, 'Repeat purchases');
    const orders = await (await linesOf(shop.store)).orders(context.scope);
    if (orders.count === 0) return nothingSold(base, context, query, shop);
    const isPeriod = context.days.from > context.data.from;
    const earlier = isPeriod ? await boughtBefore(shop.store, context.days.from) : undefined;
    const facts: RepeatFacts = {
      ...repeatOf(orders, earlier),
      format: formatFor(shop.currency),
      isPeriod,
    };
    if (facts.customers === 0)
      throw new ShopkeeperError(
        'The sales name no customers, so nobody can be seen to come back.',
        'Load a file with a customer id, name or e-mail column.',
      );
    const findings = findingsOf(REPEAT_RULES, facts);
    return answerOf({
      ...base,
      headline: headline(facts, query),
      ...tableOf(facts),
      charts: [chartOf(facts, context, shop)],
      observations: findings.observations,
      actions: findings.actions,
      notes: [...withoutCustomerNotes(facts), ...base.notes],
      followUps: followUps(shop, query, [
        SEGMENTS,
        sales('top', { dimension: CUSTOMER }),
        sales('pareto', { dimension: CUSTOMER }),
      ]),
    });
  },
});
export default repeat;

/** Customers who had ordered before the period, or ordered more than once in it. */
const returning = ({ customers, once }: Repeat): number => customers - once.customers;

/** New or returning is judged by all orders up to the end of the period, not by those in it alone. */
function headline(facts: RepeatFacts, { period }: ParsedQuery): string {
  const { customers, knownBefore, format, isPeriod } = facts;
  const mean = Math.round((facts.orders / customers) * 100) / 100;
  const average = `${format.figure(mean, 'number')} ${mean === 1 ? 'order' : 'orders'} on average`;
  const text = cameBack(facts);
  if (!isPeriod || !period) return `${text}; a customer places ${average}.`;
  const name = showRange(period.range);
  const placed = `a customer placed ${average}`;
  const known = customers === 1 ? 'it' : 'all of them';
  if (knownBefore === customers) return `${text}: ${known} had ordered before ${name}; ${placed}.`;
  const newCustomers = customers - knownBefore;
  const again = format.count(newCustomers - facts.once.customers);
  return (
    `${text}: ${format.count(knownBefore)} had ordered before ${name}, ` +
    `and ${again} of ${plural(newCustomers, 'new customer')} ordered again; ${placed}.`
  );
}

/**
 * `37.8% of 2,253 customers came back (852)`, `All 40 customers came back`, `The only customer came back`.
 */
function cameBack(facts: RepeatFacts): string {
  const { customers, format } = facts;
  const count = returning(facts);
  if (customers === 1) return `The only customer ${count === 1 ? 'came back' : 'has not come back'}`;
  if (count === customers) return `All ${plural(customers, 'customer')} came back`;
  if (count === 0) return `None of ${plural(customers, 'customer')} came back`;
  return (
    `${format.share(count / customers)} of ${plural(customers, 'customer')} came back ` +
    `(${format.count(count)})`
  );
}

const countLabel = (orders: number): string =>
  orders === MOST_ORDERS ? `${orders} or more orders` : plural(orders, 'order');

function tableOf({ byOrders, customers, revenue, format }: RepeatFacts): { columns: Column[]; rows: Row[] } {
  return {
    columns: [
      { key: 'orders', label: 'Orders', unit: 'text' },
      { key: 'customers', label: 'Customers', unit: 'count' },
      { key: 'share', label: 'Share', unit: 'share' },
      { key: 'revenue', label: 'Revenue', unit: 'money' },
      { key: 'revenueShare', label: 'Of revenue', unit: 'share' },
      { key: 'averageRevenue', label: 'A customer', unit: 'money' },
    ],
    rows: byOrders
      .filter(count => count.customers > 0)
      .map(count => ({
        orders: countLabel(count.orders),
        customers: count.customers,
        share: fraction(count.customers, customers),
        revenue: format.major(count.revenue),
        revenueShare: fraction(count.revenue, revenue),
        averageRevenue: format.major(format.wholeMinor(count.revenue / count.customers)),
      })),
  };
}

function chartOf(facts: RepeatFacts, { text }: AnswerContext, { currency }: ShopView): TrendChart {
  const { byOrders, customers, format } = facts;
  const figures = byOrders
    .filter(count => count.customers > 0)
    .map(count => `${countLabel(count.orders)} ${format.count(count.customers)}`);
  return {
    kind: 'trend',
    title: `${format.share(returning(facts) / customers)} of the customers came back`,
    subtitle: `Customers by their number of orders · ${text}`,
    alt: `Customers by orders, ${text}: ${figures.join(', ')}`,
    unit: 'count',
    currency,
    labels: byOrders.map(({ orders }) =>
      orders === MOST_ORDERS ? `${orders}+ orders` : plural(orders, 'order'),
    ),
    values: byOrders.map(count => count.customers),
    partialLast: false,
    isCycle: true,
  };
}

function withoutCustomerNotes({ withoutCustomer }: Repeat): Note[] {
  if (withoutCustomer === 0) return [];
  const verb = withoutCustomer === 1 ? 'is' : 'are';
  return [remark(`${plural(withoutCustomer, 'order')} without a customer ${verb} left out.`)];
}
