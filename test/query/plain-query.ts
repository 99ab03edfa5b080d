import type {
  Bands,
  CustomerCondition,
  NumberRange,
  Query,
  QueryFilter,
} from '../../src/core/query/query.js';
import { FIXED, GRAINS, groupOf, type PlainContext, type PlainGroup, periodOfDay } from './plain-fields.js';
import { plainMeasure } from './plain-measures.js';
import { dateOf, dayNumber, FIRST_DAY, LAST_DAY, type PlainLine } from './plain-shop.js';

/** Periods that random queries are of, with their days written out. */
export const PERIODS: Readonly<Record<string, readonly [from: string, to: string]>> = {
  '2025': ['2025-01-01', '2025-12-31'],
  '2025-Q4': ['2025-10-01', '2025-12-31'],
  '2025-11': ['2025-11-01', '2025-11-30'],
  '2025-12': ['2025-12-01', '2025-12-31'],
  '2026-01': ['2026-01-01', '2026-01-31'],
  '2026-02-09 to 2026-02-20': ['2026-02-09', '2026-02-20'],
  '2024': ['2024-01-01', '2024-12-31'],
};

const isWithin = (date: string, period: string | undefined): boolean => {
  const [from, to] = period === undefined ? ['', '9'] : (PERIODS[period] ?? ['', '']);
  return date >= from && date <= to;
};

export function isIn({ from, to, isOver, isUnder }: NumberRange, value: number | null): boolean {
  if (value === null || Number.isNaN(value)) return false;
  if (from !== undefined && (isOver ? value <= from : value < from)) return false;
  return !(to !== undefined && (isUnder ? value >= to : value > to));
}

/** Whether a filter keeps a line. */
export function keepsLine(filter: QueryFilter, line: PlainLine, context: PlainContext): boolean {
  return matches(filter, line, context) !== (filter.not === true);
}

function matches(
  { field, values = [], range }: QueryFilter,
  line: PlainLine,
  context: PlainContext,
): boolean {
  const order = context.orders.get(line.order);
  if (field === 'order-total') return order?.isSale === true && isIn(range ?? {}, order.cents / 100);
  if (field === 'order-number') return (order?.number ?? 0) > 0 && isIn(range ?? {}, order?.number ?? 0);
  if (field === 'without') return groupOf(values[0] ?? '', line, context).key === null;
  if (range) return line.rating !== '' && isIn(range, Number(line.rating));
  if (field === 'season' && values.includes('christmas') && /-12-(?:[01]\d|2[0-6])$/.test(line.date))
    return true;
  const { key } = groupOf(field, line, context);
  return key !== null && values.some(value => value.toLowerCase() === key.toLowerCase());
}

/** The customers with an order whom a condition is true of. */
export function customersWhom(condition: CustomerCondition, context: PlainContext): string[] {
  const buyers = [...context.orders.values()].filter(o => o.number > 0).map(o => o.customer);
  return [...new Set(buyers)].filter(customer => isTrueOf(condition, customer, context));
}

function isTrueOf(condition: CustomerCondition, customer: string, context: PlainContext): boolean {
  switch (condition.kind) {
    case 'and':
      return condition.of.every(part => isTrueOf(part, customer, context));
    case 'or':
      return condition.of.some(part => isTrueOf(part, customer, context));
    case 'not':
      return !isTrueOf(condition.of, customer, context);
    case 'segment':
      return condition.values.includes(context.segments.get(customer) ?? '');
    case 'first-order':
    case 'last-order': {
      const days = orderDaysOf(customer, context);
      const day = condition.kind === 'first-order' ? days[0] : days.at(-1);
      return day !== undefined && isWithin(dateOf(day), condition.period);
    }
    case 'bought':
      return context.lines.some(
        line =>
          line.customer === customer &&
          !line.isReturn &&
          isWithin(line.date, condition.period) &&
          condition.where.every(filter => keepsLine(filter, line, context)),
      );
    case 'figure':
      return isIn(condition.range, figureOf(condition, customer, context));
  }
}

const orderDaysOf = (customer: string, { orders }: PlainContext): number[] =>
  [...orders.values()]
    .filter(o => o.customer === customer && o.isSale)
    .map(o => o.day)
    .sort((a, b) => a - b);

function figureOf(
  { figure, period }: Extract<CustomerCondition, { kind: 'figure' }>,
  customer: string,
  context: PlainContext,
): number | null {
  const lines = context.lines.filter(line => line.customer === customer && isWithin(line.date, period));
  const of = (measure: string) => plainMeasure(measure, lines, context.orders);
  switch (figure) {
    case 'orders':
    case 'units':
      return of(figure);
    case 'spent':
      return of('revenue');
    case 'average-order':
      return of('orders') === 0 ? null : Number(of('revenue')) / Number(of('orders'));
    case 'products':
      return new Set(lines.filter(line => !line.isReturn).map(line => line.product)).size;
    case 'inactive-days':
      return dayNumber(context.asOf) - (orderDaysOf(customer, context).at(-1) ?? Number.NaN);
    case 'days-to-second': {
      const [first = 0, ...later] = orderDaysOf(customer, context);
      const next = later.find(day => day > first);
      return next === undefined ? null : next - first;
    }
    default:
      throw new Error(`no plain figure of ${figure}`);
  }
}

/** The band of a line: the first of those that its figure is in. */
function bandOf(bands: Bands, line: PlainLine, context: PlainContext): PlainGroup {
  const figure = bandFigure(bands, line, context);
  const at = bands.ranges.findIndex(range => isIn(range, figure));
  return { key: bandName(bands.ranges[at]), at };
}

function bandFigure({ of, period }: Bands, line: PlainLine, context: PlainContext): number | null {
  if (of === 'order-total') {
    const order = context.orders.get(line.order);
    return order?.isSale ? order.cents / 100 : null;
  }
  if (of === 'price') {
    const lines = context.lines.filter(other => other.product === line.product);
    const price = Number(plainMeasure('revenue', lines, context.orders));
    const units = Number(plainMeasure('units', lines, context.orders));
    return units === 0 ? null : price / units;
  }
  if (line.customer === '') return null;
  return figureOf({ kind: 'figure', figure: of, range: {}, period }, line.customer, context);
}

/** What a band is called, but for the currency. */
function bandName(range: NumberRange | undefined): string | null {
  if (!range) return null;
  const { from, to, isOver, isUnder } = range;
  if (from !== undefined && from === to) return String(from);
  if (to === undefined) return isOver ? `Over ${from}` : `${from} or more`;
  if (from === undefined) return isUnder ? `Under ${to}` : `Up to ${to}`;
  return `${isOver ? 'Over ' : ''}${from} to ${isUnder ? 'under ' : ''}${to}`;
}

/** The lines that a query is about. */
export function linesOf(
  { where, who, orderHas = [] }: Pick<Query, 'where' | 'who' | 'orderHas'>,
  period: string | undefined,
  context: PlainContext,
): PlainLine[] {
  const customers = who && customersWhom(who, context);
  return context.lines.filter(
    line =>
      isWithin(line.date, period) &&
      where.every(filter => keepsLine(filter, line, context)) &&
      (!customers || customers.includes(line.customer)) &&
      orderHas.every(filter =>
        context.lines.some(
          other => other.order === line.order && !other.isReturn && keepsLine(filter, other, context),
        ),
      ),
  );
}

/** A row of groups: what it is of, and its measures by their keys. */
export interface PlainRow {
  readonly groups: readonly PlainGroup[];
  readonly values: Readonly<Record<string, number | null>>;
  readonly before?: Readonly<Record<string, number | null>>;
}

/** The measures that a query's rows are made, kept and ranked by. */
export const measuresOf = ({ measures, having, rank }: Query): string[] => [
  ...new Set([
    ...(measures.length > 0 ? measures : ['revenue']),
    ...having.map(h => h.measure),
    ...(rank?.by ? [rank.by] : []),
  ]),
];

/** All groups of a query that `having` keeps, in no particular order. */
export function groupsOf(query: Query, context: PlainContext): PlainRow[] {
  const { by, period, versus, having } = query;
  const parts = new Map<string, { groups: PlainGroup[]; now: PlainLine[]; before: PlainLine[] }>();
  const part = (groups: PlainGroup[]) => {
    const key = JSON.stringify(groups.map(g => g.key));
    const known = parts.get(key) ?? { groups, now: [], before: [] };
    parts.set(key, known);
    return known;
  };
  const groupsAt = (line: PlainLine) =>
    by.map(field =>
      field === 'band' && query.bands ? bandOf(query.bands, line, context) : groupOf(field, line, context),
    );
  const isTime = by.some(field => GRAINS.includes(field));
  for (const line of linesOf(query, period, context)) part(groupsAt(line)).now.push(line);
  if (versus !== undefined && !isTime)
    for (const line of linesOf(query, versus, context)) part(groupsAt(line)).before.push(line);
  const [grain = ''] = by;
  if (by.length === 1 && isTime)
    for (let day = dayNumber(FIRST_DAY); day <= dayNumber(LAST_DAY); day++) {
      const key = periodOfDay(grain, dateOf(day));
      if (isWithin(dateOf(day), period)) part([{ key, at: key }]);
    }
  if (by.length === 1 && query.bands)
    for (const at of query.bands.ranges.keys()) part([{ key: bandName(query.bands.ranges[at]), at }]);
  const measured = (lines: readonly PlainLine[]) =>
    Object.fromEntries(measuresOf(query).map(key => [key, plainMeasure(key, lines, context.orders)]));
  return [...parts.values()]
    .map(({ groups, now, before }) => ({
      groups,
      values: measured(now),
      ...(versus !== undefined && !isTime && { before: measured(before) }),
    }))
    .filter(row => having.every(h => isIn(h.range, row.values[h.measure] ?? null)));
}

const isFixed = (field: string): boolean => FIXED.includes(field) || GRAINS.includes(field);
const compare = <T extends string | number>(a: T, b: T): number => (a < b ? -1 : a > b ? 1 : 0);

/** By a field: in its own order, else by name, what is missing last. */
const byField = (by: readonly string[], i: number) => (a: PlainRow, b: PlainRow) => {
  const [x, y] = [a.groups[i], b.groups[i]];
  if (isFixed(by[i] ?? '')) return compare(x?.at ?? '', y?.at ?? '');
  return compare(x?.key ?? '\uffff', y?.key ?? '\uffff');
};

/** Rows as a query ranks them, and no more than it asks for; else in the order of the first field. */
export function inOrder(rows: readonly PlainRow[], query: Query): PlainRow[] {
  const { rank, by } = query;
  const measure = rank?.by ?? measuresOf(query)[0] ?? '';
  const sign = rank?.order === 'bottom' ? 1 : -1;
  const value = (row: PlainRow) => row.values[measure] ?? Number.NEGATIVE_INFINITY;
  const best = (a: PlainRow, b: PlainRow) =>
    sign * compare(value(a), value(b)) || byField(by, 0)(a, b) || byField(by, 1)(a, b);
  if (!rank) return [...rows].sort(isFixed(by[0] ?? '') ? byField(by, 0) : best);
  const customer = by.indexOf('customer');
  const isSomebody = (row: PlainRow) => customer < 0 || row.groups[customer]?.key !== null;
  const ranked = rows.filter(row => row.values[measure] !== null && isSomebody(row)).sort(best);
  const part = Math.max(1, Math.round((ranked.length * rank.limit) / 100));
  const limit = rank.isPercent ? part : rank.limit;
  if (rank.order === 'ends') {
    const [first, last] = [ranked.slice(0, limit), ranked.slice(-limit)];
    return ranked.filter(row => first.includes(row) || last.includes(row));
  }
  if (rank.within === undefined) return ranked.slice(0, limit);
  const within = by.indexOf(rank.within);
  const counts = new Map<string | null, number>();
  return ranked
    .filter(row => {
      const key = row.groups[within]?.key ?? null;
      counts.set(key, (counts.get(key) ?? 0) + 1);
      return (counts.get(key) ?? 0) <= rank.limit;
    })
    .sort((a, b) => byField(by, within)(a, b) || best(a, b));
}
