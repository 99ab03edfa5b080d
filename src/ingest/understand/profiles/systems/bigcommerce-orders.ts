import type { Profile, ProfileMoney } from '../profile.js';
import type { ProfileFile } from '../profile-file.js';

/** The orders export of BigCommerce: a row for each order, its products in one cell. */
const bigCommerceOrders: Profile = {
  name: 'BigCommerce orders',
  signature: {
    all: ['Order ID', 'Order Status', 'Subtotal (ex tax)', 'Order Total (ex tax)'],
    any: ['Product Details', 'Total Quantity'],
  },
  roles: {
    orderId: 'Order ID',
    date: 'Order Date',
    email: 'Customer Email',
    customerId: 'Customer ID',
    customerName: 'Customer Name',
    // Product Details has all the products of an order in one cell.
    productName: null,
    productId: null,
    category: null,
    quantity: 'Total Quantity',
    unitPrice: null,
    currency: 'Order Currency Code',
    status: 'Order Status',
    country: ['Shipping Country', 'Billing Country'],
    state: ['Shipping State', 'Billing State'],
    city: ['Shipping Suburb', 'Billing Suburb'],
    lineNumber: null,
  },
  money,
  rows: [
    {
      column: 'Order Status',
      values: ['incomplete', 'pending', 'declined'],
      kind: 'notASale',
      what: 'unpaid and declined orders',
    },
    {
      column: 'Order Status',
      values: ['cancelled', 'canceled'],
      kind: 'cancelled',
      what: 'cancelled orders',
    },
    {
      column: 'Order Status',
      values: ['manual verification required', 'awaiting payment'],
      kind: 'doubtful',
      what: 'not paid or not verified yet',
    },
  ],
  ignore: ['Product Details', 'Order Notes', 'Customer Message', 'Coupon Details', 'Gift Certificate Code'],
  nobody: ['0'],
  documentation: {
    revenue: 'Subtotal (ex tax) less Coupon Value; less the goods part of Refund Amount',
    leftOut:
      'shipping, handling, taxes; unpaid and declined orders; cancelled orders are kept and not counted',
  },
};
export default bigCommerceOrders;

function money(file: ProfileFile): ProfileMoney | undefined {
  const total = 'Order Total (ex tax)';
  const plus = ['Subtotal (ex tax)', 'Shipping Cost (ex tax)', 'Handling Cost (ex tax)'];
  const isAfter = file.holds({ total, plus });
  if (!isAfter && !file.holds({ total, plus, minus: ['Coupon Value'] })) return undefined;
  return {
    base: { amount: 'Subtotal (ex tax)' },
    parts: [
      { what: 'discount', column: 'Coupon Value', factor: isAfter ? 0 : -1 },
      { what: 'shipping', column: 'Shipping Cost (ex tax)' },
      { what: 'tax', column: 'Tax Total' },
      {
        what: 'refund',
        column: 'Refund Amount',
        per: 'order',
        factor: -1,
        ofTotal: file.has('Order Total (inc tax)') ? 'Order Total (inc tax)' : total,
      },
    ],
  };
}
