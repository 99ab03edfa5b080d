import { type ColumnSurvey, cellText, type Survey } from '../survey.js';
import { SAYS_STATE } from './vocabulary.js';

/** A shop has few states of orders; more numbers are something else. */
const MOST_STATES = 12;

/**
 * Says of columns of states in numbers (`Estado` 1, 3 and 9) that nothing tells what they mean, and how many
 * rows each of them has: some may be cancelled or unpaid.
 */
export const numberedStatesSaid = (survey: Survey): string[] =>
  survey.columns.filter(isNumberedState).map(column => {
    const counts = countsOf(survey, column);
    const listed = counts.map(([value, rows]) => `${value} (${rows} ${rows === 1 ? 'row' : 'rows'})`);
    const [rarest] = counts.at(-1) ?? [''];
    return (
      `"${column.header}" is in numbers, and nothing says what they mean: ${listed.join(', ')}. All of ` +
      `them count. If ${rarest} is no sale: --map "${column.header}=status", and EXCLUDED_STATUSES=${rarest}.`
    );
  });

const isNumberedState = ({ name, distinct, filled }: ColumnSurvey): boolean =>
  filled > 0 &&
  SAYS_STATE.test(name) &&
  !/\b(date|time|amount|id|no|nr|number)\b/.test(name) &&
  distinct.size > 1 &&
  distinct.size <= MOST_STATES &&
  [...distinct].every(value => /^-?\d{1,3}$/.test(value)) &&
  // Zeros and ones say no and yes.
  [...distinct].some(value => value !== '0' && value !== '1');

/** How many of the rows that were looked at have each value, the most frequent first. */
function countsOf({ first }: Survey, { index }: ColumnSurvey): [string, number][] {
  const counts = new Map<string, number>();
  for (const row of first) {
    const value = cellText(row[index]);
    if (value !== '') counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1]);
}
