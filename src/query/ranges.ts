import { NotUnderstood } from '../core/errors.js';
import type { NumberRange, QueryFilter } from '../core/query/query.js';

/** Whether a number is in a range; NaN is in none. */
export const inRange =
  ({ from, to, isOver, isUnder }: NumberRange) =>
  (value: number): boolean =>
    !Number.isNaN(value) &&
    (from === undefined || (isOver ? value > from : value >= from)) &&
    (to === undefined || (isUnder ? value < to : value <= to));

/** The range of a filter; one number is a range of its own. @throws NotUnderstood */
export function rangeOf({ field, range, values }: QueryFilter, example: string): NumberRange {
  if (range) return range;
  const numbers = (values ?? []).map(Number);
  const [only] = numbers;
  if (numbers.length === 1 && only !== undefined && Number.isFinite(only)) return { from: only, to: only };
  throw new NotUnderstood(`"${field}" takes a range of numbers, for example ${example}.`, []);
}

/** A range in words: `over 500`, `1 to 3`. */
export function rangeWords(range: NumberRange | undefined): string[] {
  if (!range) return [];
  const { from, to, isOver, isUnder } = range;
  const show = (n: number) => n.toLocaleString('en-US', { maximumFractionDigits: 10 });
  if (from !== undefined && from === to) return [show(from)];
  if (from !== undefined && to !== undefined && !isOver && !isUnder) return [`${show(from)} to ${show(to)}`];
  const low = from === undefined ? [] : [`${isOver ? 'over' : 'at least'} ${show(from)}`];
  const high = to === undefined ? [] : [`${isUnder ? 'under' : 'at most'} ${show(to)}`];
  return [[...low, ...high].join(' and ')];
}
