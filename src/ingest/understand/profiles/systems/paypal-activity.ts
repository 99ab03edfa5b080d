import { PAYPAL_NAMES, PAYPAL_WORDS } from '../paypal-words.js';
import type { Profile, ProfileMoney } from '../profile.js';
import type { ProfileFile } from '../profile-file.js';

const OTHERS = 'withdrawals, conversions and other movements of the account';
/** The activity download of a PayPal account: a row for each movement of money, sales and all else. */
const paypalActivity: Profile = {
  name: 'PayPal activity',
  signature: {
    all: ['Date', 'Name', 'Type', 'Status', 'Gross', 'Fee', 'Net', 'Transaction ID', 'Balance Impact'],
  },
  otherNames: PAYPAL_NAMES,
  roles: {
    orderId: 'Transaction ID',
    date: 'Date',
    email: 'From Email Address',
    customerName: 'Name',
    customerId: null,
    productId: 'Item ID',
    productName: 'Item Title',
    amount: 'Gross',
    quantity: 'Quantity',
    currency: 'Currency',
    country: ['Country', 'Country Code'],
    unitPrice: null,
    discount: null,
    category: null,
    lineNumber: null,
    transactionType: null,
  },
  // A refund is sent by the shop.
  emailOfReturns: 'To Email Address',
  money,
  // The first rule that fits a row is taken.
  rows: [
    {
      column: 'Status',
      values: PAYPAL_WORDS.notCompleted,
      kind: 'notASale',
      what: 'pending, denied and cancelled payments',
    },
    {
      column: 'Balance Impact',
      values: PAYPAL_WORDS.memo,
      kind: 'notASale',
      what: 'rows that moved no money',
    },
    { column: 'Type', values: PAYPAL_WORDS.movements, kind: 'notASale', what: OTHERS },
    {
      column: 'Type',
      values: PAYPAL_WORDS.reversal,
      and: { column: 'Balance Impact', values: PAYPAL_WORDS.credit },
      kind: 'returnUndone',
      what: 'reversals that were undone',
    },
    {
      column: 'Type',
      values: PAYPAL_WORDS.refund,
      and: { column: 'Balance Impact', values: PAYPAL_WORDS.credit },
      kind: 'notASale',
      what: 'refunds from others',
    },
    {
      column: 'Type',
      values: new RegExp(`${PAYPAL_WORDS.refund.source}|${PAYPAL_WORDS.reversal.source}`),
      kind: 'return',
      what: 'refunds',
    },
    { column: 'Balance Impact', values: PAYPAL_WORDS.debit, kind: 'notASale', what: 'payments to others' },
    { column: 'Type', values: PAYPAL_WORDS.noPayment, kind: 'notASale', what: OTHERS },
    {
      column: 'Type',
      values: PAYPAL_WORDS.general,
      kind: 'doubtful',
      what: 'general payments, which may be private',
    },
  ],
  ignore: [
    'From Email Address',
    'To Email Address',
    'Balance',
    'Balance Impact',
    'Fee',
    'Net',
    'Reference Txn ID',
    'Receipt ID',
    'Invoice Number',
    'Custom Number',
    'Subject',
    'Note',
  ],
  documentation: {
    revenue: 'Gross of payments received, less Sales Tax, shipping and insurance; refunds on their own date',
    leftOut:
      'fees, withdrawals, conversions, holds, payments to others; pending, denied and cancelled payments',
  },
};
export default paypalActivity;

function money(file: ProfileFile): ProfileMoney | undefined {
  // Fees are below zero.
  if (!file.holds({ total: 'Net', plus: ['Gross', 'Fee'] })) return undefined;
  const beside = ['Sales Tax', 'Shipping and Handling Amount', 'Insurance Amount'];
  return {
    base: { amount: 'Gross' },
    parts: [
      { what: 'tax', column: 'Sales Tax', factor: -1 },
      { what: 'shipping', column: 'Shipping and Handling Amount', factor: -1 },
      { what: 'other', column: 'Insurance Amount', factor: -1 },
    ],
    says: beside.some(header => file.isUsed(header))
      ? ['Where a refund does not say what of it is tax and shipping, all of it is taken off the goods.']
      : [],
  };
}
