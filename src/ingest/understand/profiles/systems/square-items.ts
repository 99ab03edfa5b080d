import type { Profile, ProfileMoney } from '../profile.js';
import type { ProfileFile } from '../profile-file.js';

/** The items export of Square: a row for each item of a sale; a refund has rows and a number of its own. */
const squareItems: Profile = {
  name: 'Square items',
  signature: {
    all: ['Transaction ID', 'Item', 'Qty', 'Gross Sales', 'Discounts', 'Net Sales', 'Event Type'],
    any: ['Price Point Name', 'Modifiers Applied', 'Itemization Type'],
  },
  roles: {
    orderId: 'Transaction ID',
    date: 'Date',
    customerId: 'Customer ID',
    customerName: 'Customer Name',
    email: null,
    productId: 'SKU',
    productName: 'Item',
    category: 'Category',
    quantity: 'Qty',
    unitPrice: null,
    channel: 'Channel',
    status: null,
    lineNumber: null,
  },
  money,
  rows: [
    { column: 'Itemization Type', values: ['Gift Card'], kind: 'notASale', what: 'gift cards sold' },
    { column: 'Event Type', values: ['Refund'], kind: 'return', what: 'refunds' },
  ],
  ignore: ['Payment ID', 'Time', 'Time Zone', 'Token', 'PAN Suffix', 'Notes', 'Count', 'GTIN', 'Commission'],
  documentation: {
    revenue: 'Net Sales of each item, after discounts and without tax; refunds count on their own day',
    leftOut: 'tax, gift cards sold; tips and service charges are not in the file',
  },
};
export default squareItems;

function money(file: ProfileFile): ProfileMoney | undefined {
  const isSum = (gross: string) =>
    file.holds({ total: 'Net Sales', plus: [gross, 'Discounts'] }) ||
    file.holds({ total: 'Net Sales', plus: [gross], minus: ['Discounts'] });
  const isProven = isSum('Gross Sales') || (file.has('Product Sales') && isSum('Product Sales'));
  if (!isProven) return undefined;
  return {
    base: { amount: 'Net Sales' },
    parts: [
      { what: 'discount', column: 'Discounts', sign: -1 },
      { what: 'tax', column: 'Tax' },
    ],
  };
}
