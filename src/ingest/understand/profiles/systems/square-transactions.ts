import type { Profile, ProfileMoney } from '../profile.js';
import type { ProfileFile } from '../profile-file.js';

/** The transactions export of Square: a row for each payment, without the items. */
const squareTransactions: Profile = {
  name: 'Square transactions',
  signature: {
    all: ['Transaction ID', 'Gross Sales', 'Net Sales', 'Total Collected', 'Net Total', 'Fees', 'Event Type'],
    none: ['Item', 'Qty'],
  },
  roles: {
    orderId: 'Transaction ID',
    date: 'Date',
    customerId: 'Customer ID',
    customerName: 'Customer Name',
    email: null,
    productId: null,
    productName: null,
    quantity: null,
    unitPrice: null,
    channel: ['Channel', 'Source'],
    status: 'Transaction Status',
    lineNumber: null,
  },
  money,
  rows: [
    {
      column: 'Transaction Status',
      values: /^(?!completed?$)./,
      kind: 'notASale',
      what: 'transactions that are not complete',
    },
    { column: 'Event Type', values: ['Refund'], kind: 'return', what: 'refunds' },
  ],
  ignore: [
    'Time',
    'Time Zone',
    'Payment ID',
    'PAN Suffix',
    'Total Collected',
    'Net Total',
    'Card',
    'Cash',
    'Square Gift Card',
    'Other Tender',
    'Cash App',
    'Tender Note',
    'Details',
    'Description',
    'Third Party Fees',
    'Deposit ID',
    'Deposit Date',
    'Deposit Details',
    'Gift Card Sales',
    'Service Charges',
    'Unattributed Tips',
    'International Fee',
  ],
  documentation: {
    revenue: 'Net Sales, less Partial Refunds; refunds count on their own day',
    leftOut: 'tax, tips, service charges, gift cards sold, fees; transactions that are not complete',
  },
};
export default squareTransactions;

function money(file: ProfileFile): ProfileMoney | undefined {
  const isProven =
    file.holds({ total: 'Net Sales', plus: ['Gross Sales', 'Discounts'] }) ||
    file.holds({ total: 'Net Sales', plus: ['Gross Sales'], minus: ['Discounts'] });
  if (!isProven) return undefined;
  return {
    base: { amount: 'Net Sales' },
    parts: [
      { what: 'discount', column: 'Discounts', sign: -1 },
      { what: 'tax', column: 'Tax' },
      { what: 'tip', column: 'Tip' },
      partialRefunds(file),
    ],
  };
}

/** Money paid back without naming items: it is taken off, whichever sign the file gives it. */
function partialRefunds(file: ProfileFile) {
  const column = file.column('Partial Refunds');
  const isMinus = column !== undefined && file.sample.numbers(column).some(v => v !== undefined && v < 0);
  const sign = isMinus ? -1 : 1;
  return { what: 'refund', column: 'Partial Refunds', sign, factor: isMinus ? 1 : -1 } as const;
}
