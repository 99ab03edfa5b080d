import type { Profile, ProfileMoney } from '../profile.js';
import type { ProfileFile } from '../profile-file.js';

/** The receipts by item of Loyverse: a row for each item of a receipt; a refund is a receipt of its own. */
const loyverseItems: Profile = {
  name: 'Loyverse items',
  signature: {
    all: ['Receipt number', 'Receipt type', 'Item', 'Quantity', 'Gross sales', 'Discounts', 'Net sales'],
  },
  roles: {
    orderId: 'Receipt number',
    date: 'Date',
    customerId: 'Customer contacts',
    customerName: 'Customer name',
    email: null,
    productId: 'SKU',
    productName: 'Item',
    category: 'Category',
    quantity: 'Quantity',
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
  ignore: ['Gross profit', 'Comment'],
  documentation: {
    revenue: 'Net sales of each item, after discounts; refunds count on their own day',
    leftOut: 'tax on top (tax within prices cannot be told in this file); cancelled and voided receipts',
  },
};
export default loyverseItems;

function money(file: ProfileFile): ProfileMoney | undefined {
  if (!file.holds({ total: 'Net sales', plus: ['Gross sales'], minus: ['Discounts'] })) return undefined;
  return {
    base: { amount: 'Net sales' },
    parts: [
      { what: 'discount', column: 'Discounts' },
      { what: 'tax', column: 'Taxes' },
      { what: 'cost', column: 'Cost of goods' },
    ],
    says: file.isUsed('Taxes')
      ? ['The file does not say whether "Net sales" includes "Taxes": tax within prices is still in it.']
      : [],
  };
}
