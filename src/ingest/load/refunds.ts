import { spread } from './line-money.js';
import type { LineParts, OrderLine } from './order-line.js';

/** What was paid back of an order, in units of the store, and what the order came to. */
export interface Refund {
  readonly paid: number;
  /** With tax and shipping. */
  readonly total: number;
  readonly tax: number;
  readonly shipping: number;
  /** The currency's minor unit: as exact as what was paid back is. */
  readonly cent: number;
}

/** More lines have too many subsets to try. */
const MOST_LINES = 12;

/**
 * The return of a line, in part or whole, on the same day.
 * @param quantity what came back of a line that did not come back as a whole, in thousandths
 */
export const returnOf = (
  line: OrderLine,
  amount: number,
  isWhole: boolean,
  origin: OrderLine['origin'] = 'refund',
  quantity = 0,
): OrderLine => ({
  ...line,
  lineNumber: null,
  amount: -amount,
  quantity: isWhole ? -Math.abs(line.quantity) : -quantity + 0,
  isReturn: true,
  origin,
  state: null,
  parts:
    line.parts && partsBack(line, line.parts, isWhole ? line.amount : amount, isWhole ? undefined : quantity),
  repair: undefined,
});

/**
 * What goes back with a return: tax and discount in proportion to the money, cost in proportion to the goods.
 * Shipping and tips stay with the shop, as far as the file says.
 */
function partsBack(
  line: OrderLine,
  parts: LineParts,
  amount: number,
  quantity: number | undefined,
): LineParts {
  const share = (part: number | null, of: number, whole: number) =>
    part === null
      ? null
      : of === 0
        ? 0
        : -(whole === 0 || of === whole ? part : Math.round((part * of) / whole)) + 0;
  return {
    discount: share(parts.discount, amount, line.amount),
    tax: share(parts.tax, amount, line.amount),
    shipping: null,
    tip: null,
    cost:
      quantity === undefined ? share(parts.cost, 1, 1) : share(parts.cost, quantity, Math.abs(line.quantity)),
  };
}

/**
 * The returns of an order of which money was paid back, where nothing says for what. All of it: all
 * lines. What some lines come to, with their tax and perhaps the shipping: these lines. Else the goods' share
 * of it, of each line in proportion: an estimate.
 */
export function refundedLines(sold: readonly OrderLine[], refund: Refund): OrderLine[] {
  const { paid, total } = refund;
  const net = sold.reduce((sum, l) => sum + l.amount, 0);
  if (paid >= total) return sold.map(line => returnOf(line, line.amount, true));
  const lines = linesPaidBack(sold, net, refund);
  if (lines) return lines.map(line => returnOf(line, line.amount, true));
  const goods = Math.min(net, Math.round((paid * net) / total));
  const shares = spread(
    goods,
    sold.map(l => l.amount),
  );
  return sold.flatMap((line, i) => (shares[i] ? [returnOf(line, shares[i], false)] : []));
}

/** The lines that come to what was paid back; undefined if none do. */
function linesPaidBack(
  sold: readonly OrderLine[],
  net: number,
  { paid, tax, shipping, cent }: Refund,
): OrderLine[] | undefined {
  if (sold.length > MOST_LINES) return undefined;
  const isCent = (a: number, b: number): boolean => Math.abs(a - b) < 1.5 * cent;
  const rates = [tax / net, tax / (net + shipping), 0];
  for (let subset = 1; subset < 2 ** sold.length; subset++) {
    const lines = sold.filter((_, i) => subset & (1 << i));
    const amount = lines.reduce((sum, l) => sum + l.amount, 0);
    const isPaid = rates.some(
      rate =>
        isCent(amount * (1 + rate), paid) ||
        isCent((amount + shipping) * (1 + rate), paid) ||
        isCent(amount * (1 + rate) + shipping, paid),
    );
    if (isPaid) return lines;
  }
  return undefined;
}
