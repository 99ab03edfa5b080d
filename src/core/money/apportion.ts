/**
 * Rounds parts to whole numbers that add up to a whole, by the method of largest remainders: all are rounded
 * down, and the units that are left go to the largest fractions, among equal ones to the first. A part that
 * is nothing stays nothing while there is another to take its unit.
 * @param parts real numbers whose sum is the whole, but for rounding
 * @param whole a whole number
 */
export function apportioned(parts: readonly number[], whole: number): number[] {
  const rounded = parts.map(Math.floor);
  let left = whole - rounded.reduce((sum, part) => sum + part, 0);
  const rest = (i: number) => parts[i]! - Math.floor(parts[i]!);
  const inTurn = parts.map((_, i) => i).sort((a, b) => rest(b) - rest(a) || a - b);
  const some = inTurn.filter(i => parts[i] !== 0);
  const takers = some.length > 0 ? some : inTurn;
  // A whole that is rounded itself can be below the sum of what was rounded down.
  const step = left < 0 ? -1 : 1;
  if (step < 0) takers.reverse();
  for (let k = 0; left !== 0 && takers.length > 0; k++, left -= step)
    rounded[takers[k % takers.length]!]! += step;
  // Never minus zero.
  return rounded.map(part => part + 0);
}
