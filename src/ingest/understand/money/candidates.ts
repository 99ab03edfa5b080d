import type { ColumnSurvey } from '../survey.js';
import { isDiscount, provenUnit } from './discounts.js';
import { areEqual, type Equation, explain, type Values, writtenSign } from './equations.js';
import type { Figure } from './figures.js';
import { type Priced, type Pricing, packOf } from './products.js';
import { rateOnTop } from './tax-rates.js';

/** A column, or quantity x price, that may be the revenue before what is beside it is taken out. */
export interface Candidate {
  /** Undefined for quantity x price. */
  readonly figure?: Figure;
  readonly per: 'line' | 'order';
  readonly values: Values;
  readonly byOrder: Values;
  /** How it follows from others. */
  readonly equation?: Equation<Figure | 'gross'>;
  /** It is quantity x price less discounts: what the price includes, it includes. */
  readonly isPriceLessDiscount?: true;
  /** Discounts are taken off already. */
  readonly isAfterDiscount: boolean;
  /** Higher is likelier. */
  readonly score: number;
  readonly reason: string;
}

const MAY_BE_REVENUE = new Set(['net', 'amount', 'subtotal', 'total', 'gross', 'unknown', 'price']);

/** Columns that a sum of the sale is made of. */
const isTerm = (f: Figure): boolean =>
  ['discount', 'tax', 'shipping', 'tip', 'fee', 'refund'].includes(f.kind);

/** Whether a column has an amount other than 0: what is always nothing is not what was sold for. */
const hasAmounts = ({ column }: Figure): boolean => column.min < 0 || column.max > 0;

/** Judges all columns that may be the revenue, and quantity x price. */
export function candidatesOf(
  figures: readonly Figure[],
  pricing: Pricing,
  looksLikeMoney: (column: ColumnSurvey) => boolean,
): Candidate[] {
  const { priced, linePrice } = pricing;
  const gross: Candidate | undefined = priced && {
    per: 'line',
    values: priced.gross,
    byOrder: priced.price.sumOf(priced.gross),
    isAfterDiscount: false,
    score: priced.isProven ? 58 : 22,
    reason: priced.reason,
  };
  const isAnyUsed = figures.some(f => MAY_BE_REVENUE.has(f.kind) && hasAmounts(f));
  const possible = figures.filter(
    f =>
      (hasAmounts(f) || !isAnyUsed) &&
      MAY_BE_REVENUE.has(f.kind) &&
      f !== priced?.quantity &&
      f !== pricing.quantity &&
      (f.kind !== 'price' || f === linePrice?.figure || !priced) &&
      f !== priced?.price &&
      (f.kind !== 'unknown' || looksLikeMoney(f.column) || priced?.equal.includes(f)),
  );
  const terms = figures.filter(isTerm);
  const discounts = figures.filter(isDiscount);
  const rates = figures.filter(f => f.kind === 'taxRate');
  const plausible = possible
    .map(figure => assess(figure, possible, { terms, discounts, rates }, gross, priced, linePrice?.figure))
    .map(candidate => provenByProfit(candidate, figures));
  if (!gross) return plausible;
  const isProven = plausible.some(c => c.equation?.base === 'gross');
  return [...plausible, isProven ? { ...gross, score: 58 } : gross];
}

/** An amount that is cost and profit together is what was sold for, whatever the prices of a list say. */
function provenByProfit(candidate: Candidate, figures: readonly Figure[]): Candidate {
  const { figure, score, per } = candidate;
  if (!figure || score >= OF_PROFIT || score < 24 || per !== 'line') return candidate;
  const of = (kind: Figure['kind']) => figures.filter(f => f.kind === kind && f.per === 'line');
  for (const profit of of('profit'))
    for (const cost of of('cost')) {
      const sum = cost.values.map((c, i) => (c === undefined ? undefined : c + (profit.values[i] ?? 0)));
      if (new Set(sum).size < ENOUGH_SUMS || !areEqual(sum, figure.values)) continue;
      const [name, c, p] = [figure, cost, profit].map(f => `"${f.column.header}"`);
      return { ...candidate, isAfterDiscount: true, score: OF_PROFIT, reason: `${name} is ${c} + ${p}` };
    }
  return candidate;
}

/** As much as quantity x price proves. */
const OF_PROFIT = 61;
const ENOUGH_SUMS = 3;

/** What a name is worth where nothing is proven. */
const BY_NAME: Readonly<Record<string, number>> = {
  net: 45,
  amount: 38,
  subtotal: 36,
  total: 30,
  gross: 24,
  price: 20,
  unknown: 8,
};

/** Judges one column: how it follows from others, and how likely it is the revenue. */
function assess(
  figure: Figure,
  possible: readonly Figure[],
  { terms, discounts, rates }: Readonly<Record<'terms' | 'discounts' | 'rates', readonly Figure[]>>,
  gross: Candidate | undefined,
  priced: Priced | undefined,
  linePrice: Figure | undefined,
): Candidate {
  const { column } = figure;
  const byName = BY_NAME[figure.kind] ?? 0;
  const common = { figure, per: figure.per, values: figure.values, byOrder: figure.byOrder };
  const named = `named "${column.header}"`;
  if (figure === linePrice) return { ...common, isAfterDiscount: false, score: 62, reason: named };
  if (priced?.equal.includes(figure))
    return { ...common, isAfterDiscount: false, score: 61, reason: priced.reason };
  const isNamed = figure.kind !== 'unknown';
  const pack = isNamed && gross && figure.per === 'line' ? packOf(figure.values, gross.values) : undefined;
  if (pack !== undefined) {
    const reason = `"${column.header}" is quantity x price of ${pack}`;
    return { ...common, isAfterDiscount: false, score: 61, reason };
  }
  const rate = gross && figure.per === 'line' ? rateOnTop(figure.values, gross.values, rates) : undefined;
  if (rate) {
    const onTop: Equation<Figure | 'gross'> = { base: 'gross', terms: [], share: 1, rows: 0 };
    const reason = `"${column.header}" is quantity x price with "${rate.column.header}" on top`;
    return { ...common, equation: onTop, isAfterDiscount: false, score: 18 + byName / 10, reason };
  }
  const equation = equationOf(figure, possible, terms, gross);
  if (gross && figure.per === 'line') {
    const net = discountsProven(figure, discounts, gross.values, priced);
    if (net)
      return {
        ...common,
        isPriceLessDiscount: true,
        isAfterDiscount: true,
        score: 80 + byName / 10,
        reason: net,
      };
  }
  if (equation) {
    const kinds = equation.terms
      .map(t => t.of)
      .filter(isFigure)
      .map(f => f.kind);
    const isComposite = kinds.some(k => ['tax', 'shipping', 'tip', 'fee'].includes(k));
    const shown = equationText(column.header, equation);
    if (!isComposite)
      return { ...common, equation, isAfterDiscount: true, score: 70 + byName / 10, reason: shown };
    return {
      ...common,
      equation,
      isAfterDiscount: kinds.includes('discount'),
      score: 18 + byName / 10,
      reason: shown,
    };
  }
  // An amount that has nothing to do with quantity x price is no line's amount.
  const disagrees = gross !== undefined && figure.per === 'line' && !goesWith(figure.values, gross.values);
  const isOrdersBesideLines = gross !== undefined && figure.per === 'order';
  const isPatchy = gross !== undefined && figure.per === 'line' && isFilledLess(figure.values, gross.values);
  const score =
    disagrees || isPatchy || isRunningTotal(figure.values)
      ? 2
      : isOrdersBesideLines
        ? Math.min(byName, 15)
        : byName;
  return {
    ...common,
    isAfterDiscount: figure.kind === 'net' || (discounts.length === 0 && figure.kind !== 'gross'),
    score,
    reason: named,
  };
}

export const isFigure = (of: Figure | 'gross'): of is Figure => of !== 'gross';

/** The columns that a candidate's sum adds to its base, or takes off it. */
export const termsOf = ({ equation }: Pick<Candidate, 'equation'>): Figure[] =>
  equation?.terms.map(t => t.of).filter(isFigure) ?? [];

/** `"Sales" is "Gross Sales" - "Discounts"`. */
export function equationText(header: string, { base, terms }: Equation<Figure | 'gross'>): string {
  const name = (of: Figure | 'gross') => (of === 'gross' ? 'quantity x price' : `"${of.column.header}"`);
  return (
    `"${header}" is ${name(base)}` +
    `${terms.map(t => ` ${t.sign === 1 ? '+' : '-'} ${name(t.of)}`).join('')}`
  );
}

/** `"Sales" is quantity x price less "Discount"`, if it is. */
function discountsProven(
  figure: Figure,
  discounts: readonly Figure[],
  gross: Values,
  priced: Priced | undefined,
): string | undefined {
  for (const discount of discounts) {
    const unit = provenUnit(gross, figure.values, discount, priced?.quantity.values);
    if (unit) return `"${figure.column.header}" is quantity x price less "${discount.column.header}"`;
  }
  return undefined;
}

/** How a column is the sum of another and of those beside it, row by row or order by order. */
function equationOf(
  figure: Figure,
  possible: readonly Figure[],
  terms: readonly Figure[],
  gross: Candidate | undefined,
): Equation<Figure | 'gross'> | undefined {
  const isByOrder = figure.per === 'order' || terms.some(t => t.per === 'order');
  const levels =
    isByOrder && figure.per === 'order'
      ? (['byOrder'] as const)
      : isByOrder
        ? (['values', 'byOrder'] as const)
        : (['values'] as const);
  for (const level of levels) {
    const usable = level === 'values' ? terms.filter(t => t.per === 'line') : terms;
    const bases: { of: Figure | 'gross'; values: Values }[] = [
      ...(gross ? [{ of: 'gross' as const, values: gross[level] }] : []),
      ...possible
        .filter(p => p !== figure && (level === 'byOrder' || p.per === 'line'))
        .map(p => ({ of: p as Figure | 'gross', values: p[level] })),
    ];
    let best: Equation<Figure | 'gross'> | undefined;
    for (const base of bases) {
      if (areEqual(base.values, figure[level])) continue;
      const found = explain<Figure | 'gross'>(
        figure[level],
        base,
        usable.map(of => ({ of, values: of[level] })),
      );
      if (found && isSensible(found, base.values, level) && (!best || found.terms.length < best.terms.length))
        best = found;
    }
    if (best) return best;
  }
  return undefined;
}

/** What is taken off a sale, or out of what is paid for it. */
const REDUCES: ReadonlySet<string> = new Set(['discount', 'refund', 'fee']);

/**
 * Discounts are taken off and taxes come on top, whichever sign the file writes; the reverse is another
 * sum.
 */
function isSensible(
  { terms }: Equation<Figure | 'gross'>,
  base: Values,
  level: 'values' | 'byOrder',
): boolean {
  return terms.every(({ of, sign }) => {
    if (of === 'gross') return false;
    const reduces = sign * writtenSign(of[level], base) === -1;
    return REDUCES.has(of.kind) ? reduces : !reduces;
  });
}

/** Whether the values are of the size of quantity x price in most rows. */
function goesWith(values: Values, gross: Values): boolean {
  let looked = 0;
  let goes = 0;
  values.forEach((value, i) => {
    const g = gross[i];
    if (!g || value === undefined) return;
    looked++;
    const ratio = Math.abs(value / g);
    if (ratio >= 0.25 && ratio <= 4) goes++;
  });
  return looked === 0 || goes >= looked * 0.6;
}

/** Whether a column is blank on many rows that have quantity and price. */
function isFilledLess(values: Values, gross: Values): boolean {
  const priced = gross.filter(g => g !== undefined).length;
  const also = gross.filter((g, i) => g !== undefined && values[i] !== undefined).length;
  return also < priced * 0.9;
}

/**
 * Whether the values nearly only ever rise or fall, by varying steps: a total that was carried down the
 * file.
 */
function isRunningTotal(values: Values): boolean {
  const known = values.filter(v => v !== undefined);
  if (known.length < 20) return false;
  const steps = known.slice(1).map((v, i) => v - (known[i] as number));
  const most = steps.length * 0.95;
  return steps.filter(s => s > 0).length >= most || steps.filter(s => s < 0).length >= most;
}
