import type { Profile, ProfileMoney } from '../profile.js';
import type { ProfileFile } from '../profile-file.js';

/**
 * The orders report of eBay: a row for each item; above the items of an order of several, a row with their
 * sums.
 */
const ebayOrders: Profile = {
  name: 'eBay orders',
  signature: {
    all: ['Sales Record Number', 'Order Number', 'Item Number', 'Item Title', 'Quantity', 'Sold For'],
  },
  roles: {
    orderId: 'Order Number',
    date: 'Sale Date',
    customerId: 'Buyer Username',
    customerName: 'Buyer Name',
    email: 'Buyer Email',
    productId: ['Custom Label', 'Item Number'],
    productName: 'Item Title',
    category: null,
    quantity: 'Quantity',
    unitPrice: 'Sold For',
    country: ['Ship To Country', 'Post to country', 'Buyer Country'],
    state: ['Ship To State', 'Post to county', 'Post to state', 'Buyer State', 'Buyer county'],
    city: ['Ship To City', 'Post to city', 'Buyer City'],
    channel: null,
    status: null,
    lineNumber: null,
  },
  money,
  rows: [
    { column: 'Item Title', values: 'blank', kind: 'total', what: 'rows that add up their order' },
    { column: 'Paid On Date', values: 'blank', kind: 'notASale', what: 'unpaid orders' },
  ],
  ignore: [
    'Sales Record Number',
    'Buyer Note',
    'Buyer Address 1',
    'Buyer Address 2',
    'Buyer Zip',
    'Ship To Name',
    'Ship To Phone',
    'Ship To Address 1',
    'Ship To Address 2',
    'Ship To Zip',
    'Item Number',
    'Total Price',
    'My Item Note',
    'PayPal Transaction ID',
    'Transaction ID',
    'Tracking Number',
    'eBay Reference Value',
    'Shipped On Date',
  ],
  documentation: {
    revenue: 'Quantity x Sold For of each item (or Sold For, where Total Price shows that it is of the line)',
    leftOut: 'rows that add up an order, unpaid orders; shipping, taxes; refunds are not in the file',
  },
};
export default ebayOrders;

const SHIPPING = ['Shipping And Handling', 'Postage And Packaging', 'Postage And Handling'];
/** What may be in the total besides, without standing in a column of an older file. */
const COLLECTED = ['eBay Collected Tax', 'eBay Collected Charges'];
/** The most that taxes of eBay's come to, where only the total has them. */
const MOST_TAX = 0.35;

function money(file: ProfileFile): ProfileMoney | undefined {
  const isLine = isPriceOfLine(file);
  if (isLine === undefined) return undefined;
  return {
    base: isLine ? { amount: 'Sold For' } : { quantity: 'Quantity', price: 'Sold For' },
    parts: [
      ...SHIPPING.map(column => ({ what: 'shipping', column }) as const),
      { what: 'tax', column: 'Seller Collected Tax' },
    ],
    says: ['Refunds and cancellations are not in this file: sales are before them.'],
  };
}

/** Whether Sold For is of the whole line; undefined where neither that nor a unit price fits the totals. */
function isPriceOfLine(file: ProfileFile): boolean | undefined {
  const [ofUnit, ofLine] = [proofOf(file, false), proofOf(file, true)];
  const isLine = ofLine.agree > ofUnit.agree;
  const { rows, agree } = isLine ? ofLine : ofUnit;
  return agree >= rows * 0.95 ? isLine : undefined;
}

interface Proof {
  readonly rows: number;
  readonly agree: number;
}

/** How many totals of items, and sums of orders, follow from Sold For. */
function proofOf(file: ProfileFile, isLine: boolean): Proof {
  const numbers = (header: string) => {
    const column = file.column(header);
    return column ? file.sample.numbers(column) : [];
  };
  const [sold, quantity, total] = ['Sold For', 'Quantity', 'Total Price'].map(numbers);
  const beside = [...SHIPPING, 'Seller Collected Tax'].map(numbers);
  const collected = COLLECTED.filter(h => file.has(h)).map(numbers);
  const title = file.column('Item Title');
  const titles = title ? file.sample.texts(title) : [];
  const sumOf = (columns: readonly (readonly (number | undefined)[])[], i: number) =>
    columns.reduce((sum, values) => sum + (values[i] ?? 0), 0);
  const goods = (i: number) => (sold?.[i] ?? 0) * (isLine ? 1 : (quantity?.[i] ?? 1));
  const isTotal = (i: number) => {
    const known = goods(i) + sumOf(beside, i);
    const rest = (total?.[i] ?? 0) - known;
    if (Math.abs(rest) < 0.0151 || Math.abs(rest - sumOf(collected, i)) < 0.0151) return true;
    return collected.length === 0 && rest > 0 && rest <= known * MOST_TAX;
  };
  const isSum = (rows: readonly number[]) => {
    const own = rows.find(i => titles[i] === '');
    const items = rows.filter(i => titles[i] !== '').reduce((sum, i) => sum + goods(i), 0);
    return own !== undefined && Math.abs(items - (sold?.[own] ?? 0)) < 0.0151;
  };
  const items = titles.flatMap((text, i) => (text !== '' && total?.[i] !== undefined ? [i] : []));
  const orders = file.orders.rows.filter(rows => rows.length > 1 && rows.some(i => titles[i] === ''));
  return {
    rows: items.length + orders.length,
    agree: items.filter(isTotal).length + orders.filter(isSum).length,
  };
}
