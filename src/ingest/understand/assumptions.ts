import { DATE_ORDERS } from '../../core/calendar/written-dates.js';
import type { Amount, PickedAmount } from './amount-column.js';
import type { Guess } from './by-content.js';
import type { DateChoice } from './dates/choose-date.js';
import type { Mapping, Recognised } from './mapping.js';
import type { Returns } from './returns.js';
import { ROLES, type RoleKey } from './roles.js';
import { numberShare, type Survey } from './survey.js';

/** What was decided about a file. */
export interface Decided {
  readonly survey: Survey;
  readonly roles: Mapping['roles'];
  readonly recognised: readonly Recognised[];
  readonly guesses: readonly Guess[];
  readonly picked: PickedAmount;
  readonly returns: Returns;
  readonly when: DateChoice;
  readonly fromFirstRow: readonly number[];
}

/** What had to be assumed, and what the file's figures leave out, in sentences for the person. */
export function assumptionsOf(decided: Decided): string[] {
  const { survey, roles, recognised, guesses, picked, returns, fromFirstRow } = decided;
  const said = [
    ...guesses.filter(g => g.confidence < 0.8).map(guessed),
    ...assumptionsOn(survey, roles, recognised, picked.amount),
    ...picked.assumptions,
    ...refundColumns(survey),
    ...returns.assumptions,
    ...decided.when.assumptions,
    ...dateAssumptions(decided.when),
  ];
  if (fromFirstRow.length > 0)
    said.push(
      `Only the first row of each order fills ${listColumns(survey, fromFirstRow)}; that counts for its ` +
        'other rows.',
    );
  if (survey.joined > 0)
    said.push(
      `${survey.joined} ${survey.joined === 1 ? 'row has' : 'rows have'} a comma within text without ` +
        'quotes; the text after it, which begins with a space, was joined to the cell before.',
    );
  return said;
}

const guessed = ({ role, column, reason }: Guess): string =>
  `No column is named like ${labelOf(role)}; "${column.header}" was taken: ${reason}. --map ` +
  `"${column.header}=${role}" confirms it, or another column.`;

const labelOf = (role: RoleKey): string => {
  const label = ROLES.find(r => r.key === role)?.label.toLowerCase() ?? role;
  return `${/^[aeio]/.test(label) ? 'an' : 'a'} ${label}`;
};

const listColumns = (survey: Survey, columns: readonly number[]): string => {
  const names = columns.map(c => `"${survey.columns[c]?.header}"`);
  return names.length > 4 ? `${names.slice(0, 3).join(', ')} and ${names.length - 3} more` : names.join(', ');
};

function assumptionsOn(
  survey: Survey,
  roles: Mapping['roles'],
  recognised: readonly Recognised[],
  amount: Amount | undefined,
): string[] {
  const said: string[] = [];
  if (roles.orderId === undefined) said.push('No order id was found: each row counts as an order.');
  if (roles.amount === undefined && roles.discount !== undefined)
    said.push(
      `Amounts are quantity x price; "${survey.columns[roles.discount]?.header}" is not subtracted. ` +
        'Export an amount column to count discounts.',
    );
  for (const c of survey.columns)
    if (c.pointsAreThousands && recognised.some(r => r.column === c.index))
      said.push(`Points in "${c.header}" were read as thousands: 1.250 is 1250.`);
  if (amount?.isOfTheOrder)
    said.push(
      `"${amount.column.header}" is the order's total, the same on each of its lines: it is counted once ` +
        'for each order.',
    );
  return said;
}

/** Columns that say how much of a sale was paid back, beside the sale. */
const refundColumns = (survey: Survey): string[] =>
  survey.columns
    .filter(c => /\brefund/.test(c.name) && numberShare(c) >= 0.9 && c.max > 0)
    .map(
      c =>
        `"${c.header}" is not subtracted. Export net amounts, or refunds as rows of their own, to count it.`,
    );

function dateAssumptions({ column: date, reading: { orders, reasons, assumed } }: DateChoice): string[] {
  const used = DATE_ORDERS.filter(order => Object.values(orders).includes(order));
  const shown = used.map(order => ({ mdy: 'M/D', dmy: 'D/M', ymd: 'Y/M/D' })[order]).join(' and ');
  if (assumed)
    return [`Dates in "${date.header}" fit both D/M and M/D; read as ${shown} (setting DATE_ORDER).`];
  return reasons.length === 0
    ? []
    : [`Dates in "${date.header}" fit both D/M and M/D; read as ${shown}, since ${reasons.join(' and ')}.`];
}
