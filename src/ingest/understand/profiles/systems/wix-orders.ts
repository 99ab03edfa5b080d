import type { Profile, ProfileMoney } from '../profile.js';
import type { ProfileFile } from '../profile-file.js';

/** The orders export of Wix: a row for each item, with all of the order's money on each of them. */
const wixOrders: Profile = {
  name: 'Wix orders',
  signature: {
    all: ['Order number', 'Date created', 'Contact email', 'Item', 'Qty', 'Price', 'Total', 'Total tax'],
    any: ['Total order quantity', 'Quantity refunded', 'Shipping rate'],
  },
  roles: {
    orderId: 'Order number',
    date: 'Date created',
    email: 'Contact email',
    customerId: null,
    customerName: 'Billing name',
    productId: 'SKU',
    productName: 'Item',
    category: null,
    quantity: 'Qty',
    unitPrice: 'Price',
    currency: 'Currency',
    status: 'Payment status',
    country: ['Delivery country', 'Billing country'],
    state: ['Delivery state', 'Billing state'],
    city: ['Delivery city', 'Billing city'],
    promotion: 'Coupon code',
    lineNumber: null,
  },
  money,
  rows: [
    {
      column: 'Fulfillment status',
      values: /^cancell?ed/,
      kind: 'cancelled',
      what: 'cancelled orders',
    },
    {
      column: 'Payment status',
      values: ['unpaid', 'not paid', 'pending'],
      kind: 'doubtful',
      what: 'pending or unpaid',
    },
  ],
  ignore: [
    'Total order quantity',
    'Quantity refunded',
    'Net amount',
    'Refunded amount',
    'Gift card amount',
    'Additional fees',
    'Note from customer',
    'Additional checkout info',
    'Custom text',
  ],
  documentation: {
    revenue:
      'Total of each order less Total tax, Shipping rate and Additional fees, spread over its items; less ' +
      'the pieces of Quantity refunded (else the goods part of Refunded amount)',
    leftOut: 'shipping, tax, fees; cancelled orders are kept and not counted',
  },
};
export default wixOrders;

const PIECES = 'Quantity refunded';
const BESIDE = ['Shipping rate', 'Additional fees'];

function money(file: ProfileFile): ProfileMoney | undefined {
  const isGiftCardUsed = file.isUsed('Gift card amount');
  // A gift card pays for a part of the total, or the total is what is left to pay after it.
  if (!isSumOfGoods(file) || (isGiftCardUsed && !file.holds(totalOf(['Total tax'])))) return undefined;
  return {
    base: { quantity: 'Qty', price: 'Price' },
    orderNet: 'Total',
    parts: [
      { what: 'tax', column: 'Total tax', per: 'order', factor: -1 },
      { what: 'shipping', column: 'Shipping rate', per: 'order', factor: -1 },
      { what: 'other', column: 'Additional fees', per: 'order', factor: -1 },
      areRefundsOfPieces(file)
        ? { what: 'refund', column: PIECES, unit: 'pieces', factor: -1, pieces: PIECES }
        : { what: 'refund', column: 'Refunded amount', per: 'order', factor: -1, ofTotal: 'Total' },
    ],
  };
}

/** Whether each order of which money was paid back says of which pieces. */
function areRefundsOfPieces(file: ProfileFile): boolean {
  const [refunds, pieces] = [file.values('Refunded amount', 'order'), file.values(PIECES, 'lines')];
  return refunds.every((r, i) => (r ?? 0) === 0 || (pieces[i] ?? 0) > 0);
}

const totalOf = (tax: readonly string[]) =>
  ({ total: 'Total', plus: ['Qty x Price', ...BESIDE, ...tax], per: 'order' }) as const;

/**
 * Whether orders without a coupon come to their goods with what comes on top, and no order to more: the file
 * has no column for discounts.
 */
function isSumOfGoods(file: ProfileFile): boolean {
  const of = (header: string) => file.values(header, 'order');
  const [totals, goods, taxes] = [of('Total'), of('Qty x Price'), of('Total tax')];
  const besides = BESIDE.map(of);
  const coupons = file.column('Coupon code');
  const codes = coupons ? file.sample.texts(coupons) : [];
  let [plain, exact] = [0, 0];
  for (const [i, total] of totals.entries()) {
    const sum = goods[i];
    if (total === undefined || sum === undefined) continue;
    const most = besides.reduce((a, b) => a + (b[i] ?? 0), sum);
    const withTax = most + (taxes[i] ?? 0);
    if (total > withTax + 0.0151) return false;
    if (file.orders.rows[i]?.some(row => codes[row])) continue;
    plain++;
    if (Math.abs(total - most) <= 0.0151 || Math.abs(total - withTax) <= 0.0151) exact++;
  }
  // Discounts that apply by themselves have no code.
  return exact >= plain / 2;
}
