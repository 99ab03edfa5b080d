import type { Profile, ProfileMoney, ProfileRule } from '../profile.js';
import type { ProfileFile } from '../profile-file.js';

const TOTAL = 'Grand Total (Base)';
const REFUNDED = 'Total Refunded';

/** The order grid of Magento (Adobe Commerce): a row for each order, without its items and taxes. */
const magentoOrders: Profile = {
  name: 'Magento order grid',
  signature: { all: ['ID', 'Purchase Date', TOTAL, 'Grand Total (Purchased)', 'Status'] },
  roles: {
    orderId: 'ID',
    date: 'Purchase Date',
    email: 'Customer Email',
    customerName: ['Customer Name', 'Bill-to Name'],
    customerId: null,
    productId: null,
    productName: null,
    category: null,
    quantity: null,
    unitPrice: null,
    discount: null,
    status: 'Status',
    channel: 'Purchase Point',
    lineNumber: null,
  },
  money,
  rows,
  ignore: [
    'Bill-to Name',
    'Ship-to Name',
    'Billing Address',
    'Shipping Address',
    'Shipping Information',
    'Grand Total (Purchased)',
    'Subtotal',
  ],
  documentation: {
    revenue: 'Grand Total (Base) less Total Refunded: with tax and shipping, since the file has no taxes',
    leftOut: 'unpaid orders and fraud; cancelled orders are kept and not counted',
  },
};
export default magentoOrders;

function money(file: ProfileFile): ProfileMoney | undefined {
  const totals = file.values(TOTAL, 'line');
  const refunds = file.values(REFUNDED, 'line');
  const known = totals.map((total, i) => [total, refunds[i] ?? 0] as const);
  const isPossible = known.filter(([total, refund]) => total !== undefined && refund <= total + 0.0051);
  if (isPossible.length < known.length * 0.95) return undefined;
  return {
    base: { amount: TOTAL },
    parts: [
      { what: 'shipping', column: 'Shipping and Handling' },
      { what: 'refund', column: REFUNDED, per: 'order', factor: -1, ofTotal: TOTAL },
    ],
    says: [`Revenue is "${TOTAL}", with tax and shipping: the order grid has no taxes and no items.`],
  };
}

function rows(file: ProfileFile): ProfileRule[] {
  return [
    {
      column: 'Status',
      values: /^(suspected )?fraud$|^pending payment$/,
      kind: 'notASale',
      what: 'unpaid orders and fraud',
    },
    { column: 'Status', values: /^cancell?ed$/, kind: 'cancelled', what: 'cancelled orders' },
    // Where the grid does not show what was paid back, only its state tells.
    ...(file.has(REFUNDED)
      ? []
      : [{ column: 'Status', values: ['closed'], kind: 'returned', what: 'refunded orders' } as const]),
    {
      column: 'Status',
      values: /^(pending|payment review|holded|on hold)$/,
      kind: 'doubtful',
      what: 'pending or on hold',
    },
  ];
}
