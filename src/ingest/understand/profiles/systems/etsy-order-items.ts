import type { Profile, ProfileMoney } from '../profile.js';
import type { ProfileFile } from '../profile-file.js';

/**
 * The sold order items of Etsy: a row for each item; shipping and tax of the order on its first row alone.
 */
const etsyOrderItems: Profile = {
  name: 'Etsy sold order items',
  signature: {
    all: ['Sale Date', 'Item Name', 'Quantity', 'Price', 'Item Total', 'Order ID'],
    any: ['Listing ID', 'Order Shipping', 'Transaction ID'],
  },
  roles: {
    orderId: 'Order ID',
    date: 'Sale Date',
    customerId: 'Buyer',
    customerName: 'Ship Name',
    email: null,
    productId: 'SKU',
    productName: 'Item Name',
    category: null,
    quantity: 'Quantity',
    unitPrice: 'Price',
    currency: 'Currency',
    country: 'Ship Country',
    state: 'Ship State',
    city: 'Ship City',
    channel: 'Order Type',
    status: null,
    promotion: 'Coupon Code',
    lineNumber: null,
  },
  money,
  ignore: [
    'Transaction ID',
    'Listing ID',
    'Coupon Details',
    'Date Paid',
    'Date Shipped',
    'Ship Address1',
    'Ship Address2',
    'Ship Zipcode',
    'InPerson Discount',
    'VAT Paid by Buyer',
  ],
  documentation: {
    revenue: 'Item Total less Discount Amount; refunds are not in the file',
    leftOut: 'shipping, sales tax, VAT that Etsy collects',
  },
};
export default etsyOrderItems;

function money(file: ProfileFile): ProfileMoney | undefined {
  if (!file.holds({ total: 'Item Total', plus: ['Quantity x Price'] })) return undefined;
  return {
    base: { amount: 'Item Total' },
    parts: [
      {
        what: 'discount',
        column: 'Discount Amount',
        per: isOnFirstLines(file, 'Discount Amount') ? 'order' : 'line',
        factor: -1,
      },
      { what: 'shipping', column: 'Order Shipping', per: 'order' },
      { what: 'tax', column: 'Order Sales Tax', per: 'order' },
    ],
    says: ['Refunds and cancellations are not in this file: sales are before them.'],
  };
}

/** Whether only the first lines of orders have the figure: it is the whole order's, then. */
function isOnFirstLines(file: ProfileFile, header: string): boolean {
  const column = file.column(header);
  if (!column) return false;
  const values = file.sample.numbers(column);
  const several = file.orders.rows.filter(rows => rows.length > 1 && rows.some(i => values[i]));
  return several.length > 0 && several.every(([, ...further]) => further.every(i => !values[i]));
}
