import type { Day } from '../../../core/calendar/days.js';
import { PERIOD } from '../../../core/calendar/written-dates.js';
import type { ColumnRoles } from '../column-roles.js';
import type { DateChoice } from '../dates/choose-date.js';
import { momentReader } from '../dates/moment-reader.js';
import type { RoleKey } from '../roles.js';
import type { Sample } from '../sample.js';
import { type ColumnSurvey, numberShare } from '../survey.js';

/** A file whose rows are totals of days, weeks or months: it has sales, and no orders. */
export interface PeriodTotals {
  /** The column that says how many orders, receipts or guests there were, and what it comes to. */
  readonly count?: { readonly column: ColumnSurvey; readonly sum: number };
}

/** What a row of a single sale has, and a total of a day has not. */
const OF_A_SALE: readonly RoleKey[] = [
  'customerId',
  'customerName',
  'email',
  'productId',
  'productName',
  'unitPrice',
  'lineNumber',
  'status',
  'transactionType',
];
/** What is counted where there are totals: sales, or people. */
const COUNTED =
  'orders|transactions|txns?|trans|tickets|receipts|checks|cheques|bills|guests|covers|customers|' +
  'clients|visitors|patrons|heads|pax|invoices|bons?|belege|kassenbons?|kassenbelege|kunden|gaste|' +
  'buchungen|transaktionen|verkaufe|bestellungen|rechnungen|commandes|couverts|passages|ventes|' +
  'factures|pedidos|comensales|clientes|operaciones|transacciones|facturas|vendas|cupons|taloes|' +
  'transacoes|atendimentos|scontrini|coperti|clienti|ordini|transazioni|ricevute|bonnen|klanten|' +
  'gasten|transacties|bestellingen|kvitton|kunder|gaster|kop|transaktioner|kvitteringer|paragony|' +
  'paragonow|klienci|transakcje|transakcji|uctenky|zakaznici|zakazniku|kuitit|asiakkaat|' +
  'чеков|чеки|客数|件数|客數';
/** What stands before it. */
const HOW_MANY =
  'no|number|num|n|nr|nb|nbre|nombre|numero|count|anzahl|antal|aantal|total|liczba|ilosc|pocet|qty|' +
  'lkm|cantidad|quantidade|qtd|sum|customer|sales|paid|completed';
const ONE = 'transaction|order|ticket|check|receipt|guest|customer|bill|cover|client|kunden|gaste|bon|beleg';
/** Names of a column that says how many sales there were: `Orders`, `Anzahl Bons`, `No. of guests`. */
const COUNT = new RegExp(
  `^(?:(?:${HOW_MANY}) )?(?:(?:of|de|di|d|van|av|des|der) )?(?:${COUNTED})` +
    `(?: (?:count|total|served|no|number|anzahl|sold))?$|^(?:${ONE}) ?(?:count|anzahl)$`,
  'u',
);
/** Numbers of a report of the day, which are no orders'. */
const OF_A_REPORT =
  /\b(z|zbon|report|closing|close|abschluss|tagesabschluss|chiusura|cloture|cierre|shift|batch)\b/;

/** With fewer rows of one place, days without a gap may be chance. */
const ENOUGH = 10;
/** The same for each place, where several places have rows for the same days. */
const ENOUGH_OF_EACH = 4;
/** The same where a column says how many sales there were, or dates are months or weeks. */
const ENOUGH_WITH_COUNT = 2;
/** The share of days that must have a row, but for weekdays on which nothing is ever sold. */
const DENSE = 0.85;
/** Places, tills and kinds that totals are by are few. */
const MOST_VALUES = 40;

/** Finds that rows are totals: one for each day (of each place or kind), without a gap or with a count. */
export function findPeriodTotals(
  sample: Sample,
  roles: ColumnRoles,
  when: DateChoice,
): PeriodTotals | undefined {
  const order = roles.column('orderId');
  if (order && !OF_A_REPORT.test(order.name)) return undefined;
  if (OF_A_SALE.some(role => roles.byKey[role] !== undefined) || when.hours !== undefined) return undefined;
  const count = sample.survey.columns.find(c => isCount(c));
  const texts = groupColumns(sample, when, order);
  if (!texts) return undefined;
  const places = daysByPlace(sample, when, texts);
  if (!places || places.length === 0) return undefined;
  const least = count || saysNoDay(when) ? ENOUGH_WITH_COUNT : ENOUGH;
  if (sample.rows.length < least || (least === ENOUGH && !areWithoutGap(places))) return undefined;
  const values = count ? sample.numbers(count) : [];
  return count ? { count: { column: count, sum: values.reduce<number>((sum, v) => sum + (v ?? 0), 0) } } : {};
}

const isCount = (c: ColumnSurvey): boolean =>
  COUNT.test(c.name) && numberShare(c) >= 0.9 && c.integers === c.numbers && c.moneyLike === 0 && c.max > 1;

/** The columns with the places or kinds that totals are by; undefined where a text says something else. */
function groupColumns(
  sample: Sample,
  when: DateChoice,
  order: ColumnSurvey | undefined,
): readonly ColumnSurvey[] | undefined {
  const texts = sample.survey.columns.filter(
    c =>
      c.filled > 0 &&
      c !== order &&
      !when.used.includes(c.index) &&
      numberShare(c) < 0.9 &&
      c.dates.read < c.filled / 2,
  );
  return texts.every(c => c.distinct.size <= MOST_VALUES && c.distinct.size <= sample.rows.length / 2 + 1)
    ? texts
    : undefined;
}

/** The days of each place, rising; undefined where a day has two rows of one place. */
function daysByPlace(
  sample: Sample,
  when: DateChoice,
  groups: readonly ColumnSurvey[],
): readonly (readonly Day[])[] | undefined {
  const moments = momentReader({
    roles: { date: when.column.index },
    dateOrders: when.reading.orders,
    dates: when.rules,
  });
  const places = new Map<string, Set<Day>>();
  for (const [i, row] of sample.rows.entries()) {
    const day = moments.day(row);
    if (day === undefined) continue;
    const place = groups.map(c => sample.texts(c)[i]).join('\n');
    const days = places.get(place) ?? new Set<Day>();
    if (days.has(day)) return undefined;
    places.set(place, days.add(day));
  }
  return [...places.values()].map(days => [...days].sort((a, b) => a - b));
}

/** Whether dates are months or weeks alone. */
const saysNoDay = ({ reading, rules: { parts } }: DateChoice): boolean =>
  reading.orders[PERIOD] !== undefined || (parts !== undefined && parts.day === undefined);

/** Whether the days of each place have hardly a gap, and all places have the same. */
function areWithoutGap(places: readonly (readonly Day[])[]): boolean {
  const all = new Set(places.flat());
  const rows = places.reduce((sum, days) => sum + days.length, 0);
  const least = places.length === 1 ? ENOUGH : ENOUGH_OF_EACH;
  return rows >= all.size * places.length * DENSE && places.every(days => isWithoutGap(days, least));
}

/** Whether days, weeks or months follow each other with hardly a gap. */
function isWithoutGap(days: readonly Day[], least: number): boolean {
  if (days.length < least) return false;
  const [first, last] = [days[0] as Day, days.at(-1) as Day];
  const steps = days.slice(1).map((day, i) => day - (days[i] as Day));
  const isEach = (least: number, most: number) =>
    steps.filter(s => s >= least && s <= most).length >= steps.length * DENSE;
  if (isEach(7, 7) || isEach(28, 31)) return true;
  const weekdays = new Set(days.map(day => day % 7));
  let open = 0;
  for (let day = first; day <= last; day++) if (weekdays.has(day % 7)) open++;
  return isEach(1, 4) && days.length >= open * DENSE;
}

/** What is said of totals: that orders are not counted, and what the file says of their number. */
export function periodTotalsSaid({ count }: PeriodTotals): string {
  const known = count
    ? ` "${count.column.header}" says ${count.sum.toLocaleString('en-US')} in the rows looked at.`
    : '';
  return (
    'Each row is the total of a day or a longer period, not an order: how many orders and customers there ' +
    `were is not counted.${known}`
  );
}
