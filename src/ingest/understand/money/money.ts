/** What a figure beside the sales is. */
export type PartKind = 'discount' | 'tax' | 'shipping' | 'tip' | 'fee' | 'refund' | 'cost' | 'other';

/** A column of money beside the sales: a discount, a tax, shipping, and the like. */
export interface MoneyPart {
  readonly what: PartKind;
  readonly column: number;
  /** Whose figure it is: the line's, one piece's, or the order's (counted once for each order). */
  readonly per: 'line' | 'unit' | 'order';
  /**
   * `money`; `percent` and `fraction` of the base; `included`: percent on top of the net sales that are
   * in the base, as a tax rate is of a price with tax; `pieces`: the share of the line that so many pieces
   * are; `piecesAtPrice`: the same before what is taken off the whole order.
   */
  readonly unit: 'money' | 'percent' | 'fraction' | 'included' | 'pieces' | 'piecesAtPrice';
  /** -1 where the file writes it with a minus: its size is this times its value. */
  readonly sign: 1 | -1;
  /** What revenue changes by for 1.00 in the column: -1 is taken out, 1 is added back, 0 only kept beside. */
  readonly factor: -1 | 0 | 1;
  /**
   * For a discount that is in percent of what the line came to before it, where the base is what is left: the
   * columns of one piece's price and of the pieces, if there are such.
   */
  readonly before?: { readonly price?: number; readonly quantity?: number };
  /** For a cost: the column has what the line leaves as profit, and its cost is its revenue less that. */
  readonly isProfit?: boolean;
  /**
   * For a refund: the column of the order's total, with tax and shipping, that it was paid back of. For a
   * tax: that of the total, with shipping, that it is in. The goods' share of either is their share of it.
   */
  readonly ofTotal?: number;
  /** For a refund: the column has what is left of the order's total, and nothing where none was paid back. */
  readonly isRemainder?: boolean;
  /**
   * For a refund of the line: the column of how many pieces came back. It then stands as a return of its
   * own.
   */
  readonly pieces?: number;
  /**
   * For a refund of the order: the columns of what its goods came to before it, the first less the others.
   * Where the lines come to less than that, the refund is within them already.
   */
  readonly ofGoods?: readonly number[];
}

/** How a line's revenue follows from its row. */
export interface Money {
  readonly base:
    | {
        readonly kind: 'amount';
        readonly column: number;
        readonly per: 'line' | 'order';
        /** The columns that count where it is blank, the first that is not; 0 where all are. */
        readonly instead?: readonly number[];
      }
    | { readonly kind: 'product'; readonly quantity: number; readonly price: number };
  /**
   * The column of the order's net sales, where lines are gross: the lines of an order are brought to add
   * up to it, each in proportion.
   */
  readonly orderNet?: number;
  readonly parts: readonly MoneyPart[];
}

/** Whether an order's lines must be together before their revenue is known. */
export const isByOrder = ({ orderNet, parts }: Money): boolean =>
  orderNet !== undefined || parts.some(p => p.per === 'order' && (p.factor !== 0 || p.what === 'refund'));
