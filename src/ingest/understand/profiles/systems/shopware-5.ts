import type { Profile, ProfileMoney } from '../profile.js';
import type { ProfileFile } from '../profile-file.js';

/** The order export of Shopware 5: a row for each position, the order's money on each of them. */
const shopware5: Profile = {
  name: 'Shopware 5 orders',
  signature: {
    all: [
      'orderDetailId',
      'number',
      'invoiceAmount',
      'invoiceAmountNet',
      'invoiceShippingNet',
      'articleName',
    ],
  },
  roles: {
    orderId: 'number',
    date: 'orderTime',
    email: ['email', 'customerEmail'],
    customerId: 'customerId',
    customerName: null,
    productId: 'articleNumber',
    productName: 'articleName',
    category: null,
    quantity: 'quantity',
    unitPrice: 'price',
    currency: 'currency',
    status: 'status',
    country: ['shippingCountry', 'billingCountry'],
    city: ['shippingCity', 'billingCity'],
    lineNumber: null,
    channel: null,
  },
  money,
  rows: [
    { column: 'status', values: ['-1'], kind: 'notASale', what: 'abandoned baskets' },
    // A minus is compared as a space. What they take off is within invoiceAmountNet.
    { column: 'price', values: /^[ -]\d/, kind: 'notASale', what: 'vouchers and discounts' },
    { column: 'status', values: ['4'], kind: 'cancelled', what: 'cancelled orders' },
  ],
  ignore: [
    'orderId',
    'orderDetailId',
    'articleId',
    'transactionId',
    'partnerId',
    'temporaryId',
    'trackingCode',
    'comment',
    'customerComment',
    'internalComment',
    'remoteAddress',
    'taxId',
    'taxRate',
    'cleared',
  ],
  documentation: {
    revenue:
      'invoiceAmountNet less invoiceShippingNet of each order (after vouchers), spread over its positions',
    leftOut: 'shipping, taxes; abandoned baskets; cancelled orders are kept and not counted',
  },
};
export default shopware5;

function money(file: ProfileFile): ProfileMoney | undefined {
  return isProven(file)
    ? {
        base: { quantity: 'quantity', price: 'price' },
        orderNet: 'invoiceAmountNet',
        parts: [{ what: 'shipping', column: 'invoiceShippingNet', per: 'order', factor: -1 }],
      }
    : undefined;
}

/** Whether positions and shipping come to what is invoiced: with tax, or without where prices have none. */
function isProven(file: ProfileFile): boolean {
  const of = (header: string) => file.values(header, 'order');
  const [goods, gross, net] = [of('quantity x price'), of('invoiceAmount'), of('invoiceAmountNet')];
  const [shipping, shippingNet] = [of('invoiceShipping'), of('invoiceShippingNet')];
  const isClose = (a: number, b: number | undefined) => b !== undefined && Math.abs(a - b) <= 0.0151;
  const judged = goods.flatMap((sum, i) =>
    sum === undefined
      ? []
      : [isClose(sum + (shipping[i] ?? 0), gross[i]) || isClose(sum + (shippingNet[i] ?? 0), net[i])],
  );
  return judged.length > 0 && judged.filter(holds => holds).length >= judged.length * 0.95;
}
