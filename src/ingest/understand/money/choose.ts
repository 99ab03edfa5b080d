import type { ColumnSurvey } from '../survey.js';
import { besideTheSales } from './beside.js';
import { type Candidate, candidatesOf, isFigure } from './candidates.js';
import { certaintyOf } from './certainty.js';
import { discountsOf, isPriceAfter, likelyUnit, provenUnit } from './discounts.js';
import type { Figure } from './figures.js';
import type { Money, MoneyPart } from './money.js';
import type { Pricing } from './products.js';

/** A column that was taken for something, and why. */
export interface Taken {
  readonly role: 'amount' | 'quantity' | 'unitPrice' | 'discount';
  readonly column: ColumnSurvey;
  readonly confidence: number;
  readonly reason: string;
}

/** How revenue follows from the file's columns. */
export interface MoneyChoice {
  readonly money: Money;
  readonly taken: readonly Taken[];
  /** Sentences for the person. */
  readonly assumptions: readonly string[];
  /** How sure the column is, 0 to 1. */
  readonly confidence: number;
  /** What speaks for it. */
  readonly reason: string;
  /** What else the revenue might have been, the best first. */
  readonly others: readonly ColumnSurvey[];
  /** The same with what speaks for each, quantity x price among them. */
  readonly rivals: readonly MoneyRival[];
  /** Where there are discounts that were not taken off. */
  readonly leftDiscount?: { readonly column: ColumnSurvey; readonly confidence: number };
}

/** What the revenue might have been. */
export interface MoneyRival {
  /** The column, or quantity and price. */
  readonly columns: readonly ColumnSurvey[];
  readonly reason: string;
}

/** What the person said that columns are. */
export interface Said {
  readonly amount?: number;
  readonly discount?: number;
}

/**
 * Chooses the columns that revenue follows from. A column that is the sum of others is known by them: the one
 * after discounts, before tax, shipping and fees is the net sale. Without such proof the names decide.
 * @returns undefined where no column may be the revenue
 */
export function chooseMoney(
  figures: readonly Figure[],
  pricing: Pricing,
  said: Said,
  looksLikeMoney: (column: ColumnSurvey) => boolean,
): MoneyChoice | undefined {
  const candidates = candidatesOf(figures, pricing, looksLikeMoney);
  const asked = candidates.find(c => c.figure && c.figure.column.index === said.amount);
  const best =
    asked ?? candidates.reduce<Candidate | undefined>((a, b) => (a && a.score >= b.score ? a : b), undefined);
  if (!best) return undefined;
  const discounts = discountsFor(best, figures, pricing, said);
  const beside = besideTheSales(best, figures, candidates);
  const { priced } = pricing;
  const line = best.per === 'order' ? lineBeside(best, candidates) : undefined;
  const base = line ?? best;
  const money: Money = {
    base:
      base.figure === undefined && priced
        ? { kind: 'product', quantity: priced.quantity.column.index, price: priced.price.column.index }
        : { kind: 'amount', column: (base.figure as Figure).column.index, per: base.per },
    ...(line && best.figure && { orderNet: best.figure.column.index }),
    parts: [...discounts.parts, ...beside.parts],
  };
  const others = candidates
    .filter(
      c => c !== best && c.figure && !(priced?.equal.includes(c.figure) && best.isAfterDiscount === false),
    )
    .sort((a, b) => b.score - a.score)
    .flatMap(c => (c.figure ? [c.figure.column] : []));
  return {
    money,
    taken: [...takenFrom(best, pricing, asked !== undefined), ...discounts.taken],
    assumptions: [...namesUnknown(best, pricing), ...discounts.assumptions],
    confidence: asked ? 1 : certaintyOf(best, candidates),
    reason: asked ? 'you said so' : best.reason,
    others,
    rivals: rivalsOf(best, candidates, pricing),
    ...(discounts.left && { leftDiscount: discounts.left }),
  };
}

/** The other candidates that may be meant, the best first. */
function rivalsOf(best: Candidate, candidates: readonly Candidate[], { priced }: Pricing): MoneyRival[] {
  return candidates
    .filter(c => c !== best)
    .sort((a, b) => b.score - a.score)
    .map(({ figure, reason }) => ({
      columns: figure ? [figure.column] : priced ? [priced.quantity.column, priced.price.column] : [],
      reason,
    }));
}

/** That values told what columns are whose names are not known. */
function namesUnknown(best: Candidate, { priced }: Pricing): string[] {
  const isUnknown = [best.figure, priced?.quantity, priced?.price].some(f => f?.kind === 'unknown');
  return priced?.isProven && isUnknown
    ? [`Not the names of the columns but their values tell: ${priced.reason}.`]
    : [];
}

/** The amounts of lines that the orders' net sales are spread over. */
const lineBeside = (best: Candidate, candidates: readonly Candidate[]): Candidate | undefined =>
  candidates
    .filter(c => c !== best && c.per === 'line' && c.score >= 40 && c.values.some(v => v !== undefined))
    .sort((a, b) => b.score - a.score)[0];

function takenFrom(best: Candidate, { priced, quantity, linePrice }: Pricing, isSaid: boolean): Taken[] {
  const taken: Taken[] = [];
  const amount = best.figure;
  if (priced) {
    taken.push({
      role: 'quantity',
      column: priced.quantity.column,
      confidence: priced.isProven ? 0.98 : 0.95,
      reason: priced.reason,
    });
    if (priced.price !== amount)
      taken.push({
        role: 'unitPrice',
        column: priced.price.column,
        confidence: priced.isProven ? 0.98 : 0.95,
        reason: priced.reason,
      });
  } else if (quantity && quantity !== amount)
    taken.push({
      role: 'quantity',
      column: quantity.column,
      confidence: 0.95,
      reason: `named "${quantity.column.header}"`,
    });
  if (amount && !isSaid)
    taken.push({
      role: 'amount',
      column: amount.column,
      confidence: best.score >= 60 ? 0.98 : best.score >= 30 ? 0.9 : 0.5,
      reason: amount === linePrice?.figure ? linePrice.reason : best.reason,
    });
  return taken;
}

interface Discounts {
  readonly parts: readonly MoneyPart[];
  readonly taken: readonly Taken[];
  readonly assumptions: readonly string[];
  readonly left?: MoneyChoice['leftDiscount'];
}

/** How sure it is that an amount has the discounts beside it taken off, where no sum shows either. */
const DISCOUNT_LEFT = 0.65;

/** The discounts that are still to be taken off, or are kept beside. */
function discountsFor(
  best: Candidate,
  figures: readonly Figure[],
  { priced }: Pricing,
  said: Said,
): Discounts {
  const all = discountsOf(figures);
  const none: Discounts = { parts: [], taken: [], assumptions: [] };
  if (all.length === 0) return none;
  const inEquation =
    best.equation?.terms
      .map(t => t.of)
      .filter(isFigure)
      .filter(f => f.kind === 'discount') ?? [];
  const first = all.find(f => f.column.index === said.discount) ?? inEquation[0] ?? mostTelling(all);
  const gross = priced?.gross ?? best.values;
  const likely = likelyUnit(first, gross);
  const unit =
    (priced && best.figure && provenUnit(priced.gross, best.values, first, priced.quantity.values)) ??
    // What a sum is made of is money, however large it is beside what is left of the price.
    (inEquation.includes(first) ? { ...likely, unit: 'money' as const } : likely);
  const taken: Taken = {
    role: 'discount',
    column: first.column,
    confidence: 0.9,
    reason: best.isAfterDiscount && best.score >= 60 ? best.reason : `named "${first.column.header}"`,
  };
  const part = (factor: MoneyPart['factor']): MoneyPart => ({
    what: 'discount',
    column: first.column.index,
    per: unit.per,
    unit: unit.unit,
    sign: unit.sign,
    factor,
  });
  if (best.isAfterDiscount) return { ...none, parts: [part(0)], taken: [taken] };
  const isMarkedDown = priced !== undefined && isPriceAfter(priced.price, all, figures);
  if (isMarkedDown)
    return {
      ...none,
      parts: [],
      assumptions: [
        `"${priced.price.column.header}" is the price after "${first.column.header}", which is not taken off again.`,
      ],
    };
  const isGross =
    // Who names the discount beside an amount that nothing proves wants it taken off.
    first.column.index === said.discount ||
    best.figure === undefined ||
    priced?.equal.includes(best.figure) ||
    best.figure.kind === 'gross' ||
    best.figure.kind === 'price';
  if (isGross)
    return {
      parts: [part(unit.sign === 1 ? -1 : 1)],
      taken: [taken],
      assumptions: [],
    };
  const amount = best.figure as Figure;
  return {
    parts: [part(0)],
    taken: [taken],
    assumptions: [
      `"${first.column.header}" is not subtracted: nothing shows that "${amount.column.header}" is before discounts. ` +
        `--map "${first.column.header}=discount" subtracts it.`,
    ],
    left: { column: first.column, confidence: DISCOUNT_LEFT },
  };
}

/** The column of discounts that says most: of the line where there is one. */
function mostTelling(all: readonly Figure[]): Figure {
  return all.find(f => f.per === 'line' && f.kind === 'discount') ?? (all[0] as Figure);
}
