import type { RoleKey } from './roles.js';
import type { ColumnSurvey, Survey } from './survey.js';

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
 * The columns that say something of the order on its first row alone, as shops export them that write a row
 * for each line: customer, country and status are blank on the others.
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

/** Names that say of themselves that they are of the line. */
const OF_THE_LINE = /\b(line|item|ligne|linea|linha|position|zeile)/;

/**
 * Whether the column holds the order's total rather than the line's: the same on all rows of an order, though
 * the rows differ otherwise. One order of several lines is proof where the column says `order`; else it takes
 * three.
 */
export function isOfTheOrder(
  survey: Survey,
  { orderId, lineNumber }: Partial<Record<RoleKey, number>>,
  column: ColumnSurvey,
): boolean {
  if (orderId === undefined || OF_THE_LINE.test(column.name)) return false;
  const several = rowsByOrder(survey, orderId).filter(rows => rows.length > 1);
  // Two tickets of the same kind have the same price; that makes it no total.
  const proof = several.filter(rows => areDifferent(rows, [column.index, lineNumber]));
  const enough = column.name.split(' ').includes('order') ? 1 : ENOUGH;
  const values = (rows: readonly (readonly string[])[]) =>
    new Set(rows.map(row => (row[column.index] ?? '').trim()).filter(v => v !== ''));
  return proof.length >= enough && several.every(rows => values(rows).size <= 1);
}

/** Whether the rows differ from each other in other columns than these. */
const areDifferent = (rows: readonly (readonly string[])[], but: readonly (number | undefined)[]): boolean =>
  new Set(rows.map(row => row.filter((_, i) => !but.includes(i)).join('\n'))).size === rows.length;

/**
 * Whether the column named like a line's number is one: orders begin with the same number, and hardly one
 * repeats.
 */
export function isLineNumber(survey: Survey, roles: Partial<Record<RoleKey, number>>): boolean {
  const { orderId, lineNumber } = roles;
  if (orderId === undefined || lineNumber === undefined) return false;
  const orders = rowsByOrder(survey, orderId);
  const lowest = orders.map(rows => Math.min(...rows.map(row => Number(row[lineNumber]) || 0)));
  const usual = Math.min(...lowest);
  const several = orders.filter(rows => rows.length > 1);
  const repeated = several.filter(rows => new Set(rows.map(row => row[lineNumber])).size < rows.length);
  return (
    lowest.filter(n => n === usual).length >= orders.length * 0.5 && repeated.length <= several.length * 0.1
  );
}
