import type { Profile, ProfileMoney } from '../profile.js';
import type { ProfileFile } from '../profile-file.js';

/** The balance history of Stripe: a row for each movement of the account. */
const stripeBalance: Profile = {
  name: 'Stripe balance history',
  signature: {
    all: ['id', 'Type', 'Source', 'Amount', 'Fee', 'Net', 'Currency', 'Available On (UTC)'],
  },
  roles: {
    orderId: 'Source',
    date: 'Created (UTC)',
    amount: 'Amount',
    currency: 'Currency',
    customerId: ['Customer ID', 'Customer ID (metadata)'],
    email: ['Customer Email', 'Customer Email (metadata)', 'Email (metadata)'],
    customerName: ['Customer Name', 'Customer Name (metadata)'],
    productId: null,
    productName: null,
    quantity: null,
    unitPrice: null,
    discount: null,
    category: null,
    channel: null,
    lineNumber: null,
    transactionType: null,
  },
  money,
  // The first rule that fits a row is taken.
  rows: [
    {
      column: 'Type',
      values: ['refund_failure', 'payment_refund_failure'],
      kind: 'returnUndone',
      what: 'refunds that failed',
    },
    {
      column: 'Type',
      values: /refund|^payment reversal$/,
      kind: 'return',
      what: 'refunds',
    },
    {
      column: 'Type',
      values: ['adjustment'],
      and: { column: 'Description', values: /(chargeback|dispute).*(reversal|reversed|won)/ },
      kind: 'returnUndone',
      what: 'disputes that were won',
    },
    {
      column: 'Type',
      values: ['adjustment'],
      and: { column: 'Description', values: /chargeback|dispute/ },
      kind: 'return',
      what: 'disputes',
    },
    {
      column: 'Type',
      values: /^(?!(charge|payment)$)/,
      kind: 'notASale',
      what: 'fees, payouts and other movements of the account',
    },
  ],
  ignore: ['id', 'Fee', 'Net', 'Available On (UTC)', 'Description', 'Transfer', 'Transfer Group'],
  documentation: {
    revenue: 'Amount of charges, with tax and shipping; refunds and lost disputes on their own date',
    leftOut: 'fees, payouts, transfers and other movements of the account',
  },
};
export default stripeBalance;

function money(file: ProfileFile): ProfileMoney | undefined {
  if (!file.holds({ total: 'Net', plus: ['Amount'], minus: ['Fee'] })) return undefined;
  return {
    base: { amount: 'Amount' },
    says: ['Receipts are counted, with tax and shipping: the file does not tell them from the goods.'],
  };
}
