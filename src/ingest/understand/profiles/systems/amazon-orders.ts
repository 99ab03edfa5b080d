import type { Profile, ProfileMoney } from '../profile.js';
import type { ProfileFile } from '../profile-file.js';

/** The report of all orders of Amazon sellers: a row for each item. */
const amazonOrders: Profile = {
  name: 'Amazon all orders',
  signature: {
    all: ['amazon-order-id', 'purchase-date', 'order-status', 'quantity', 'item-price'],
  },
  roles: {
    orderId: 'amazon-order-id',
    date: 'purchase-date',
    customerId: null,
    customerName: null,
    email: null,
    productId: ['sku', 'asin'],
    productName: 'product-name',
    category: null,
    quantity: 'quantity',
    unitPrice: null,
    amount: 'item-price',
    currency: 'currency',
    country: 'ship-country',
    state: 'ship-state',
    city: 'ship-city',
    channel: 'sales-channel',
    status: 'order-status',
    lineNumber: null,
  },
  money,
  rows: [
    {
      column: 'sales-channel',
      values: /^non amazon/,
      kind: 'notASale',
      what: 'shipments for other shops',
    },
    { column: 'order-status', values: /^cancel/, kind: 'cancelled', what: 'cancelled orders' },
    { column: 'item-status', values: /^cancel/, kind: 'cancelled', what: 'cancelled items' },
    {
      column: 'order-status',
      values: ['pending'],
      kind: 'notASale',
      what: 'pending orders, whose price is not known yet',
    },
  ],
  ignore: [
    'merchant-order-id',
    'last-updated-date',
    'url',
    'asin',
    'ship-postal-code',
    'purchase-order-number',
    'buyer-tax-registration-id',
  ],
  documentation: {
    revenue:
      'item-price (of the whole line) less item-promotion-discount, without item-tax where prices ' +
      'include it; refunds are not in the file',
    leftOut:
      'shipping, gift wrap, taxes; pending orders, shipments for other shops; cancelled items are kept ' +
      'and not counted',
  },
};
export default amazonOrders;

const PRICE = 'item-price';
const TAX = 'item-tax';
const DISCOUNT = 'item-promotion-discount';
const WITHOUT_TAX = 'vat-exclusive-item-price';

function money(file: ProfileFile): ProfileMoney | undefined {
  const prices = numbers(file, PRICE);
  const taxes = numbers(file, TAX);
  const discounts = numbers(file, DISCOUNT);
  const known = prices.flatMap((price, i) => (price === undefined ? [] : [{ price, i }]));
  const likely = known.filter(({ price, i }) => (taxes[i] ?? 0) <= price && (discounts[i] ?? 0) <= price);
  if (likely.length < known.length * 0.95) return undefined;
  if (file.isUsed(WITHOUT_TAX) && !file.holds({ total: PRICE, plus: [WITHOUT_TAX, TAX] })) return undefined;
  const isWithin = file.isUsed(WITHOUT_TAX) || isTaxWithin(file);
  return {
    base: { amount: PRICE },
    parts: [
      { what: 'discount', column: DISCOUNT, factor: -1 },
      { what: 'tax', column: TAX, factor: isWithin ? -1 : 0 },
      { what: 'shipping', column: 'shipping-price' },
    ],
    says: [
      'Refunds are not in this file: sales are before them.',
      ...(isWithin && file.isUsed(TAX) ? [`Prices include tax: "${TAX}" is taken out.`] : []),
    ],
  };
}

const numbers = (file: ProfileFile, header: string) => {
  const column = file.column(header);
  return column ? file.sample.numbers(column) : [];
};

/** Marketplaces and currencies whose prices are without tax. */
const ON_TOP = /^(amazon\.(com|ca)|usd|cad)$/i;

/**
 * Whether prices include the tax: never on marketplaces where it comes on top (8.25 % on top looks like 9 %
 * within); else as tax rates show, which have no fractions there; else by the marketplace.
 */
function isTaxWithin(file: ProfileFile): boolean {
  const [prices, taxes, discounts] = [PRICE, TAX, DISCOUNT].map(h => numbers(file, h));
  const taxed = (taxes ?? []).flatMap((tax, i) => (tax ? [i] : []));
  const place = file.column('sales-channel') ?? file.column('currency');
  const texts = place ? file.sample.texts(place) : [];
  if (taxed.length > 0 && taxed.every(i => ON_TOP.test(texts[i] ?? ''))) return false;
  const share = (isWithin: boolean) => {
    const fitting = taxed.filter(i => {
      const [price, tax] = [prices?.[i] ?? 0, taxes?.[i] ?? 0];
      return [price, price - (discounts?.[i] ?? 0)].some(p => isWholeRate(isWithin ? p - tax : p, tax));
    });
    return taxed.length === 0 ? 0 : fitting.length / taxed.length;
  };
  const [within, onTop] = [share(true), share(false)];
  if (taxed.length >= 3 && Math.max(within, onTop) >= 0.95 && Math.min(within, onTop) < 0.5)
    return within > onTop;
  const inclusive = taxed.filter(i => texts[i] && !ON_TOP.test(texts[i]));
  return inclusive.length > taxed.length / 2;
}

/** Whether a tax is a whole percentage of an amount, as far as cents tell. */
function isWholeRate(net: number, tax: number): boolean {
  const rate = Math.round((100 * tax) / net);
  return rate > 0 && Math.abs((net * rate) / 100 - tax) <= 0.0101;
}
