import { difference } from '../amounts.js';
import type { SourceLine, SourceOrder } from '../source.js';
import type { FoundOrder, Sale, ShopifyOrder } from './answers.js';

/** An agreement with all of its sales. */
export interface Agreement {
  readonly happenedAt: string;
  readonly sales: readonly Sale[];
}

/** What Shopify's own net sales leave out as well: gift cards are sold when they are spent. */
const NOT_GOODS = new Set(['SHIPPING', 'TIP', 'GIFT_CARD', 'DUTY', 'FEE', 'ADDITIONAL_FEE']);
/** A refund that is more or less than the goods were sold for: a restocking fee, goodwill. */
const ADJUSTMENT = 'ADJUSTMENT';

/** An order that is set aside, as something is missing that orders have. */
export const oddOrder = ({ name }: Pick<FoundOrder, 'name'>, reason?: string): SourceOrder => ({
  key: name,
  currency: '',
  customer: null,
  lines: [],
  unreadable: reason ?? "it is not as Shopify's orders are: a field that they have is missing",
});

/**
 * Whether an order counts as sold. A cancelled one does if its ledger takes back what it had sold: then both
 * have their days.
 */
export function countsInShopify(
  { test, cancelledAt }: Pick<ShopifyOrder, 'test' | 'cancelledAt'>,
  agreements: readonly Agreement[],
): boolean {
  if (test) return false;
  return cancelledAt === null || agreements.some(a => a.sales.some(s => s.actionType === 'RETURN'));
}

/**
 * An order as its ledger has it: each sale, edit, return and fee is a line on the day it happened. Goods
 * count and what refunds were adjusted by, without tax.
 */
export function orderOf(order: ShopifyOrder, agreements: readonly Agreement[]): SourceOrder {
  const { customer, displayAddress: address } = order;
  const known = agreements.flatMap(a => a.sales.map(sale => ({ sale, at: a.happenedAt })));
  const goods = known.filter(({ sale }) => !NOT_GOODS.has(sale.lineType));
  const odd = goods.find(({ sale }) => sale.lineType !== 'PRODUCT' && sale.lineType !== ADJUSTMENT);
  if (odd) return oddOrder(order, `it has a kind of sale that is not known: ${odd.sale.lineType}`);
  if (known.length === 0) return oddOrder(order, 'Shopify has no record of what was sold with it');
  const currencies = new Set(known.map(({ sale }) => sale.totalAmount.shopMoney.currencyCode));
  if (currencies.size > 1)
    return oddOrder(order, `its amounts are in ${[...currencies].sort().join(' and ')}`);
  return {
    key: order.name,
    currency: [...currencies][0] ?? '',
    customer: {
      id: customer ? (customer.id.split('/').at(-1) ?? null) : null,
      email: order.email ?? customer?.defaultEmailAddress?.emailAddress ?? null,
      name: customer?.displayName ?? null,
      postcode: address?.zip ?? null,
    },
    status: order.cancelledAt === null ? wordsOf(order.displayFinancialStatus) : 'cancelled',
    country: address?.countryCodeV2 ?? null,
    city: address?.city ?? null,
    channel: order.sourceName ?? null,
    location: order.retailLocation?.name ?? null,
    lines: goods.map(({ sale, at }) => lineOf(sale, at)),
  };
}

/** As the shop's exports write it: `PARTIALLY_REFUNDED` is `partially_refunded`. */
const wordsOf = (status: string | null | undefined): string | null => status?.toLowerCase() ?? null;

function lineOf(sale: Sale, at: string): SourceLine {
  const [total, tax] = [sale.totalAmount.shopMoney.amount, sale.totalTaxAmount.shopMoney.amount];
  const isAdjustment = sale.lineType === ADJUSTMENT;
  return {
    at,
    product: isAdjustment ? 'Refund adjustment' : (sale.lineItem?.name ?? null),
    category: sale.lineItem?.product?.productType || null,
    // A change of price has no pieces.
    quantity: isAdjustment || sale.actionType === 'UPDATE' ? '0' : String(sale.quantity ?? 0),
    amount: difference(total, tax) ?? total,
    isReturn: isAdjustment || sale.actionType === 'RETURN',
    discount: sale.totalDiscountAmountBeforeTaxes.shopMoney.amount,
    tax,
  };
}
