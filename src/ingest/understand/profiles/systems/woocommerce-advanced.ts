import type { Profile, ProfileMoney } from '../profile.js';
import type { ProfileFile } from '../profile-file.js';
import { wooCommerceStates } from '../woocommerce.js';

const PIECES_LEFT = 'Quantity (- Refund)';
const PRICE = 'Item Cost';

/**
 * The orders that Advanced Order Export writes for WooCommerce: a row for each item, the order's money on each
 * of them.
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
      'Quantity (- Refund) x Item Cost (after discounts, without tax); what was paid back beyond these pieces too',
    leftOut:
      'shipping, taxes, coupons (within Item Cost); failed, unpaid and draft orders; cancelled orders are kept and not counted',
  },
};
export default wooCommerceAdvanced;

function money(file: ProfileFile): ProfileMoney | undefined {
  const quantity = file.has(PIECES_LEFT) ? PIECES_LEFT : 'Quantity';
  const goods = goodsOfOrders(file, quantity);
  const full = goods.filter(o => o.refund === 0);
  if (full.filter(o => o.isWhole).length < full.length * 0.95) return undefined;
  const refunded = goods.filter(o => o.refund !== 0 && !o.isAllBack);
  const beyond = refunded.filter(o => o.isWhole).length;
  // Of a refund of pieces, the quantity says so already; of one of money alone, nothing else does.
  const isBeyond = beyond > 0 && beyond === refunded.length;
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
        factor: isBeyond ? -1 : 0,
        ofTotal: 'Order Total Amount',
      },
    ],
    says:
      beyond > 0 && !isBeyond
        ? [
            `${beyond} orders had money paid back without pieces ("Order Refund Amount"), which is not taken off.`,
          ]
        : [],
  };
}

/** Of each order: what was paid back, and whether its items come to its goods before any refund. */
function goodsOfOrders(file: ProfileFile, quantity: string) {
  const of = (header: string) => file.values(header, 'order');
  const [subtotals, discounts, refunds, totals] = [
    of('Order Subtotal Amount'),
    of('Cart Discount Amount'),
    of('Order Refund Amount'),
    of('Order Total Amount'),
  ];
  const [pieces, sums] = [of(quantity), of(`${quantity} x ${PRICE}`)];
  return subtotals.flatMap((subtotal, i) => {
    if (subtotal === undefined) return [];
    const refund = refunds[i] ?? 0;
    const due = subtotal - (discounts[i] ?? 0);
    // Item Cost is rounded to cents.
    const rounding = 0.0151 + 0.005 * Math.abs(pieces[i] ?? 0);
    const isWhole = Math.abs((sums[i] ?? 0) - due) <= rounding;
    return [{ refund, isWhole, isAllBack: refund > 0 && refund >= (totals[i] ?? Infinity) }];
  });
}
