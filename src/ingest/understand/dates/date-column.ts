import { type Day, partsOf } from '../../../core/calendar/days.js';
import {
  DATE_ORDERS,
  type DateOrder,
  type DateOrders,
  dayText,
  LONGEST_DATE,
  parseDate,
  parsePeriod,
  type WrittenDate,
} from '../../../core/calendar/written-dates.js';
import { ownCopy } from '../../../store/engine/key-numbers.js';

/** What other cells of a row say about its date. */
export interface DateHints {
  readonly month?: number;
  readonly quarter?: number;
  readonly year?: number;
}

/** What the open dates of one style were like. Counts are of rows. */
interface StyleCount {
  rows: number;
  readonly reads: Record<DateOrder, number>;
  /** Rows with other columns that say the month or year, and how many of them each order agrees with. */
  hinted: number;
  readonly agrees: Record<DateOrder, number>;
  /** How often a date was before the one above it, and how often after. */
  readonly descents: Record<DateOrder, number>;
  readonly ascents: Record<DateOrder, number>;
  readonly first: Partial<Record<DateOrder, Day>>;
  readonly latest: Partial<Record<DateOrder, Day>>;
  readonly last: Partial<Record<DateOrder, Day>>;
}

const newStyle = (): StyleCount => ({
  rows: 0,
  reads: { ymd: 0, mdy: 0, dmy: 0 },
  hinted: 0,
  agrees: { ymd: 0, mdy: 0, dmy: 0 },
  descents: { ymd: 0, mdy: 0, dmy: 0 },
  ascents: { ymd: 0, mdy: 0, dmy: 0 },
  first: {},
  latest: {},
  last: {},
});

/** Counts of distinct dates; where day and month are the same, exchanging them changes nothing. */
export interface DateHalves {
  /** Unambiguous dates, as a spreadsheet writes them, with a day up to 12. */
  early: number;
  /** The same with a later day. */
  late: number;
  /** Texts that can be read in one order only, since their day is later. */
  lateTexts: number;
  openTexts: number;
}

function countHalf(halves: DateHalves, { style, days }: WrittenDate): void {
  if (style !== undefined) {
    if (days.mdy !== undefined && days.dmy !== undefined) halves.openTexts++;
    else halves.lateTexts++;
    return;
  }
  const { month, date } = partsOf(days.ymd ?? 0);
  if (date > 12) halves.late++;
  else if (date !== month) halves.early++;
}

/** How a column's dates are to be read. */
export interface DateReading {
  readonly orders: DateOrders;
  /** The share of the column's values that this reads, 0 to 1. */
  readonly share: number;
  /** What decided where dates were open, for the person; empty where nothing had to be decided. */
  readonly reasons: readonly string[];
  /** Styles for which nothing in the file decided. */
  readonly assumed: boolean;
}

/** What the shop and the person say about day and month. */
export interface SaidOrder {
  /** Of this file: it counts for all dates that it can read. */
  readonly said?: DateOrder;
  /** Whether the shop has set the order it prefers. */
  readonly isSet?: boolean;
}

const REMEMBERED = 50_000;
/**
 * A column of which hardly any of so many values are dates is none: texts that end in a number look like
 * dates at first.
 */
const HOPE = 500;

/** Looks at a column's values, row by row, as dates. */
export class DateColumn {
  filled = 0;
  /** Dates that say their order themselves. */
  certain = 0;
  /** Day numbers and seconds among them. */
  numbers = 0;
  /** Months and weeks that stand alone, which are no dates unless nothing else is. */
  periods = 0;
  /** Distinct dates by what a spreadsheet that exchanges day and month would have made of them. */
  readonly halves: DateHalves = { early: 0, late: 0, lateTexts: 0, openTexts: 0 };
  readonly #styles = new Map<string, StyleCount>();
  readonly #known = new Map<string, WrittenDate | undefined>();
  #isHopeless = false;
  #last = '';
  #lastRead: WrittenDate | undefined;

  /** @param hints looks at the row's other cells; only called where they could help */
  see(text: string, hints: () => DateHints | undefined): boolean {
    this.filled++;
    if (this.filled === HOPE) this.#isHopeless = this.read + this.periods < HOPE / 4;
    const date = this.#read(text);
    if (!date) return false;
    if (date.period) {
      this.periods++;
      return false;
    }
    if (date.style === undefined) {
      this.certain++;
      if (date.isNumber) this.numbers++;
      return true;
    }
    let style = this.#styles.get(date.style);
    if (!style) {
      style = newStyle();
      this.#styles.set(date.style, style);
    }
    count(style, date, hints);
    return true;
  }

  /** Whether it began like a column of dates, and went on like one. */
  get isPossible(): boolean {
    return this.filled > 0 && !this.#isHopeless;
  }

  /** How many values some order reads. */
  get read(): number {
    let read = this.certain;
    for (const { reads } of this.#styles.values()) read += Math.max(reads.ymd, reads.mdy, reads.dmy);
    return read;
  }

  /**
   * The reading that fits the whole column, for each style of writing: the order that reads most; else the
   * one that other columns (month, quarter, year) agree with; else the one by which the rows are in order;
   * else the one that the column's other styles have; else the setting.
   * Dates with points have the day first wherever they are written, unless the shop says otherwise.
   */
  reading(preferred: DateOrder, { said, isSet = false }: SaidOrder = {}): DateReading {
    const orders: Record<string, DateOrder> = {};
    const reasons = new Set<string>();
    const open: string[] = [];
    for (const [name, style] of this.#styles) {
      const decided: Decided | undefined =
        said && style.reads[said] > 0 ? { order: said } : decide(style, preferred);
      if (!decided) open.push(name);
      else {
        orders[name] = decided.order;
        if (decided.reason) reasons.add(decided.reason);
      }
    }
    const usual = preferred === 'ymd' ? 'mdy' : preferred;
    let assumed = false;
    for (const name of open) {
      const sibling = nearestStyle(name, orders);
      const reads = this.#styles.get(name)?.reads;
      const wanted = reads && reads[preferred] >= reads[usual] ? preferred : usual;
      const byPoints = isSet || !reads ? undefined : ofPoints(name, reads);
      orders[name] = sibling ?? byPoints?.order ?? wanted;
      if (!sibling && byPoints) reasons.add(byPoints.reason);
      assumed ||= sibling === undefined && byPoints === undefined;
    }
    const share = this.filled === 0 ? 0 : this.#readBy(orders) / this.filled;
    return { orders, share, reasons: [...reasons], assumed };
  }

  #readBy(orders: DateOrders): number {
    let read = this.certain;
    for (const [name, { reads }] of this.#styles) read += reads[orders[name] ?? 'ymd'];
    return read;
  }

  #read(text: string): WrittenDate | undefined {
    if (text.length > LONGEST_DATE) return undefined;
    // The lines of an order have one time.
    if (text === this.#last) return this.#lastRead;
    this.#last = text;
    this.#lastRead = this.#lookUp(text);
    return this.#lastRead;
  }

  #lookUp(text: string): WrittenDate | undefined {
    const key = dayText(text);
    if (this.#known.has(key)) return this.#known.get(key);
    const date = parseDate(text) ?? parsePeriod(text);
    if (this.#known.size < REMEMBERED) {
      this.#known.set(ownCopy(key), date);
      if (date && !date.period) countHalf(this.halves, date);
    }
    return date;
  }
}

function count(style: StyleCount, date: WrittenDate, hints: () => DateHints | undefined): void {
  style.rows++;
  const { mdy, dmy, ymd } = date.days;
  const isOpen =
    (mdy !== undefined && dmy !== undefined && mdy !== dmy) || (ymd !== undefined && (mdy ?? dmy) !== ymd);
  const hint = isOpen ? hints() : undefined;
  if (hint) style.hinted++;
  for (const order of DATE_ORDERS) {
    const day = date.days[order];
    if (day === undefined) continue;
    style.reads[order]++;
    if (hint && agrees(day, hint)) style.agrees[order]++;
    const last = style.last[order];
    if (last !== undefined && day < last) style.descents[order]++;
    if (last !== undefined && day > last) style.ascents[order]++;
    style.first[order] = Math.min(style.first[order] ?? day, day);
    style.latest[order] = Math.max(style.latest[order] ?? day, day);
    style.last[order] = day;
  }
}

function agrees(day: Day, { month, quarter, year }: DateHints): boolean {
  const parts = partsOf(day);
  return (
    (month === undefined || month === parts.month) &&
    (quarter === undefined || quarter === Math.ceil(parts.month / 3)) &&
    (year === undefined || year === parts.year || year === parts.year % 100)
  );
}

/** Rows that are needed before their order says anything. */
const ENOUGH_ROWS = 12;

/** `05.01.2026` is 5 January: where points stand in dates, the day comes first. */
const ofPoints = (name: string, reads: StyleCount['reads']) =>
  name.startsWith('.') && reads.dmy >= reads.mdy
    ? { order: 'dmy' as const, reason: 'dates with points have the day first' }
    : undefined;

interface Decided {
  readonly order: DateOrder;
  readonly reason?: string;
}

function decide(style: StyleCount, preferred: DateOrder): Decided | undefined {
  const { reads, agrees } = style;
  const most = Math.max(...DATE_ORDERS.map(order => reads[order]));
  const possible = DATE_ORDERS.filter(order => reads[order] === most);
  const [only] = possible;
  if (only && possible.length === 1) return { order: only };
  const best = possible.reduce((a, b) => (agrees[b] > agrees[a] ? b : a));
  const others = possible.filter(o => o !== best);
  if (agrees[best] >= style.hinted * 0.9 && others.every(o => agrees[o] < agrees[best] * 0.7))
    return { order: best, reason: 'the month and year columns agree with it' };
  // 25-11-01 to 25-11-20 are twenty days of 2025 rather than twenty years of 25 November.
  const together = possible.filter(
    o => others.length > 0 && possible.every(p => p === o || spanOf(style, o) * 8 < spanOf(style, p)),
  );
  if (together[0]) return { order: together[0], reason: 'its dates then lie together' };
  if (style.rows < ENOUGH_ROWS) return usualOrder(style, preferred);
  const wrong = (order: DateOrder) => Math.min(style.descents[order], style.ascents[order]);
  const sorted = possible.find(o => possible.every(p => p === o || isInOrder(wrong(o), wrong(p))));
  return sorted ? { order: sorted, reason: 'its rows are then in order' } : usualOrder(style, preferred);
}

/**
 * A year of two digits stands last unless the shop writes it first; undefined where day and month are open.
 */
function usualOrder({ reads }: StyleCount, preferred: DateOrder): { order: DateOrder } | undefined {
  if (preferred === 'ymd' && reads.ymd >= Math.max(reads.mdy, reads.dmy)) return { order: 'ymd' };
  return reads.mdy === reads.dmy ? undefined : { order: reads.mdy > reads.dmy ? 'mdy' : 'dmy' };
}

const spanOf = (style: StyleCount, order: DateOrder): number =>
  (style.latest[order] ?? 0) - (style.first[order] ?? 0) + 1;

/** Whether hardly a row is out of order by this reading, while rows are by the other. */
const isInOrder = (own: number, other: number): boolean => other >= 2 && own * 10 <= other - 2;

/** The order of the decided style that is written most like this one: the same mark first. */
function nearestStyle(name: string, orders: DateOrders): DateOrder | undefined {
  const same = Object.keys(orders).find(other => other !== name && other[0] === name[0]);
  return orders[same ?? Object.keys(orders).find(other => other !== name) ?? ''];
}
