import { areEqual, explain, productOf, type Values } from './equations.js';
import { byOrder, type Figure, type Orders } from './figures.js';

const TOTALS: ReadonlySet<string> = new Set(['total', 'subtotal', 'amount', 'net', 'gross', 'unknown']);
const BESIDE: ReadonlySet<string> = new Set(['discount', 'tax', 'shipping', 'tip', 'fee']);
/** Kinds of the line whose sums an order's total may be. */
const OF_LINES: ReadonlySet<string> = new Set(['amount', 'net', 'gross', 'subtotal', 'unknown', 'price']);
/** More would take long; a file of sales has fewer columns of numbers. */
const MOST = 6;

/**
 * Takes figures for the order's where the sums of few orders show it: a column with the same value on all
 * rows of each order is its total where the lines add up to it, or what was taken off its total once.
 */
export function orderFiguresBySums(figures: readonly Figure[], orders: Orders): readonly Figure[] {
  if (!orders.rows.some(rows => rows.length > 1)) return figures;
  const sums = sumsOfLines(figures);
  const totals = figures.map(f =>
    TOTALS.has(f.kind) && mayBeOfOrder(f, orders) ? totalOf(f, sums, figures, orders) : f,
  );
  return totals.map(f =>
    BESIDE.has(f.kind) && mayBeOfOrder(f, orders) ? takenOnce(f, totals, sums, orders) : f,
  );
}

/** Takes a discount as the order's where the person says so, and as the line's where they say that. */
export function asSaid(
  figures: readonly Figure[],
  orders: Orders,
  discount: number | undefined,
  isOfOrder: boolean,
): readonly Figure[] {
  return figures.map(f => {
    if (f.column.index !== discount) return f;
    if (isOfOrder) return { ...asOrders(f, orders), isPerOpen: false };
    return f.isPerOpen
      ? { ...f, per: 'line', byOrder: byOrder(f.values, 'line', orders), isPerOpen: false }
      : f;
  });
}

/**
 * Whether a column that counts for the line has one value, not zero, on all rows of some order, and no two
 * in any.
 */
export function mayBeOfOrder(figure: Figure, { rows }: Pick<Orders, 'rows'>): boolean {
  if (figure.per === 'order') return false;
  const several = rows.filter(of => of.length > 1).map(of => new Set(of.map(i => figure.values[i])));
  return several.every(of => of.size === 1) && several.some(of => !of.has(undefined) && !of.has(0));
}

interface Sum {
  readonly values: Values;
  readonly byOrder: Values;
}

/** What lines come to: quantity x price, and the columns of amounts. */
function sumsOfLines(figures: readonly Figure[]): Sum[] {
  const lines = figures.filter(f => f.per === 'line');
  const prices = lines.filter(f => f.kind === 'price').slice(0, MOST);
  const products = lines
    .filter(f => f.kind === 'quantity')
    .slice(0, MOST)
    .flatMap(quantity => prices.map(price => productOf(quantity.values, price.values)));
  const [any] = lines;
  const amounts = lines.filter(f => OF_LINES.has(f.kind)).map(f => f.values);
  return any ? [...products, ...amounts].map(values => ({ values, byOrder: any.sumOf(values) })) : [];
}

const asOrders = (figure: Figure, orders: Orders): Figure => ({
  ...figure,
  per: 'order',
  byOrder: byOrder(figure.values, 'order', orders),
});

/** Discounts that an order has as a whole more often than each of its lines. */
const OF_ORDERS =
  /\b(order|coupons?|vouchers?|gutschein\p{L}*|cupon|cupom|kupong?|bestell\p{L}*|commande|pedido)\b/u;

/** Orders that must agree before it is no chance. */
const ENOUGH = 2;

function totalOf(figure: Figure, sums: readonly Sum[], figures: readonly Figure[], orders: Orders): Figure {
  const ofOrder = asOrders(figure, orders);
  const isProven = sums.some(
    ({ values, byOrder: sum }) =>
      values !== figure.values &&
      sum.filter(v => v !== undefined).length >= ENOUGH &&
      areEqual(sum, ofOrder.byOrder) &&
      !areEqual(values, figure.values),
  );
  return isProven || isSumWithCharges(figure, ofOrder, sums, figures, orders) ? ofOrder : figure;
}

/** Whether the lines of orders, with shipping or taxes that stand on each of them, add up to it once. */
function isSumWithCharges(
  figure: Figure,
  ofOrder: Figure,
  sums: readonly Sum[],
  figures: readonly Figure[],
  orders: Orders,
): boolean {
  const beside = figures
    .filter(f => BESIDE.has(f.kind))
    .map(f => (mayBeOfOrder(f, orders) ? asOrders(f, orders) : f));
  const terms = (level: 'values' | 'byOrder') => beside.map(of => ({ of, values: of[level] }));
  return sums.some(({ values, byOrder: sum }) => {
    if (values === figure.values) return false;
    const once = explain(ofOrder.byOrder, { of: figure, values: sum }, terms('byOrder'));
    return (
      once !== undefined &&
      once.rows >= ENOUGH &&
      !explain(figure.values, { of: figure, values }, terms('values'))
    );
  });
}

function takenOnce(figure: Figure, figures: readonly Figure[], sums: readonly Sum[], orders: Orders): Figure {
  const ofOrder = asOrders(figure, orders);
  const once = figures
    .filter(f => f !== figure)
    .map(f => (mayBeOfOrder(f, orders) ? asOrders(f, orders) : f));
  const others = once.filter(f => BESIDE.has(f.kind));
  const terms = [ofOrder, ...others].map(of => ({ of, values: of.byOrder }));
  const totals = once.filter(f => f.per === 'order' && TOTALS.has(f.kind));
  const isProven = totals.some(total => {
    return [...sums, ...totals].some(base => {
      if (areEqual(base.byOrder, total.byOrder)) return false;
      const sum = explain(total.byOrder, { of: figure, values: base.byOrder }, terms);
      return sum?.terms.some(term => term.of === ofOrder) === true && sum.rows >= ENOUGH;
    });
  });
  if (isProven || figure.kind !== 'discount') return isProven ? ofOrder : figure;
  return { ...(OF_ORDERS.test(figure.column.name) ? ofOrder : figure), isPerOpen: true };
}
