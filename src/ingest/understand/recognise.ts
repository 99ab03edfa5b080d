import { IngestError } from '../../core/errors.js';
import { type PickedAmount, pickAmount } from './amount-column.js';
import { assumptionsOf } from './assumptions.js';
import { findByContent, orderNumbers } from './by-content.js';
import { findDimensions } from './dimension-columns.js';
import type { Mapping, MappingSettings, Recognised } from './mapping.js';
import { columnsOfOrders, isLineNumber } from './order-columns.js';
import { returnsOf } from './returns.js';
import { ROLES, type Role, type RoleKey } from './roles.js';
import { type ColumnSurvey, decimalMark, numberShare, type Survey } from './survey.js';

/** Roles whose columns are picked by more than their name. */
const LATER: readonly RoleKey[] = ['amount', 'transactionType'];

/**
 * Decides what each column is: by what the person said, by name, and by content.
 * @throws IngestError where no date, or neither an amount nor quantity and price can be found
 */
export function recognise(file: string, survey: Survey, settings: MappingSettings): Mapping {
  const roles: Partial<Record<RoleKey, number>> = {};
  const recognised: Recognised[] = [];
  const take = (role: RoleKey, column: ColumnSurvey, confidence: number, reason: string) => {
    roles[role] = column.index;
    recognised.push({ column: column.index, header: column.header, role, confidence, reason });
  };
  const untake = (role: RoleKey) => {
    delete roles[role];
    recognised.splice(
      recognised.findIndex(r => r.role === role),
      1,
    );
  };
  const { map, taken = [], ignored = [] } = settings;
  const free = () =>
    survey.columns.filter(
      c => !map.has(c.index) && !ignored.includes(c.index) && !recognised.some(r => r.column === c.index),
    );

  for (const [index, field] of map) {
    const column = survey.columns[index];
    const role = ROLES.find(r => r.key === field);
    if (column && role) take(role.key, column, 1, 'you said so');
  }
  for (const { role, column, reason } of taken)
    if (roles[role] === undefined) take(role, survey.columns[column] as ColumnSurvey, 0.95, reason);
  for (const role of ROLES) {
    if (LATER.includes(role.key) || roles[role.key] !== undefined) continue;
    const column = bestByName(role, free());
    if (column) take(role.key, column, 0.95, `named "${column.header}"`);
  }
  // Amazon's "item-price" is of the whole line.
  const price = survey.columns[roles.unitPrice ?? -1];
  if (price?.name === 'item price' && survey.columns[roles.orderId ?? -1]?.name === 'amazon order id') {
    untake('unitPrice');
    if (roles.amount === undefined) take('amount', price, 0.9, 'Amazon names the amount of the line so');
  }
  if (roles.lineNumber !== undefined && !map.has(roles.lineNumber) && !isLineNumber(survey, roles)) {
    untake('lineNumber');
  }
  const numbers = roles.orderId === undefined ? orderNumbers(free()) : undefined;
  if (numbers) take('orderId', numbers.column, numbers.confidence, numbers.reason);
  const fromFirstRow = columnsOfOrders(survey, roles);
  const picked: PickedAmount =
    roles.amount === undefined ? pickAmount(survey, roles, free(), fromFirstRow) : { assumptions: [] };
  const { amount } = picked;
  if (picked.unitPrice) take('unitPrice', picked.unitPrice, 0.9, 'quantity times it is the amount');
  if (amount) take('amount', amount.column, amount.confidence, amount.reason);
  if (roles.amount === undefined && roles.quantity === undefined && roles.unitPrice !== undefined) {
    const single = survey.columns[roles.unitPrice] as ColumnSurvey;
    untake('unitPrice');
    take('amount', single, 0.8, `named "${single.header}", and no quantity: each row is one piece`);
  }
  const guesses = findByContent(survey, roles, free);
  for (const { role, column, confidence, reason } of guesses) take(role, column, confidence, reason);
  const type = bestByName(ROLES.find(r => r.key === 'transactionType') as Role, free());
  const returns = returnsOf(survey, roles, type);
  if (returns.types && type && roles.transactionType === undefined)
    take('transactionType', type, 0.85, `named "${type.header}", with sales and refunds in it`);

  demand(file, survey, roles);
  const date = survey.columns[roles.date as number] as ColumnSurvey;
  const reading = date.dates.reading(settings.dateOrder);
  const quantity = survey.columns[roles.quantity ?? -1];
  return {
    roles,
    dateOrders: reading.orders,
    oncePerOrder: amount?.isOfTheOrder ?? false,
    fromFirstRow,
    returns,
    decimalMarks: Object.fromEntries(survey.columns.map(c => [c.index, decimalMark(c)])),
    quantities: quantity?.quantities,
    dimensions: findDimensions(survey, roles, settings),
    recognised: recognised.sort((a, b) => a.column - b.column),
    assumptions: [
      ...assumptionsOf({
        survey,
        roles,
        recognised,
        guesses,
        picked,
        returns,
        date,
        reading,
        fromFirstRow,
      }),
      ...(quantity?.quantities?.assumptions ?? []),
    ],
  };
}

function bestByName(role: Role, columns: readonly ColumnSurvey[]): ColumnSurvey | undefined {
  for (const name of role.names) {
    const column = columns.find(c => c.name === name && fits(role, c));
    if (column) return column;
  }
  return undefined;
}

export const dateShare = (c: ColumnSurvey): number => (c.filled === 0 ? 0 : c.dates.read / c.filled);

/** A name only counts where the values look like it: 9 of 10 suffice, since files have damaged rows. */
export function fits(role: Role, column: ColumnSurvey): boolean {
  if (column.filled === 0) return false;
  if (role.key === 'quantity' && column.quantities) return true;
  if (role.content === 'number') return numberShare(column) >= 0.9;
  if (role.content === 'date') return dateShare(column) >= 0.8;
  if (role.content === 'text') return numberShare(column) < 0.9;
  return true;
}

function demand(file: string, survey: Survey, roles: Partial<Record<RoleKey, number>>): void {
  const shown = survey.columns.slice(0, 40).map(c => c.header);
  const headers = shown.join(', ') + (survey.columns.length > shown.length ? ', ...' : '');
  if (survey.rows === 0)
    throw new IngestError(`${file} has a header but no rows.`, 'Export it again with its order lines.');
  if (roles.date === undefined) {
    throw new IngestError(
      unreadable(survey, 'date', file) ?? `${file} has no date column. Its columns are: ${headers}`,
      'Add a column with the order date, for example "Order Date" with 2026-11-22, or say which it is: ' +
        '--map "COLUMN=date".',
    );
  }
  if (roles.amount === undefined && (roles.quantity === undefined || roles.unitPrice === undefined)) {
    throw new IngestError(
      unreadable(survey, 'amount', file) ??
        `${file} has no amount column, nor quantity and unit price. Its columns are: ${headers}`,
      'Add a column "Amount", or "Quantity" and "Unit Price", or say which it is: --map "COLUMN=amount".',
    );
  }
}

/**
 * Where a column has the name that is missed but not the content: that it is so, with a value that shows it.
 */
function unreadable(survey: Survey, key: RoleKey, file: string): string | undefined {
  const role = ROLES.find(r => r.key === key);
  const column = survey.columns.find(c => role?.names.includes(c.name));
  if (!column) return undefined;
  if (column.filled === 0) return `The column "${column.header}" of ${file} is empty.`;
  const [unread] = column.unread;
  if (key !== 'date' && unread)
    return (
      `The column "${column.header}" of ${file} cannot be read as numbers: row ${unread.row} has ` +
      `"${unread.value.slice(0, 40)}".`
    );
  const [value = ''] = column.distinct;
  const kind = key === 'date' ? 'dates' : 'numbers';
  return (
    `The column "${column.header}" of ${file} cannot be read as ${kind}: "${value.slice(0, 40)}" for ` +
    'example.'
  );
}
