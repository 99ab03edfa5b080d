import type { Profile, ProfileMoney } from '../profile.js';
import type { ProfileFile } from '../profile-file.js';

/** The sales report of SumUp: a row for each item; a refund has rows and a number of its own. */
const sumupSales: Profile = {
  name: 'SumUp sales',
  signature: {
    all: ['Transaction ID', 'Type', 'Quantity', 'Description', 'Price (Gross)', 'Price (Net)', 'Tax'],
  },
  roles: {
    orderId: 'Transaction ID',
    date: 'Date',
    amount: 'Price (Net)',
    currency: 'Currency',
    customerId: null,
    customerName: null,
    email: null,
    productId: null,
    productName: 'Description',
    quantity: 'Quantity',
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
      column: 'Description',
      values: /^(tip|trinkgeld|pourboire|mancia|propina|gorjeta|fooi)$/,
      kind: 'notASale',
      what: 'tips',
    },
    { column: 'Type', values: /^refund/, kind: 'return', what: 'refunds' },
  ],
  ignore: ['Account', 'Receipt Number', 'Price (Gross)', 'Tax rate', 'Transaction refunded'],
  documentation: {
    revenue: 'Price (Net) of each item, without tax; refunds on their own date',
    leftOut: 'tax, tips',
  },
};
export default sumupSales;

function money(file: ProfileFile): ProfileMoney | undefined {
  if (!file.holds({ total: 'Price (Gross)', plus: ['Price (Net)', 'Tax'] })) return undefined;
  return { base: { amount: 'Price (Net)' }, parts: [{ what: 'tax', column: 'Tax' }] };
}
