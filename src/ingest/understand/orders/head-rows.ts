import type { Sample } from '../sample.js';
import { type ColumnSurvey, numberShare } from '../survey.js';

/** Whether rows without the number are further rows of the order above: they lack its day or customer too. */
export function isFirstRowOnly(
  sample: Sample,
  column: ColumnSurvey,
  known: readonly ColumnSurvey[],
): boolean {
  const texts = sample.texts(column);
  if (known.length === 0 || texts[0] === '') return false;
  let blanks = 0;
  let also = 0;
  texts.forEach((text, i) => {
    if (text !== '') return;
    blanks++;
    if (known.every(k => sample.texts(k)[i] === '')) also++;
  });
  return blanks > 0 && also >= blanks * 0.8;
}

/** One word with a digit in it, perhaps behind letters: `S00101`, `SINV-0101`, `2026/17`. */
const A_NUMBER = /^(?:\p{L}{1,12}[ -]?)?[\p{L}\d#./-]*\d[\p{L}\d#./-]*$/u;
/** Orders that are needed before it is no chance that none of them has a number of another. */
const ENOUGH = 3;

/**
 * Whether a column, whatever its name, numbers orders that have rows below them without number, day and
 * customer: it is filled where these are and blank where they are, and no two orders have the same value.
 */
export function isHeadOfOrders(
  sample: Sample,
  column: ColumnSurvey,
  known: readonly ColumnSurvey[],
): boolean {
  if (column.moneyLike > 0 || column.dates.read > 0 || known.includes(column)) return false;
  const texts = sample.texts(column);
  const filled = texts.filter(text => text !== '');
  if (filled.length === texts.length || new Set(filled).size < filled.length) return false;
  if (filled.length < ENOUGH || !filled.every(text => A_NUMBER.test(text))) return false;
  if (!isFirstRowOnly(sample, column, known)) return false;
  const hasHead = texts.every((text, i) => text === '' || known.every(k => sample.texts(k)[i] !== ''));
  // Sums of the order stand on its first row as well; numbers of orders rise, or fall.
  return hasHead && (numberShare(column) < 0.9 || isInOrder(filled));
}

function isInOrder(texts: readonly string[]): boolean {
  const values = texts.map(Number);
  const steps = values.slice(1).map((value, i) => value - (values[i] as number));
  return steps.every(step => step > 0) || steps.every(step => step < 0);
}
