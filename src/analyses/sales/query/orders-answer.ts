import type { Column, Row } from '../../../core/answer/answer.js';
import { plural } from '../../../core/answer/format.js';
import { isoOf, showDay } from '../../../core/calendar/days.js';
import type { ListedOrder, ListOfOrders } from '../../../query/lists.js';
import type { QueryAnswer, QueryContext } from './context.js';
import { pageNotes } from './page-notes.js';

const COLUMNS: readonly Column[] = [
  { key: 'order', label: 'Order', unit: 'text' },
  { key: 'day', label: 'Day', unit: 'date' },
  { key: 'customer', label: 'Customer', unit: 'text' },
  { key: 'total', label: 'Total', unit: 'money' },
  { key: 'lines', label: 'Lines', unit: 'count' },
  { key: 'units', label: 'Units', unit: 'count' },
  { key: 'status', label: 'Status', unit: 'text' },
];

/** Orders with their day, customer and total. */
export function ordersAnswer({ resolved, format, text }: QueryContext, list: ListOfOrders): QueryAnswer {
  const { query } = resolved;
  const { rows, count, total } = list;
  const lacks = (key: 'customer' | 'status') => rows.every(row => (row[key] ?? null) === null);
  const columns = COLUMNS.filter(
    ({ key }) => !((key === 'customer' || key === 'status') && (rows.length === 0 || lacks(key))),
  );
  const isYesNo = query.show.includes('yes-no');
  const [first] = rows;
  if (!first)
    return {
      headline: `${isYesNo ? 'No: there' : 'There'} are no such orders (${text}).`,
      columns,
      rows: [],
    };
  return {
    headline: `${isYesNo ? 'Yes: ' : ''}${headlineOf(first, list, format, query.rank)} (${text}).`,
    columns,
    rows: rows
      .map((row): Row => ({ ...row, day: isoOf(row.day), total: format.major(row.total) }))
      .map(withoutId),
    observations:
      count > 1 && query.rank
        ? [`All ${plural(count, 'order')} together come to ${format.amount(total)}.`]
        : [],
    notes: pageNotes(query, list.page, Math.min(count, query.rank?.limit ?? count), rows.length),
  };
}

function withoutId({ id: _, key, ...row }: Row): Row {
  return { order: key ?? null, ...row };
}

/** What the first order of a ranked list is, by what it is ranked by. */
const EXTREMES: Readonly<Record<string, readonly [top: string, bottom: string]>> = {
  total: ['largest', 'smallest'],
  day: ['latest', 'earliest'],
  units: ['one with the most units', 'one with the fewest units'],
  lines: ['one with the most lines', 'one with the fewest lines'],
};

function headlineOf(
  first: ListedOrder,
  { count, total }: ListOfOrders,
  format: QueryContext['format'],
  rank: QueryContext['resolved']['query']['rank'],
): string {
  const by = first.customer === null ? '' : ` by ${first.customer}`;
  const status = first.status ? `, ${first.status.toLowerCase()}` : '';
  const one = `order ${first.key} of ${showDay(first.day)}${by} with ${format.amount(first.total)}${status}`;
  if (count === 1) return one.charAt(0).toUpperCase() + one.slice(1);
  const [top, bottom] = EXTREMES[rank?.by ?? 'total'] ?? ['first', 'last'];
  if (rank) return `The ${rank.order === 'top' ? top : bottom} of ${plural(count, 'order')} is ${one}`;
  return `${plural(count, 'order')} worth ${format.amount(total)}; the largest is ${one}`;
}
