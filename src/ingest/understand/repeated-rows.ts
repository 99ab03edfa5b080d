import type { Mapping } from './mapping.js';
import type { Money } from './money/money.js';
import { numberIn, type Survey } from './survey.js';

/** Fewer equal rows may be equal sales. */
const LEAST_ROWS = 5;
/** Of a file that was pasted twice half of the rows stand there already. */
const LEAST_SHARE = 0.3;

/**
 * That many rows of a file stand in it more than once, word for word, with what they come to: they count, as
 * two people may buy the same, and the file may have been pasted twice. Nothing is said of files with order
 * numbers, whose equal rows are skipped or lines of one order, and of those too large to be looked at whole.
 */
export function repeatedRowsSaid(survey: Survey, { orderId }: Mapping['roles'], { base }: Money): string[] {
  if (orderId !== undefined || survey.first.length < survey.rows) return [];
  const seen = new Set<string>();
  const again = survey.first.filter(row => {
    const text = row.join('\u0001');
    const isAgain = seen.has(text);
    seen.add(text);
    return isAgain;
  });
  if (again.length < LEAST_ROWS || again.length < survey.first.length * LEAST_SHARE) return [];
  const of = (row: readonly string[], column: number) => numberIn(row, survey.columns[column]) ?? 0;
  const sum = again.reduce(
    (total, row) =>
      total + (base.kind === 'amount' ? of(row, base.column) : of(row, base.quantity) * of(row, base.price)),
    0,
  );
  const shown = sum.toLocaleString('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 2 });
  return [
    `${again.length} of ${survey.first.length} rows are the same as an earlier row, word for word: ` +
      `${shown}. They were counted. If the file has the same sales twice, undo this ingest and take ` +
      'them out of the file.',
  ];
}
