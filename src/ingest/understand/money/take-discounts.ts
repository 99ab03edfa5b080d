import { isBasedOn } from './beside.js';
import { type Candidate, isFigure } from './candidates.js';
import { discountsOf, isPriceAfter, likelyUnit, mayBePercent, provenUnit } from './discounts.js';
import { writtenSign } from './equations.js';
import type { Figure } from './figures.js';
import type { MoneyPart } from './money.js';
import type { MoneyChoice, Said, Taken } from './money-choice.js';
import type { Pricing } from './products.js';

/** What becomes of the discounts beside an amount. */
export interface Discounts {
  readonly parts: readonly MoneyPart[];
  readonly taken: readonly Taken[];
  readonly assumptions: readonly string[];
  readonly left?: MoneyChoice['leftDiscount'];
  readonly open?: MoneyChoice['openDiscount'];
}

/** How sure it is that an amount has the discounts beside it taken off, where no sum shows either. */
const DISCOUNT_LEFT = 0.45;

/** The discounts that are still to be taken off, or are kept beside. */
export function discountsFor(
  best: Candidate,
  candidates: readonly Candidate[],
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
  const isSaid = first.column.index === said.discount;
  const proven =
    priced && best.figure && provenUnit(priced.gross, best.values, first, priced.quantity.values);
  const unit =
    proven ??
    // What a sum is made of is money, however large it is beside what is left of the price.
    (inEquation.includes(first) ? { ...likely, unit: 'money' as const } : likely);
  const asWritten =
    isSaid && said.isPercentDiscount && unit.unit === 'money' ? { ...unit, unit: 'percent' as const } : unit;
  const taken: Taken = {
    role: 'discount',
    column: first.column,
    confidence: 0.9,
    reason: best.isAfterDiscount && best.score >= 60 ? best.reason : `named "${first.column.header}"`,
  };
  const part = (factor: MoneyPart['factor']): MoneyPart => ({
    what: 'discount',
    column: first.column.index,
    per: asWritten.per,
    unit: asWritten.unit,
    sign: asWritten.sign,
    factor,
  });
  const further = stillIn(best, candidates).filter(f => f.column.index !== said.discount);
  if (further.length > 0) return withFurther(further, first, taken, best);
  if (best.isAfterDiscount) return { ...none, parts: [part(0)], taken: [taken] };
  const isMarkedDown = priced !== undefined && isPriceAfter(priced.price, all, figures);
  if (isMarkedDown)
    return {
      ...none,
      parts: [],
      assumptions: [
        `"${priced.price.column.header}" is the price after "${first.column.header}", which is not ` +
          'taken off again.',
      ],
    };
  const isGross =
    // Who names the discount beside an amount that nothing proves wants it taken off.
    isSaid ||
    best.figure === undefined ||
    priced?.equal.includes(best.figure) ||
    best.figure.kind === 'gross' ||
    best.figure.kind === 'price';
  if (isGross) {
    const isMoney = asWritten.unit === 'money' && asWritten.per !== 'unit';
    const isUnitOpen =
      isMoney && !isSaid && !proven && !inEquation.includes(first) && mayBePercent(first, gross);
    const isPerOpen = isMoney && first.isPerOpen === true;
    return {
      parts: [part(asWritten.sign === 1 ? -1 : 1)],
      taken: [taken],
      assumptions: [],
      ...((isPerOpen || isUnitOpen) && {
        open: { column: first.column, per: first.per, isPerOpen, isUnitOpen },
      }),
    };
  }
  const amount = best.figure as Figure;
  return {
    parts: [part(0)],
    taken: [taken],
    assumptions: [
      `"${first.column.header}" is not subtracted: nothing shows that "${amount.column.header}" is ` +
        `before discounts. --map "${first.column.header}=discount" subtracts it.`,
    ],
    left: { column: first.column, confidence: DISCOUNT_LEFT },
  };
}

/**
 * The discounts that an amount is still before: another column is this amount less them, with what else comes
 * on top. `Total = Subtotal - Discount + Shipping` says it of the subtotal.
 */
function stillIn(best: Candidate, candidates: readonly Candidate[]): Figure[] {
  const own = best.equation?.terms.map(t => t.of) ?? [];
  const found = candidates
    .filter(c => c !== best && isBasedOn(c, best, candidates))
    .flatMap(c => c.equation?.terms ?? [])
    .map(t => t.of)
    .filter(isFigure)
    .filter(f => f.kind === 'discount' && !own.includes(f));
  return [...new Set(found)];
}

/** Takes further discounts off, and keeps one beside that is taken off already. */
function withFurther(further: readonly Figure[], first: Figure, taken: Taken, best: Candidate): Discounts {
  const values = (f: Figure) => (f.byOrder.length > 0 ? f.byOrder : f.values);
  const of = (figure: Figure, isOff: boolean): MoneyPart => {
    const sign = writtenSign(values(figure), best.byOrder.length > 0 ? best.byOrder : best.values);
    const { column, per } = figure;
    const factor = isOff ? 0 : sign === 1 ? -1 : 1;
    return { what: 'discount', column: column.index, per, unit: 'money', sign, factor };
  };
  const kept = further.includes(first) || !best.isAfterDiscount ? [] : [of(first, true)];
  return { parts: [...kept, ...further.map(f => of(f, false))], taken: [taken], assumptions: [] };
}

/** The column of discounts that says most: of the line where there is one. */
function mostTelling(all: readonly Figure[]): Figure {
  return all.find(f => f.per === 'line' && f.kind === 'discount') ?? (all[0] as Figure);
}
