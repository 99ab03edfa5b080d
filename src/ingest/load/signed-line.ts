import { type Decimal, roundTo } from '../../core/money/money.js';

const ONE = 1_000;
/** Quantities above this in one line are misread: a million of them could not be added exactly. */
const LARGEST = 9_000_000_000_000;

/**
 * What a row is: a sale unless its amount or quantity is negative, money given back, or given back again; or
 * a further amount of a sale or a return whose pieces another row counts, or what is taken off a sale.
 */
export type Direction = 'sale' | 'return' | 'returnUndone' | 'part' | 'partOfReturn' | 'deduction';

/** What a line counts, with its sign. */
export interface SignedLine {
  /** In units of the store. */
  readonly amount: number;
  /** In thousandths. */
  readonly quantity: number;
  readonly isReturn: boolean;
}

/**
 * The amount and quantity of a row with the sign that they count with, whatever signs the file gives them.
 * @param hasQuantities whether the file has a column of quantities
 */
export function signedLine(
  direction: Direction,
  amount: number,
  quantity: Decimal | undefined,
  hasQuantities: boolean,
): SignedLine {
  if (direction === 'part' || direction === 'partOfReturn' || direction === 'deduction')
    return { amount, quantity: 0, isReturn: direction === 'partOfReturn' };
  if (direction === 'sale') {
    // A negative quantity is a return, whichever sign the file gives its amount.
    const isReturn = amount < 0 || (quantity?.digits ?? 0) < 0;
    return {
      amount: isReturn ? -Math.abs(amount) : amount,
      quantity: quantity ? roundTo(quantity, 3) : ONE,
      isReturn,
    };
  }
  // Where other rows say how many, money given back without a quantity is money alone.
  const pieces = quantity ? Math.abs(roundTo(quantity, 3)) : hasQuantities ? 0 : ONE;
  const sign = direction === 'return' ? -1 : 1;
  return { amount: sign * Math.abs(amount), quantity: pieces && sign * pieces, isReturn: true };
}

/** Whether a quantity is small enough to be added to others exactly. */
export const canBeAdded = (quantity: Decimal | undefined): boolean =>
  !quantity || Math.abs(roundTo(quantity, 3)) <= LARGEST;
