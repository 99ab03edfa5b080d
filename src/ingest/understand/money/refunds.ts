import { type Candidate, termsOf } from './candidates.js';
import { areEqual, isClose, productOf, type Values } from './equations.js';
import { type Figure, isUsed } from './figures.js';
import type { MoneyPart } from './money.js';
import type { Priced } from './products.js';

/** What was paid back of the sales in columns of their own: in money, else by the pieces that came back. */
export function refundsBeside(
  best: Candidate,
  figures: readonly Figure[],
  candidates: readonly Candidate[],
  priced: Priced | undefined,
): MoneyPart[] {
  const refunds = figures.filter(f => f.kind === 'refund' && isUsed(f) && !termsOf(best).includes(f));
  const refund = refundOf(refunds, best);
  const pieces = figures.find(f => f.kind === 'piecesBack' && f.per === 'line' && isUsed(f));
  if (!refund) return pieces ? piecesBack(pieces, best, figures, priced) : [];
  const part = refundPart(refund, best, candidates, pieces, priced);
  if (!isOfTheLine(refund, best.values)) return [part];
  const isWithPieces = pieces !== undefined && part.ofTotal === undefined;
  return [{ ...part, per: 'line', ...(isWithPieces && { pieces: pieces.column.index }) }];
}

/** Pieces that came back of what was sold, where the amount is of all that were sold. */
function piecesBack(
  back: Figure,
  best: Candidate,
  figures: readonly Figure[],
  priced: Priced | undefined,
): MoneyPart[] {
  if (!priced) return ofAllSold(back, best, figures) ? [partOfPieces(back)] : [];
  if (best.figure && !priced.equal.includes(best.figure)) return [];
  const sold = priced.quantity.values.map((v, i) => (v ?? 0) + (back.values[i] ?? 0));
  const isOfKept = figures.some(f => f !== priced.quantity && areEqual(f.values, sold));
  return isOfKept ? [] : [partOfPieces(back)];
}

const partOfPieces = ({ column: { index } }: Figure): MoneyPart => ({
  ...{ what: 'refund', column: index, per: 'line', unit: 'pieces', sign: 1, factor: -1, pieces: index },
});

/** Rows in which an amount must fit its quantity before that is no chance. */
const ENOUGH = 2;

/**
 * Whether an amount without a price is that of all pieces, those that came back among them: divided by all,
 * it comes to what a piece costs in the rows of which nothing came back.
 */
function ofAllSold(back: Figure, { values, per }: Candidate, figures: readonly Figure[]): boolean {
  const quantity = figures.find(f => f.kind === 'quantity' && f.per === 'line');
  if (!quantity || per !== 'line') return false;
  const cents = (amount: number, pieces: number) => Math.round((amount / pieces) * 100);
  const rows = values.flatMap((amount, i) => {
    const [sold, returned = 0] = [quantity.values[i], back.values[i]];
    return amount && sold ? [{ amount, sold, returned }] : [];
  });
  const known = new Set(rows.filter(r => r.returned === 0).map(r => cents(r.amount, r.sold)));
  const returned = rows.filter(r => r.returned !== 0);
  const fits = returned.filter(r => known.has(cents(r.amount, r.sold)));
  return fits.length >= ENOUGH && fits.length >= returned.length * 0.9;
}

/** The refunds of an amount: `Converted Amount Refunded` are of `Converted Amount`, not of `Amount`. */
function refundOf(refunds: readonly Figure[], { figure }: Candidate): Figure | undefined {
  const own = new Set(figure?.column.name.split(' '));
  const likeness = ({ column }: Figure) => {
    const words = column.name.split(' ');
    const shared = words.filter(word => own.has(word)).length;
    return 2 * shared - words.length;
  };
  return refunds.reduce<Figure | undefined>((a, b) => (a && likeness(a) >= likeness(b) ? a : b), undefined);
}

/** A refund may hold the tax of its line, whose amount is without it. */
const MOST_WITH_TAX = 1.3;

/** Whether each line has a refund of its own. One that is more than its line is of the whole order. */
const isOfTheLine = ({ per, values, byOrder }: Figure, amounts: Values): boolean =>
  per === 'line' &&
  byOrder.length < values.length &&
  values.every((v, i) => Math.abs(v ?? 0) <= Math.abs(amounts[i] ?? v ?? 0) * MOST_WITH_TAX);

function refundPart(
  figure: Figure,
  best: Candidate,
  candidates: readonly Candidate[],
  pieces: Figure | undefined,
  priced: Priced | undefined,
): MoneyPart {
  const total = candidates.find(c => c.figure?.kind === 'total' && c !== best)?.figure;
  const isNegative = figure.column.max <= 0 && figure.column.min < 0;
  const ofPieces = pieces && priced && productOf(pieces.values, priced.price.values);
  const isOfGoods =
    total !== undefined && (isBackOf(figure, best.values, total) || isBackOf(figure, ofPieces, total));
  return {
    what: 'refund',
    column: figure.column.index,
    per: 'order',
    unit: 'money',
    sign: isNegative ? -1 : 1,
    factor: isNegative ? 1 : -1,
    ...(total && !isOfGoods && { ofTotal: total.column.index }),
  };
}

/**
 * Whether refunds are of these amounts rather than of the totals with tax and shipping: what was paid back in
 * full is more often all of the one than all of the other.
 */
function isBackOf({ values }: Figure, amounts: Values | undefined, total: Figure): boolean {
  const inFull = (of: Values) =>
    values.filter((v, i) => v !== undefined && v !== 0 && isClose(Math.abs(v), Math.abs(of[i] ?? 0))).length;
  return amounts !== undefined && inFull(amounts) > inFull(total.values);
}
