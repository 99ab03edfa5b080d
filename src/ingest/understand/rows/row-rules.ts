import { valueKey } from './value-key.js';

/**
 * What the rows with certain values are.
 * - `notASale`: quotes, failed payments, payouts, tests: left out and counted.
 * - `cancelled`: a sale that was called off: kept, marked, and not counted.
 * - `return`: the row itself is money given back, whatever its sign.
 * - `returned`: a sale that came back: the sale counts, and a return of the same amount beside it.
 * - `deduction`: a discount or voucher as a row of its own: its money counts, but it is no piece and no
 *   return.
 * - `total`: a row that adds up others.
 * - `doubtful`: a sale whose state people should know of (cancelled, pending): counted, and told.
 */
export type RowKind = 'notASale' | 'cancelled' | 'return' | 'returned' | 'deduction' | 'total' | 'doubtful';

/** A rule about rows, by the value of one column. */
export interface RowRule {
  readonly column: number;
  /** The values it is about, as `valueKey` writes them; `filled` for any value, `blank` for none. */
  readonly values: ReadonlySet<string> | 'filled' | 'blank';
  readonly kind: RowKind;
  /** What such rows are, for the person, in the plural: `quotes`, `failed payments`. */
  readonly what: string;
}

/** The first rule that a row's values fit. @param row has the row's text in a column */
export function ruleOf(rules: readonly RowRule[], row: { at(column: number): string }): RowRule | undefined {
  for (const rule of rules) {
    const text = row.at(rule.column);
    const { values } = rule;
    const fits =
      values === 'filled' ? text !== '' : values === 'blank' ? text === '' : values.has(valueKey(text));
    if (fits) return rule;
  }
  return undefined;
}
