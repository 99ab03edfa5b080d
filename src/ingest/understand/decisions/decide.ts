import type { DateOrder } from '../../../core/calendar/written-dates.js';
import { DATE_ORDERS } from '../../../core/calendar/written-dates.js';
import type { ColumnRoles } from '../column-roles.js';
import type { IdOfOrders } from '../customers/id-of-orders.js';
import type { DateChoice } from '../dates/choose-date.js';
import type { MappingSettings } from '../mapping.js';
import type { MoneyChoice, MoneyRival, OpenDiscount } from '../money/money-choice.js';
import type { RoleKey } from '../roles.js';
import type { ColumnSurvey } from '../survey.js';
import type { ColumnIs, Decision, How, Reading } from './decision.js';
import { decideOrders, type OrderEvidence } from './orders.js';

/** What was found out about a file. */
export interface Evidence {
  readonly roles: ColumnRoles;
  readonly settings: Pick<MappingSettings, 'isDateOrderSet' | 'saidDateOrder' | 'hasTotals'>;
  readonly money: MoneyChoice;
  readonly when: DateChoice;
  readonly orders: OrderEvidence;
  readonly idOfOrders?: IdOfOrders;
}

/** Everything that was decided about a file, with how sure it is and what else it may have been. */
export function decisionsOf({ roles, settings, money, when, orders, idOfOrders }: Evidence): Decision[] {
  return [
    ...totals(roles, settings),
    amount(roles, money),
    ...discount(roles, money),
    ...places(roles, money),
    date(roles, when),
    ...dayAndMonth(when, settings),
    decideOrders(roles, orders),
    idOfOrders ? emailOrId(idOfOrders) : people(roles),
    product(roles),
  ];
}

/** A reading in which a column is one thing. */
export const columnReading = (column: ColumnSurvey, field: string, reason: string, how?: How): Reading => ({
  how: how ?? { kind: 'column' },
  columns: [column.header],
  maps: [{ column: column.index, field }],
  reason,
});

/** Whether rows that come to as much as others are their totals, where that may be chance. */
function totals({ survey }: ColumnRoles, { hasTotals }: Evidence['settings']): Decision[] {
  if (!survey.totals?.isOpen || hasTotals !== undefined) return [];
  const { measure, rows, example } = survey.totals;
  const reading = (kind: 'totalsOut' | 'allSales', field: string, reason: string): Reading => ({
    how: { kind, rows: rows.size, example },
    columns: [measure.header],
    maps: [{ column: measure.index, field }],
    reason,
  });
  return [
    {
      kind: 'totals',
      confidence: UNTOLD,
      chosen: reading('totalsOut', 'amountWithTotals', 'they come to what other rows add up to'),
      others: [reading('allSales', 'everyAmount', 'that may be chance')],
    },
  ];
}

const NOTHING = (reason: string): Reading => ({ how: { kind: 'nothing' }, columns: [], maps: [], reason });

function amount({ survey }: ColumnRoles, { money, reason, confidence, rivals }: MoneyChoice): Decision {
  const { base } = money;
  const columns = base.kind === 'product' ? [base.quantity, base.price] : [money.orderNet ?? base.column];
  const chosen = { columns: columns.flatMap(i => survey.columns[i] ?? []), reason };
  const all = [chosen, ...rivals];
  return {
    kind: 'amount',
    confidence,
    chosen: moneyReading(chosen, all),
    others: rivals.map(rival => moneyReading(rival, all)),
  };
}

/** Quantity x price is the revenue only if the columns that may be amounts are not. */
function moneyReading({ columns, reason }: MoneyRival, all: readonly MoneyRival[]): Reading {
  const [first, second] = columns;
  if (!first || !second) return first ? columnReading(first, 'amount', reason) : NOTHING(reason);
  const others = all.flatMap(other => (other.columns.length === 1 ? other.columns : []));
  const ignored = others.filter(c => !columns.includes(c));
  const maps: ColumnIs[] = [
    { column: first.index, field: 'quantity' },
    { column: second.index, field: 'unitPrice' },
    ...ignored.map(c => ({ column: c.index, field: 'ignore' })),
  ];
  return { how: { kind: 'product' }, columns: [first.header, second.header], maps, reason };
}

function discount({ survey }: ColumnRoles, { money, leftDiscount, openDiscount }: MoneyChoice): Decision[] {
  if (openDiscount) return [openReadings(openDiscount)];
  if (!leftDiscount || money.base.kind !== 'amount') return [];
  const { column, confidence } = leftDiscount;
  const amountHeader = survey.columns[money.base.column]?.header ?? '';
  const reading = (kind: 'subtracted' | 'notSubtracted', field: string, reason: string): Reading => ({
    ...columnReading(column, field, reason, { kind }),
    columns: [column.header, amountHeader],
  });
  return [
    {
      kind: 'discount',
      confidence,
      chosen: reading('notSubtracted', 'ignore', 'nothing shows that the amount is before discounts'),
      others: [reading('subtracted', 'discount', `named "${column.header}"`)],
    },
  ];
}

/** Nothing tells whether a discount is of each line or of the whole order, or whether it is in percent. */
function openReadings({ column, per, isPerOpen, isUnitOpen }: OpenDiscount): Decision {
  const reading = (kind: 'ofLines' | 'ofOrder' | 'inMoney' | 'inPercent', field: string, reason: string) =>
    columnReading(column, field, reason, { kind });
  const ofLines = reading('ofLines', 'discount', 'it stands on each line');
  const ofOrder = reading('ofOrder', 'orderDiscount', 'it is the same on all lines of an order');
  const inMoney = reading('inMoney', 'discount', `"${column.header}" does not say percent`);
  const inPercent = reading('inPercent', 'percentDiscount', 'its values are those of rates');
  const perEach = per === 'order' ? [ofOrder, ofLines] : [ofLines, ofOrder];
  const all = [...(isPerOpen ? perEach : [inMoney]), ...(isUnitOpen ? [inPercent] : [])];
  return { kind: 'discount', confidence: UNTOLD, chosen: all[0] as Reading, others: all.slice(1) };
}

/** Whether taxes, shipping and tips are in the amount, where only names tell. */
function places({ survey }: ColumnRoles, { money: { base }, openPlaces = [] }: MoneyChoice): Decision[] {
  const amount = survey.columns[base.kind === 'amount' ? base.column : base.price]?.header ?? '';
  return PLACED.flatMap((kind): Decision[] => {
    const open = openPlaces.filter(p => p.what === kind);
    const [first] = open;
    if (!first) return [];
    const reading = (isIn: boolean, reason: string): Reading => ({
      how: { kind: isIn ? 'included' : 'onTop' },
      columns: [first.column.header, amount],
      maps: open.map(({ column }) => ({ column: column.index, field: isIn ? 'included' : 'onTop' })),
      reason,
    });
    const [chosen, other] = [first.isIn, !first.isIn].map(isIn => reading(isIn, `named "${amount}"`));
    return chosen && other ? [{ kind, confidence: UNTOLD, chosen, others: [other] }] : [];
  });
}
const PLACED = ['tax', 'shipping', 'tip'] as const;

function date(roles: ColumnRoles, when: DateChoice): Decision {
  const { column, reason, rules, alternatives } = when;
  // A date that several columns make up is read where no other column is one.
  const others = alternatives.filter(a => !a.isOfParts);
  const maps = rules.parts
    ? others.map(a => ({ column: a.column.index, field: 'ignore' }))
    : [{ column: column.index, field: 'date' }];
  return {
    kind: 'date',
    confidence: roles.isSaid('date') ? 1 : when.confidence,
    chosen: { ...columnReading(column, 'date', reason), maps },
    others: others.map(a => ({ ...columnReading(a.column, 'date', a.reason), against: a.against })),
  };
}

const FIELDS: Readonly<Record<DateOrder, string>> = { dmy: 'dateDmy', mdy: 'dateMdy', ymd: 'dateYmd' };
/** Confidence where the rows' order, other columns or the shop's setting tell day and month. */
const TOLD = 0.9;
/** Nothing tells: any of the orders is as likely. */
const UNTOLD = 0.45;

function dayAndMonth(
  { column, reading, rules }: DateChoice,
  { isDateOrderSet, saidDateOrder }: Evidence['settings'],
): Decision[] {
  if (rules.parts || (!reading.assumed && reading.reasons.length === 0)) return [];
  const current = Object.values(reading.orders).find(order => DATE_ORDERS.includes(order)) ?? 'mdy';
  const possible = DATE_ORDERS.filter(
    o => column.dates.reading(o, { said: o }).share >= reading.share - 1e-9,
  );
  const readingOf = (order: DateOrder, reason: string) =>
    columnReading(column, FIELDS[order], reason, { kind: 'dateOrder', order });
  const reason = reading.assumed
    ? isDateOrderSet
      ? 'DATE_ORDER says so'
      : 'nothing in the file tells'
    : reading.reasons.join(' and ');
  const isTold = isDateOrderSet || !reading.assumed;
  return [
    {
      kind: 'dayAndMonth',
      confidence: saidDateOrder ? 1 : isTold ? TOLD : UNTOLD,
      chosen: readingOf(current, reason),
      others: possible.filter(o => o !== current).map(o => readingOf(o, 'its dates can be read so, too')),
    },
  ];
}

/** The columns that tell customers apart, the likeliest first. */
const OF_CUSTOMERS: readonly RoleKey[] = ['customerId', 'email', 'customerName'];

/** An id that is new for each order hardly tells customers apart, where e-mails come again. */
function emailOrId({ id, email, isCertain }: IdOfOrders): Decision {
  const byEmail = columnReading(email, 'email', `"${id.header}" is new for each order`);
  return {
    kind: 'customer',
    confidence: isCertain ? TOLD : UNTOLD,
    chosen: { ...byEmail, maps: [...byEmail.maps, { column: id.index, field: 'ignore' }] },
    others: [columnReading(id, 'customerId', `named "${id.header}"`)],
  };
}

const people = (roles: ColumnRoles): Decision => ofRoles('customer', roles, OF_CUSTOMERS);
const product = (roles: ColumnRoles): Decision => ofRoles('product', roles, ['productId', 'productName']);

function ofRoles(kind: 'customer' | 'product', roles: ColumnRoles, keys: readonly RoleKey[]): Decision {
  const taken = keys.flatMap(key => {
    const found = roles.recognised.find(r => r.role === key);
    const column = roles.column(key);
    return found && column
      ? [{ reading: columnReading(column, key, found.reason), confidence: found.confidence }]
      : [];
  });
  const [first, ...others] = taken;
  return {
    kind,
    confidence: first?.confidence ?? 0.9,
    chosen: first?.reading ?? NOTHING(`no column is named like a ${kind}`),
    others: others.map(o => o.reading),
  };
}
