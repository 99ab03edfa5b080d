import type { Profile, ProfileMoney } from '../profile.js';
import type { ProfileFile } from '../profile-file.js';

/**
 * The sales ledger of Lightspeed X-Series (Vend): of each receipt a row of totals, its lines, its
 * payments.
 */
const lightspeedX: Profile = {
  name: 'Lightspeed X-Series sales',
  signature: {
    all: ['Receipt Number', 'Line Type', 'Quantity', 'Subtotal', 'Sales Tax', 'Total', 'Details'],
  },
  roles: {
    orderId: 'Receipt Number',
    date: 'Date',
    customerId: 'Customer Code',
    customerName: 'Customer Name',
    email: null,
    productId: 'SKU',
    productName: 'Details',
    quantity: 'Quantity',
    unitPrice: null,
    channel: null,
    status: 'Status',
    lineNumber: null,
  },
  money,
  rows: [
    { column: 'Status', values: ['voided', 'void'], kind: 'notASale', what: 'voided receipts' },
    { column: 'Line Type', values: ['Sale'], kind: 'total', what: 'totals of receipts' },
    { column: 'Line Type', values: ['Payment'], kind: 'notASale', what: 'payments' },
    { column: 'Status', values: ['layby'], kind: 'doubtful', what: 'open lay-bys' },
  ],
  ignore: ['Note', 'Paid', 'Loyalty', 'AccountCodeSale', 'AccountCodePurchase'],
  documentation: {
    revenue: 'Subtotal of each Sale Line, without tax; lines of a negative quantity are returns',
    leftOut: 'totals of receipts, payments, tax; voided receipts',
  },
};
export default lightspeedX;

function money(file: ProfileFile): ProfileMoney | undefined {
  if (!file.holds({ total: 'Total', plus: ['Subtotal', 'Sales Tax'] })) return undefined;
  return {
    base: { amount: 'Subtotal' },
    parts: [
      { what: 'discount', column: 'Discount' },
      { what: 'tax', column: 'Sales Tax' },
    ],
  };
}
