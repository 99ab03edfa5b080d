import type { Candidate } from './candidates.js';
import { isRateName } from './column-kinds.js';
import { type Figure, isUsed } from './figures.js';
import type { MoneyPart } from './money.js';
import { isInPercent } from './percent-signs.js';

/** The share of rows whose profit must not exceed their sales; the others may be mistakes. */
const LEAST_SHARE = 0.95;
/** Called a margin, numbers up to 100 may be percentages. */
const MARGIN = /\b(?:margins?|marge|margem)\b/;

/**
 * The cost of each line where the file has its profit alone: revenue less profit. The column must be in
 * money: no rate by its name or its signs, and no more than the sales of the row.
 * @param parts what else is beside the sales
 */
export function costOfProfit(
  best: Candidate,
  figures: readonly Figure[],
  parts: readonly MoneyPart[],
): MoneyPart | undefined {
  const changesLater = parts.some(p => p.per === 'order' && p.factor !== 0);
  if (best.per !== 'line' || changesLater) return undefined;
  const profit = figures.find(
    f => f.kind === 'profit' && f.per === 'line' && f !== best.figure && isUsed(f) && isMoney(f, best),
  );
  return (
    profit && {
      what: 'cost',
      column: profit.column.index,
      per: 'line',
      unit: 'money',
      sign: 1,
      factor: 0,
      isProfit: true,
    }
  );
}

function isMoney({ column, values }: Figure, best: Candidate): boolean {
  if (isRateName(column.name) || isInPercent(column)) return false;
  const known = values.flatMap((value, row) => {
    const amount = best.values[row];
    return value === undefined || amount === undefined ? [] : [{ value, amount }];
  });
  const largest = known.reduce((most, { value }) => Math.max(most, Math.abs(value)), 0);
  if (largest <= 1 || (MARGIN.test(column.name) && largest <= 100)) return false;
  const fits = known.filter(({ value, amount }) => value <= Math.max(amount, 0) + 0.01);
  return fits.length >= known.length * LEAST_SHARE;
}
