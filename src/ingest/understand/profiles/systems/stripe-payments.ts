import type { Profile, ProfileMoney } from '../profile.js';
import type { ProfileFile } from '../profile-file.js';

/** The payments export of Stripe: a row for each payment, with what was refunded of it beside. */
const stripePayments: Profile = {
  name: 'Stripe payments',
  signature: {
    all: ['id', 'Amount', 'Amount Refunded', 'Currency', 'Status'],
    any: ['Captured', 'Seller Message', 'PaymentIntent ID', 'Converted Amount Refunded'],
  },
  otherNames: {
    // Before 2024.
    'Created date (UTC)': ['Created (UTC)'],
  },
  roles: {
    orderId: 'id',
    date: 'Created date (UTC)',
    customerId: 'Customer ID',
    email: 'Customer Email',
    customerName: 'Card Name',
    // The account's own currency; charges may be in several.
    amount: ['Converted Amount', 'Amount'],
    currency: ['Converted Currency', 'Currency'],
    productId: null,
    productName: null,
    quantity: null,
    unitPrice: null,
    discount: null,
    category: null,
    country: ['Shipping Address Country', 'Card Address Country', 'Card Issue Country'],
    state: ['Shipping Address State', 'Card Address State'],
    city: ['Shipping Address City', 'Card Address City'],
    status: 'Status',
    lineNumber: null,
    transactionType: null,
  },
  money,
  rows: [
    { column: 'Mode', values: ['Test'], kind: 'notASale', what: 'test payments' },
    {
      column: 'Status',
      values: /fail|cancel|require|uncaptured|incomplete|blocked|declined|expired/,
      kind: 'notASale',
      what: 'failed, cancelled and uncaptured payments',
    },
    { column: 'Captured', values: ['false'], kind: 'notASale', what: 'payments that were only authorised' },
    { column: 'Status', values: ['Pending'], kind: 'doubtful', what: 'pending or unpaid' },
  ],
  ignore: [
    'Amount',
    'Amount Refunded',
    'Fee',
    'Tax',
    'Taxes On Fee',
    'Application Fee',
    'Description',
    'Seller Message',
    'Statement Descriptor',
    'PaymentIntent ID',
    'Invoice ID',
    'Invoice Number',
    'Checkout Session ID',
    'Transfer',
    'Transfer Group',
    'Destination',
    'Refunded date (UTC)',
    'Disputed Amount',
    'Dispute Date (UTC)',
    'Dispute Evidence Due (UTC)',
    'Card ID',
    'Card Last4',
    'Card Fingerprint',
    'Card Exp Month',
    'Card Exp Year',
    'Customer Description',
    'Customer Phone',
    'Shipping Name',
  ],
  documentation: {
    revenue: 'Converted Amount (else Amount) less what was refunded, with tax and shipping',
    leftOut: 'fees; failed, cancelled, uncaptured and test payments',
  },
};
export default stripePayments;

/** Charges, payments and payment intents. */
const ID = /^(ch|py|pi)_/;

function money(file: ProfileFile): ProfileMoney | undefined {
  const id = file.column('id');
  if (!id || ![...id.distinct].every(value => ID.test(value))) return undefined;
  if (file.isUsed('Converted Amount')) return receipts(file, 'Converted Amount', 'Converted Amount Refunded');
  return receipts(file, 'Amount', 'Amount Refunded');
}

function receipts(file: ProfileFile, amount: string, refunded: string): ProfileMoney | undefined {
  if (!file.has(refunded) || !file.isAtMost(refunded, amount)) return undefined;
  const says = ['Receipts are counted, with tax and shipping: the file does not tell them from the goods.'];
  if (file.isUsed('Disputed Amount'))
    says.push('Disputed payments count; the balance history tells which of the disputes were lost.');
  return {
    base: { amount },
    parts: [{ what: 'refund', column: refunded, per: 'order', factor: -1, ofTotal: amount }],
    says,
  };
}
