import { IngestError } from '../errors.js';
import { pickAmount } from './amount.js';
import { bestOrder, type DateOrder, mostRead } from './dates.js';
import { findDimensions, type KnownDimension, type PlannedDimension } from './dimensions.js';
import { wordsOf } from './header-words.js';
import { ROLES, type Role, type RoleKey } from './roles.js';
import { type ColumnSurvey, decimalMark, numberShare, type Survey } from './survey.js';

/** One column that was understood, and why. */
export interface Recognised {
  readonly column: number;
  readonly header: string;
  readonly role: string;
  /** 0 to 1. */
  readonly confidence: number;
  readonly reason: string;
}

/** How a file's columns become order lines. */
export interface Mapping {
  readonly roles: Partial<Record<RoleKey, number>>;
  readonly dateOrder: DateOrder;
  /** The amount is the order's, repeated on its lines. */
  readonly oncePerOrder: boolean;
  /** The decimal mark of each numeric column that is used. */
  readonly decimalMarks: Readonly<Record<number, '.' | ','>>;
  readonly dimensions: readonly PlannedDimension[];
  readonly recognised: readonly Recognised[];
  readonly assumptions: readonly string[];
}

/**
 * Decides what each column is, by name and by content.
 * @param known the dimensions that the store has, by key: such a column is one even where it hardly varies
 * @throws IngestError where no date, or neither an amount nor quantity and price can be found
 */
export function recognise(
  file: string,
  survey: Survey,
  preferred: DateOrder,
  known: ReadonlyMap<string, KnownDimension>,
): Mapping {
  const roles: Partial<Record<RoleKey, number>> = {};
  const recognised: Recognised[] = [];
  const take = (role: RoleKey, column: ColumnSurvey, confidence: number, reason: string) => {
    roles[role] = column.index;
    recognised.push({ column: column.index, header: column.header, role, confidence, reason });
  };
  const taken = (column: ColumnSurvey) => recognised.some(r => r.column === column.index);

  for (const role of ROLES) {
    if (role.key === 'amount') continue;
    const best = bestByName(
      role,
      survey.columns.filter(c => !taken(c)),
    );
    if (best) take(role.key, best.column, best.confidence, best.reason);
  }
  if (roles.date === undefined) {
    const byContent = survey.columns.find(c => !taken(c) && dateShare(c) >= 0.95);
    if (byContent) take('date', byContent, 0.7, 'its values are dates');
  }
  if (roles.orderId === undefined) {
    const numbered = survey.columns.find(
      c => !taken(c) && c.filled > 0 && [...c.distinct].every(v => /^#\d+/.test(v)),
    );
    if (numbered) take('orderId', numbered, 0.8, 'its values are order numbers (#1001)');
  }
  refuseMixedCurrencies(file, survey);
  const amount = pickAmount(
    survey,
    roles,
    survey.columns.filter(c => !taken(c)),
  );
  if (amount) take('amount', amount.column, amount.confidence, amount.reason);

  demand(file, survey, roles);
  const date = survey.columns[roles.date as number] as ColumnSurvey;
  const order = bestOrder(date.dates, preferred);
  const dimensions = findDimensions(survey, roles, known);
  return {
    roles,
    oncePerOrder: amount?.isOfTheOrder ?? false,
    dateOrder: order.order,
    decimalMarks: Object.fromEntries(survey.columns.map(c => [c.index, decimalMark(c)])),
    dimensions,
    recognised: recognised.sort((a, b) => a.column - b.column),
    assumptions: [
      ...(roles.orderId === undefined ? ['No order id was found: each row counts as an order.'] : []),
      ...(roles.amount === undefined && roles.discount !== undefined
        ? [
            `Amounts are quantity x price; "${survey.columns[roles.discount]?.header}" is not subtracted. Export an amount column to count discounts.`,
          ]
        : []),
      ...survey.columns
        .filter(c => c.pointsAreThousands && recognised.some(r => r.column === c.index))
        .map(c => `Points in "${c.header}" were read as thousands: 1.250 is 1250.`),
      ...(amount?.isOfTheOrder
        ? [
            `"${amount.column.header}" is the order's total, the same on each of its lines: it is counted once for each order.`,
          ]
        : []),
      ...(order.assumed
        ? [
            `Dates in "${date.header}" fit both D/M and M/D; read as ${order.order === 'dmy' ? 'D/M' : 'M/D'} (setting DATE_ORDER).`,
          ]
        : []),
    ],
  };
}

interface Found {
  readonly column: ColumnSurvey;
  readonly confidence: number;
  readonly reason: string;
}

function bestByName(role: Role, columns: readonly ColumnSurvey[]): Found | undefined {
  for (const name of role.names) {
    const column = columns.find(c => wordsOf(c.header).join(' ') === name && fits(role, c));
    if (column) return { column, confidence: 0.95, reason: `named "${column.header}"` };
  }
  return undefined;
}

export const dateShare = (c: ColumnSurvey): number => (c.filled === 0 ? 0 : mostRead(c.dates) / c.filled);

/** A name only counts where the values look like it: 9 of 10 suffice, since files have damaged rows. */
function fits(role: Role, column: ColumnSurvey): boolean {
  if (column.filled === 0) return false;
  if (role.content === 'number') return numberShare(column) >= 0.9;
  if (role.content === 'date') return dateShare(column) >= 0.8;
  if (role.content === 'text') return numberShare(column) < 0.9;
  return true;
}

function demand(file: string, survey: Survey, roles: Partial<Record<RoleKey, number>>): void {
  const headers = survey.columns
    .slice(0, 40)
    .map(c => c.header)
    .join(', ');
  if (survey.rows === 0)
    throw new IngestError(`${file} has a header but no rows.`, 'Export it again with its order lines.');
  if (roles.date === undefined) {
    throw new IngestError(
      unreadable(survey, 'date', file) ?? `${file} has no date column. Its columns are: ${headers}`,
      'Add a column with the order date, for example "Order Date" with 2026-11-22.',
    );
  }
  if (roles.amount === undefined && (roles.quantity === undefined || roles.unitPrice === undefined)) {
    throw new IngestError(
      unreadable(survey, 'amount', file) ??
        `${file} has no amount column, nor quantity and unit price. Its columns are: ${headers}`,
      'Add a column "Amount", or "Quantity" and "Unit Price".',
    );
  }
}

/** Where a column has the name that is missed but not the content: that it is so, with a value that shows it. */
function unreadable(survey: Survey, key: RoleKey, file: string): string | undefined {
  const role = ROLES.find(r => r.key === key);
  const column = survey.columns.find(c => role?.names.includes(wordsOf(c.header).join(' ')));
  if (!column) return undefined;
  const [value = ''] = column.distinct;
  const kind = key === 'date' ? 'dates' : 'numbers';
  return column.filled === 0
    ? `The column "${column.header}" of ${file} is empty.`
    : `The column "${column.header}" of ${file} cannot be read as ${kind}: "${value.slice(0, 40)}" for example.`;
}

const CURRENCY_NAMES = ['currency', 'currency code', 'wahrung', 'devise', 'moneda', 'moeda'];

/** Amounts in different currencies must not be added up. */
function refuseMixedCurrencies(file: string, survey: Survey): void {
  const column = survey.columns.find(c => CURRENCY_NAMES.includes(wordsOf(c.header).join(' ')));
  if (!column || column.distinct.size < 2) return;
  throw new IngestError(
    `${file} has amounts in several currencies: ${[...column.distinct].slice(0, 5).join(', ')}.`,
    'Export one currency, or amounts converted to it; SHOP_CURRENCY names it.',
  );
}
