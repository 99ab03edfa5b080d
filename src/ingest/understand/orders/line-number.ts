import type { RoleKey } from '../roles.js';
import type { Sample } from '../sample.js';

/**
 * Whether the column named like a line's number is one: orders begin with the same number, and hardly one
 * repeats.
 */
export function isLineNumber(
  sample: Sample,
  { orderId, lineNumber }: Partial<Record<RoleKey, number>>,
): boolean {
  if (orderId === undefined || lineNumber === undefined) return false;
  const [ids, numbers] = [sample.texts(orderId), sample.texts(lineNumber)];
  const orders = sample.orders(i => ids[i] ?? '');
  const lowest = orders.map(rows => Math.min(...rows.map(i => Number(numbers[i]) || 0)));
  const usual = Math.min(...lowest);
  const several = orders.filter(rows => rows.length > 1);
  const repeated = several.filter(rows => new Set(rows.map(i => numbers[i])).size < rows.length);
  return (
    lowest.filter(n => n === usual).length >= orders.length * 0.5 && repeated.length <= several.length * 0.1
  );
}
