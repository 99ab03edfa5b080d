import type { Candidate } from './candidates.js';
import { isWithoutTax } from './column-kinds.js';
import { HOLDS, type Values } from './equations.js';
import { isAtRates, isWithTax } from './taxes.js';

/** From this score on, a name says that a column is what was sold for. */
const NAMED = 24;
/** Kinds of amounts that may be what is left of quantity x price. */
const LEFT = new Set(['net', 'amount']);

/** Kinds of amounts of a whole order that may be what is left of quantity x price. */
const LEFT_OF_ORDER = new Set(['net', 'subtotal']);

/**
 * Whether quantity x price, or the column that equals it, is before something that the file does not have,
 * or has in a form that is not read (discounts of `10+5` percent): another amount of the line, or the net of
 * the order, is less in many rows and more in none, and no sum says why.
 */
export const isBeforeOther = (best: Candidate, candidates: readonly Candidate[]): boolean =>
  best.per === 'line' &&
  best.equation === undefined &&
  !best.isAfterDiscount &&
  candidates.some(
    other =>
      other !== best &&
      other.equation === undefined &&
      (other.per === 'line'
        ? other.score >= NAMED && LEFT.has(other.figure?.kind ?? '')
        : LEFT_OF_ORDER.has(other.figure?.kind ?? '')) &&
      areApart(best, other) &&
      pairsOf(best, other).every(([b, o]) => o <= b + 0.005),
  );

/** What differs by less is no other figure. */
const APART = 0.01;

/**
 * Whether another column is named like an amount as well, comes to something else, and nothing ties the two:
 * no sum, no rate of a tax, and no pair of names (net below gross) that the values agree with.
 */
export function isUntied(best: Candidate, candidates: readonly Candidate[]): boolean {
  return (
    best.equation === undefined &&
    candidates.some(
      other =>
        other !== best &&
        best.figure !== undefined &&
        other.equation === undefined &&
        other.score >= NAMED &&
        areApart(best, other),
    )
  );
}

function areApart(best: Candidate, other: Candidate): boolean {
  if (!other.figure || other.figure.column.isJoined) return false;
  const [own, theirs] = [revenueOf(best), revenueOf(other)];
  if (Math.abs(own - theirs) <= Math.abs(own) * APART) return false;
  const pairs = pairsOf(best, other);
  if (pairs.length === 0) return false;
  if (
    isAtRates(
      pairs.map(([b]) => b),
      pairs.map(([, o]) => o),
    )
  )
    return false;
  return !(
    isNamedBelow(best, other) && pairs.filter(([b, o]) => b <= o + 0.005).length >= pairs.length * HOLDS
  );
}

/** The names say that one is what is left of the other: net of gross, a subtotal of a total. */
const BELOW = new Set(['net', 'subtotal']);
const ABOVE = new Set(['gross', 'total']);
const isNamedBelow = ({ figure: a }: Candidate, { figure: b }: Candidate): boolean =>
  a !== undefined &&
  b !== undefined &&
  (BELOW.has(a.kind) || isWithoutTax(a.column)) &&
  (ABOVE.has(b.kind) || isWithTax(b.column));

const valuesOf = ({ per, values, byOrder }: Candidate): Values => (per === 'order' ? byOrder : values);
const revenueOf = (candidate: Candidate): number =>
  valuesOf(candidate).reduce<number>((sum, v) => sum + (v ?? 0), 0);

/** What both come to, row by row, or order by order where one of them is the order's; both as sizes. */
function pairsOf(a: Candidate, b: Candidate): (readonly [number, number])[] {
  const [own, theirs] = a.per === b.per ? [valuesOf(a), valuesOf(b)] : [a.byOrder, b.byOrder];
  return own.flatMap((v, i) => {
    const w = theirs[i];
    return v && w ? [[Math.abs(v), Math.abs(w)] as const] : [];
  });
}
