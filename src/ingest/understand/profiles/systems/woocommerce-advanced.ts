import type { Profile, ProfileMoney } from '../profile.js';
import type { ProfileFile } from '../profile-file.js';
import { wooCommerceStates } from '../woocommerce.js';

const PIECES_LEFT = 'Quantity (- Refund)';
const PRICE = 'Item Cost';

/**
 * The orders that Advanced Order Export writes for WooCommerce: a row for each item, the order's money on
 * each of them.
 */
const wooCommerceAdvanced: Profile = {
  name: 'WooCommerce Advanced Order Export',
  signature: {
    all: ['Order Number', 'Order Status', PRICE, 'Order Subtotal Amount', 'Cart Discount Amount'],
    any: [PIECES_LEFT, 'Quantity'],
  },
  roles: {
    orderId: 'Order Number',
    date: 'Order Date',
    email: 'Email (Billing)',
    customerId: null,
    customerName: null,
    productId: 'SKU',
    productName: 'Item Name',
    category: 'Category',
    quantity: [PIECES_LEFT, 'Quantity'],
    unitPrice: PRICE,
    lineNumber: 'Item #',
    status: 'Order Status',
    currency: 'Currency',
    country: ['Country Code (Shipping)', 'Country Code (Billing)'],
    state: ['State Code (Shipping)', 'State Code (Billing)'],
    city: ['City (Shipping)', 'City (Billing)'],
    promotion: 'Coupon Code',
    channel: null,
  },
  money,
  rows: [
    ...wooCommerceStates('Order Status'),
    // Each coupon may have a row of its own.
    { column: 'Item Name', values: 'blank', kind: 'notASale', what: 'coupons' },
    { column: 'Order Status', values: /^(refunded|erstattet)$/, kind: 'returned', what: 'refunded orders' },
  ],
  ignore: ['Customer Note', 'Phone (Billing)', 'First Name (Billing)', 'Last Name (Billing)'],
  documentation: {
    revenue:
      'Quantity (- Refund) x Item Cost (after discounts, without tax); less money paid back without pieces',
    leftOut: 'shipping, taxes; failed, unpaid and draft orders; cancelled orders are kept and not counted',
  },
};
export default wooCommerceAdvanced;

function money(file: ProfileFile): ProfileMoney | undefined {
  const quantity = file.has(PIECES_LEFT) ? PIECES_LEFT : 'Quantity';
  if (!isProven(file, quantity)) return undefined;
  return {
    base: { quantity, price: PRICE },
    parts: [
      { what: 'discount', column: 'Cart Discount Amount', per: 'order' },
      { what: 'shipping', column: 'Order Shipping Amount', per: 'order' },
      { what: 'tax', column: 'Order Total Tax Amount', per: 'order' },
      {
        what: 'refund',
        column: 'Order Refund Amount',
        per: 'order',
        factor: -1,
        ofTotal: 'Order Total Amount',
        // Of a refund of pieces, the quantity says so already; of one of money alone, nothing else does.
        ofGoods: ['Order Subtotal Amount', 'Cart Discount Amount'],
      },
    ],
  };
}

/** Whether the items of nearly all orders without a refund come to their subtotal less the discount. */
function isProven(file: ProfileFile, quantity: string): boolean {
  const of = (header: string) => file.values(header, 'order');
  const [subtotals, discounts, refunds] = [
    of('Order Subtotal Amount'),
    of('Cart Discount Amount'),
    of('Order Refund Amount'),
  ];
  const [pieces, sums] = [file.values(quantity, 'lines'), of(`${quantity} x ${PRICE}`)];
  const judged = subtotals.flatMap((subtotal, i) => {
    if (subtotal === undefined || refunds[i]) return [];
    // Item Cost is rounded to cents.
    const rounding = 0.0151 + 0.005 * Math.abs(pieces[i] ?? 0);
    return [Math.abs((sums[i] ?? 0) - (subtotal - (discounts[i] ?? 0))) <= rounding];
  });
  return judged.length > 0 && judged.filter(holds => holds).length >= judged.length * 0.95;
}
