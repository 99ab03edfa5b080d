import { add, type Decimal, multiply, roundTo } from '../../core/money/money.js';
import type { Money, MoneyPart, PartKind } from '../understand/money/money.js';
import type { LineParts } from './order-line.js';

/** Reads the number in a column of the current row; undefined where there is none. */
export type NumberIn = (column: number) => Decimal | undefined;

/** What a row says of money: exact, before anything of the order is spread over its lines. */
export interface RowMoney {
  /** Revenue, after what is the line's own. */
  readonly amount: Decimal;
  /** By kind, the sizes of the line's own parts. */
  readonly parts: ReadonlyMap<PartKind, Decimal>;
}

const ZERO: Decimal = { digits: 0, scale: 0 };
const ONE_HUNDREDTH: Decimal = { digits: 1, scale: 2 };

/** The amount of a part, from the value in its column: money, or a share of the base. */
export function sizeOfPart(
  part: MoneyPart,
  value: Decimal,
  base: Decimal,
  quantity: Decimal | undefined,
): Decimal {
  const signed = part.sign === 1 ? value : negated(value);
  const each = part.per === 'unit' && quantity ? multiply(signed, quantity) : signed;
  if (part.unit === 'money') return each;
  if (part.unit === 'fraction') return multiply(base, each);
  if (part.unit === 'percent') return multiply(multiply(base, each), ONE_HUNDREDTH);
  return includedTax(base, each);
}

/**
 * A discount in percent that is taken off the base already: what the pieces cost by their price less what is
 * left, or without a price what is left x rate / (100 - rate).
 */
function takenOffBefore(
  part: MoneyPart,
  before: NonNullable<MoneyPart['before']>,
  value: Decimal,
  base: Decimal,
  numberIn: NumberIn,
): Decimal {
  const [price, pieces] = [before.price, before.quantity].map(c =>
    c === undefined ? undefined : numberIn(c),
  );
  if (price && pieces) {
    const whole = multiply(price, pieces);
    // A return may have its amount below zero and its pieces not.
    const isTurned = base.digits < 0 !== whole.digits < 0 && base.digits !== 0;
    return add(isTurned ? negated(whole) : whole, negated(base));
  }
  const percent = multiply(part.sign === 1 ? value : negated(value), {
    digits: part.unit === 'percent' ? 1 : 100,
    scale: 0,
  });
  const left = add({ digits: 100, scale: 0 }, negated(percent));
  return left.digits <= 0 ? ZERO : shareOf(base, percent, left);
}

/** base x part / whole, to four decimals at least. */
function shareOf(base: Decimal, part: Decimal, whole: Decimal): Decimal {
  const scale = Math.max(base.scale, LEAST_DECIMALS);
  const [own, over, under] = [base, part, whole].map(d => BigInt(roundTo(d, 6))) as [bigint, bigint, bigint];
  return { digits: roundTo({ digits: (own * over) / under, scale: 6 }, scale), scale };
}

/** So that the sums of many lines are exact to the cent. */
const LEAST_DECIMALS = 4;

/**
 * The tax in a price that includes it, base x rate / (100 + rate). Tax that was rounded on each line would
 * not add up to the tax of the total.
 */
function includedTax(base: Decimal, rate: Decimal): Decimal {
  const factor = Number(rate.digits) / 10 ** rate.scale;
  const millionths = BigInt(roundTo(base, 6));
  const share = BigInt(Math.round(factor * 1e6));
  const tax = { digits: (millionths * share) / (100_000_000n + share), scale: 6 };
  const scale = Math.max(base.scale, LEAST_DECIMALS);
  return { digits: roundTo(tax, scale), scale };
}

/** The row's revenue and the parts that are its line's own. */
export function moneyOfRow(
  { parts }: Money,
  base: Decimal,
  quantity: Decimal | undefined,
  numberIn: NumberIn,
): RowMoney {
  let amount = base;
  const sizes = new Map<PartKind, Decimal>();
  for (const part of parts) {
    if (part.per === 'order' || part.unit === 'pieces' || part.unit === 'piecesAtPrice' || part.isProfit)
      continue;
    const value = numberIn(part.column);
    if (!value) continue;
    const written = part.before
      ? takenOffBefore(part, part.before, value, base, numberIn)
      : sizeOfPart(part, value, base, quantity);
    const total = part.ofTotal === undefined ? undefined : numberIn(part.ofTotal);
    const size = total ? goodsShare(written, base, total) : written;
    sizes.set(part.what, add(sizes.get(part.what) ?? ZERO, size));
    // What came back by the piece is a line of its own.
    if (part.factor === 0 || part.pieces !== undefined) continue;
    // `size` is `sign` times what the column says, and `factor` is about what it says.
    amount = add(amount, part.factor * part.sign === 1 ? size : negated(size));
  }
  const profit = parts.find(part => part.isProfit);
  const left = profit && numberIn(profit.column);
  if (left) sizes.set('cost', add(amount, negated(left)));
  return { amount, parts: sizes };
}

/** The part of money paid back that is for goods, where it was paid back of a total with tax or shipping. */
function goodsShare(paid: Decimal, goods: Decimal, total: Decimal): Decimal {
  return total.digits === 0 ? paid : shareOf(goods, paid, total);
}

export const negated = (value: Decimal): Decimal => ({ digits: -value.digits, scale: value.scale });

/**
 * Spreads an amount over lines in proportion to their weights, exactly: the parts add up to it. Where the
 * weights add up to nothing, the first line has it all.
 */
export function spread(total: number, weights: readonly number[]): number[] {
  const sum = weights.reduce((a, b) => a + Math.abs(b), 0);
  if (sum === 0) return weights.map((_, i) => (i === 0 ? total : 0));
  let before = 0;
  let given = 0;
  return weights.map(weight => {
    before += Math.abs(weight);
    // Rounding what has been given so far, not each part, leaves nothing over.
    const due = Math.round((total * before) / sum);
    const part = due - given;
    given = due;
    return part;
  });
}

/** The parts that are kept beside revenue, in units of the store; null where the file has none of them. */
export function lineParts(sizes: ReadonlyMap<PartKind, number>): LineParts | null {
  if (sizes.size === 0) return null;
  const of = (kind: PartKind) => sizes.get(kind) ?? null;
  return {
    discount: of('discount'),
    tax: of('tax'),
    shipping: of('shipping'),
    tip: of('tip'),
    cost: of('cost'),
  };
}
