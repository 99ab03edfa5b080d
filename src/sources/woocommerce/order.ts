import type { SourceLine, SourceOrder } from '../source.js';
import type { FoundOrder, WooOrder, WooRefund } from './answers.js';

/** Orders of these statuses were not sold: a basket, a payment that is awaited or failed, the bin. */
const NOT_SOLD = new Set([
  'checkout-draft',
  'auto-draft',
  'draft',
  'pending',
  'failed',
  'cancelled',
  'trash',
]);

/** An order that is set aside, as it is not what WooCommerce's orders are. */
export const oddOrder = ({ number }: Pick<FoundOrder, 'number'>): SourceOrder => ({
  key: number,
  currency: '',
  customer: null,
  lines: [],
  unreadable: "it is not as WooCommerce's orders are: a plugin may have changed it",
});

/** Whether an order counts as sold. A refunded one does: its refunds are lines of their own. */
export const countsInWoo = ({ status }: Pick<WooOrder, 'status'>): boolean => !NOT_SOLD.has(status);

/**
 * An order with its refunds as lines of their own days. Goods and fees count, without tax and shipping. A
 * refund of an amount without goods is a line of its own, since net sales would be too high without it.
 */
export function orderOf(order: WooOrder, refunds: readonly WooRefund[]): SourceOrder {
  const { billing, customer_id: id } = order;
  const name = `${billing.first_name} ${billing.last_name}`.trim();
  return {
    key: order.number,
    currency: order.currency,
    customer: {
      id: id === 0 ? null : String(id),
      email: billing.email || null,
      name: name || null,
      postcode: billing.postcode || null,
    },
    status: order.status,
    country: billing.country || null,
    city: billing.city || null,
    lines: [
      ...order.line_items.map(item => soldLine(item, order.date_created_gmt)),
      ...order.fee_lines.map(fee => feeLine(fee, order.date_created_gmt, '1')),
      ...refunds.flatMap(refundLines),
    ],
  };
}

const soldLine = (item: WooOrder['line_items'][number], at: string): SourceLine => ({
  at: `${at}Z`,
  product: item.name,
  quantity: String(item.quantity),
  amount: item.total,
  isReturn: item.quantity < 0,
  tax: item.total_tax,
});

const feeLine = (fee: WooOrder['fee_lines'][number], at: string, quantity: '1' | '-1'): SourceLine => ({
  at: `${at}Z`,
  product: fee.name || 'Fee',
  quantity,
  amount: fee.total,
  isReturn: quantity === '-1',
  tax: fee.total_tax,
});

function refundLines(refund: WooRefund): SourceLine[] {
  const at = refund.date_created_gmt;
  const goods = refund.line_items.filter(item => item.quantity !== 0 || Number(item.total) !== 0);
  const lines = [
    ...goods.map(item => ({ ...soldLine(item, at), isReturn: true })),
    ...refund.fee_lines.map(fee => feeLine(fee, at, '-1')),
  ];
  if (lines.length > 0 || refund.shipping_lines.length > 0) return lines;
  return [
    {
      at: `${at}Z`,
      product: 'Refund without products',
      quantity: '0',
      amount: refund.amount.startsWith('-') ? refund.amount : `-${refund.amount}`,
      isReturn: true,
    },
  ];
}
