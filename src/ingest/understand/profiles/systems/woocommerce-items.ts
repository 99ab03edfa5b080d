import type { Profile, ProfileMoney } from '../profile.js';
import type { ProfileFile } from '../profile-file.js';
import { wooCommerceStates } from '../woocommerce.js';

/**
 * The orders that Customer/Order Export and WebToffee's Order Export write for WooCommerce: a row for each
 * item, or a row for each order with its items in cells, which are rows of their own then.
 */
const wooCommerceItems: Profile = {
  name: 'WooCommerce orders with items',
  signature: {
    all: ['order_id', 'status', 'item_name', 'item_quantity', 'item_total'],
    any: ['discount_total', 'order_total'],
  },
  roles: {
    orderId: ['order_number_formatted', 'order_number', 'order_id'],
    date: ['date', 'order_date'],
    email: ['billing_email', 'customer_email'],
    customerId: ['customer_id', 'customer_user'],
    customerName: null,
    productId: 'item_sku',
    productName: 'item_name',
    category: null,
    quantity: 'item_quantity',
    unitPrice: 'item_price',
    status: 'status',
    currency: ['order_currency', 'currency'],
    country: ['shipping_country', 'billing_country'],
    state: ['shipping_state', 'billing_state'],
    city: ['shipping_city', 'billing_city'],
    promotion: null,
    channel: null,
    lineNumber: null,
  },
  money,
  rows: [
    ...wooCommerceStates('status'),
    { column: 'item_name', values: 'blank', kind: 'notASale', what: 'orders without items' },
    { column: 'status', values: ['refunded'], kind: 'returned', what: 'refunded orders' },
  ],
  ignore: [
    'order_id',
    'order_number',
    'item_id',
    'item_meta',
    'customer_note',
    'order_notes',
    'billing_phone',
    'shipping_phone',
    'order_key',
    'transaction_id',
    'customer_ip_address',
    'customer_user_agent',
    'wt_import_key',
    'shipping_items',
    'fee_items',
    'tax_items',
    'coupon_items',
    'refund_items',
    'refunds',
    'cart_discount',
    'order_discount',
  ],
  nobody: ['0'],
  documentation: {
    revenue: 'item_total (after discounts, without tax) less item_refunded, with the pieces that came back',
    leftOut:
      'shipping, fees, taxes; failed, unpaid and draft orders; cancelled orders are kept and not counted',
  },
};
export default wooCommerceItems;

const LINES = ['item_subtotal', 'item_total'];

function money(file: ProfileFile): ProfileMoney | undefined {
  const hasAll = (...headers: string[]) => headers.every(h => file.has(h));
  const proofs = [
    ...(hasAll('item_subtotal', 'discount_total')
      ? [{ total: 'discount_total', plus: ['item_subtotal'], minus: ['item_total'] }]
      : []),
    ...(hasAll('order_total', 'shipping_total', 'tax_total')
      ? [{ total: 'order_total', plus: ['item_total', 'shipping_total', 'fee_total', 'tax_total'] }]
      : []),
  ];
  if (proofs.length === 0 || !proofs.every(sum => file.holds({ ...sum, per: 'order', lines: LINES })))
    return undefined;
  return {
    base: { amount: 'item_total' },
    parts: [
      { what: 'discount', column: 'discount_total', per: 'order' },
      { what: 'tax', column: 'item_total_tax' },
      { what: 'shipping', column: 'shipping_total', per: 'order' },
      { what: 'refund', column: 'item_refunded', factor: -1, pieces: 'item_refunded_qty' },
    ],
    says: moneyAlone(file),
  };
}

/** Says of orders of which money was paid back for no item, and not all of it. */
function moneyAlone(file: ProfileFile): string[] {
  const of = (header: string) => file.values(header, 'order');
  const [refunds, items, totals] = [
    of('refunded_total'),
    file.values('item_refunded', 'lines'),
    of('order_total'),
  ];
  const alone = refunds.filter((r, i) => r && !items[i] && r < (totals[i] ?? Infinity)).length;
  return alone === 0
    ? []
    : [`Money was paid back for no item in ${alone} orders ("refunded_total"), which is not taken off.`];
}
