import type { Sample } from '../sample.js';
import { areEqual, explain, HOLDS, isClose, productOf, productShare, type Values } from './equations.js';
import type { Figure } from './figures.js';
import { BARE_VALUE } from './unit-names.js';

/** Quantity and price, and what shows that they are. */
export interface Priced {
  readonly quantity: Figure;
  readonly price: Figure;
  /** Quantity x price, row by row. */
  readonly gross: Values;
  /** Columns of the line that equal quantity x price. */
  readonly equal: readonly Figure[];
  readonly isProven: boolean;
  /** The one product that was sold in several quantities cost more in proportion: it may be of the line. */
  readonly isOfLineToo?: boolean;
  /** What shows it, for the person. */
  readonly reason: string;
}

/** What is known of a quantity and a price, before the line's amount is chosen. */
export interface Pricing {
  readonly priced?: Priced;
  readonly quantity?: Figure;
  /** The column called a price is the whole line's: what shows it. */
  readonly linePrice?: { readonly figure: Figure; readonly reason: string };
  /** Columns of amounts that are the same for a product whatever its quantity, as prices of one piece are. */
  readonly priceLike: readonly Figure[];
  /** Columns of amounts of which nothing shows whether they are of the line or of one piece. */
  readonly openUnit?: readonly Figure[];
}

const MAY_BE_PRICE = new Set(['price', 'unknown', 'amount', 'gross', 'net', 'cost']);
const MAY_BE_AMOUNT = new Set(['amount', 'net', 'gross', 'total', 'subtotal', 'price', 'unknown']);
/** More would take long; a file of sales has fewer columns of numbers. */
const MOST = 30;

/** Finds quantity and price: by three columns of which one is the product of the others, else by name. */
export function findPricing(sample: Sample, figures: readonly Figure[]): Pricing {
  const lines = figures.filter(f => f.per === 'line').slice(0, MOST);
  const quantities = lines
    .filter(f => f.kind === 'quantity' || (f.kind === 'unknown' && isCount(f)))
    .sort((a, b) => Number(b.kind === 'quantity') - Number(a.kind === 'quantity'));
  const proven = bestProduct(lines, quantities);
  if (proven) return { priced: proven, quantity: proven.quantity, priceLike: [] };
  const quantity = quantities.find(f => f.kind === 'quantity');
  const byOrders = quantity && provenByOrders(lines, quantity, figures);
  if (byOrders) return { priced: byOrders, quantity, priceLike: [] };
  const prices = lines.filter(f => f.kind === 'price');
  const price = prices.find(f => !SUGGESTED.test(f.column.name)) ?? prices[0];
  if (!quantity) return { priceLike: [] };
  const priceLike = lines.filter(f => f !== quantity && staysWhateverQuantity(sample, quantity, f));
  if (!price) {
    const openUnit = lines.filter(
      f => isOpenUnit(f, quantity) && !priceLike.includes(f) && !growsWithQuantity(sample, quantity, f),
    );
    return { quantity, priceLike, openUnit };
  }
  const linePrice = isOfWholeLine(sample, quantity, price, figures);
  if (linePrice) return { quantity, linePrice: { figure: price, reason: linePrice }, priceLike };
  const isOfLineToo = growsWithQuantity(sample, quantity, price, 1);
  return {
    quantity,
    priceLike,
    priced: {
      quantity,
      price,
      gross: productOf(quantity.values, price.values),
      equal: [],
      isProven: false,
      isOfLineToo,
      reason: `named "${quantity.column.header}" and "${price.column.header}"`,
    },
  };
}

/** Whether an amount has a bare name, beside quantities of which some are not one. */
const isOpenUnit = ({ kind, column }: Figure, quantity: Figure): boolean =>
  kind === 'amount' &&
  BARE_VALUE.test(column.name) &&
  quantity.values.filter(q => q !== undefined && Math.abs(q) !== 1).length >= 2;

/** Prices that a maker suggests, or that goods had before they were marked down. */
const SUGGESTED = /\b(retail|suggested|msrp|rrp|uvp|list|original|regular|compare)\b/;

const isCount = ({ column }: Figure): boolean =>
  column.integers === column.numbers &&
  column.leadingZeros === 0 &&
  column.max <= 100_000 &&
  column.distinct.size > 1;

/** The quantity, price and amount whose product holds, the best named first. */
function bestProduct(lines: readonly Figure[], quantities: readonly Figure[]): Priced | undefined {
  let best: { priced: Priced; score: number } | undefined;
  const prices = lines.filter(f => MAY_BE_PRICE.has(f.kind) && f.column.distinct.size > 0);
  for (const quantity of quantities) {
    for (const price of prices) {
      if (price === quantity) continue;
      const amounts = lines.filter(f => f !== quantity && f !== price && MAY_BE_AMOUNT.has(f.kind));
      const equal = amounts.filter(amount => isProduct(quantity, price, amount));
      if (equal.length === 0) continue;
      const score =
        Number(quantity.kind === 'quantity') * 4 +
        Number(price.kind === 'price') * 2 +
        Number(equal.some(f => f.kind !== 'unknown' && f.kind !== 'price'));
      // Columns without a telling name may be numbers that happen to fit.
      if (score < 2 && isSmall(quantity)) continue;
      if (best && best.score >= score) continue;
      const shown = equal[0] as Figure;
      best = {
        score,
        priced: {
          quantity,
          price,
          gross: productOf(quantity.values, price.values),
          equal,
          isProven: true,
          reason: `"${quantity.column.header}" x "${price.column.header}" is "${shown.column.header}"`,
        },
      };
    }
  }
  return best?.priced;
}

/** Whether so few rows were looked at that names must help. */
const isSmall = ({ values }: Figure): boolean => values.filter(v => v !== undefined).length < 5;

function isProduct(quantity: Figure, price: Figure, amount: Figure): boolean {
  const { share, rows, proofs } = productShare(quantity.values, price.values, amount.values);
  if (rows < 2 || share < HOLDS) return false;
  // Where the quantity is one throughout, price and amount cannot be told apart.
  if (areEqual(price.values, amount.values)) return false;
  const isNamed = quantity.kind === 'quantity' && price.kind === 'price';
  return proofs >= 2 || (proofs >= 1 && (isNamed || rows < 20));
}

/**
 * What shows that a column called a price is of the whole line: the prices of an order add up to its total
 * while quantity x price does not, or the price of a product grows with the quantity.
 */
function isOfWholeLine(
  sample: Sample,
  quantity: Figure,
  price: Figure,
  figures: readonly Figure[],
): string | undefined {
  const totals = figures.filter(
    f => f.per === 'order' && (f.kind === 'total' || f.kind === 'subtotal' || f.kind === 'amount'),
  );
  const grossByOrder = price.sumOf(productOf(quantity.values, price.values));
  for (const total of totals) {
    if (areEqual(total.byOrder, price.byOrder) && !areEqual(total.byOrder, grossByOrder))
      return `the orders' "${price.column.header}" add up to "${total.column.header}"`;
  }
  const total = sumWithoutQuantity(quantity, price, figures);
  if (total) return `"${total.column.header}" adds up with "${price.column.header}" as it stands`;
  return growsWithQuantity(sample, quantity, price)
    ? `the "${price.column.header}" of a product grows with its "${quantity.column.header}"`
    : undefined;
}

/** Kinds that a line's total may have, and what it may add up from beside the price. */
const OF_LINE = new Set(['total', 'amount', 'payout', 'paid', 'net', 'gross']);
const BESIDE = new Set(['tax', 'fee', 'shipping', 'discount', 'tip']);
const CALLED_PRICE = /\b(price|preis|prix|precio|preco|prezzo|cena|pris|prijs|fiyat)\b/;

/**
 * The total that a price and what is beside it add up to (or that makes up the price) without the quantity,
 * in a file that has other quantities than one: `Price + VAT = Total`, `Price = Payout + Commission`.
 */
function sumWithoutQuantity(quantity: Figure, price: Figure, figures: readonly Figure[]): Figure | undefined {
  const isTold = quantity.values.filter(q => q !== undefined && Math.abs(q) !== 1).length >= 2;
  if (!isTold) return undefined;
  const gross = productOf(quantity.values, price.values);
  const terms = figures
    .filter(f => f.per === 'line' && BESIDE.has(f.kind))
    .map(of => ({ of, values: of.values }));
  const isTotal = (f: Figure) =>
    f.per === 'line' &&
    OF_LINE.has(f.kind) &&
    !((f.kind === 'net' || f.kind === 'gross') && CALLED_PRICE.test(f.column.name));
  return figures.filter(isTotal).find(total => {
    const sum = (target: Values, base: Values) => explain(target, { of: total, values: base }, terms);
    const ofPrice = sum(total.values, price.values) ?? sum(price.values, total.values);
    return ofPrice !== undefined && !sum(total.values, gross) && !sum(gross, total.values);
  });
}

/** Kinds of columns that are a price where quantity x their values add up to the orders' totals. */
const PRICE_BY_ORDERS = new Set(['price', 'amount', 'net', 'gross', 'unknown']);
const TOTAL_OF_ORDER = new Set(['total', 'subtotal', 'amount']);

/** Quantity and price, where their products add up to the total of each order and the prices alone do not. */
function provenByOrders(
  lines: readonly Figure[],
  quantity: Figure,
  figures: readonly Figure[],
): Priced | undefined {
  const totals = figures.filter(f => f.per === 'order' && TOTAL_OF_ORDER.has(f.kind));
  const counts = quantity.values.filter(q => q !== undefined && Math.abs(q) !== 1);
  if (counts.length < 2) return undefined;
  for (const price of lines.filter(f => f !== quantity && PRICE_BY_ORDERS.has(f.kind))) {
    const gross = productOf(quantity.values, price.values);
    const byOrder = price.sumOf(gross);
    const total = totals.find(t => areEqual(t.byOrder, byOrder) && !areEqual(t.byOrder, price.byOrder));
    if (!total || byOrder.filter(v => v).length < 2) continue;
    const [q, p] = [quantity.column.header, price.column.header];
    const reason = `the orders' "${q}" x "${p}" add up to "${total.column.header}"`;
    return { quantity, price, gross, equal: [], isProven: true, reason };
  }
  return undefined;
}

/** Whether products that were sold in different quantities cost more in proportion, row by row. */
const growsWithQuantity = (sample: Sample, quantity: Figure, price: Figure, enough = ENOUGH): boolean =>
  holdsForProducts(sample, quantity, price, enough, (a, b) => isClose(a.p / a.q, b.p / b.q));

/** Products that must agree before it is no chance. */
const ENOUGH = 2;

/** Whether products that were sold in different quantities have the same price in all of them. */
const staysWhateverQuantity = (sample: Sample, quantity: Figure, price: Figure): boolean =>
  holdsForProducts(sample, quantity, price, ENOUGH, (a, b) => a.p === b.p);

/** A line's quantity and price. */
interface QuantityAndPrice {
  readonly q: number;
  readonly p: number;
}

/**
 * Whether something holds between the lines of nearly all products that were sold in different quantities.
 */
function holdsForProducts(
  sample: Sample,
  quantity: Figure,
  price: Figure,
  enough: number,
  holds: (a: QuantityAndPrice, b: QuantityAndPrice) => boolean,
): boolean {
  const texts = sample.survey.columns.filter(
    c => c.numbers === 0 && c.distinct.size > 1 && c.dates.read === 0,
  );
  for (const column of texts) {
    const seen = new Map<string, QuantityAndPrice[]>();
    sample.texts(column).forEach((text, i) => {
      const [q, p] = [quantity.values[i], price.values[i]];
      if (text === '' || !q || !p) return;
      const rows = seen.get(text) ?? [];
      rows.push({ q: Math.abs(q), p: Math.abs(p) });
      seen.set(text, rows);
    });
    const varied = [...seen.values()].filter(rows => new Set(rows.map(r => r.q)).size > 1);
    if (varied.length < enough) continue;
    const agree = varied.filter(rows => rows.every(r => holds(r, rows[0]!)));
    if (agree.length >= varied.length * HOLDS) return true;
  }
  return false;
}

/** Pieces that a price may be for. */
const PACKS = [100, 1000, 10];

/** How many pieces a price is for, if an amount is quantity x price of so many throughout. */
export const packOf = (values: Values, gross: Values): number | undefined =>
  PACKS.find(pack => {
    const pairs = values.map((v, i) => [v, gross[i]] as const).filter(([v, g]) => v && g);
    const agree = pairs.filter(([v = 0, g = 0]) => isClose(v, g / pack));
    return pairs.length >= 3 && agree.length >= pairs.length * HOLDS;
  });
