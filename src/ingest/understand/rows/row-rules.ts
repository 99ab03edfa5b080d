import { valueKey } from './value-key.js';

/**
 * What the rows with certain values are.
 * - `notASale`: quotes, failed payments, payouts, tests: left out and counted.
 * - `cancelled`: a sale that was called off: kept, marked, and not counted.
 * - `return`: the row itself is money given back, whatever its sign.
 * - `returnUndone`: money that was given back and came again, as after a dispute that was won: its amount
 *   adds to what was sold, and it is no order.
 * - `returned`: a sale that came back: the sale counts, and a return of the same amount beside it.
 * - `part`: a further amount of a sale whose pieces another row counts; of a return, where a later rule says
 *   so. It counts with its own sign, in one line with the others of its order and article.
 * - `deduction`: a discount or voucher as a row of its own: its money counts, but it is no piece and no
 *   return.
 * - `total`: a row that adds up others.
 * - `doubtful`: a sale whose state people should know of (cancelled, pending): counted, and told.
 */
export type RowKind =
  | 'notASale'
  | 'cancelled'
  | 'return'
  | 'returnUndone'
  | 'returned'
  | 'part'
  | 'deduction'
  | 'total'
  | 'doubtful';

/** The values of a column that a rule is about. */
export interface RowValues {
  readonly column: number;
  /** As `valueKey` writes them; `filled` for any value, `blank` for none. */
  readonly values: ReadonlySet<string> | RegExp | 'filled' | 'blank';
}

/** A rule about rows, by the values of one column, or of two. */
export interface RowRule extends RowValues {
  /** What the row must have as well. */
  readonly and?: RowValues;
  /** The numbers in the file of the only rows that it is about. */
  readonly rows?: ReadonlySet<number>;
  readonly kind: RowKind;
  /** What such rows are, for the person, in the plural: `quotes`, `failed payments`. */
  readonly what: string;
}

/** A row as rules look at it. */
export interface RuledRow {
  /** Its number in the file. */
  readonly row: number;
  /** Its text in a column. */
  at(column: number): string;
}

/** The first rule that a row fits. */
export function ruleOf(rules: readonly RowRule[], row: RuledRow): RowRule | undefined {
  const fits = ({ column, values }: RowValues): boolean => {
    const text = row.at(column);
    if (values === 'filled') return text !== '';
    if (values === 'blank') return text === '';
    return values instanceof RegExp ? values.test(valueKey(text)) : values.has(valueKey(text));
  };
  return rules.find(
    rule => (!rule.rows || rule.rows.has(row.row)) && fits(rule) && (!rule.and || fits(rule.and)),
  );
}
