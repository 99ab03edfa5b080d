import { isoDigits } from '../../core/money/currencies.js';
import { fromMinorUnits } from '../amounts.js';
import type { SourceCustomer, SourceLine, SourceOrder } from '../source.js';
import type { Customer, FoundOrder, Item, Money, SquareOrder } from './answers.js';

/** A gift card is sold when it is spent. */
const GIFT_CARD = 'GIFT_CARD';
/** Names of variations that say nothing. */
const PLAIN = new Set(['', 'Regular']);
/** Refunds of these states were not paid. */
const NOT_PAID = new Set(['REJECTED', 'FAILED']);

/** An order that is set aside, as something is missing that orders have. */
export const oddOrder = ({ id }: Pick<FoundOrder, 'id'>): SourceOrder => ({
  key: id,
  currency: '',
  customer: null,
  lines: [],
  unreadable: "it is not as Square's orders are: a field that they have is missing",
});

/** Whether an order was sold: completed, or paid and not yet handed over. */
export function countsInSquare({ state, tenders, net_amount_due_money: due }: SquareOrder): boolean {
  if (state === 'COMPLETED') return true;
  return state === 'OPEN' && (tenders ?? []).length > 0 && (due?.amount ?? 1) <= 0;
}

/** Who bought, as far as the order itself says. */
export const buyerOf = ({ customer_id: id, tenders }: Buyer): string | null =>
  id ?? tenders?.find(t => t.customer_id)?.customer_id ?? null;
interface Buyer {
  readonly customer_id?: string | null | undefined;
  readonly tenders?: readonly { readonly customer_id?: string | null | undefined }[] | null | undefined;
}

/**
 * An order on the day when it was paid. What comes back is an order of its own at Square, and an exchange has
 * both. Goods count, after discounts, without tax, tips and service charges.
 */
export function orderOf(
  order: SquareOrder,
  around: { readonly location: string | null; readonly buyer: string | null; readonly customer?: Customer },
): SourceOrder {
  const at = dayOf(order);
  const sold = (order.line_items ?? []).filter(isGoods).map(item => lineOf(item, at, false));
  const back = (order.returns ?? []).flatMap(r => r.return_line_items ?? []).filter(isGoods);
  const lines = [...sold, ...back.map(item => lineOf(item, at, true))];
  const isUnitemised = (order.returns ?? []).every(r => (r.return_line_items ?? []).length === 0);
  if (isUnitemised) lines.push(...(order.refunds ?? []).filter(r => !NOT_PAID.has(r.status)).map(refundLine));
  const currencies = currenciesOf(order);
  const made: SourceOrder = {
    key: order.id,
    currency: currencies[0] ?? '',
    customer: customerOf(around),
    status: order.state.toLowerCase(),
    country: around.customer?.address?.country ?? null,
    city: around.customer?.address?.locality ?? null,
    channel: order.source?.name ?? null,
    location: around.location,
    lines,
  };
  if (currencies.length < 2) return made;
  return { ...made, unreadable: `its amounts are in ${currencies.join(' and ')}` };
}

/** The day of payment stays when the goods are handed over later. */
const dayOf = ({ tenders, closed_at: closed, created_at: created }: SquareOrder): string =>
  (tenders ?? []).map(t => t.created_at).sort()[0] ?? closed ?? created;

const isGoods = ({ item_type: type }: Item): boolean => type !== GIFT_CARD;

function customerOf({ buyer, customer }: Parameters<typeof orderOf>[1]): SourceCustomer | null {
  if (buyer === null) return null;
  const name = [customer?.given_name, customer?.family_name].filter(Boolean).join(' ');
  return {
    id: buyer,
    email: customer?.email_address ?? null,
    name: name || (customer?.company_name ?? null),
    postcode: customer?.address?.postal_code ?? null,
  };
}

function lineOf(item: Item, at: string, isReturn: boolean): SourceLine {
  const { total_money: total, total_tax_money: tax, total_service_charge_money: service } = item;
  const net = total.amount - (tax?.amount ?? 0) - (service?.amount ?? 0);
  const money = (amount: number) => textOf({ amount: isReturn ? -amount : amount, currency: total.currency });
  const variation = PLAIN.has(item.variation_name ?? '') ? '' : ` - ${item.variation_name}`;
  return {
    at,
    product: item.name ? `${item.name}${variation}` : 'Custom amount',
    quantity: isReturn ? `-${item.quantity}` : item.quantity,
    amount: money(net),
    isReturn,
    discount: money(item.total_discount_money?.amount ?? 0),
    tax: money(tax?.amount ?? 0),
  };
}

const refundLine = (refund: NonNullable<SquareOrder['refunds']>[number]): SourceLine => ({
  at: refund.created_at,
  product: 'Refund without products',
  quantity: '0',
  amount: textOf({ ...refund.amount_money, amount: -refund.amount_money.amount }),
  isReturn: true,
});

const textOf = ({ amount, currency }: Money): string => fromMinorUnits(amount, isoDigits(currency) ?? 2);

function currenciesOf({ line_items: items, returns, refunds }: SquareOrder): string[] {
  const all = [...(items ?? []), ...(returns ?? []).flatMap(r => r.return_line_items ?? [])];
  const found = [
    ...all.map(i => i.total_money.currency),
    ...(refunds ?? []).map(r => r.amount_money.currency),
  ];
  return [...new Set(found)].sort();
}
