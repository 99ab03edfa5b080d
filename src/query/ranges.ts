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

/** The end of a range that lies within a group of numbers, if one does: 30 in 20-40. */
export const endWithinGroup = ({ from, to }: NumberRange, edges: readonly number[]): number | undefined =>
  [from, to].find(end => end !== undefined && end !== 0 && !edges.includes(end));

/** Whether a group of numbers (`20-40`, `50k-80k`, `60+`) is within a range that ends where groups do. */
export function isGroupWithin(group: string, { from, to }: NumberRange): boolean {
  const [, digits = '0', thousands] = /^(\d+)(k)?/.exec(group) ?? [];
  const low = Number(digits) * (thousands ? 1_000 : 1);
  return (from === undefined || low >= from) && (to === undefined || low < to);
}

/** What is said where the numbers themselves are not there. */
export const groupsOnly = (label: string, groups: readonly string[], end: number): string =>
  `The data keeps the ${label} in groups (${groups.join(', ')}), and ${end.toLocaleString('en-US')} is no ` +
  'limit of one. Load the files again to ask for it: the numbers themselves are kept since.';

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
