import type { Profile } from '../profile.js';
import type { ProfileFile } from '../profile-file.js';

const SALES = /^(invoice|sales receipt|credit memo|refund( receipt)?)$/;

/**
 * Transaction List by Date of QuickBooks Online: a row for each document and each payment, without its
 * items.
 */
const quickBooksTransactions: Profile = {
  name: 'QuickBooks Online transaction list',
  signature: {
    all: ['Transaction Type', 'Num', 'Posting', 'Account', 'Split', 'Amount'],
    none: ['Qty', 'Balance'],
  },
  roles: {
    orderId: 'Num',
    date: ['Date', 'Transaction date'],
    customerId: null,
    customerName: 'Name',
    email: null,
    productId: null,
    productName: null,
    category: null,
    quantity: null,
    unitPrice: null,
    lineNumber: null,
    transactionType: 'Transaction Type',
  },
  money,
  rows: [
    { column: 'Posting', values: /^no$/, kind: 'notASale', what: 'documents that are not posted' },
    {
      column: 'Transaction Type',
      values: /^(?!(invoice|sales receipt|credit memo|refund( receipt)?)$)/,
      kind: 'notASale',
      what: 'estimates, payments and other documents',
    },
    {
      column: 'Transaction Type',
      values: /^(credit memo|refund( receipt)?)$/,
      kind: 'return',
      what: 'credit memos and refunds',
    },
  ],
  ignore: ['Memo/Description', 'Posting', 'Account', 'Split'],
  documentation: {
    revenue:
      'Amount of invoices and sales receipts, with tax; credit memos and refunds count on their own date',
    leftOut: 'estimates, payments, deposits and other documents; what is not posted',
  },
};
export default quickBooksTransactions;

/** The amounts have no parts that they could be compared with; the types must be those of QuickBooks. */
function money(file: ProfileFile) {
  const types = file.column('Transaction Type');
  const hasSales = [...(types?.distinct ?? [])].some(type => SALES.test(type.toLowerCase()));
  return hasSales ? { base: { amount: 'Amount' } } : undefined;
}
