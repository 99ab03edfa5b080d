import type { RoleKey } from './roles.js';
import type { Survey } from './survey.js';

/** The first rows of a file by their order. */
function rowsByOrder(survey: Survey, orderId: number): (readonly string[])[][] {
  const orders = new Map<string, (readonly string[])[]>();
  for (const row of survey.first) {
    const order = (row[orderId] ?? '').trim();
    if (order === '') continue;
    const rows = orders.get(order);
    if (rows) rows.push(row);
    else orders.set(order, [row]);
  }
  return [...orders.values()];
}

const isFilled = (row: readonly string[] | undefined, column: number): boolean =>
  (row?.[column] ?? '').trim() !== '';

/** Orders that are needed before what they share is more than chance. */
const ENOUGH = 3;

/**
 * The columns that say something of the order on its first row alone, as shops export them that write a row for each
 * line: customer, country and status are blank on the others.
 */
export function columnsOfOrders(survey: Survey, roles: Partial<Record<RoleKey, number>>): number[] {
  if (roles.orderId === undefined) return [];
  const several = rowsByOrder(survey, roles.orderId).filter(rows => rows.length > 1);
  const ofTheLine = new Set([roles.orderId, roles.amount, roles.quantity, roles.unitPrice, roles.lineNumber]);
  return survey.columns
    .filter(c => !ofTheLine.has(c.index))
    .filter(c => several.filter(rows => isFilled(rows[0], c.index)).length >= ENOUGH)
    .filter(c => several.every(rows => rows.slice(1).every(row => !isFilled(row, c.index))))
    .map(c => c.index);
}

/** Whether the column named like a line's number is one: it hardly repeats within an order. */
export function isLineNumber(survey: Survey, roles: Partial<Record<RoleKey, number>>): boolean {
  const { orderId, lineNumber } = roles;
  if (orderId === undefined || lineNumber === undefined) return false;
  const several = rowsByOrder(survey, orderId).filter(rows => rows.length > 1);
  const repeated = several.filter(rows => new Set(rows.map(row => row[lineNumber])).size < rows.length);
  return repeated.length <= several.length * 0.1;
}
