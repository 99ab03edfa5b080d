import { isBasedOn } from './beside.js';
import { type Candidate, isFigure, termsOf } from './candidates.js';
import {
  type DiscountUnit,
  discountsOf,
  isPriceAfter,
  likelyUnit,
  mayBePercent,
  provenUnit,
} from './discounts.js';
import { writtenSign } from './equations.js';
import type { Figure } from './figures.js';
import type { MoneyPart } from './money.js';
import type { MoneyChoice, Said, Taken } from './money-choice.js';
import type { Priced, Pricing } from './products.js';

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
  if (all.length === 0) return NONE;
  const first = discountToUse(all, best, said);
  const written = writtenOf(first, best, priced, said);
  const taken: Taken = {
    role: 'discount',
    column: first.column,
    confidence: 0.9,
    reason: best.isAfterDiscount && best.score >= 60 ? best.reason : `named "${first.column.header}"`,
  };
  const further = stillIn(best, candidates).filter(f => f.column.index !== said.discount);
  if (further.length > 0) return withFurther(further, first, taken, best);
  const kept = { ...NONE, parts: [partOf(first, written.unit, 0)], taken: [taken] };
  if (best.isAfterDiscount) {
    if (written.unit.unit === 'money') return kept;
    const { quantity, price } = written.isProven && priced ? priced : {};
    const before = {
      ...(price && { price: price.column.index }),
      ...(quantity && { quantity: quantity.column.index }),
    };
    return { ...kept, parts: [{ ...partOf(first, written.unit, 0), before }] };
  }
  const { price } = priced ?? {};
  if (price && isPriceAfter(price, all, figures))
    return {
      ...NONE,
      assumptions: [
        `"${price.column.header}" is the price after "${first.column.header}", which is not taken off again.`,
      ],
    };
  if (said.takenOff === first.column.index)
    return {
      ...kept,
      assumptions: [
        `"${first.column.header}" is taken off the amounts already: products that were sold at several ` +
          'discounts have one price before them.',
      ],
    };
  // Who names the discount beside an amount that nothing proves wants it taken off.
  if (written.isSaid || isBeforeDiscount(best, priced)) return takenOff(first, written, taken);
  return {
    ...kept,
    assumptions: [
      `"${first.column.header}" is not subtracted: nothing shows that "${best.figure?.column.header}" is ` +
        `before discounts. --map "${first.column.header}=discount" subtracts it.`,
    ],
    left: { column: first.column, confidence: DISCOUNT_LEFT },
  };
}

const NONE: Discounts = { parts: [], taken: [], assumptions: [] };

/** The discounts in the sum that the amount is. */
const inSumOf = (best: Candidate): Figure[] => termsOf(best).filter(f => f.kind === 'discount');

/**
 * The column of discounts to use: the one that the person named, else one that the amount was computed with,
 * else the one that says most.
 */
const discountToUse = (all: readonly Figure[], best: Candidate, said: Said): Figure =>
  all.find(f => f.column.index === said.discount) ?? inSumOf(best)[0] ?? mostTelling(all);

/** How a discount is written. */
interface Written {
  readonly unit: DiscountUnit;
  /** Whether the person said that it is a discount. */
  readonly isSaid: boolean;
  /** Whether it may be in percent as well as in money. */
  readonly isUnitOpen: boolean;
  /** Whether quantity x price less it is the amount. */
  readonly isProven: boolean;
}

/** How a discount is written: as the sums prove, else as it looks, else as the person said. */
function writtenOf(first: Figure, best: Candidate, priced: Priced | undefined, said: Said): Written {
  const gross = priced?.gross ?? best.values;
  const likely = likelyUnit(first, gross);
  const isSaid = first.column.index === said.discount;
  const isInSum = inSumOf(best).includes(first);
  const proven =
    priced && best.figure && provenUnit(priced.gross, best.values, first, priced.quantity.values);
  // What a sum is made of is money, however large it is beside what is left of the price.
  const unit = proven ?? (isInSum ? { ...likely, unit: 'money' as const } : likely);
  const isSaidPercent = isSaid && said.isPercentDiscount && unit.unit === 'money';
  const isUnitOpen = !isSaid && !proven && !isInSum && mayBePercent(first, gross);
  const isProven = proven !== undefined && !isSaidPercent;
  return { unit: isSaidPercent ? { ...unit, unit: 'percent' } : unit, isSaid, isUnitOpen, isProven };
}

const partOf = (
  { column }: Figure,
  { per, unit, sign }: DiscountUnit,
  factor: MoneyPart['factor'],
): MoneyPart => ({ what: 'discount', column: column.index, per, unit, sign, factor });

/** Whether an amount is what things cost before discounts. */
const isBeforeDiscount = ({ figure }: Candidate, priced: Priced | undefined): boolean =>
  figure === undefined ||
  priced?.equal.includes(figure) === true ||
  figure.kind === 'gross' ||
  figure.kind === 'price';

/** A discount that is taken off, with what it leaves open. */
function takenOff(first: Figure, { unit, isUnitOpen }: Written, taken: Taken): Discounts {
  const isMoney = unit.unit === 'money' && unit.per !== 'unit';
  const open = {
    column: first.column,
    per: first.per,
    isPerOpen: isMoney && first.isPerOpen === true,
    isUnitOpen: isMoney && isUnitOpen,
  };
  return {
    parts: [partOf(first, unit, unit.sign === 1 ? -1 : 1)],
    taken: [taken],
    assumptions: [],
    ...((open.isPerOpen || open.isUnitOpen) && { open }),
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
