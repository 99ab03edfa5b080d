import { breakdownAnswer } from '../../../answering/breakdown/answer.js';
import { answerContext } from '../../../answering/context.js';
import { groupingFields } from '../../../answering/grouping-fields.js';
import { defineQuestion } from '../../../answering/question.js';
import { findingsOf } from '../../../core/answer/finding-rules.js';
import { followUpOf } from '../../../core/answer/follow-up.js';
import { formatFor, plural } from '../../../core/answer/format.js';
import { ShopkeeperError } from '../../../core/errors.js';
import { breakdown } from '../../../measures/breakdown.js';
import { ofKind, STATUS_RULES } from './findings.js';

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

  async answer(query, shop) {
    const status = (await groupingFields(shop.store)).find(d => d.key === 'status');
    if (!status)
      throw new ShopkeeperError(
        'The sales files have no order status.',
        'Load a file with a status column, or ask `sales dimensions` for what there is.',
      );
    const answer = await breakdownAnswer({ ...query, dimension: status }, shop);
    if (answer.rows.length === 0) return answer;
    const { scope } = await answerContext(query, shop);
    const { total, rows } = await breakdown(shop.store, scope, status.by);
    const format = formatFor(shop.currency);
    const facts = { total, rows, format };
    const findings = findingsOf(STATUS_RULES, facts);
    const lost = ofKind(facts, 'cancelled');
    const worth = lost.reduce((sum, r) => sum + Math.abs(r.revenue), 0);
    const orders = lost.reduce((sum, r) => sum + r.orders, 0);
    return {
      ...answer,
      title: 'Order status',
      headline:
        worth > 0 && orders > 0
          ? `${plural(orders, 'order')} worth ${format.amount(worth)} ${orders === 1 ? 'was' : 'were'} cancelled${total.revenue > 0 ? `: ${format.share(worth / total.revenue)} of revenue` : ''}.`
          : `No order is cancelled. ${answer.headline}`,
      observations: findings.observations,
      actions: findings.actions,
      followUps: [`sales -status:${lost[0]?.key ?? rows[0]?.key ?? ''}`, 'sales trend', 'sales by status']
        .filter(q => /^[\w .:-]+$/.test(q))
        .map(followUpOf),
    };
  },
});
export default orderStatus;
