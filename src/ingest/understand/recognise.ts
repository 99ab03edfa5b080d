import { assumptionsOf } from './assumptions.js';
import { emailByContent, type Guess } from './by-content.js';
import { bestByName, ColumnRoles, takeByName, takeByProfile } from './column-roles.js';
import { takeBareName } from './customers/bare-name.js';
import { customersOf } from './customers/customers-of.js';
import { type IdOfOrders, idOfOrdersSaid } from './customers/id-of-orders.js';
import { chooseDate, type DateChoice } from './dates/choose-date.js';
import { decisionsOf } from './decisions/decide.js';
import { noDate } from './demand.js';
import { findDimensions } from './dimension-columns.js';
import { columnsLeftOut } from './left-out.js';
import type { Mapping, MappingSettings } from './mapping.js';
import { refuseStatement } from './money/account-statement.js';
import type { Values } from './money/equations.js';
import type { Money } from './money/money.js';
import type { MoneyChoice } from './money/money-choice.js';
import { moneyOfProfile, takeMoney } from './money/take-money.js';
import { creditNotes } from './orders/credit-notes.js';
import { findPeriodTotals, type PeriodTotals } from './orders/period-totals.js';
import { findRestarts, NO_RESTARTS, type Restarts } from './orders/restarts.js';
import { findSlips } from './orders/slips.js';
import { type TakenOrders, takeOrders } from './orders/take-orders.js';
import { profilesOf, rolesOf } from './profiles/find-profile.js';
import type { Profile } from './profiles/profile.js';
import { nameOf, ProfileFile } from './profiles/profile-file.js';
import { ROLES, type Role, type RoleKey } from './roles.js';
import type { RowKind, RowRule } from './rows/row-rules.js';
import { kindOfRow, rowRulesOf, takeKinds } from './rows/rules-of-file.js';
import { Sample } from './sample.js';
import { type ColumnSurvey, decimalMark, type Survey } from './survey.js';

/** Roles that a profile's money decides; what the person says of them is stronger. */
const MONEY_ROLES: ReadonlySet<string> = new Set(['amount', 'quantity', 'unitPrice', 'discount']);

/**
 * Decides what each column is: by what the person said, by what a known export says and its sums prove, by
 * what the values prove, and by name.
 * @throws IngestError where no date, or nothing that revenue follows from can be found
 */
export function recognise(file: string, survey: Survey, settings: MappingSettings): Mapping {
  const saysMoney = [...settings.map.values()].some(field => MONEY_ROLES.has(field));
  for (const profile of saysMoney ? [] : profilesOf(settings.profiles, survey)) {
    const mapping = interpret(file, survey, settings, profile);
    if (mapping) return mapping;
  }
  return interpret(file, survey, settings) as Mapping;
}

/** What was found out about a file, from its columns to the rows that are no sale. */
interface Found {
  readonly sample: Sample;
  readonly roles: ColumnRoles;
  readonly profile?: Profile;
  readonly currency?: Pick<Mapping, 'currency' | 'currencyColumn'>;
  readonly when: DateChoice;
  readonly orders: TakenOrders;
  readonly choice: MoneyChoice;
  /** Columns that were taken for what they hold. */
  readonly guesses: readonly Guess[];
  readonly rowRules: readonly RowRule[];
  /** Rows are totals of days, so that there are no orders. */
  readonly totals?: PeriodTotals;
  readonly restarts: Restarts;
  readonly isNegative: (row: number) => boolean;
}

/** @returns undefined where the file has the profile's headers, but not its sums */
function interpret(
  file: string,
  survey: Survey,
  settings: MappingSettings,
  profile?: Profile,
): Mapping | undefined {
  const found = findOut(file, survey, settings, profile);
  return found && mappingOf(found, settings);
}

/** Finds columns, dates, orders and money one after another: each helps to tell the next. */
function findOut(
  file: string,
  survey: Survey,
  settings: MappingSettings,
  profile?: Profile,
): Found | undefined {
  const sample = new Sample(survey);
  const currency = profile && currencyOfProfile(profile, survey);
  const converted = currency ? [] : settings.taken;
  const roles = new ColumnRoles(survey, settings.map, converted, settings.ignored);
  if (profile) takeByProfile(roles, profile);
  const named = takeNamed(roles, profile);
  const when = takeDate(file, roles, settings);
  const orders = takeOrders(sample, roles, profile);
  const known = profile && new ProfileFile(sample, orders, profile.otherNames);
  const taken =
    profile && known ? moneyOfProfile(profile, known) : takeMoney(file, sample, roles, orders, settings);
  if (!taken) return undefined;
  const { choice, guesses } = taken;
  if (profile && !isOfTaken(choice.money, converted)) return undefined;
  const amounts = amountsOf(sample, choice.money);
  const isNegative = (i: number) => (amounts[i] ?? 0) < 0;
  const rowRules = rowRulesOf(
    sample,
    roles,
    orders,
    amounts,
    profile && known && { profile, known },
    settings.hasTotals,
  );
  if (!profile) refuseStatement(file, sample, roles, amounts, rowRules);
  takeKinds(roles, rowRules);
  const totals = profile ? undefined : findPeriodTotals(sample, roles, when);
  if (totals) roles.untake('orderId');
  const restarts = restartsOf(sample, roles, when, settings, isNegative);
  const all = [...named, ...guesses];
  return {
    ...{ sample, roles, profile, currency, when, orders, choice, guesses: all },
    ...{ rowRules, totals, restarts, isNegative },
  };
}

/** How the file's rows become order lines, by what was found out. */
function mappingOf(found: Found, settings: MappingSettings): Mapping {
  const { sample, roles, profile, currency, when, orders, choice, rowRules, totals, restarts } = found;
  const { survey } = sample;
  const { money } = choice;
  const order = roles.column('orderId');
  const credits = creditNotes(sample, order);
  const customers = customersOf(sample, roles, profile);
  const quantities = roles.column('quantity')?.quantities;
  const columns = {
    money,
    order: { ...orderKey(order, restarts), ...(totals && { isOfPeriods: true as const }) },
    rowRules,
    ...customers.mapping,
    dimensions: findDimensions(survey, roles.byKey, withIgnored(settings, profile, survey), when, money),
    recognised: roles.recognised.sort((a, b) => a.column - b.column),
  };
  const decided = {
    ...{ survey, roles: roles.byKey, recognised: roles.recognised, guesses: found.guesses, money: choice },
    ...{ credits, rowRules, when, restarts: { ...restarts, order }, totals },
    fromFirstRow: orders.fromFirstRow,
    isKnown: profile !== undefined,
  };
  return {
    ...columns,
    leftOut: columnsLeftOut(roles, columns, when, choice.others),
    roles: roles.byKey,
    dateOrders: when.reading.orders,
    dates: when.rules,
    fromFirstRow: orders.fromFirstRow.filter(c => !ofTheLine(money).includes(c)),
    ...(credits && { creditPrefix: credits.prefix }),
    quantities,
    decimalMarks: Object.fromEntries(survey.columns.map(c => [c.index, decimalMark(c)])),
    decisions: decisionsOfFile(found, settings, customers.idOfOrders),
    assumptions: [
      ...idOfOrdersSaid(customers.idOfOrders),
      ...assumptionsOf(decided),
      ...(quantities?.assumptions ?? []),
    ],
    ...(profile && { profile: profile.name, ...currency }),
  };
}

/** What was decided, how sure it is, and what else it may have been. */
function decisionsOfFile(found: Found, settings: MappingSettings, idOfOrders: IdOfOrders | undefined) {
  const { sample, roles, when, choice, orders, restarts, rowRules, isNegative, profile } = found;
  return decisionsOf({
    ...{ roles, settings, money: choice, when, idOfOrders },
    orders: {
      ...{ sample, number: orders.number, restarts, when },
      isDaily: settings.isDaily ?? false,
      isKnown: profile !== undefined,
      isReturn: i => isNegative(i) || NOT_SOLD.has(kindOfRow(sample, rowRules, i) ?? ''),
    },
  });
}

/** Rows that have another day than the sale with their number, or are none: invoices beside their orders. */
const NOT_SOLD: ReadonlySet<string> = new Set(['return', 'notASale', 'total'] satisfies RowKind[]);

/** How the numbers of orders begin again: as the person said, else as they show. */
function restartsOf(
  sample: Sample,
  roles: ColumnRoles,
  when: DateChoice,
  settings: MappingSettings,
  isReturn: (row: number) => boolean,
): Restarts {
  const order = roles.column('orderId');
  if (!order) return NO_RESTARTS;
  if (settings.isDaily) return { withDay: true, withColumns: [], example: sample.texts(order)[0] };
  const line = roles.column('lineNumber');
  const found = findRestarts(sample, order, when.column, when.reading.orders, isReturn, line);
  if (found.withColumns.length > 0) return found;
  const customer = roles.column('customerId') ?? roles.column('email') ?? roles.column('customerName');
  const slips = findSlips(sample, order, when.column, customer ? [customer] : []);
  if (!slips || (found.withDay && !slips.place)) return found;
  const withColumns = slips.place ? [slips.place] : [];
  return { withDay: true, withColumns, example: sample.texts(order)[0] };
}

/** The columns that tell orders apart. */
const orderKey = (order: ColumnSurvey | undefined, { withDay, withColumns }: Restarts): Mapping['order'] => ({
  column: order?.index,
  withDay,
  withColumns: withColumns.map(c => c.index),
});

/** Takes the columns by their names, and the column whose values are e-mails where none is named so. */
function takeNamed(roles: ColumnRoles, profile: Profile | undefined) {
  takeByName(roles, profile);
  if (!profile) takeBareName(roles);
  // E-mails in a known export that has none of its customers are the shop's own.
  const mayBe = roles.byKey.email === undefined && profile?.roles.email !== null;
  const email = mayBe ? emailByContent(roles.free()) : undefined;
  if (!email) return [];
  roles.take(email.role, email.column, email.confidence, email.reason);
  return [email];
}

/**
 * Takes the column that says when a sale was.
 * @throws IngestError where there is none
 */
function takeDate(file: string, roles: ColumnRoles, settings: MappingSettings): DateChoice {
  const { survey, byKey } = roles;
  // An order has one date; the column named like its number is good enough to see that.
  const orderId = byKey.orderId ?? bestByName(roleOf('orderId'), roles.free())?.index;
  const when = chooseDate(survey, {
    ...settings,
    roles: { ...byKey, ...(orderId !== undefined && { orderId }) },
    columns: roles.free(),
    isHourKnown: settings.known.has('hour'),
  });
  if (!when || survey.rows === 0) throw noDate(file, survey);
  roles.take('date', when.column, when.confidence, when.reason);
  roles.use(when.used);
  return when;
}

/** The amounts of the sample's rows, or their quantities where quantity x price is the amount. */
function amountsOf(sample: Sample, { base }: Money): Values {
  const column = sample.survey.columns[base.kind === 'amount' ? base.column : base.quantity];
  return column ? sample.numbers(column) : [];
}

/** The currency of a known export's amounts, or the column that has it; undefined where it says neither. */
function currencyOfProfile(
  profile: Profile,
  survey: Survey,
): Pick<Mapping, 'currency' | 'currencyColumn'> | undefined {
  const { roles } = profile;
  const currency = profile.currency ?? profile.currencyOf?.(survey);
  if (currency !== undefined) return { currency };
  const column = roles.currency == null ? undefined : rolesOf(profile, survey).get('currency');
  return column ? { currencyColumn: column.index } : undefined;
}

/** Whether revenue follows from the amounts that the file has in one currency, where it has several. */
const isOfTaken = ({ base }: Money, taken: MappingSettings['taken']): boolean => {
  const amount = taken?.find(t => t.role === 'amount');
  return !amount || (base.kind === 'amount' && base.column === amount.column);
};

/** The settings, with the columns ignored that a known export has for itself. */
function withIgnored(
  settings: MappingSettings,
  profile: Profile | undefined,
  { columns }: Survey,
): MappingSettings {
  const names = profile?.ignore?.flatMap(header => [header, ...(profile.otherNames?.[header] ?? [])]);
  const ignored = new Set(names?.map(nameOf));
  const own = columns.filter(c => ignored.has(nameOf(c.header)) && !settings.map.has(c.index));
  return { ...settings, map: new Map([...settings.map, ...own.map(c => [c.index, 'ignore'] as const)]) };
}

const roleOf = (key: RoleKey): Role => ROLES.find(r => r.key === key) as Role;

/** The columns that say something of the line, whatever else is blank on it. */
function ofTheLine({ base, parts }: Money): number[] {
  const amounts = base.kind === 'amount' && base.per === 'line' ? [base.column, ...(base.instead ?? [])] : [];
  const own = base.kind === 'product' ? [base.quantity, base.price] : amounts;
  return [...own, ...parts.filter(p => p.per === 'line').map(p => p.column)];
}
