import type { Profile, ProfileMoney } from '../profile.js';
import type { ProfileFile } from '../profile-file.js';
import { areSettled, SETTLEMENT_IGNORED, SETTLEMENT_RETURNS, unsettled } from '../settlement.js';

/**
 * The settlement of Amazon sellers (V2): a row for each amount that makes up a sale, a refund or a payout.
 */
const amazonSettlement: Profile = {
  name: 'Amazon settlement',
  signature: {
    all: ['settlement-id', 'transaction-type', 'order-id', 'amount-type', 'amount-description', 'amount'],
  },
  roles: {
    orderId: 'order-id',
    date: ['posted-date-time', 'posted-date'],
    customerId: null,
    customerName: null,
    email: null,
    productId: 'sku',
    productName: null,
    category: null,
    quantity: 'quantity-purchased',
    unitPrice: null,
    discount: null,
    amount: 'amount',
    currency: 'currency',
    channel: 'marketplace-name',
    status: null,
    lineNumber: null,
    transactionType: null,
  },
  money,
  rows: [
    { column: 'transaction-type', values: 'blank', kind: 'notASale', what: 'totals of settlements' },
    {
      column: 'amount-type',
      values: /^(?!itemprice$|promotion$)/,
      kind: 'notASale',
      what: 'fees, payouts and other movements of the account',
    },
    {
      column: 'amount-description',
      values: /^(?!principal$)/,
      kind: 'notASale',
      what: 'taxes, shipping and gift wrap',
    },
    { column: 'transaction-type', values: /^liquidation/, kind: 'notASale', what: 'liquidations' },
    { column: 'amount-type', values: ['Promotion'], kind: 'part', what: 'promotions' },
    { column: 'quantity-purchased', values: 'blank', kind: 'part', what: 'amounts without pieces' },
    { column: 'transaction-type', values: SETTLEMENT_RETURNS, kind: 'return', what: 'refunds' },
  ],
  ignore: [...SETTLEMENT_IGNORED, 'amount-type', 'amount-description', 'posted-date'],
  documentation: {
    revenue: 'ItemPrice/Principal and Promotion/Principal (below zero); refunds on their own date',
    leftOut: 'taxes, shipping, gift wrap, all fees; payouts and other movements of the account',
  },
};
export default amazonSettlement;

function money(file: ProfileFile): ProfileMoney | undefined {
  if (!areSettled(file, 'amount-description', 'amount')) return undefined;
  return { base: { amount: 'amount', instead: [] }, says: unsettled(file, ['amount']) };
}
