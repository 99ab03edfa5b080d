import type { Profile, ProfileMoney } from '../profile.js';
import type { ProfileFile } from '../profile-file.js';

/** The line items export of Clover: a row for each item of an order, with the order's time on each. */
const cloverItems: Profile = {
  name: 'Clover line items',
  signature: {
    all: [
      'Line Item Date',
      'Order ID',
      'Item Name',
      'Total Revenue',
      'Order Discount Proportion',
      'Item Total',
    ],
  },
  roles: {
    orderId: 'Order ID',
    date: 'Line Item Date',
    customerId: null,
    customerName: null,
    email: null,
    productId: ['Item SKU', 'Item Product Code', 'Item ID'],
    productName: 'Item Name',
    quantity: 'Per Unit Quantity',
    unitPrice: null,
    status: 'Order Payment State',
    lineNumber: null,
  },
  money,
  rows: [
    { column: 'Service Charge', values: ['true'], kind: 'notASale', what: 'service charges and gratuities' },
    {
      column: 'Order Payment State',
      values: /^(open|unpaid|void)/,
      kind: 'notASale',
      what: 'orders that are not paid',
    },
    { column: 'Refunded', values: ['true'], kind: 'returned', what: 'refunded' },
    { column: 'Exchanged', values: ['true'], kind: 'returned', what: 'exchanged' },
  ],
  ignore: [
    'Modifiers',
    'Order Discounts',
    'Discounts',
    'Refunded',
    'Exchanged',
    'Service Charge',
    'Item Tax Rate',
  ],
  documentation: {
    revenue: 'Item Total of each item, after its share of discounts and without tax; less refunded items',
    leftOut: 'tax, fees, service charges, gratuities; orders not paid; partial refunds are not in the file',
  },
};
export default cloverItems;

function money(file: ProfileFile): ProfileMoney | undefined {
  const ofOrder = { total: 'Item Total', plus: ['Total Revenue', 'Order Discount Proportion'] };
  const withOwn = { ...ofOrder, plus: [...ofOrder.plus, 'Total Discount'] };
  const total = { total: 'Item Total with Tax/Fee Amount', plus: ['Item Total', 'Tax Amount', 'Item Fee'] };
  if (!(file.holds(ofOrder) || file.holds(withOwn)) || !file.holds(total)) return undefined;
  return {
    base: { amount: 'Item Total' },
    parts: [
      { what: 'discount', column: 'Order Discount Proportion', sign: -1 },
      { what: 'tax', column: 'Tax Amount' },
    ],
  };
}
