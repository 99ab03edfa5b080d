import { breakdownAnswer } from '../../../answering/breakdown/answer.js';
import { answerContext, filterFor } from '../../../answering/context.js';
import { followUps, type Offer, sales } from '../../../answering/follow-ups.js';
import { type GroupingField, groupingFields } from '../../../answering/grouping-fields.js';
import { defineQuestion, type ParsedQuery } from '../../../answering/question.js';
import { findingsOf } from '../../../core/answer/finding-rules.js';
import { formatFor, plural } from '../../../core/answer/format.js';
import { ShopkeeperError } from '../../../core/errors.js';
import { breakdown } from '../../../measures/breakdown.js';
import { ofKind } from '../../../measures/order-statuses.js';
import type { StoreReader } from '../../../store/engine/transaction.js';
import { STATUS_RULES, type StatusFacts, sumOf } from './findings.js';

/** Orders by status, with what cancelled and disputed ones cost. */
const orderStatus = defineQuestion({
  family: 'sales',
  name: 'order-status',
  helpOrder: 12,
  words: [
    'order status',
    'order statuses',
    'cancellations',
    'cancelations',
    'cancellation',
    'lost orders',
    'state of orders',
    'status of orders',
    'disputes',
  ],
  optional: ['period', 'filters'],
  redundantWith: ['status', 'orders'],
  summary: 'Orders by status, and what cancelled, disputed and waiting orders are worth',
  examples: ['order-status', 'order-status {year}'],
  canonicalText: () => ({ text: 'order-status', includes: [] }),

  canAnswer: async (_query, store) => (await statusField(store)) !== undefined,

  async answer(query, shop) {
    const status = await statusField(shop.store);
    if (!status)
      throw new ShopkeeperError(
        'The sales files have no order status.',
        'Load a file with a status column, or ask `sales dimensions` for what there is.',
      );
    const answer = await breakdownAnswer({ ...query, dimension: status }, shop);
    if (answer.rows.length === 0) return answer;
    const { scope } = await answerContext(query, shop);
    const { total, rows } = await breakdown(shop.store, scope, status.by);
    const facts: StatusFacts = { total, rows, format: formatFor(shop.currency) };
    const findings = findingsOf(STATUS_RULES, facts);
    return {
      ...answer,
      title: 'Order status',
      headline: headline(facts) ?? `No order was cancelled. ${answer.headline}`,
      observations: findings.observations,
      actions: findings.actions,
      followUps: followUps(shop, query, offersOf(query, status, facts)),
    };
  },
});
export default orderStatus;

const statusField = async (store: StoreReader): Promise<GroupingField | undefined> =>
  (await groupingFields(store)).find(field => field.key === 'status');

/** What cancelled orders are worth; undefined if there are none. */
function headline(facts: StatusFacts): string | undefined {
  const { format, total } = facts;
  const { orders, revenue } = sumOf(ofKind(facts, 'cancelled'));
  if (orders === 0 || revenue === 0) return undefined;
  const share = total.revenue > 0 ? `: ${format.share(revenue / total.revenue)} of revenue` : '';
  const verb = orders === 1 ? 'was' : 'were';
  return `${plural(orders, 'order')} worth ${format.amount(revenue)} ${verb} cancelled${share}.`;
}

function offersOf(
  { filters }: ParsedQuery,
  status: GroupingField,
  facts: StatusFacts,
): (Offer | undefined)[] {
  const [cancelled] = ofKind(facts, 'cancelled');
  const filter = cancelled && filterFor(status, cancelled, true);
  return [
    filter && sales('totals', { filters: [...filters, filter], label: 'Sales without cancelled orders' }),
    sales('trend'),
    sales('by', { dimension: status }),
  ];
}
