import type { Profile, ProfileMoney } from '../profile.js';
import type { ProfileFile } from '../profile-file.js';

/** The receipts of Loyverse, a row each, without the items. */
const loyverseReceipts: Profile = {
  name: 'Loyverse receipts',
  signature: {
    all: ['Receipt number', 'Receipt type', 'Gross sales', 'Discounts', 'Net sales', 'Total collected'],
    none: ['Item', 'Quantity'],
  },
  roles: {
    orderId: 'Receipt number',
    date: 'Date',
    customerId: 'Customer contacts',
    customerName: 'Customer name',
    email: null,
    productId: null,
    productName: null,
    quantity: null,
    unitPrice: null,
    channel: null,
    status: 'Status',
    lineNumber: null,
  },
  money,
  rows: [
    {
      column: 'Status',
      values: /^(cancel|void)/,
      kind: 'notASale',
      what: 'cancelled and voided receipts',
    },
    { column: 'Receipt type', values: ['Refund'], kind: 'return', what: 'refunds' },
  ],
  ignore: ['Gross profit', 'Description', 'Total collected'],
  documentation: {
    revenue: 'Net sales of each receipt, after discounts; refunds count on their own day',
    leftOut: 'taxes (taken out where prices include them); cancelled and voided receipts',
  },
};
export default loyverseReceipts;

function money(file: ProfileFile): ProfileMoney | undefined {
  if (!file.holds({ total: 'Net sales', plus: ['Gross sales'], minus: ['Discounts'] })) return undefined;
  const isOnTop = file.holds({ total: 'Total collected', plus: ['Net sales', 'Taxes'] });
  if (!isOnTop && !file.holds({ total: 'Total collected', plus: ['Net sales'] })) return undefined;
  return {
    base: { amount: 'Net sales' },
    parts: [
      { what: 'discount', column: 'Discounts' },
      { what: 'tax', column: 'Taxes', factor: isOnTop ? 0 : -1 },
      { what: 'cost', column: 'Cost of goods' },
    ],
    says: isOnTop
      ? []
      : ['Prices include tax: "Total collected" is "Net sales" without "Taxes", so the tax is taken out.'],
  };
}
