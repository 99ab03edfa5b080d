import type { Profile, ProfileMoney } from '../profile.js';
import type { ProfileFile } from '../profile-file.js';

/** The sales export of Gumroad: a row for each purchase, with flags for what became of it. */
const gumroadSales: Profile = {
  name: 'Gumroad sales',
  signature: {
    all: ['Purchase ID', 'Item Name', 'Purchase Date', 'Subtotal ($)', 'Sale Price ($)', 'Net Total ($)'],
  },
  roles: {
    orderId: ['Order Number', 'Purchase ID'],
    date: ['Purchase Time (UTC timezone)', 'Purchase Date'],
    email: ['Purchase Email', 'Buyer Email'],
    customerName: 'Buyer Name',
    customerId: null,
    productId: null,
    productName: 'Item Name',
    amount: 'Subtotal ($)',
    currency: null,
    quantity: 'Quantity',
    promotion: 'Discount Code',
    country: 'Country',
    state: 'State',
    city: 'City',
    unitPrice: null,
    discount: null,
    category: null,
    status: null,
    channel: null,
    lineNumber: null,
    transactionType: null,
  },
  // Buyers may see other currencies; the export is in dollars.
  currency: 'USD',
  money,
  // The first rule that fits a row is taken.
  rows: [
    flag('Free trial purchase?', 'notASale', 'free trials'),
    flag('Pre-order authorization?', 'notASale', 'pre-orders that are not paid yet'),
    flag('Fully Refunded?', 'returned', 'refunded purchases'),
    {
      ...flag('Disputed?', 'returned', 'disputed purchases'),
      and: { column: 'Dispute Won?', values: /^(0|false|no|)$/ },
    },
  ],
  ignore: [
    'Do not contact?',
    'Fees ($)',
    'Net Total ($)',
    'Item Price ($)',
    'Variants Price ($)',
    'Affiliate commission ($)',
    'Refunded?',
    'Fully Refunded?',
    'Disputed?',
    'Dispute Won?',
    'Access Revoked?',
    'Free trial purchase?',
    'Pre-order authorization?',
    'Pre-order authorization time (UTC timezone)',
    'Tax Included in Price?',
    'Product ID',
    'SKU ID',
    'Street Address',
    'Zip Code',
    'Custom Fields',
    'Giftee Email',
    'License Key',
    'Review',
    'Cancellation Date',
    'Subscription End Date',
    'PayPal Transaction ID',
    'PayPal Fee Amount',
    'PayPal Fee Currency',
    'Stripe Transaction ID',
    'Stripe Fee Amount',
    'Stripe Fee Currency',
    'Buyer Currency',
    'Buyer Total',
    'Buyer Refunded Total',
  ],
  documentation: {
    revenue: 'Subtotal without Tip, less the share of it in Partial Refund; lost disputes are returned',
    leftOut: 'taxes, shipping, tips, fees; free trials, pre-orders not paid yet, the row of totals',
  },
};
export default gumroadSales;

function flag(column: string, kind: 'notASale' | 'returned', what: string) {
  return { column, values: /^(1|true|yes)$/, kind, what } as const;
}

function money(file: ProfileFile): ProfileMoney | undefined {
  const plus = ['Subtotal ($)', 'Taxes ($)', 'Shipping ($)'];
  const isProven =
    file.holds({ total: 'Sale Price ($)', plus }) &&
    file.holds({ total: 'Net Total ($)', plus: ['Sale Price ($)'], minus: ['Fees ($)'] });
  if (!isProven) return undefined;
  return {
    base: { amount: 'Subtotal ($)' },
    parts: [
      { what: 'tax', column: 'Taxes ($)' },
      { what: 'shipping', column: 'Shipping ($)' },
      { what: 'tip', column: 'Tip ($)', factor: -1 },
      {
        what: 'refund',
        column: 'Partial Refund ($)',
        per: 'order',
        factor: -1,
        ofTotal: 'Sale Price ($)',
      },
    ],
    says: file.isUsed('Tip ($)') ? ['Tips are within "Subtotal ($)" and are taken out.'] : [],
  };
}
