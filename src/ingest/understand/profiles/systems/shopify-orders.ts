import type { Profile, ProfileMoney } from '../profile.js';
import type { ProfileFile } from '../profile-file.js';
import { taxWithin } from '../tax-within.js';

/** The orders export of Shopify: a row for each line item, the order's own columns on its first row alone. */
const shopifyOrders: Profile = {
  name: 'Shopify orders',
  signature: {
    all: ['Name', 'Lineitem name', 'Lineitem quantity', 'Lineitem price', 'Financial Status'],
    none: ['Order ID', 'Amount Refunded', 'Lineitem variant'],
  },
  roles: {
    orderId: 'Name',
    date: ['Created at', 'Paid at'],
    email: 'Email',
    customerName: 'Billing Name',
    customerId: null,
    productId: 'Lineitem sku',
    productName: 'Lineitem name',
    quantity: 'Lineitem quantity',
    unitPrice: 'Lineitem price',
    status: 'Financial Status',
    country: ['Shipping Country', 'Billing Country'],
    state: ['Shipping Province', 'Billing Province'],
    city: ['Shipping City', 'Billing City'],
    channel: 'Source',
    promotion: 'Discount Code',
    category: null,
    lineNumber: null,
  },
  money,
  rows: [
    { column: 'Payment Method', values: /bogus gateway/, kind: 'notASale', what: 'test orders' },
    {
      column: 'Financial Status',
      values: ['voided', 'expired'],
      kind: 'notASale',
      what: 'voided and expired orders',
    },
    { column: 'Cancelled at', values: 'filled', kind: 'cancelled', what: 'cancelled orders' },
    { column: 'Canceled at', values: 'filled', kind: 'cancelled', what: 'cancelled orders' },
    { column: 'Lineitem name', values: ['Tip'], kind: 'notASale', what: 'tips' },
    {
      column: 'Financial Status',
      values: ['pending', 'authorized', 'partially_paid'],
      kind: 'doubtful',
      what: 'pending or unpaid',
    },
  ],
  ignore: [
    'Id',
    'Notes',
    'Note Attributes',
    'Payment Reference',
    'Payment References',
    'Payment ID',
    'Receipt Number',
  ],
  documentation: {
    revenue:
      'Subtotal of each order (goods after discounts), spread over its lines; less the goods part of ' +
      'Refunded Amount',
    leftOut:
      'shipping, taxes (taken out where prices include them), duties, tips; voided, expired and test ' +
      'orders; cancelled orders are kept and not counted',
  },
};
export default shopifyOrders;

const PAID = { tax: 'Taxes', goods: 'Subtotal', total: 'Total' };

function money(file: ProfileFile): ProfileMoney | undefined {
  const base = { quantity: 'Lineitem quantity', price: 'Lineitem price' };
  const refund = {
    what: 'refund',
    column: 'Refunded Amount',
    per: 'order',
    factor: -1,
    ofTotal: 'Total',
  } as const;
  const shipping = { what: 'shipping', column: 'Shipping', per: 'order' } as const;
  // Lineitem discounts are within Discount Amount already.
  const discount = { what: 'discount', column: 'Discount Amount', per: 'order' } as const;
  const tax = { what: 'tax', column: 'Taxes', per: 'order' } as const;
  if (!file.has('Subtotal'))
    return {
      base,
      parts: [
        file.has('Discount Amount')
          ? { ...discount, factor: -1 }
          : { what: 'discount', column: 'Lineitem discount', factor: -1 },
        refund,
        shipping,
        tax,
      ],
    };
  const isOnTop = file.holds({
    total: 'Total',
    plus: ['Subtotal', 'Shipping', 'Taxes', 'Duties'],
    per: 'order',
  });
  const isWithin =
    !isOnTop &&
    file.isUsed('Taxes') &&
    file.holds({ total: 'Total', plus: ['Subtotal', 'Shipping'], per: 'order' });
  return {
    base,
    orderNet: 'Subtotal',
    parts: [refund, shipping, discount, isWithin ? taxWithin(file, PAID) : tax],
    says: isWithin
      ? ['Prices include tax: "Total" is "Subtotal" and "Shipping" without "Taxes", so the tax is taken out.']
      : [],
  };
}
