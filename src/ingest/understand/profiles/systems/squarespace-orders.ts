import type { Profile, ProfileMoney } from '../profile.js';
import type { ProfileFile } from '../profile-file.js';
import { taxWithin } from '../tax-within.js';

/**
 * The orders export of Squarespace: a row for each line item, the order's own columns on its first row
 * alone.
 */
const squarespaceOrders: Profile = {
  name: 'Squarespace orders',
  signature: {
    all: [
      'Order ID',
      'Financial Status',
      'Amount Refunded',
      'Lineitem quantity',
      'Lineitem price',
      'Subtotal',
    ],
  },
  roles: {
    orderId: 'Order ID',
    date: ['Created at', 'Paid at'],
    email: 'Email',
    customerName: 'Billing Name',
    customerId: null,
    productId: 'Lineitem sku',
    productName: 'Lineitem name',
    category: null,
    quantity: 'Lineitem quantity',
    unitPrice: 'Lineitem price',
    status: 'Financial Status',
    country: ['Shipping Country', 'Billing Country'],
    state: ['Shipping Province', 'Billing Province'],
    city: ['Shipping City', 'Billing City'],
    channel: ['Channel Name', 'Channel Type'],
    promotion: 'Discount Code',
    lineNumber: null,
  },
  money,
  rows: [
    { column: 'Cancelled at', values: 'filled', kind: 'cancelled', what: 'cancelled orders' },
    {
      column: 'Fulfillment Status',
      values: ['canceled', 'cancelled'],
      kind: 'cancelled',
      what: 'cancelled orders',
    },
    { column: 'Financial Status', values: ['pending'], kind: 'doubtful', what: 'pending' },
  ],
  ignore: ['Private Notes', 'Payment Reference', 'Channel Order Number'],
  documentation: {
    revenue:
      'Lineitem quantity x Lineitem price less Discount Amount (or Subtotal, where it is after ' +
      'discounts); less the goods part of Amount Refunded',
    leftOut:
      'shipping, taxes (taken out where prices include them); cancelled orders are kept and not counted',
  },
};
export default squarespaceOrders;

const PAID = { tax: 'Taxes', goods: 'Subtotal', total: 'Total' };

function money(file: ProfileFile): ProfileMoney | undefined {
  const base = { quantity: 'Lineitem quantity', price: 'Lineitem price' };
  const refund = {
    what: 'refund',
    column: 'Amount Refunded',
    per: 'order',
    factor: -1,
    ofTotal: 'Total',
  } as const;
  const shipping = { what: 'shipping', column: 'Shipping', per: 'order' } as const;
  const discount = { what: 'discount', column: 'Discount Amount', per: 'order' } as const;
  const tax = { what: 'tax', column: 'Taxes', per: 'order' } as const;
  const isTotal = (plus: readonly string[], minus: readonly string[]) =>
    file.holds({ total: 'Total', plus: ['Subtotal', 'Shipping', ...plus], minus, per: 'order' });
  const isGross = file.holds({
    total: 'Subtotal',
    plus: ['Lineitem quantity x Lineitem price'],
    per: 'order',
  });
  for (const taxes of [['Taxes'], []]) {
    const isWithin = taxes.length === 0;
    const parts = [refund, shipping, isWithin ? taxWithin(file, PAID) : tax];
    const says = isWithin
      ? ['Prices include tax: "Total" adds up without "Taxes", so the tax is taken out.']
      : [];
    if (isTotal(taxes, [])) return { base, orderNet: 'Subtotal', parts: [...parts, discount], says };
    if (isGross && isTotal(taxes, ['Discount Amount']))
      return { base, parts: [...parts, { ...discount, factor: -1 }], says };
  }
  return undefined;
}
