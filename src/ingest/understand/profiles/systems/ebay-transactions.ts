import type { Profile, ProfileMoney } from '../profile.js';
import type { ProfileFile } from '../profile-file.js';

/**
 * The transaction report of eBay: sales, refunds, fees and payouts, a row each; above the items of an order
 * of several, a row for the whole.
 */
const ebayTransactions: Profile = {
  name: 'eBay transactions',
  signature: {
    all: ['Transaction creation date', 'Type', 'Order number', 'Item title', 'Item subtotal', 'Net amount'],
  },
  roles: {
    orderId: 'Order number',
    date: 'Transaction creation date',
    customerId: 'Buyer username',
    customerName: 'Buyer name',
    email: null,
    productId: ['Custom label', 'Item ID'],
    productName: 'Item title',
    category: null,
    quantity: 'Quantity',
    unitPrice: null,
    discount: null,
    amount: 'Item subtotal',
    currency: ['Transaction currency', 'Payout currency'],
    country: 'Ship to country',
    state: 'Ship to province/region/state',
    city: 'Ship to city',
    channel: null,
    status: null,
    lineNumber: null,
    transactionType: null,
  },
  money,
  rows: [
    {
      column: 'Type',
      values: /^(?!order$|refund$)/,
      kind: 'notASale',
      what: 'fees, payouts, holds and other movements of the account',
    },
    { column: 'Type', values: ['Refund'], kind: 'return', what: 'refunds' },
    { column: 'Item title', values: ['--'], kind: 'total', what: 'rows that add up their order' },
    { column: 'Item title', values: 'blank', kind: 'total', what: 'rows that add up their order' },
  ],
  ignore: [
    'Legacy order ID',
    'Item ID',
    'Transaction ID',
    'Payout ID',
    'Payout date',
    'Payout method',
    'Payout status',
    'Reason for hold',
    'Reference ID',
    'Description',
    'Ship to zip',
    'Exchange rate',
    'Net amount',
    'Gross transaction amount',
    ...['Final Value Fee - fixed', 'Final Value Fee - variable', 'International fee'],
  ],
  nobody: ['--'],
  documentation: {
    revenue:
      'Item subtotal of orders; refunds on their own date, by Gross transaction amount where they have ' +
      'no subtotal',
    leftOut: 'shipping, taxes, all fees; payouts, holds, labels and other movements of the account',
  },
};
export default ebayTransactions;

const SUBTOTAL = 'Item subtotal';
const GROSS = 'Gross transaction amount';

function money(file: ProfileFile): ProfileMoney | undefined {
  if (!isProven(file)) return undefined;
  return {
    base: { amount: SUBTOTAL, instead: [GROSS] },
    parts: [
      { what: 'shipping', column: 'Shipping and handling' },
      { what: 'tax', column: 'Seller collected tax' },
    ],
    says: hasRefundsWithoutGoods(file)
      ? [`Refunds without "${SUBTOTAL}" are counted by "${GROSS}", with the shipping that was paid back.`]
      : [],
  };
}

const numbers = (file: ProfileFile, header: string) => {
  const column = file.column(header);
  return column ? file.sample.numbers(column) : [];
};

/** Whether what buyers paid is goods, shipping and tax, in nearly all sales that have both. */
function isProven(file: ProfileFile): boolean {
  const types = typesOf(file);
  const gross = numbers(file, GROSS);
  const [goods, ...beside] = [SUBTOTAL, 'Shipping and handling', 'Seller collected tax'].map(h =>
    numbers(file, h),
  );
  const collected = numbers(file, 'eBay collected tax');
  const both = gross.flatMap((total, i) => (total && goods?.[i] && isSale(types[i]) ? [{ total, i }] : []));
  const agree = both.filter(({ total, i }) => {
    const rest = beside.reduce((sum, values) => sum - (values[i] ?? 0), total - (goods?.[i] ?? 0));
    return [0, collected[i] ?? 0].some(tax => Math.abs(rest - tax) < 0.0151);
  });
  return both.length > 0 && agree.length >= both.length * 0.95;
}

const isSale = (type = '') => /^(order|refund)$/i.test(type);

function typesOf(file: ProfileFile): readonly string[] {
  const column = file.column('Type');
  return column ? file.sample.texts(column) : [];
}

function hasRefundsWithoutGoods(file: ProfileFile): boolean {
  const goods = numbers(file, SUBTOTAL);
  return typesOf(file).some((text, i) => /^refund$/i.test(text) && !goods[i]);
}
