import { deliveryLines } from './delivery.js';
import type { Profile, ProfileMoney } from './profile.js';
import type { ProfileFile } from './profile-file.js';

type Report = Pick<Profile, 'name' | 'signature' | 'roles'> & {
  /** The header of the item's name. */
  readonly items: readonly string[];
};

/** The sales of QuickBooks Online in detail: what its two reports have in common. */
export const quickBooksSales = ({ name, signature, roles, items }: Report): Profile => ({
  name,
  signature: { ...signature, none: [...(signature.none ?? []), 'Posting', 'Split'] },
  roles: {
    orderId: 'Num',
    date: ['Date', 'Transaction date'],
    customerId: null,
    email: null,
    productId: null,
    category: null,
    quantity: ['Qty', 'Quantity'],
    unitPrice: 'Sales Price',
    lineNumber: null,
    transactionType: 'Transaction Type',
    ...roles,
  },
  money,
  rows: [
    {
      column: 'Transaction Type',
      values: /^(estimate|quote|sales order|purchase order|payment|deposit|bill|charge|delayed.*)$/,
      kind: 'notASale',
      what: 'estimates, payments and other documents',
    },
    ...items.map(deliveryLines),
    ...items.map(
      column => ({ column, values: /^discounts?( given)?$/, kind: 'deduction', what: 'discounts' }) as const,
    ),
    {
      column: 'Transaction Type',
      values: /^(credit memo|refund( receipt)?)$/,
      kind: 'return',
      what: 'credit memos and refunds',
    },
  ],
  ignore: ['Memo/Description', 'Description', 'Balance'],
  documentation: {
    revenue:
      'Amount of each row, with discounts below zero; credit memos and refunds count on their own date',
    leftOut: 'delivery, estimates, payments; rows of totals (tax is not in the report)',
  },
});

function money(file: ProfileFile): ProfileMoney | undefined {
  const [quantity, date] = [
    file.has('Qty') ? 'Qty' : 'Quantity',
    file.has('Date') ? 'Date' : 'Transaction date',
  ];
  const isProven = file.holds({ total: 'Amount', plus: [`${quantity} x Sales Price`] });
  return isProven && file.has(date) ? { base: { amount: 'Amount' } } : undefined;
}
