import { type Decimal, roundTo } from '../../core/money/money.js';
import type { Money } from '../understand/money/money.js';
import type { RowRule } from '../understand/rows/row-rules.js';
import type { LineAmounts } from './decimals/line-amounts.js';
import type { NumberIn } from './line-money.js';
import type { OrderLine } from './order-line.js';
import { returnOf } from './refunds.js';

/**
 * What came back of a line: all of it, or some pieces (thousandths) with some money (units of the store),
 * which is undefined where it is the pieces' share of what the line comes to.
 */
export type CameBack = 'all' | { readonly amount: number | undefined; readonly quantity: number };

/** What a row says of itself that came back of it; undefined where nothing did. */
export function cameBackOf(
  { parts }: Money,
  line: OrderLine,
  rule: RowRule | undefined,
  numberIn: NumberIn,
  amounts: LineAmounts,
): CameBack | undefined {
  if (line.isReturn) return undefined;
  if (rule?.kind === 'returned') return 'all';
  const part = parts.find(p => p.pieces !== undefined);
  const amount = part && numberIn(part.column);
  const pieces = part?.pieces === undefined ? undefined : numberIn(part.pieces);
  if (!amount && !pieces) return undefined;
  if (part?.unit === 'pieces') return ofPieces(line, pieces);
  if (part?.unit === 'piecesAtPrice') return atPrice(line, ofPieces(line, pieces));
  // Some versions write one of them with a minus.
  const back = {
    amount: amount ? Math.abs(amounts.beside(amount)) : 0,
    quantity: pieces ? Math.abs(roundTo(pieces, 3)) : 0,
  };
  return back.amount === 0 && back.quantity === 0 ? undefined : back;
}

/** Pieces that came back, with their share of the line. */
function ofPieces(line: OrderLine, pieces: Decimal | undefined): CameBack | undefined {
  const quantity = pieces ? Math.abs(roundTo(pieces, 3)) : 0;
  if (quantity === 0 || line.quantity === 0) return undefined;
  return { amount: undefined, quantity };
}

/**
 * Some pieces of a line that came back count at their price: a voucher of the order stays with what was kept.
 * Whatever came back whole takes its share along.
 */
function atPrice(line: OrderLine, back: ReturnType<typeof ofPieces>): ReturnType<typeof ofPieces> {
  if (back === undefined || back === 'all' || back.quantity >= Math.abs(line.quantity)) return back;
  return { ...back, amount: shareOf(line, back.quantity) };
}

/** The return that stands beside a line of which something came back. */
export const returnBeside = (line: OrderLine, back: CameBack): OrderLine =>
  back === 'all'
    ? returnOf(line, line.amount, true, 'returned')
    : returnOf(line, back.amount ?? shareOf(line, back.quantity), false, 'refund', back.quantity);

/** What so many pieces of a line come to, after all that was taken off it. */
const shareOf = ({ amount, quantity }: OrderLine, pieces: number): number =>
  Math.round((amount * pieces) / Math.abs(quantity));
