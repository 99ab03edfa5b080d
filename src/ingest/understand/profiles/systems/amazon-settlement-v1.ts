import type { Profile, ProfileMoney } from '../profile.js';
import type { ProfileFile } from '../profile-file.js';
import { areSettled, SETTLEMENT_IGNORED, SETTLEMENT_RETURNS, unsettled } from '../settlement.js';

/**
 * The older settlement of Amazon sellers: the pieces of a sale in one row, each of its amounts in another.
 */
const OTHER_MOVEMENTS = 'fees, payouts and other movements of the account';

const amazonSettlementV1: Profile = {
  name: 'Amazon settlement V1',
  signature: {
    all: ['settlement-id', 'transaction-type', 'order-id', 'price-type', 'price-amount', 'total-amount'],
  },
  roles: {
    orderId: 'order-id',
    date: 'posted-date',
    customerId: null,
    customerName: null,
    email: null,
    productId: 'sku',
    productName: null,
    category: null,
    quantity: 'quantity-purchased',
    unitPrice: null,
    discount: null,
    amount: 'price-amount',
    currency: 'currency',
    channel: 'marketplace-name',
    status: null,
    lineNumber: null,
    transactionType: null,
  },
  money,
  rows: [
    { column: 'transaction-type', values: 'blank', kind: 'notASale', what: 'totals of settlements' },
    { column: 'transaction-type', values: /^liquidation/, kind: 'notASale', what: 'liquidations' },
    { column: 'price-type', values: ['Principal'], kind: 'part', what: 'prices' },
    { column: 'price-type', values: 'filled', kind: 'notASale', what: 'taxes, shipping and gift wrap' },
    { column: 'promotion-type', values: ['Principal'], kind: 'part', what: 'promotions' },
    { column: 'promotion-type', values: 'filled', kind: 'notASale', what: 'promotions on shipping' },
    ...[
      'shipment-fee-type',
      'order-fee-type',
      'item-related-fee-type',
      'misc-fee-amount',
      'other-fee-amount',
      'direct-payment-type',
      'other-amount',
    ].map(column => ({ column, values: 'filled', kind: 'notASale', what: OTHER_MOVEMENTS }) as const),
    { column: 'quantity-purchased', values: 'blank', kind: 'notASale', what: OTHER_MOVEMENTS },
    { column: 'transaction-type', values: SETTLEMENT_RETURNS, kind: 'return', what: 'refunds' },
  ],
  ignore: [
    ...SETTLEMENT_IGNORED,
    'price-type',
    'promotion-type',
    'item-related-fee-type',
    'shipment-fee-type',
    'order-fee-type',
    'direct-payment-type',
    'other-fee-reason-description',
  ],
  documentation: {
    revenue: 'price-amount and promotion-amount of Principal; refunds on their own date',
    leftOut: 'taxes, shipping, gift wrap, all fees; payouts and other movements of the account',
  },
};
export default amazonSettlementV1;

/** A row has one of them, or none. */
const OTHER_AMOUNTS = [
  'promotion-amount',
  'shipment-fee-amount',
  'order-fee-amount',
  'item-related-fee-amount',
  'misc-fee-amount',
  'other-fee-amount',
  'direct-payment-amount',
  'other-amount',
];

function money(file: ProfileFile): ProfileMoney | undefined {
  if (!areSettled(file, 'price-type', 'price-amount') || !isOneAmountEach(file)) return undefined;
  return {
    base: { amount: 'price-amount', instead: OTHER_AMOUNTS },
    says: unsettled(file, ['price-amount', ...OTHER_AMOUNTS]),
  };
}

/** Whether rows have one amount each, and those with pieces none. */
function isOneAmountEach(file: ProfileFile): boolean {
  const columns = ['quantity-purchased', 'price-amount', ...OTHER_AMOUNTS].flatMap(h => file.column(h) ?? []);
  const values = columns.map(c => file.sample.numbers(c));
  const several = file.sample.rows.filter((_, i) => values.filter(v => v[i]).length > 1);
  return several.length <= file.sample.rows.length * 0.05;
}
