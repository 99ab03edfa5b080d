import type { Profile, ProfileMoney } from '../profile.js';
import type { ProfileFile } from '../profile-file.js';

/** The orders report of WooCommerce Analytics: a row for each order, and one for each refund. */
const wooCommerceAnalytics: Profile = {
  name: 'WooCommerce Analytics orders',
  signature: {
    all: ['Order #', 'Customer type', 'Product(s)', 'Items sold', 'Coupon(s)'],
    any: ['Net sales', 'N. Revenue'],
  },
  roles: {
    orderId: 'Order #',
    date: 'Date',
    customerName: 'Customer',
    customerId: null,
    email: null,
    // It lists several products in one cell, and on refunds those of the whole order.
    productName: null,
    productId: null,
    category: null,
    quantity: 'Items sold',
    unitPrice: null,
    status: 'Status',
    promotion: 'Coupon(s)',
    channel: 'Attribution',
    lineNumber: null,
  },
  money,
  rows: [
    {
      column: 'Status',
      values: ['failed', 'checkout-draft', 'draft', 'trash', 'pending', 'pending payment'],
      kind: 'notASale',
      what: 'failed, unpaid and draft orders',
    },
    { column: 'Status', values: ['cancelled'], kind: 'cancelled', what: 'cancelled orders' },
    { column: 'Status', values: ['on-hold'], kind: 'doubtful', what: 'on hold' },
  ],
  ignore: ['Product(s)', 'N. Revenue (formatted)'],
  documentation: {
    revenue: 'Net sales (before: N. Revenue): goods after coupons, with fees; refunds are negative rows',
    leftOut: 'failed, unpaid and draft orders; cancelled orders are kept and not counted',
  },
};
export default wooCommerceAnalytics;

function money(file: ProfileFile): ProfileMoney | undefined {
  const amount = file.column('Net sales') ? 'Net sales' : 'N. Revenue';
  const [sales, items] = [file.column(amount), file.column('Items sold')];
  if (!sales || !items) return undefined;
  const sold = file.sample.numbers(items);
  const known = file.sample.numbers(sales).filter(v => v !== undefined);
  // Refunds are below zero in both columns.
  const agreeing = file.sample.numbers(sales).filter((v, i) => v !== undefined && v * (sold[i] ?? 0) >= 0);
  return known.length > 0 && agreeing.length >= known.length * 0.95 ? { base: { amount } } : undefined;
}
