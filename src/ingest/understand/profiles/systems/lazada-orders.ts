import type { Profile, ProfileMoney } from '../profile.js';
import type { ProfileFile } from '../profile-file.js';

/** The orders export of Lazada's Seller Center: a row for each piece. */
const lazadaOrders: Profile = {
  name: 'Lazada orders',
  signature: {
    all: ['orderItemId', 'orderNumber', 'createTime', 'paidPrice', 'unitPrice', 'sellerDiscountTotal'],
  },
  roles: {
    orderId: 'orderNumber',
    date: 'createTime',
    email: 'customerEmail',
    customerId: null,
    customerName: 'customerName',
    productId: 'sellerSku',
    productName: 'itemName',
    category: null,
    quantity: null,
    unitPrice: null,
    amount: 'unitPrice',
    status: 'status',
    country: 'shippingCountry',
    city: 'shippingCity',
    lineNumber: null,
  },
  money,
  rows: [
    {
      column: 'status',
      values: /^(unpaid|pending|failed)$/,
      kind: 'notASale',
      what: 'unpaid and failed orders',
    },
    { column: 'status', values: /^cancell?ed/, kind: 'cancelled', what: 'cancelled orders' },
    {
      column: 'status',
      values: /^(returned|package returned|refunded)/,
      kind: 'returned',
      what: 'returned pieces',
    },
  ],
  ignore: ['orderItemId', 'lazadaId', 'lazadaSku', 'paidPrice', 'refundAmount', 'walletCredit', 'bundleId'],
  documentation: {
    revenue:
      'unitPrice less sellerDiscountTotal of each piece; what Lazada pays of the price is not taken off',
    leftOut: 'shipping; unpaid and failed orders; cancelled orders are kept and not counted',
  },
};
export default lazadaOrders;

function money(file: ProfileFile): ProfileMoney | undefined {
  // The buyer pays at most the price: the rest is discounts of the seller and of Lazada.
  if (!file.isAtMost('paidPrice', 'unitPrice')) return undefined;
  const of = (header: string) => file.values(header, 'line');
  const isWrittenWithMinus = of('sellerDiscountTotal').some(v => v !== undefined && v < 0);
  const [paid, prices, discounts] = [of('paidPrice'), of('unitPrice'), of('sellerDiscountTotal')];
  const platforms = paid.map((p, i) =>
    p === undefined ? 0 : (prices[i] ?? 0) - Math.abs(discounts[i] ?? 0) - p,
  );
  if (platforms.some(v => v < -0.0151)) return undefined;
  const byLazada = platforms.reduce((a, b) => a + Math.max(0, b), 0);
  return {
    base: { amount: 'unitPrice' },
    parts: [
      {
        what: 'discount',
        column: 'sellerDiscountTotal',
        ...(isWrittenWithMinus ? { sign: -1, factor: 1 } : { factor: -1 }),
      },
      { what: 'shipping', column: 'shippingFee' },
    ],
    says:
      byLazada > 0.005
        ? [
            'What buyers paid less than the price after your own discounts ("paidPrice") was taken for ' +
              'vouchers that Lazada pays back: it is not taken off.',
          ]
        : [],
  };
}
