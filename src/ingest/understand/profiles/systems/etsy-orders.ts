import type { Profile, ProfileMoney } from '../profile.js';
import type { ProfileFile } from '../profile-file.js';

/** The sold orders of Etsy: a row for each order. */
const etsyOrders: Profile = {
  name: 'Etsy sold orders',
  signature: {
    all: ['Sale Date', 'Order ID', 'Number of Items', 'Order Value', 'Order Net'],
    none: ['Item Name'],
  },
  roles: {
    orderId: 'Order ID',
    date: 'Sale Date',
    customerId: 'Buyer User ID',
    customerName: 'Full Name',
    email: null,
    productId: null,
    productName: null,
    category: null,
    quantity: 'Number of Items',
    unitPrice: null,
    currency: 'Currency',
    country: 'Ship Country',
    state: 'Ship State',
    city: 'Ship City',
    channel: 'Order Type',
    status: 'Status',
    promotion: 'Coupon Code',
    lineNumber: null,
  },
  money,
  rows: [{ column: 'Status', values: /^cancel/, kind: 'cancelled', what: 'cancelled orders' }],
  ignore: [
    'First Name',
    'Last Name',
    'Buyer',
    'Street 1',
    'Street 2',
    'Ship Zipcode',
    'Date Shipped',
    'Coupon Details',
    'Order Total',
    'Order Net',
    'Card Processing Fees',
    'Adjusted Card Processing Fees',
    'Adjusted Net Order Amount',
    'InPerson Discount',
    // It has the items of an order in one cell.
    'SKU',
  ],
  documentation: {
    revenue:
      'Order Value less Discount Amount; less the goods part of what Adjusted Order Total says was paid back',
    leftOut: 'shipping, sales tax, fees; cancelled orders are kept and not counted',
  },
};
export default etsyOrders;

const FEES = ['Card Processing Fees'];

function money(file: ProfileFile): ProfileMoney | undefined {
  const discounts = ['Discount Amount', 'InPerson Discount'];
  const plus = ['Order Value', 'Shipping'];
  const isNet = (taxes: readonly string[], taken: readonly string[]) =>
    file.holds({ total: 'Order Net', plus: [...plus, ...taxes], minus: [...taken, ...FEES] });
  const taken = [discounts, discounts.slice(0, 1)].find(d => isNet([], d) || isNet(['Sales Tax'], d));
  if (!taken) return undefined;
  return {
    base: { amount: 'Order Value' },
    parts: [
      ...taken.map(column => ({ what: 'discount', column, factor: -1 }) as const),
      { what: 'shipping', column: 'Shipping', per: 'order' },
      { what: 'tax', column: 'Sales Tax', per: 'order' },
      { what: 'refund', column: 'Adjusted Order Total', per: 'order', factor: -1, isRemainder: true },
    ],
    says: file.isUsed('Adjusted Order Total')
      ? [
          '"Adjusted Order Total" is what was left of an order after a refund; the goods\' share is an ' +
            'estimate.',
        ]
      : [],
  };
}
