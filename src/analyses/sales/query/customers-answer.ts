import type { Column, Row } from '../../../core/answer/answer.js';
import { plural } from '../../../core/answer/format.js';
import { type Note, remark } from '../../../core/answer/notes.js';
import { isoOf, showDay } from '../../../core/calendar/days.js';
import type { Query } from '../../../core/query/query.js';
import type { CustomerList, ListedCustomer } from '../../../query/lists.js';
import type { QueryAnswer, QueryContext } from './context.js';
import { pageNotes } from './page-notes.js';

const MOST_BARS = 12;

/** Customers with what they bought: how many there are, and who. */
export function customersAnswer(context: QueryContext, list: CustomerList): QueryAnswer {
  const { resolved, format, text } = context;
  const { query } = resolved;
  const { rows, count, spent } = list;
  const columns = columnsOf(list, query.show.includes('email'), query.measures.includes('units'));
  const isYesNo = query.show.includes('yes-no');
  if (count === 0)
    return {
      headline: `${isYesNo ? 'No: there' : 'There'} are no such customers (${text}).`,
      columns,
      rows: [],
    };
  const [first] = rows;
  const one = count === 1 && first ? `${nameOf(first)}` : undefined;
  const lead = isYesNo ? 'Yes: ' : '';
  if (query.rank && count > 1 && first) return ranked(context, list, columns, first);
  const have = count === 1 ? 'has' : 'have';
  const who = one ?? plural(count, 'customer');
  const last = one && first?.lastDay ? `, last on ${showDay(first.lastDay)}` : '';
  const orders = one && first ? ` in ${plural(first.orders, 'order')}` : '';
  return {
    headline: `${lead}${who} ${have} spent ${format.amount(spent)}${orders}${last} (${text}).`,
    columns,
    rows: rows.map(row =>
      rowOf(row, context, query.show.includes('email'), query.measures.includes('units')),
    ),
    charts: query.show.includes('table') || rows.length < 3 ? [] : [chartOf(context, list)],
    notes: [
      ...pageNotes(query, list.page, Math.min(count, query.rank?.limit ?? count), rows.length),
      ...withoutEmails(query, rows),
    ],
    ...(query.show.includes('email') && { audience: 'asker' as const }),
  };
}

/** The first or last customers of all: who leads, and what those shown have spent together. */
function ranked(
  context: QueryContext,
  list: CustomerList,
  columns: Column[],
  first: ListedCustomer,
): QueryAnswer {
  const { resolved, format, text } = context;
  const { query } = resolved;
  const { rows, count } = list;
  const isBottom = query.rank?.order === 'bottom';
  const shown = Math.min(count, query.rank?.limit ?? count);
  const one = `${nameOf(first)} ${isBottom ? 'is last' : 'leads'} with ${format.amount(first.spent)}`;
  const together = rows.reduce((sum, row) => sum + row.spent, 0);
  const others =
    rows.length > 1 && rows.length === shown
      ? `; ${shown} of ${plural(count, 'customer')} have spent ${format.amount(together)}`
      : ` of ${plural(count, 'customer')}`;
  return {
    headline: `${one} in ${plural(first.orders, 'order')}${others} (${text}).`,
    columns,
    rows: rows.map(row =>
      rowOf(row, context, query.show.includes('email'), query.measures.includes('units')),
    ),
    charts: query.show.includes('table') || rows.length < 3 ? [] : [chartOf(context, list)],
    notes: [...pageNotes(query, list.page, shown, rows.length), ...withoutEmails(query, rows)],
    ...(query.show.includes('email') && { audience: 'asker' as const }),
  };
}

const nameOf = ({ person, id }: ListedCustomer): string => person?.name ?? String(id);

/** Columns of what is expected, where the query asks for it. */
const EXPECTED = [
  {
    figure: 'expected-orders',
    column: { key: 'expectedOrders', label: 'Expected orders', unit: 'number' },
    round: (value: number) => Math.round(value * 100) / 100,
  },
  {
    figure: 'probability-alive',
    column: { key: 'probabilityAlive', label: 'Still a customer', unit: 'share' },
    round: (value: number) => value,
  },
  {
    figure: 'lifetime-value',
    column: { key: 'lifetimeValue', label: 'Expected value', unit: 'money' },
    round: (value: number) => value,
  },
] as const;

function columnsOf({ rows }: CustomerList, withEmail: boolean, withUnits: boolean): Column[] {
  const isSame = rows.every(({ person }) => person?.key === person?.name);
  return [
    { key: 'customer', label: 'Customer', unit: 'text' },
    ...(isSame ? [] : [{ key: 'name', label: 'Name', unit: 'text' } as const]),
    ...(withEmail ? [{ key: 'email', label: 'E-mail', unit: 'text' } as const] : []),
    { key: 'spent', label: 'Spent', unit: 'money' },
    { key: 'orders', label: 'Orders', unit: 'count' },
    ...(withUnits ? [{ key: 'units', label: 'Units', unit: 'count' } as const] : []),
    { key: 'averageOrder', label: 'Avg order', unit: 'money', secondary: true },
    ...EXPECTED.filter(c => rows.some(row => row.expected[c.figure] !== undefined)).map(c => c.column),
    { key: 'lastOrder', label: 'Last order', unit: 'date' },
    { key: 'segment', label: 'Segment', unit: 'text' },
  ];
}

function rowOf(c: ListedCustomer, { format }: QueryContext, withEmail: boolean, withUnits: boolean): Row {
  return {
    customer: c.person?.key ?? String(c.id),
    name: c.person?.name ?? null,
    ...(withEmail && { email: c.person?.email ?? null }),
    spent: format.major(c.spent),
    orders: c.orders,
    ...(withUnits && { units: c.units }),
    averageOrder: c.orders === 0 ? null : format.major(Math.round(c.spent / c.orders)),
    ...Object.fromEntries(
      EXPECTED.flatMap(({ figure, column, round }) => {
        const value = c.expected[figure];
        return value === undefined ? [] : [[column.key, Number.isNaN(value) ? null : round(value)]];
      }),
    ),
    lastOrder: c.lastDay === null ? null : isoOf(c.lastDay),
    segment: c.segment,
  };
}

function chartOf({ format, text }: QueryContext, { rows, count, spent }: CustomerList) {
  const bars = rows.slice(0, MOST_BARS);
  const labels = bars.map(nameOf);
  const values = bars.map(row => format.major(row.spent));
  const title = `${plural(count, 'customer')} spent ${format.amountShort(spent)}`;
  return {
    kind: 'ranking' as const,
    title,
    subtitle: `${count > bars.length ? `The first ${bars.length}` : 'What they spent'} · ${text}`,
    alt: `${title}. ${labels.map((label, i) => `${label} ${format.money(values[i] as number)}`).join('; ')}`,
    unit: 'money' as const,
    currency: format.currency,
    labels,
    values,
    notes: bars.map(row => plural(row.orders, 'order')),
  };
}

/** E-mail addresses that were asked for, and that nobody on the page has. */
const withoutEmails = ({ show }: Query, rows: readonly ListedCustomer[]): Note[] =>
  show.includes('email') && rows.length > 0 && rows.every(({ person }) => !person?.email)
    ? [remark('The data has no e-mail addresses of these customers.')]
    : [];
