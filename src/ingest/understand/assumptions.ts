import { DATE_ORDERS } from '../../core/calendar/written-dates.js';
import type { Guess } from './by-content.js';
import type { DateChoice } from './dates/choose-date.js';
import type { Mapping, Recognised } from './mapping.js';
import type { Money } from './money/money.js';
import type { MoneyChoice } from './money/money-choice.js';
import { PIECES_IN_PACK } from './money/unit-names.js';
import type { CreditNotes } from './orders/credit-notes.js';
import { type PeriodTotals, periodTotalsSaid } from './orders/period-totals.js';
import type { Restarts } from './orders/restarts.js';
import { repeatedRowsSaid } from './repeated-rows.js';
import { ROLES, type RoleKey } from './roles.js';
import { numberedStatesSaid } from './rows/numbered-states.js';
import type { RowRule } from './rows/row-rules.js';
import { type ColumnSurvey, numberIn, type Survey } from './survey.js';

/** What was decided about a file. */
export interface Decided {
  readonly survey: Survey;
  readonly roles: Mapping['roles'];
  readonly recognised: readonly Recognised[];
  readonly guesses: readonly Guess[];
  readonly money: MoneyChoice;
  readonly credits: CreditNotes | undefined;
  readonly rowRules: readonly RowRule[];
  readonly when: DateChoice;
  readonly restarts: Restarts & { readonly order?: ColumnSurvey };
  readonly fromFirstRow: readonly number[];
  readonly totals?: PeriodTotals;
  /** Whether the file is a known export, whose states are known. */
  readonly isKnown: boolean;
}

/** What had to be assumed, and what the file's figures leave out, in sentences for the person. */
export function assumptionsOf(decided: Decided): string[] {
  const { survey, roles, recognised, guesses, money, credits, restarts, fromFirstRow } = decided;
  const said = [
    ...guesses.filter(g => g.confidence < 0.8).map(guessed),
    ...(decided.totals ? [periodTotalsSaid(decided.totals)] : noOrderSaid(roles)),
    ...assumptionsOn(survey, recognised, money),
    ...repeatedRowsSaid(survey, roles, money.money),
    ...money.assumptions,
    ...restartsSaid(restarts),
    ...returnsSaid(survey, decided.rowRules),
    ...(decided.isKnown ? [] : numberedStatesSaid(survey)),
    ...(credits?.isSeen
      ? [`Orders whose id begins with ${credits.prefix} are credit notes, that is returns.`]
      : []),
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

const noOrderSaid = ({ orderId }: Mapping['roles']): string[] =>
  orderId === undefined ? ['No order id was found: each row counts as an order.'] : [];

const MONEY_ROLES: ReadonlySet<string> = new Set(['amount', 'unitPrice'] satisfies RoleKey[]);

/** Whether nothing in a column tells decimals from thousands: `12.250`, and never `12.25`. */
const mayBeThousands = (c: ColumnSurvey): boolean =>
  c.pointThousands > 0 && c.pointDecimals === 0 && !c.pointsAreDecimals;

/** That a price may be of one piece, where the file says how many pieces each box has. */
function packsSaid(survey: Survey, { base }: Money): string[] {
  const packs = survey.columns.filter(c => PIECES_IN_PACK.test(c.name) && c.numbers > 0);
  if (base.kind !== 'product' || survey.first.length < survey.rows) return [];
  const [quantity, price] = [survey.columns[base.quantity], survey.columns[base.price]];
  return packs.map(pack => {
    const sum = survey.first.reduce(
      (total, row) =>
        total + (numberIn(row, quantity) ?? 0) * (numberIn(row, price) ?? 0) * (numberIn(row, pack) ?? 1),
      0,
    );
    return (
      `"${price?.header}" was taken for the price of what "${quantity?.header}" counts. If it is per ` +
      `piece, of which "${pack.header}" says how many, all comes to ` +
      `${sum.toLocaleString('en-US')}: multiply ` +
      `"${quantity?.header}" by it in the file.`
    );
  });
}

/** What a column with such points adds up to in both readings, where all of the file was looked at. */
function sumsOf(survey: Survey, c: ColumnSurvey): string {
  if (survey.first.length < survey.rows) return '';
  const sum = survey.first.reduce((total, row) => total + (numberIn(row, c) ?? 0), 0);
  const whole = survey.first.reduce((total, row) => {
    const text = row[c.index] ?? '';
    return total + (numberIn(row, c) ?? 0) * (text.includes('.') ? 1000 : 1);
  }, 0);
  const shown = (value: number) => value.toLocaleString('en-US', { maximumFractionDigits: 3 });
  return `, and all of them ${shown(sum)}; with points between thousands they would be ${shown(whole)}`;
}

function assumptionsOn(
  survey: Survey,
  recognised: readonly Recognised[],
  { money, others }: MoneyChoice,
): string[] {
  const said: string[] = [];
  for (const c of survey.columns)
    if (c.pointsAreThousands && recognised.some(r => r.column === c.index))
      said.push(`Points in "${c.header}" were read as thousands: 1.250 is 1250.`);
    else if (mayBeThousands(c) && recognised.some(r => r.column === c.index && MONEY_ROLES.has(r.role)))
      said.push(
        `Each number with a point in "${c.header}" has three digits behind it, read as decimals: 1.250 is ` +
          `1.25${sumsOf(survey, c)}. If it is 1250, undo this ingest and take the points out of the file.`,
      );
  const { base, orderNet } = money;
  const header = (column: number) => `"${survey.columns[column]?.header}"`;
  said.push(...packsSaid(survey, money));
  if (base.kind === 'amount' && base.per === 'order')
    said.push(
      `${header(base.column)} is the order's total, the same on each of its lines: it is counted once ` +
        'for each order.',
    );
  if (orderNet !== undefined)
    said.push(
      `Lines are brought to add up to ${header(orderNet)}, what their order comes to after discounts.`,
    );
  const used = new Set(money.parts.map(p => p.column));
  const left = others.filter(c => !used.has(c.index) && c.index !== orderNet);
  if (left.length > 0) {
    const what =
      base.kind === 'amount' ? header(base.column) : `${header(base.quantity)} x ${header(base.price)}`;
    said.push(
      `Revenue is ${what}; ${listColumns(
        survey,
        left.map(c => c.index),
      )} ${left.length === 1 ? 'is' : 'are'} not used.`,
    );
  }
  return said;
}

/** Which rows are returns by the kind that a column says. */
const returnsSaid = (survey: Survey, rules: readonly RowRule[]): string[] =>
  rules.flatMap(({ kind, values, column }) =>
    kind === 'return' && values instanceof Set
      ? [`Rows whose "${survey.columns[column]?.header}" is ${[...values].join(' or ')} are returns.`]
      : [],
  );

/** That order numbers begin again, and what an order is then. */
const restartsSaid = ({ withDay, withColumns, order, example }: Decided['restarts']): string[] => {
  if (!order || (!withDay && withColumns.length === 0)) return [];
  const of = [...(withDay ? ['day'] : []), ...withColumns.map(c => `"${c.header}"`)].join(' and ');
  return [
    `Numbers in "${order.header}" begin again (${example} stands for several orders), so an order is ` +
      `its number and its ${of}.`,
  ];
};

function dateAssumptions({ column: date, reading: { orders, reasons, assumed } }: DateChoice): string[] {
  const used = DATE_ORDERS.filter(order => Object.values(orders).includes(order));
  const shown = used.map(order => ({ mdy: 'M/D', dmy: 'D/M', ymd: 'Y/M/D' })[order]).join(' and ');
  if (assumed)
    return [`Dates in "${date.header}" fit both D/M and M/D; read as ${shown} (setting DATE_ORDER).`];
  return reasons.length === 0
    ? []
    : [`Dates in "${date.header}" fit both D/M and M/D; read as ${shown}, since ${reasons.join(' and ')}.`];
}
