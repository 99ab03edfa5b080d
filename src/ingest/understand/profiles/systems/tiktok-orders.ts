import type { Profile, ProfileMoney } from '../profile.js';
import type { ProfileFile } from '../profile-file.js';

const BEFORE = 'SKU Subtotal Before Discount';
const RETURNED = 'Sku Quantity of return';

/** The orders export of TikTok Shop: a row for each article, and below the header one that explains it. */
const tikTokOrders: Profile = {
  name: 'TikTok Shop orders',
  signature: {
    all: ['Order ID', 'Order Status', 'Quantity', BEFORE, 'SKU Seller Discount', 'Created Time'],
    any: ['SKU Platform Discount', 'SKU Subtotal After Discount', 'Order Amount'],
  },
  roles: {
    orderId: 'Order ID',
    date: 'Created Time',
    email: null,
    customerId: 'Buyer Username',
    customerName: 'Recipient',
    productId: 'Seller SKU',
    productName: 'Product Name',
    category: 'Product Category',
    quantity: 'Quantity',
    unitPrice: null,
    amount: BEFORE,
    status: 'Order Status',
    country: 'Country',
    state: 'State',
    city: 'City',
    lineNumber: null,
  },
  money,
  rows: [
    {
      column: 'Order Status',
      values: /^(unpaid|on hold)/,
      kind: 'notASale',
      what: 'orders that are not paid',
    },
    { column: 'Order Status', values: /^cancell?ed/, kind: 'cancelled', what: 'cancelled orders' },
    { column: 'Cancelled Time', values: 'filled', kind: 'cancelled', what: 'cancelled orders' },
  ],
  ignore: [
    RETURNED,
    'SKU ID',
    'Order Amount',
    'Order Refund Amount',
    'SKU Subtotal After Discount',
    'Tracking ID',
    'Package ID',
    'Buyer Message',
    'Seller Note',
  ],
  documentation: {
    revenue: `${BEFORE} less SKU Seller Discount; less the pieces that came back`,
    leftOut:
      'what TikTok pays of the price is not taken off; shipping, taxes; unpaid orders; cancelled orders ' +
      'are kept and not counted',
  },
};
export default tikTokOrders;

function money(file: ProfileFile): ProfileMoney | undefined {
  const after = {
    total: 'SKU Subtotal After Discount',
    plus: [BEFORE],
    minus: ['SKU Seller Discount', 'SKU Platform Discount'],
  };
  const price = { total: BEFORE, plus: ['Quantity x SKU Unit Original Price'] };
  if (!file.holds(after) || (file.has('SKU Unit Original Price') && !file.holds(price))) return undefined;
  return {
    base: { amount: BEFORE },
    parts: [
      { what: 'discount', column: 'SKU Seller Discount', factor: -1 },
      { what: 'tax', column: 'Taxes', per: 'order' },
      { what: 'shipping', column: 'Shipping Fee After Discount', per: 'order' },
      { what: 'refund', column: RETURNED, unit: 'pieces', factor: -1, pieces: RETURNED },
    ],
    says: moneyAlone(file),
  };
}

/** Says of orders of which money was paid back for no piece, as is not known for which article. */
function moneyAlone(file: ProfileFile): string[] {
  const [refunds, pieces] = [file.values('Order Refund Amount', 'order'), file.values(RETURNED, 'lines')];
  const alone = refunds.filter((r, i) => r && !pieces[i]);
  const sum = alone.reduce<number>((a, b) => a + (b ?? 0), 0);
  return alone.length === 0
    ? []
    : [
        `Money was paid back for no piece in ${alone.length} ${alone.length === 1 ? 'order' : 'orders'} ` +
          `("Order Refund Amount", ${sum.toFixed(2)} with tax and shipping), which is not taken off.`,
      ];
}
