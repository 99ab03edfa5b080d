import type { Profile, ProfileMoney } from '../profile.js';
import type { ProfileFile } from '../profile-file.js';
import { wooCommerceStates } from '../woocommerce.js';

/** The orders that Customer/Order Export writes for WooCommerce, a row for each item. */
const wooCommerceItems: Profile = {
  name: 'WooCommerce Customer/Order Export, by item',
  signature: {
    all: ['order_id', 'status', 'item_name', 'item_quantity', 'item_subtotal', 'item_total'],
    any: ['discount_total', 'order_total'],
  },
  roles: {
    orderId: ['order_number_formatted', 'order_number', 'order_id'],
    date: ['date', 'order_date'],
    email: 'billing_email',
    customerId: 'customer_id',
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
    { column: 'status', values: ['refunded'], kind: 'returned', what: 'refunded orders' },
  ],
  ignore: ['order_id', 'order_number', 'item_id', 'item_meta', 'customer_note', 'billing_phone', 'order_key'],
  nobody: ['0'],
  documentation: {
    revenue: 'item_total (after discounts, without tax) less item_refunded, with the pieces that came back',
    leftOut:
      'shipping, fees, taxes; failed, unpaid and draft orders; cancelled orders are kept and not counted',
  },
};
export default wooCommerceItems;

function money(file: ProfileFile): ProfileMoney | undefined {
  const isDiscount = file.holds({
    total: 'discount_total',
    plus: ['item_subtotal'],
    minus: ['item_total'],
    per: 'order',
  });
  const isTotal =
    !file.has('shipping_total') ||
    !file.has('tax_total') ||
    file.holds({
      total: 'order_total',
      plus: ['item_total', 'shipping_total', 'fee_total', 'tax_total'],
      per: 'order',
    });
  if (!isDiscount || !isTotal) return undefined;
  return {
    base: { amount: 'item_total' },
    parts: [
      { what: 'discount', column: 'discount_total', per: 'order' },
      { what: 'tax', column: 'item_total_tax' },
      { what: 'shipping', column: 'shipping_total', per: 'order' },
      { what: 'refund', column: 'item_refunded', factor: -1, pieces: 'item_refunded_qty' },
    ],
  };
}
