import type { Profile, ProfileMoney } from '../profile.js';
import type { ProfileFile } from '../profile-file.js';

/** The date range transactions report of Amazon sellers: sales, refunds and fees, a row each. */
const amazonDateRange: Profile = {
  name: 'Amazon date range transactions',
  signature: {
    all: ['date/time', 'settlement id', 'type', 'order id', 'product sales', 'selling fees', 'total'],
  },
  roles: {
    orderId: 'order id',
    date: 'date/time',
    productId: 'sku',
    productName: 'description',
    quantity: 'quantity',
    amount: 'product sales',
    unitPrice: null,
    discount: null,
    city: 'order city',
    state: 'order state',
    channel: 'marketplace',
    customerId: null,
    customerName: null,
    email: null,
    category: null,
    lineNumber: null,
    transactionType: null,
  },
  money,
  rows: [
    { column: 'type', values: /^(refund|chargeback refund|a to z.*)$/, kind: 'return', what: 'refunds' },
    {
      column: 'type',
      values: /^(?!order$)/,
      kind: 'notASale',
      what: 'payouts, fees and other movements of the account',
    },
  ],
  ignore: ['settlement id', 'order postal', 'other', 'total'],
  documentation: {
    revenue: 'product sales and promotional rebates (below zero) of orders; refunds on their own date',
    leftOut: 'taxes, shipping and gift wrap credits, all fees; payouts, service fees and adjustments',
  },
};
export default amazonDateRange;

const SHIPPING = ['shipping credits', 'postage credits'];
const TAXES = ['product sales tax', 'sales tax collected'];

/** What else the total is made of. */
const OTHERS = [
  'shipping credits tax',
  'postage credits tax',
  'gift wrap credits',
  'giftwrap credits tax',
  'Regulatory Fee',
  'Tax On Regulatory Fee',
  'promotional rebates tax',
  'marketplace withheld tax',
  'Marketplace Facilitator Tax',
  'selling fees',
  'fba fees',
  'other transaction fees',
  'other',
];

function money(file: ProfileFile): ProfileMoney | undefined {
  const plus = ['product sales', 'promotional rebates', ...SHIPPING, ...TAXES, ...OTHERS];
  if (!file.holds({ total: 'total', plus: plus.filter(h => file.has(h)) })) return undefined;
  return {
    base: { amount: 'product sales' },
    parts: [
      { what: 'discount', column: 'promotional rebates', sign: -1, factor: 1 },
      ...SHIPPING.map(column => ({ what: 'shipping', column }) as const),
      ...TAXES.map(column => ({ what: 'tax', column }) as const),
    ],
    says:
      SHIPPING.some(h => file.isUsed(h)) && file.isUsed('promotional rebates')
        ? ['"promotional rebates" is taken off the goods, though some of it may be free shipping.']
        : [],
  };
}
