import { type Day, isoOf } from '../../core/calendar/days.js';
import type { DateOrder, DateOrders } from '../../core/calendar/written-dates.js';
import type { Recognised } from './mapping.js';
import type { ColumnMap } from './overrides.js';
import { headerNames } from './role.js';
import { ROLES } from './roles.js';
import { type ColumnSurvey, decimalMark, numberShare, type Survey } from './survey.js';

/** What a file of customer summaries says of each customer. */
export type SummaryField = 'total' | 'orders' | 'daysSince' | 'lastOrder' | 'age' | 'average';

/** How the columns of a file of customer summaries are read. */
export interface SummaryMapping {
  readonly customer: { readonly id?: number; readonly name?: number; readonly email?: number };
  readonly fields: Partial<Record<SummaryField, number>>;
  /** Days in a unit of `daysSince` and `age`. */
  readonly unit: number;
  /**
   * Orders are the repeat ones, so that one is to be added; recency runs from the first order to the last.
   */
  readonly isRepeat: boolean;
  readonly dateOrders: DateOrders;
  readonly decimalMarks: Readonly<Record<number, '.' | ','>>;
  readonly recognised: readonly Recognised[];
  readonly assumptions: readonly string[];
}

const NAMES: Readonly<Record<Exclude<SummaryField, 'age'>, readonly string[]>> = {
  total: headerNames(
    `total spent, customer total, monetary, monetary value, total spend, lifetime value, ltv, clv,
    customer lifetime value, total revenue, total sales, lifetime spend, total amount, amount spent, revenue,
    amount, sales, spend, total, umsatz, gesamtumsatz, umsatz gesamt, montant total, ca, total gastado,
    gasto total, total gasto`,
  ),
  orders: headerNames(
    `orders, total orders, order count, orders count, number of orders, transaction count, transactions,
    frequency, customer volume, purchases, purchase count, number of purchases, num orders, no of orders,
    invoices, invoice count, lifetime orders, visits, bestellungen, anzahl bestellungen, nombre de commandes,
    commandes, pedidos, numero de pedidos`,
  ),
  daysSince: headerNames(
    `days since last, days since last order, days since last purchase, recency, recency days, days since,
    last purchase days ago, days since purchase, tage seit letzter bestellung, jours depuis derniere commande,
    dias desde ultima compra, dias desde ultimo pedido`,
  ),
  lastOrder: headerNames(
    `last order, last order date, last purchase, last purchase date, last order at, last ordered at,
    most recent order, latest order date, last transaction date, date of last order, last visit,
    letzte bestellung, letzter kauf, derniere commande, date derniere commande, ultima compra, ultimo pedido,
    fecha ultima compra, fecha ultimo pedido, data ultima compra, data ultimo pedido`,
  ),
  average: headerNames(
    `customer average, average order value, aov, average order, mean invoice, avg order value, average spend`,
  ),
};

/**
 * Recognises a file with one row a customer: what they spent, how many orders, and when the last one was.
 * @returns undefined where the file is something else
 */
export function recogniseSummary(
  survey: Survey,
  settings: { readonly dateOrder: DateOrder; readonly map: ColumnMap },
  today: Day,
): SummaryMapping | undefined {
  if (settings.map.size > 0) return undefined;
  const find = (names: readonly string[], fits: (c: ColumnSurvey) => boolean) => {
    for (const name of names) {
      const column = survey.columns.find(c => c.name === name && c.filled > 0 && fits(c));
      if (column) return column;
    }
    return undefined;
  };
  const isNumber = (c: ColumnSurvey) => numberShare(c) >= 0.9;
  const named = (role: string) => ROLES.find(r => r.key === role)?.names ?? [];
  // What an order line has and a customer has not.
  const others = ['orderId', 'quantity', 'unitPrice', 'productId', 'productName', 'date'];
  const ofLines = (role: string) => named(role).filter(name => name !== 'id');
  if (others.some(role => find(ofLines(role), () => true))) return undefined;
  const orders = find(NAMES.orders, isNumber);
  const daysSince = find(NAMES.daysSince, isNumber);
  const lastOrder = find(NAMES.lastOrder, c => c.dates.read >= c.filled * 0.8);
  const lifetime = survey.columns.find(c => c.name === 't' && isNumber(c));
  const total = find(NAMES.total, isNumber);
  const id = find([...named('customerId'), 'id'], () => true);
  const name = find(named('customerName'), c => !isNumber(c));
  const email = find(named('email'), c => c.emails > 0);
  const customer = id ?? email ?? name;
  if (!customer || !orders || !(daysSince || lastOrder) || !isOnce(survey, customer)) return undefined;
  if (!total && !lifetime) return undefined;
  const isRepeat = lifetime !== undefined && daysSince !== undefined && orders.name === 'frequency';
  // Whole numbers are days; statistics of repeat buying are kept in weeks, with decimals.
  const isWeeks = isRepeat && daysSince.integers < daysSince.numbers;
  const reading = lastOrder?.dates.reading(settings.dateOrder);
  const average = find(NAMES.average, isNumber);
  const fields = { total, orders, daysSince, lastOrder, age: isRepeat ? lifetime : undefined, average };
  return {
    customer: { id: id?.index, name: name?.index, email: email?.index },
    fields: Object.fromEntries(
      Object.entries(fields).flatMap(([field, column]) => (column ? [[field, column.index]] : [])),
    ),
    unit: isWeeks ? 7 : 1,
    isRepeat,
    dateOrders: reading?.orders ?? {},
    decimalMarks: Object.fromEntries(survey.columns.map(c => [c.index, decimalMark(c)])),
    recognised: [
      ...(id ? [['customerId', id] as const] : []),
      ...(name ? [['customerName', name] as const] : []),
      ...(email ? [['email', email] as const] : []),
      ...Object.entries(fields).flatMap(([field, c]) => (c ? [[field, c] as const] : [])),
    ].map(([role, c]) => ({
      column: c.index,
      header: c.header,
      role,
      confidence: 0.9,
      reason: `named "${c.header}", one row for each customer`,
    })),
    assumptions: summarySaid(
      { orders, daysSince, lastOrder, lifetime, total },
      isWeeks,
      reading?.assumed,
      today,
    ),
  };
}

/** The columns of a file of customer summaries, as far as it has them. */
interface SummaryColumns {
  readonly orders: ColumnSurvey;
  readonly daysSince: ColumnSurvey | undefined;
  readonly lastOrder: ColumnSurvey | undefined;
  /** The age of the customer's first order, in a file of repeat orders. */
  readonly lifetime: ColumnSurvey | undefined;
  readonly total: ColumnSurvey | undefined;
}

/** What had to be assumed of a file of customer summaries, in sentences for the person. */
function summarySaid(
  { orders, daysSince, lastOrder, lifetime, total }: SummaryColumns,
  isWeeks: boolean,
  isOrderAssumed: boolean | undefined,
  today: Day,
): string[] {
  const isRepeat = lifetime !== undefined && daysSince !== undefined && orders.name === 'frequency';
  return [
    'The file has one row for each customer, so it is used for segments only.',
    ...(daysSince && !lastOrder ? [`"${daysSince.header}" was counted back from ${isoOf(today)}.`] : []),
    ...(isRepeat
      ? [
          `"${orders.header}" counts repeat orders, and "${daysSince.header}" and "${lifetime.header}" ` +
            `${isWeeks ? 'weeks' : 'days'} since the first one.`,
        ]
      : []),
    ...(!total ? ['The file has no money: what customers spent is 0, and says nothing.'] : []),
    ...(isOrderAssumed ? ['Dates fit both D/M and M/D (setting DATE_ORDER).'] : []),
  ];
}

/** Whether the first rows name each customer once. */
function isOnce(survey: Survey, customer: ColumnSurvey): boolean {
  const seen = survey.first.map(row => (row[customer.index] ?? '').trim()).filter(v => v !== '');
  return seen.length >= survey.first.length * 0.95 && new Set(seen).size >= seen.length * 0.99;
}
