import type { Sample } from '../sample.js';
import type { ColumnSurvey } from '../survey.js';
import type { Values } from './equations.js';
import type { MoneyChoice } from './money-choice.js';

/** Products that must tell, and the share of them that must agree. */
const ENOUGH = 5;
const AGREE = 0.9;
/** Amounts of whole cents show a price no closer. */
const NEAR = 0.004;

interface Sold {
  readonly product: string;
  readonly price: number;
  readonly rate: number;
}

/**
 * Whether an amount has the discount beside it taken off already, by what products cost: a product that was
 * sold at several discounts has one price before them. Undefined where too few products tell.
 */
export function discountByProducts(
  sample: Sample,
  { money: { base }, leftDiscount }: MoneyChoice,
  product: ColumnSurvey | undefined,
  quantity: ColumnSurvey | undefined,
): 'takenOff' | 'stillIn' | undefined {
  if (!product || !leftDiscount || base.kind !== 'amount') return undefined;
  const amount = sample.survey.columns[base.column];
  const pieces = quantity && sample.numbers(quantity);
  const rates = ratesOf(sample.numbers(leftDiscount.column));
  if (!amount || !rates) return undefined;
  const amounts = sample.numbers(amount);
  const sold = sample.texts(product).flatMap((name, i): Sold[] => {
    const [a, q, rate] = [amounts[i], pieces ? pieces[i] : 1, rates[i] ?? 0];
    return name !== '' && a && q && rate < 1 ? [{ product: name, price: a / q, rate }] : [];
  });
  const byProduct = new Map<string, Sold[]>();
  for (const one of sold) byProduct.set(one.product, [...(byProduct.get(one.product) ?? []), one]);
  const several = [...byProduct.values()].filter(of => new Set(of.map(s => s.rate)).size > 1);
  const isOne = (prices: readonly number[]) =>
    Math.max(...prices) - Math.min(...prices) <= Math.max(...prices.map(Math.abs)) * NEAR;
  const after = several.filter(of => isOne(of.map(s => s.price / (1 - s.rate))));
  const before = several.filter(of => isOne(of.map(s => s.price)));
  const told = after.length + before.length;
  if (told < ENOUGH || told < several.length * 0.5) return undefined;
  if (after.length >= told * AGREE) return 'takenOff';
  return before.length >= told * AGREE ? 'stillIn' : undefined;
}

/** Discounts as shares of the price; undefined where they may be money. */
function ratesOf(discounts: Values): Values | undefined {
  const sizes = discounts.map(d => (d === undefined ? undefined : Math.abs(d)));
  const most = Math.max(0, ...sizes.map(d => d ?? 0));
  return most > 0 && most < 1 ? sizes : undefined;
}
