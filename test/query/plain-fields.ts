import type { PlainOrder } from './plain-measures.js';
import { dateOf, dayNumber, type PlainLine } from './plain-shop.js';

/** What filters and groups are read against. */
export interface PlainContext {
  readonly lines: readonly PlainLine[];
  readonly orders: ReadonlyMap<string, PlainOrder>;
  /** The title of each customer's segment. */
  readonly segments: ReadonlyMap<string, string>;
  /** The day that segments and days without an order are as of. */
  readonly asOf: string;
  /** All segments of the map, the best first. */
  readonly segmentOrder: readonly string[];
}

/** A group as a row names it, and where it stands among others; null is the group of what is missing. */
export interface PlainGroup {
  readonly key: string | null;
  readonly at: number | string;
}

const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const MONTHS = 'January,February,March,April,May,June,July,August,September,October,November,December'.split(
  ',',
);
export const SEASONS = ['Spring', 'Summer', 'Autumn', 'Winter'];

const weekdayOf = (date: string): number => (new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7;
const monthOf = (date: string): number => Number(date.slice(5, 7));
const seasonOf = (date: string): number => Math.floor((monthOf(date) % 12) / 3 + 3) % 4;

/** The first day of the period of a day, by its key. */
export function periodOfDay(grain: string, date: string): string {
  if (grain === 'day') return date;
  if (grain === 'week') return dateOf(dayNumber(date) - weekdayOf(date));
  if (grain === 'month') return date.slice(0, 7);
  if (grain === 'quarter') return `${date.slice(0, 4)}-Q${Math.ceil(monthOf(date) / 3)}`;
  return date.slice(0, 4);
}

export const GRAINS = ['day', 'week', 'month', 'quarter', 'year'];
/** Fields whose groups stand in an order of their own. */
export const FIXED = [
  'weekday',
  'month-of-year',
  'segment',
  'buyers',
  'first-order-month',
  'order-number',
  'order-size',
  'season',
  'weekend',
  'band',
];
export const RANKED = ['country', 'category', 'product', 'status', 'rating', 'customer', 'order'];

const text = (value: string): PlainGroup => ({ key: value === '' ? null : value, at: value });
const numbered = (key: string | null, at: number): PlainGroup => ({ key, at: key === null ? -1 : at });

/** The group of a line in a field. */
export function groupOf(field: string, line: PlainLine, context: PlainContext): PlainGroup {
  const order = context.orders.get(line.order);
  const number = order?.number ?? 0;
  switch (field) {
    case 'country':
    case 'category':
    case 'product':
    case 'status':
    case 'rating':
    case 'customer':
    case 'order':
      return text(line[field]);
    case 'weekday':
      return numbered(WEEKDAYS[weekdayOf(line.date)] ?? null, weekdayOf(line.date));
    case 'month-of-year':
      return numbered(MONTHS[monthOf(line.date) - 1] ?? null, monthOf(line.date));
    case 'segment': {
      const title = context.segments.get(line.customer);
      return numbered(title ?? null, context.segmentOrder.indexOf(title ?? ''));
    }
    case 'buyers':
      return numbered(number === 0 ? null : number === 1 ? 'New' : 'Returning', Math.min(number, 2));
    case 'order-number':
      return numbered(
        number === 0 ? null : number >= 10 ? '10 and later' : String(number),
        Math.min(number, 10),
      );
    case 'first-order-month': {
      const first = [...context.orders.values()].find(o => o.customer === line.customer && o.number === 1);
      if (!first || line.customer === '') return numbered(null, 0);
      const date = dateOf(first.day);
      return numbered(
        `${MONTHS[monthOf(date) - 1]?.slice(0, 3)} ${date.slice(0, 4)}`,
        Number(date.slice(0, 4)) * 12 + monthOf(date),
      );
    }
    case 'season':
      return numbered(SEASONS[seasonOf(line.date)] ?? null, seasonOf(line.date));
    case 'weekend':
      return weekdayOf(line.date) >= 5 ? numbered('Weekend', 2) : numbered('Monday to Friday', 1);
    case 'order-size':
      return sizeOf(order, context);
    default:
      return { key: periodOfDay(field, line.date), at: periodOfDay(field, line.date) };
  }
}

/** Bands that end near the fifths of all orders, at 1, 2 or 5 times a power of ten. */
function sizeOf(order: PlainOrder | undefined, { orders }: PlainContext): PlainGroup {
  if (!order?.isSale) return numbered(null, 0);
  const totals = [...orders.values()].filter(o => o.isSale).map(o => o.cents);
  totals.sort((a, b) => a - b);
  const edges: number[] = [];
  for (const part of [0.2, 0.4, 0.6, 0.8]) {
    const value = totals[Math.floor(part * totals.length)] ?? 0;
    if (value <= 0) continue;
    const power = 10 ** Math.floor(Math.log10(value));
    let best = 1;
    for (const n of [2, 5, 10]) if (Math.abs(value / power - n) < Math.abs(value / power - best)) best = n;
    if (!edges.includes(best * power)) edges.push(best * power);
  }
  const at = edges.filter(edge => order.cents >= edge).length;
  // The names of bands are the format's; a band is known by its place.
  return { key: `band ${at}`, at };
}
