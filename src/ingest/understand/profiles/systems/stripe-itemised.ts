import type { Profile, ProfileMoney } from '../profile.js';
import type { ProfileFile } from '../profile-file.js';

/** The itemised reports of Stripe, of the balance or of payouts: a row for each movement of the account. */
const stripeItemised: Profile = {
  name: 'Stripe itemised report',
  signature: {
    all: ['balance_transaction_id', 'created_utc', 'currency', 'gross', 'fee', 'net', 'reporting_category'],
  },
  roles: {
    // A refund is of the charge that it pays back.
    orderId: ['charge_id', 'source_id'],
    date: ['created_utc', 'created'],
    amount: 'gross',
    currency: 'currency',
    customerId: 'customer_id',
    email: 'customer_email',
    customerName: ['customer_name', 'card_name'],
    country: ['shipping_address_country', 'card_address_country', 'card_country'],
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
      column: 'reporting_category',
      values: ['refund_failure', 'dispute_reversal'],
      kind: 'returnUndone',
      what: 'refunds that failed and disputes that were won',
    },
    {
      column: 'reporting_category',
      values: ['refund', 'dispute', 'charge_failure', 'partial_capture_reversal'],
      kind: 'return',
      what: 'refunds and disputes',
    },
    {
      column: 'reporting_category',
      values: /^(?!charge$)/,
      kind: 'notASale',
      what: 'fees, payouts and other movements of the account',
    },
  ],
  ignore: [
    'balance_transaction_id',
    'created',
    'available_on',
    'available_on_utc',
    'fee',
    'net',
    'source_id',
    'description',
    'automatic_payout_id',
    'automatic_payout_effective_at',
    'automatic_payout_effective_at_utc',
    'payment_intent_id',
    'invoice_id',
    'invoice_number',
    'transfer_id',
  ],
  documentation: {
    revenue: 'gross of charges, with tax and shipping; refunds and lost disputes on their own date',
    leftOut: 'fees, payouts, transfers and other movements of the account',
  },
};
export default stripeItemised;

function money(file: ProfileFile): ProfileMoney | undefined {
  if (!file.holds({ total: 'net', plus: ['gross'], minus: ['fee'] })) return undefined;
  return {
    base: { amount: 'gross' },
    says: ['Receipts are counted, with tax and shipping: the file does not tell them from the goods.'],
  };
}
