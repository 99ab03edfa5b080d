import type { Mapping } from '../mapping.js';
import { ruleOf } from '../rows/row-rules.js';
import { cellText, type Survey } from '../survey.js';
import type { CurrencyAt, PlannedConversion } from './line-conversion.js';

/**
 * The currencies of the rows that count, among those that were looked at. In a statement of an account, what
 * was paid to others, or changed into another currency, is in currencies that nothing was sold in.
 */
export function countedCodes(
  { first, firstNumbers }: Survey,
  { rowRules }: Mapping,
  currencyAt: CurrencyAt,
): ReadonlySet<string> {
  const codes = new Set<string>();
  for (const [i, row] of first.entries()) {
    const kind = ruleOf(rowRules, { row: firstNumbers[i] ?? 0, at: column => cellText(row[column]) })?.kind;
    const code = kind === 'notASale' || kind === 'total' ? undefined : currencyAt(row);
    if (code !== undefined) codes.add(code);
  }
  return codes;
}

/** Lets amounts in one currency through, and refuses rows in others further down in the file. */
export const onlyIn = (code: string, currencyAt: CurrencyAt): PlannedConversion => ({
  rates: { name: 'this file', digest: '', base: code, series: new Map(), assumptions: [] },
  into: code,
  currencyAt,
});
