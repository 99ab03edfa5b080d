import { type Candidate, termsOf } from './candidates.js';
import { isWithoutTax, kindOf } from './column-kinds.js';
import { areEqual, explain, writtenSign } from './equations.js';
import { type Figure, isUsed } from './figures.js';
import type { MoneyPart, PartKind } from './money.js';
import type { OpenPlace, Said } from './money-choice.js';
import type { Priced } from './products.js';
import { refundsBeside } from './refunds.js';
import { isSaidWithTax, isWithTax, separateTaxes, taxByRate, taxPlace } from './taxes.js';

/** What is beside the sales: taken out of the amount where it is in it, else kept apart. */
export interface Beside {
  readonly parts: readonly MoneyPart[];
  /** Columns of which nothing but their names tells whether they are in the amount. */
  readonly open: readonly OpenPlace[];
}

/** Whether a figure is in the amount, and what shows it. */
type Place = { readonly isIn: boolean; readonly isProven: boolean };

/** Finds the tax, shipping, tips, fees, refunds and costs beside the amount. */
export function besideTheSales(
  best: Candidate,
  figures: readonly Figure[],
  candidates: readonly Candidate[],
  priced: Priced | undefined,
  said: Said,
): Beside {
  const parts: MoneyPart[] = [];
  const open: OpenPlace[] = [];
  for (const kind of ['tax', 'shipping', 'tip', 'fee'] as const) {
    const columns = figures.filter(f => f.kind === kind && f !== best.figure && isUsed(f));
    const inBest = columns.filter(f => termsOf(best).includes(f));
    const all = kind === 'tax' ? separateTaxes(columns) : columns.slice(0, 1);
    for (const figure of inBest.length > 0 ? inBest : all) {
      const ofPieces =
        kind === 'tax' && !hasOpenTotal(best, candidates) ? taxOfPieces(figure, best, priced) : undefined;
      if (ofPieces) {
        parts.push({ ...partOf(kind, figure, best, ofPieces), per: 'unit' });
        continue;
      }
      const saidIn = said.included?.get(figure.column.index);
      const place =
        saidIn === undefined
          ? placeOf(figure, kind, best, candidates, figures)
          : { isIn: saidIn, isProven: true };
      if (kind === 'fee' && !place.isIn) continue;
      parts.push(partOf(kind, figure, best, place));
      // What stands in one row alone fits many a rate: names decide.
      if (kind !== 'fee' && !place.isProven && isInSeveral(figure))
        open.push({ what: kind, column: figure.column, isIn: place.isIn });
    }
  }
  if (!parts.some(p => p.what === 'tax')) {
    const byRate = taxByRate(best, figures, candidates, priced, said.included);
    parts.push(...byRate.parts);
    open.push(...byRate.open);
  }
  parts.push(...refundsBeside(best, figures, candidates, priced));
  const cost = figures.find(f => f.kind === 'cost' && f !== best.figure && isUsed(f));
  if (cost)
    parts.push({
      what: 'cost',
      column: cost.column.index,
      per: isUnitCost(cost) ? 'unit' : cost.per,
      unit: 'money',
      sign: 1,
      factor: 0,
    });
  return { parts, open };
}

const isUnitCost = ({ column }: Figure): boolean => /\b(unit|each|price|per)\b/.test(column.name);

function partOf(what: PartKind, figure: Figure, best: Candidate, { isIn }: Place): MoneyPart {
  const { column } = figure;
  const sign = writtenSign(
    figure.byOrder.length > 0 ? figure.byOrder : figure.values,
    best.byOrder.length > 0 ? best.byOrder : best.values,
  );
  const written = best.equation?.terms.find(t => t.of === figure)?.sign ?? sign;
  return {
    what,
    column: column.index,
    per: figure.per,
    unit: 'money',
    sign,
    // What the amount was made of with this sign is taken out of it with the other.
    factor: isIn ? (written === 1 ? -1 : 1) : 0,
  };
}

/** Whether the tax, the shipping and so on are in the amount: by the sums it stands in, else by its name. */
function placeOf(
  figure: Figure,
  kind: PartKind,
  best: Candidate,
  candidates: readonly Candidate[],
  figures: readonly Figure[],
): Place {
  if (termsOf(best).includes(figure)) return { isIn: true, isProven: true };
  const proven = candidates.some(
    c => c !== best && termsOf(c).includes(figure) && isBasedOn(c, best, candidates),
  );
  if (proven) return { isIn: false, isProven: true };
  const inside = candidates.some(
    c =>
      c !== best &&
      c.equation &&
      isBasedOn(c, best, candidates) &&
      kind === 'tax' &&
      isTotalOf(c) &&
      !termsOf(c).some(t => t.kind === 'tax'),
  );
  if (inside) return { isIn: true, isProven: true };
  if (kind !== 'tax' && isOfGoodsAlone(best)) return { isIn: false, isProven: true };
  const byRate = kind === 'tax' ? taxPlace(figure.values, best.values) : undefined;
  if (byRate !== undefined) return { isIn: byRate, isProven: true };
  // Who sells pays the fees: buyers do only where a sum shows it.
  if (kind === 'fee') return { isIn: false, isProven: false };
  if (kind === 'tax' && best.figure && isSaidWithTax(best.figure.column))
    return { isIn: true, isProven: true };
  if (isInSum(figure, best, figures)) return { isIn: true, isProven: true };
  const ofTotal =
    best.figure?.kind === 'total' ||
    isLeftOfTotal(best) ||
    (best.figure?.kind === 'gross' && kind === 'tax' && isWithTax(best.figure.column));
  return { isIn: ofTotal, isProven: isNamedWithout(best, kind) };
}

/** Whether a total that no sum explains may hold what the file does not name: a coupon, for example. */
const hasOpenTotal = (best: Candidate, candidates: readonly Candidate[]): boolean =>
  candidates.some(c => c !== best && c.figure?.kind === 'total' && c.equation === undefined);

/**
 * Whether a tax is that of one piece, as OpenCart has it: at the rates there are, it fits the amount only if
 * it is taken times the quantity.
 */
function taxOfPieces(
  { per, values }: Figure,
  best: Candidate,
  priced: Priced | undefined,
): Place | undefined {
  if (!priced || per !== 'line' || best.per !== 'line') return undefined;
  const { quantity, price } = priced;
  const several = quantity.values.filter((q, i) => q !== undefined && Math.abs(q) > 1 && values[i]);
  if (several.length < 2 || taxPlace(values, best.values) !== undefined) return undefined;
  const isIn = taxPlace(values, price.values);
  return isIn === undefined ? undefined : { isIn, isProven: true };
}

/** More columns at once would fit by chance. */
const MOST_IN_SUM = 6;

/** Whether the amount is a sum of other columns, whatever they are called, and this one is among them. */
function isInSum(figure: Figure, best: Candidate, figures: readonly Figure[]): boolean {
  if (figure.per !== best.per) return false;
  const others = figures.filter(
    f => f !== figure && f !== best.figure && f.per === best.per && f.kind !== 'quantity' && isUsed(f),
  );
  const terms = [figure, ...others].slice(0, MOST_IN_SUM).map(of => ({ of, values: of.values }));
  return others.some(base => {
    if (areEqual(base.values, best.values)) return false;
    const sum = explain(
      best.values,
      { of: base, values: base.values },
      terms.filter(t => t.of !== base),
    );
    return sum?.terms.some(t => t.of === figure && t.sign === 1) === true;
  });
}

/** Whether the amount's name says that it is without what is beside it: net sales, or the price of goods. */
const isNamedWithout = (best: Candidate, kind: PartKind): boolean => {
  const { figure } = best;
  return figure === undefined
    ? kind !== 'tax'
    : // Also where the person said that it is the amount: its name still says what is not in it.
      (kindOf(figure.column) === 'net' && !isLeftOfTotal(best)) ||
        (kindOf(figure.column) === 'price' && kind !== 'tax') ||
        (kind !== 'tax' && OF_GOODS.test(figure.column.name)) ||
        isWithoutTax(figure.column) ||
        (figure.kind === 'subtotal' && kind !== 'tax');
};

/** Whether an amount is what is left of a total after what was paid back: all that is in that is in it. */
const isLeftOfTotal = ({ equation }: Candidate): boolean =>
  typeof equation?.base === 'object' &&
  equation.base.kind === 'total' &&
  equation.terms.every(({ of }) => typeof of === 'object' && of.kind === 'refund');

/** What the goods alone were sold for: eBay's `Sold For`. */
const OF_GOODS = /^(items? |products? |goods )?sold (for|at)$/;

const isInSeveral = ({ values }: Figure): boolean => values.filter(v => v).length > 1;

/** Whether an amount is quantity x price, with or without discounts: nothing else is in it but tax. */
const isOfGoodsAlone = ({ per, score, equation }: Candidate): boolean =>
  per === 'line' && score > PRODUCT && equation === undefined;

/** From this score on, quantity x price proves an amount. */
const PRODUCT = 60;

const isTotalOf = ({ figure, equation }: Candidate): boolean =>
  figure?.kind === 'total' &&
  equation !== undefined &&
  termsOf({ equation } as Candidate).some(t => t.kind === 'shipping');

/** Whether a candidate's sum begins, over others if need be, with this one. */
export function isBasedOn(
  c: Candidate,
  best: Candidate,
  candidates: readonly Candidate[],
  depth = 0,
): boolean {
  const base = c.equation?.base;
  if (base === undefined || depth > 4) return false;
  if (base === 'gross')
    return (
      best.figure === undefined ||
      best.values === candidates.find(o => !o.figure)?.values ||
      isGrossOf(best, candidates)
    );
  if (base === best.figure) return true;
  const next = candidates.find(o => o.figure === base);
  return next !== undefined && isBasedOn(next, best, candidates, depth + 1);
}

const isGrossOf = (best: Candidate, candidates: readonly Candidate[]): boolean => {
  const gross = candidates.find(o => !o.figure);
  return (
    gross !== undefined &&
    best.values.every((v, i) => v === undefined || Math.abs(v - (gross.values[i] ?? v)) < 0.02)
  );
};
