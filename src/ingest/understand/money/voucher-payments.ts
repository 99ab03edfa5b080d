import { explain } from './equations.js';
import { type Figure, isUsed } from './figures.js';
import { taxPlace } from './taxes.js';

/** What is bought beforehand and handed in: a voucher pays, unless it is a code that lowers the price. */
const VOUCHER = new RegExp(
  String.raw`\b(vouchers?|gift|gutscheine?|gutscheinbetrag|gutscheinwert|buon[oi]|bono|bons?|vales?|` +
    'cheques?|cadeaubon(?:nen)?|waardebon|presentkort|gavekort|tegoed|kupong?|karta podarunkowa|' +
    String.raw`cartao presente)\b`,
);
const LOWERS_PRICE = /\b(discount|rabatt?|remise|korting|sconto|descuento|desconto|promo|code|coupon)\b/;
/** Kinds that the ways to pay beside a voucher may have. */
const PAYS: ReadonlySet<string> = new Set(['paid', 'unknown', 'payout', 'amount', 'otherNumber']);
const PRICES: ReadonlySet<string> = new Set(['price', 'amount', 'total', 'gross', 'net', 'subtotal']);

/**
 * Takes vouchers for payments, not for discounts, where the file shows that they paid: the price is what was
 * paid by voucher, card and cash together, or by voucher and in one other way while the tax is of the whole
 * price also where a voucher paid.
 */
export function vouchersAsPayments(figures: readonly Figure[]): readonly Figure[] {
  return figures.map(f => (f.kind === 'discount' && isPayment(f, figures) ? { ...f, kind: 'paid' } : f));
}

function isPayment(voucher: Figure, figures: readonly Figure[]): boolean {
  const { name } = voucher.column;
  if (!VOUCHER.test(name) || LOWERS_PRICE.test(name) || voucher.column.min < 0) return false;
  const others = figures
    .filter(f => f !== voucher && PAYS.has(f.kind) && f.column.min >= 0 && isUsed(f))
    .map(of => ({ of, values: of.values }));
  return figures.some(price => {
    if (!PRICES.has(price.kind)) return false;
    const ways = others.filter(o => o.of !== price);
    const sum = explain(price.values, { of: voucher, values: voucher.values }, ways);
    if (!sum?.terms.every(t => t.sign === 1)) return false;
    return sum.terms.length > 1 || isTaxedInFull(voucher, price, figures);
  });
}

/** Whether the tax is of the whole price in the rows that a voucher paid for. */
function isTaxedInFull(voucher: Figure, price: Figure, figures: readonly Figure[]): boolean {
  const paid = voucher.values.flatMap((v, i) => (v ? [i] : []));
  return figures.some(
    tax =>
      tax.kind === 'tax' &&
      taxPlace(
        paid.map(i => tax.values[i]),
        paid.map(i => price.values[i]),
      ) !== undefined,
  );
}
