import { assumptionsOf } from './assumptions.js';
import { findByContent, type Guess } from './by-content.js';
import { customerColumns, isCalledCustomerId } from './customers/customer-columns.js';
import { nobodyIn } from './customers/nobody.js';
import { demandDate, demandMoney } from './demand.js';
import { findDimensions } from './dimension-columns.js';
import type { Mapping, MappingSettings, Recognised } from './mapping.js';
import { chooseMoney, type MoneyChoice } from './money/choose.js';
import { figuresOf } from './money/figures.js';
import type { Money } from './money/money.js';
import { onlyMoney } from './money/only-money.js';
import { findPricing } from './money/products.js';
import { groupOrders } from './orders/first-rows.js';
import { isLineNumber } from './orders/line-number.js';
import { findOrderNumber, isFirstRowOnly } from './orders/order-number.js';
import { findRestarts } from './orders/restarts.js';
import { moneyOf, profilesOf, rolesOf, rulesOf } from './profiles/find-profile.js';
import type { Profile } from './profiles/profile.js';
import { nameOf, ProfileFile } from './profiles/profile-file.js';
import { returnsOf } from './returns.js';
import { ROLES, type Role, type RoleKey } from './roles.js';
import { findRowRules, totalsRules } from './rows/find-rules.js';
import type { RowRule } from './rows/row-rules.js';
import { Sample } from './sample.js';
import { type ColumnSurvey, cellText, decimalMark, numberShare, type Survey } from './survey.js';

/** Roles whose columns are picked by more than their name. */
const BY_VALUES: ReadonlySet<RoleKey> = new Set([
  'orderId',
  'quantity',
  'unitPrice',
  'amount',
  'discount',
  'cost',
  'profit',
  'transactionType',
]);

/** What columns are, as far as it was decided. */
class Roles {
  readonly byKey: Partial<Record<RoleKey, number>> = {};
  readonly recognised: Recognised[] = [];

  constructor(
    readonly survey: Survey,
    readonly map: MappingSettings['map'],
  ) {
    for (const [index, field] of map) {
      const column = survey.columns[index];
      const role = ROLES.find(r => r.key === field);
      if (column && role) this.take(role.key, column, 1, 'you said so');
    }
  }

  take(role: RoleKey, column: ColumnSurvey, confidence: number, reason: string): void {
    if (this.byKey[role] !== undefined) return;
    this.byKey[role] = column.index;
    this.recognised.push({ column: column.index, header: column.header, role, confidence, reason });
  }

  untake(role: RoleKey): void {
    delete this.byKey[role];
    const at = this.recognised.findIndex(r => r.role === role);
    if (at >= 0) this.recognised.splice(at, 1);
  }

  column(role: RoleKey): ColumnSurvey | undefined {
    return this.survey.columns[this.byKey[role] ?? -1];
  }

  isSaid(role: RoleKey): boolean {
    return this.map.get(this.byKey[role] ?? -1) === role;
  }

  free(): ColumnSurvey[] {
    return this.survey.columns.filter(
      c => !this.map.has(c.index) && !this.recognised.some(r => r.column === c.index),
    );
  }
}

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

/** @returns undefined where the file has the profile's headers, but not its sums */
function interpret(
  file: string,
  survey: Survey,
  settings: MappingSettings,
  profile?: Profile,
): Mapping | undefined {
  const sample = new Sample(survey);
  const roles = new Roles(survey, settings.map);
  if (profile) takeByProfile(roles, profile);
  takeByName(roles, profile);
  const dateGuess = findByContent(survey, roles.byKey, () => roles.free()).filter(
    g => g.role === 'date' || g.role === 'email',
  );
  for (const { role, column, confidence, reason } of dateGuess) roles.take(role, column, confidence, reason);
  const date = demandDate(file, survey, roles.column('date'));
  const reading = date.dates.reading(settings.dateOrder);
  const orders = takeOrders(sample, roles, profile);
  const known = profile && new ProfileFile(sample, orders);
  const taken = profile && known ? moneyOfProfile(profile, known) : takeMoney(file, sample, roles, orders);
  if (!taken) return undefined;
  const { choice, guesses } = taken;
  const amountColumn =
    choice.money.base.kind === 'amount'
      ? survey.columns[choice.money.base.column]
      : survey.columns[choice.money.base.quantity];
  const amounts = amountColumn ? sample.numbers(amountColumn) : [];
  const isNegative = (i: number) => (amounts[i] ?? 0) < 0;

  const kinds = roles.column('transactionType') ?? bestByName(roleOf('transactionType'), roles.free());
  const returns = returnsOf(survey, roles.byKey, kinds);
  if (returns.types && kinds)
    roles.take('transactionType', kinds, 0.85, `named "${kinds.header}", with sales and refunds in it`);
  const ruled = survey.columns.filter(
    c =>
      settings.map.get(c.index) !== 'ignore' &&
      !['amount', 'quantity', 'unitPrice', 'date', 'orderId'].some(
        r => roles.byKey[r as RoleKey] === c.index,
      ),
  );
  const rowRules: RowRule[] = [
    ...totalsRules(survey.columns.filter(c => c !== roles.column('orderId') && c.dates.read < c.filled / 2)),
    ...findRowRules(
      sample,
      ruled.filter(c => !returns.types || c !== kinds),
      isNegative,
    ),
  ];
  if (profile && known) rowRules.unshift(...rulesOf(profile.rows ?? [], known));
  const order = roles.column('orderId');
  const restarts = order
    ? findRestarts(sample, order, date, reading.orders, isNegative)
    : { withDay: false, withColumns: [] };
  const customers = {
    id: roles.column('customerId'),
    email: roles.column('email'),
    name: roles.column('customerName'),
  };
  const customerParts = [customers.id, customers.email, customers.name].flatMap(c => (c ? [c] : []));
  const { money } = choice;
  return {
    roles: roles.byKey,
    dateOrders: reading.orders,
    money,
    order: {
      column: order?.index,
      withDay: restarts.withDay,
      withColumns: restarts.withColumns.map(c => c.index),
    },
    rowRules,
    fromFirstRow: orders.fromFirstRow.filter(c => !ofTheLine(money).includes(c)),
    returns,
    nobody: new Set([...nobodyIn(customerParts), ...(profile?.nobody ?? [])]),
    customerColumns: customerColumns(sample, customers),
    decimalMarks: Object.fromEntries(survey.columns.map(c => [c.index, decimalMark(c)])),
    dimensions: findDimensions(survey, roles.byKey, withIgnored(settings, profile, survey)),
    recognised: roles.recognised.sort((a, b) => a.column - b.column),
    assumptions: assumptionsOf({
      survey,
      roles: roles.byKey,
      recognised: roles.recognised,
      guesses: [...dateGuess, ...guesses],
      money: choice,
      returns,
      date,
      reading,
      restarts: { ...restarts, order },
      fromFirstRow: orders.fromFirstRow,
    }),
    ...(profile && { profile: profile.name }),
  };
}

/** The settings, with the columns ignored that a known export has for itself. */
function withIgnored(
  settings: MappingSettings,
  profile: Profile | undefined,
  { columns }: Survey,
): MappingSettings {
  const ignored = new Set(profile?.ignore?.map(nameOf));
  const own = columns.filter(c => ignored.has(c.name) && !settings.map.has(c.index));
  return { ...settings, map: new Map([...settings.map, ...own.map(c => [c.index, 'ignore'] as const)]) };
}

const roleOf = (key: RoleKey): Role => ROLES.find(r => r.key === key) as Role;

/** The columns that say something of the line, whatever else is blank on it. */
function ofTheLine({ base, parts }: Money): number[] {
  const own =
    base.kind === 'product' ? [base.quantity, base.price] : base.per === 'line' ? [base.column] : [];
  return [...own, ...parts.filter(p => p.per === 'line').map(p => p.column)];
}

function takeByProfile(roles: Roles, profile: Profile): void {
  for (const [role, column] of rolesOf(profile, roles.survey))
    if (column && !roles.map.has(column.index)) roles.take(role as RoleKey, column, 0.99, `${profile.name}`);
}

/** The money of a known export; undefined where its sums do not hold. */
function moneyOfProfile(
  profile: Profile,
  file: ProfileFile,
): { choice: MoneyChoice; guesses: Guess[] } | undefined {
  const written = profile.money(file);
  const money = written && moneyOf(file, written);
  if (!written || !money) return undefined;
  const choice = { money, taken: [], assumptions: written.says ?? [], confidence: 0.99, others: [] };
  return { choice, guesses: [] };
}

function takeByName(roles: Roles, profile: Profile | undefined): void {
  for (const role of ROLES) {
    if (BY_VALUES.has(role.key) || roles.byKey[role.key] !== undefined) continue;
    if (profile && role.key in profile.roles) continue;
    if (role.key === 'customerName' && roles.byKey.customerId === undefined) {
      const id = roles.free().find(c => c.filled > 0 && isCalledCustomerId(c));
      if (id) roles.take('customerId', id, 0.9, `named "${id.header}"`);
    }
    const column = bestByName(role, roles.free());
    if (column) roles.take(role.key, column, 0.95, `named "${column.header}"`);
  }
}

/** The order's number, the line's number, and the rows of each order. */
function takeOrders(sample: Sample, roles: Roles, profile: Profile | undefined) {
  const { survey } = sample;
  const known = [
    roles.column('date'),
    roles.column('customerId') ?? roles.column('email') ?? roles.column('customerName'),
  ].flatMap(c => (c ? [c] : []));
  const said = roles.column('orderId');
  const isOfProfile = profile !== undefined && 'orderId' in profile.roles;
  // A reference that is different on each row beside an order's number is no product.
  const product = roles.column('productId');
  const number = said
    ? {
        column: said,
        confidence: 1,
        reason: 'you said so',
        isOnFirstRow: isFirstRowOnly(sample, said, known),
      }
    : isOfProfile
      ? undefined
      : findOrderNumber(
          sample,
          [...roles.free(), ...(product && !roles.isSaid('productId') ? [product] : [])],
          known,
        );
  if (number) {
    if (number.column === product) roles.untake('productId');
    roles.take('orderId', number.column, number.confidence, number.reason);
  }
  if (product && number && number.column !== product && isReferenceOfOrders(survey, product, roles))
    roles.untake('productId');
  if (
    roles.byKey.lineNumber !== undefined &&
    !roles.isSaid('lineNumber') &&
    !isLineNumber(sample, roles.byKey)
  )
    roles.untake('lineNumber');
  const numbering = roles.byKey.lineNumber === undefined ? [] : [roles.byKey.lineNumber];
  const texts = number ? sample.texts(number.column) : [];
  return groupOrders(sample, number, i => texts[i] ?? '', numbering);
}

/** `reference` and the like mean an order's as often as an article's; an article comes again. */
const isReferenceOfOrders = (survey: Survey, product: ColumnSurvey, roles: Roles): boolean =>
  /^(ref|reference|referencia|item id)$/.test(product.name) &&
  roles.byKey.productName === undefined &&
  product.distinct.size >= Math.min(survey.rows, 500);

/** Amazon's "item-price" is of the whole line. */
function amazonPrices({ columns }: Survey, { map }: Roles): ReadonlyMap<number, string> {
  const price = columns.find(c => c.name === 'item price');
  if (!price || map.has(price.index) || !columns.some(c => c.name === 'amazon order id')) return map;
  return new Map([...map, [price.index, 'amount']]);
}

/** Quantity, price, amount, and what is beside them. */
function takeMoney(file: string, sample: Sample, roles: Roles, orders: ReturnType<typeof takeOrders>) {
  const { survey, rows: _ } = sample;
  const columns = survey.columns.filter(
    c =>
      !['ignore', 'dimension'].includes(roles.map.get(c.index) ?? '') &&
      !roles.recognised.some(r => r.column === c.index && !BY_VALUES.has(r.role as RoleKey)) &&
      c !== roles.column('orderId'),
  );
  const figures = figuresOf(sample, columns, orders, amazonPrices(survey, roles));
  const guesses = findByContent(survey, roles.byKey, () => roles.free()).filter(
    g => g.role !== 'date' && g.role !== 'email',
  );
  const pricing = findPricing(sample, figures);
  const looksLikeMoney = (c: ColumnSurvey) =>
    c.moneyLike >= c.tested.count * 0.3 && c.distinct.size > 1 && numberShare(c) >= 0.95;
  const choice = chooseMoney(
    figures,
    pricing,
    {
      amount: roles.isSaid('amount') ? roles.byKey.amount : undefined,
      discount: roles.isSaid('discount') ? roles.byKey.discount : undefined,
    },
    looksLikeMoney,
  );
  const sure: MoneyChoice = demandMoney(file, survey, choice, () => onlyMoney(figures));
  for (const { role, column, confidence, reason } of sure.taken) roles.take(role, column, confidence, reason);
  for (const part of sure.money.parts) {
    const column = survey.columns[part.column];
    if (part.what === 'cost' && column) roles.take('cost', column, 0.9, `named "${column.header}"`);
  }
  const profit = figures.find(f => f.kind === 'profit');
  if (profit) roles.take('profit', profit.column, 0.9, `named "${profit.column.header}"`);
  for (const { role, column, confidence, reason } of guesses)
    if (role === 'customerId' || (role === 'quantity' && sure.money.base.kind === 'amount'))
      roles.take(role, column, confidence, reason);
  return { choice: sure, guesses: guesses.filter(g => roles.byKey[g.role] === g.column.index) };
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
  if (role.content === 'number') return numberShare(column) >= 0.9;
  if (role.content === 'date') return dateShare(column) >= 0.8;
  if (role.content === 'text') return numberShare(column) < 0.9;
  return true;
}

export const isFilled = (row: readonly string[] | undefined, column: number): boolean =>
  cellText(row?.[column]) !== '';
