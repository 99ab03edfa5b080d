import { areEqual, explain, HOLDS, isClose, type Values, writtenSign } from './equations.js';
import type { Figure } from './figures.js';
import type { MoneyPart } from './money.js';

/** How a column of discounts is written. */
export type DiscountUnit = Pick<MoneyPart, 'unit' | 'per' | 'sign'>;

/** Whether a figure is a discount, in money or in percent. */
export const isDiscount = (f: Figure): boolean => f.kind === 'discount' || f.kind === 'discountRate';
const isUsed = (f: Figure): boolean => f.values.some(v => v !== undefined && v !== 0);

/** The columns of discounts that are not zero throughout. */
export const discountsOf = (figures: readonly Figure[]): Figure[] =>
  figures.filter(f => isDiscount(f) && (isUsed(f) || f.column.max > 0 || f.column.min < 0));

/** What a row comes to after a discount, by each way to write it. */
function after(gross: number, quantity: number | undefined, discount: number, unit: DiscountUnit): number {
  const size = discount * unit.sign;
  if (unit.unit === 'percent') return gross * (1 - size / 100);
  if (unit.unit === 'fraction') return gross * (1 - size);
  return unit.per === 'unit' ? gross - size * (quantity ?? 1) : gross - size;
}

const UNITS: readonly DiscountUnit[] = [
  { unit: 'money', per: 'line', sign: 1 },
  { unit: 'percent', per: 'line', sign: 1 },
  { unit: 'fraction', per: 'line', sign: 1 },
  { unit: 'money', per: 'unit', sign: 1 },
  { unit: 'money', per: 'line', sign: -1 },
  { unit: 'percent', per: 'line', sign: -1 },
  { unit: 'fraction', per: 'line', sign: -1 },
];

/**
 * How a discount was written, if `net` is `gross` after it, row by row; undefined if it is not, or no row has
 * a discount.
 */
export function provenUnit(
  gross: Values,
  net: Values,
  discount: Figure,
  quantity: Values | undefined,
): DiscountUnit | undefined {
  const values = discount.values;
  for (const unit of UNITS) {
    let rows = 0;
    let agree = 0;
    let proofs = 0;
    for (let i = 0; i < net.length; i++) {
      const [g, n] = [gross[i], net[i]];
      if (g === undefined || n === undefined) continue;
      rows++;
      const d = values[i] ?? 0;
      if (!isClose(after(g, quantity?.[i], d, unit), n)) continue;
      agree++;
      if (d !== 0 && !isClose(g, n)) proofs++;
    }
    if (rows > 0 && agree >= rows * HOLDS && proofs > 0) return unit;
  }
  return undefined;
}

/**
 * How a discount is written where nothing proves it: with a percent sign or by its name in percent, as a
 * fraction if it is never above 1, in percent if it is larger than what it is taken from.
 */
export function likelyUnit(discount: Figure, gross: Values): DiscountUnit & { readonly isCertain: boolean } {
  const { column } = discount;
  const sign = writtenSign(discount.values, gross);
  const { per } = discount;
  const most = Math.max(Math.abs(column.max), Math.abs(column.min));
  if ([...column.distinct].some(v => v.includes('%'))) return { unit: 'percent', per, sign, isCertain: true };
  const isRate = discount.kind === 'discountRate' || most < 1;
  if (isRate)
    return {
      unit: most <= 1 ? 'fraction' : 'percent',
      per,
      sign,
      isCertain: discount.kind === 'discountRate',
    };
  const isTooLarge = discount.values.some((d, i) => {
    const g = gross[i];
    return d !== undefined && g !== undefined && g !== 0 && Math.abs(d) > Math.abs(g) + 0.005;
  });
  return isTooLarge && most <= 100
    ? { unit: 'percent', per, sign, isCertain: true }
    : { unit: 'money', per: OF_ONE_PIECE.test(column.name) ? 'unit' : per, sign, isCertain: true };
}

/**
 * Whether a discount that nothing proves may be in percent as well as in money: its name does not say
 * money, and it has few values, all whole or half numbers up to 100. It is money where it is a
 * round share of what it is taken from: 4 off 40 and 2 off 20.
 */
export function mayBePercent({ column, values, kind }: Figure, gross: Values): boolean {
  if (kind !== 'discount' || SAYS_MONEY.test(column.header) || CURRENCY.test(column.header)) return false;
  const used = values
    .map((d, i) => ({ d: Math.abs(d ?? 0), g: Math.abs(gross[i] ?? 0) }))
    .filter(v => v.d > 0);
  const sizes = new Set(used.map(v => v.d));
  if (used.length === 0 || sizes.size > MOST_RATES) return false;
  if ([...column.distinct].some(v => CURRENCY.test(v))) return false;
  if (![...sizes].every(d => d <= 100 && Number.isInteger(d * 2))) return false;
  const isRoundShare = ({ d, g }: { d: number; g: number }) =>
    isClose((Math.round((d / g) * 20) * g) / 20, d);
  const shares = used.filter(isRoundShare).length;
  return !(sizes.size >= 3 && shares >= used.length * HOLDS);
}

/** Shops have few rates of discount. */
const MOST_RATES = 12;
const SAYS_MONEY =
  /coupon|voucher|gutschein|am(oun)?t|value|total|betrag|summe|wert|montant|import[eo]|monto|valor|belopp/i;
const CURRENCY = /\p{Sc}|\b[A-Z]{3}\b/u;

const OF_ONE_PIECE = new RegExp(
  String.raw`\b(unit|each|per (piece|item)|(pro|je) stuck|stuckrabatt|unitaire|unitario|unidad|` +
    String.raw`per st(uk|yck)|za kus)\b`,
);

/** Whether a price was marked down already: another price, less the discount, is it. */
export function isPriceAfter(
  price: Figure,
  discounts: readonly Figure[],
  figures: readonly Figure[],
): boolean {
  const lists = figures.filter(
    f => f !== price && f.per === 'line' && ['price', 'gross', 'otherNumber', 'unknown'].includes(f.kind),
  );
  return lists.some(
    list =>
      !areEqual(list.values, price.values) &&
      (discounts.some(d => provenUnit(list.values, price.values, d, undefined) !== undefined) ||
        explain(
          price.values,
          { of: list, values: list.values },
          discounts.map(d => ({ of: d, values: d.values })),
        ) !== undefined),
  );
}
