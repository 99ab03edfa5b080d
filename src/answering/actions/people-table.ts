import type { Column, Row } from '../../core/answer/answer.js';
import { isoOf } from '../../core/calendar/days.js';
import { customerAt } from '../../segments/snapshots/snapshot.js';
import { type Customer, customersById } from '../../store/tables/customers.js';
import type { SegmentContext } from '../segments/context.js';
import type { ShopView } from '../shop.js';
import type { Concerned } from './chosen.js';

/** Customers to act on as rows, with e-mail addresses where the data has them. */
export async function concernedTable(
  shown: readonly Concerned[],
  context: SegmentContext,
  { store }: Pick<ShopView, 'store'>,
): Promise<{ readonly columns: Column[]; readonly rows: Row[]; readonly hasEmails: boolean }> {
  const ids = shown.map(c => c.customerId);
  const people = await customersById(store, ids.length === 0 ? [0] : ids);
  const hasEmails = [...people.values()].some(p => p.email !== null);
  const rows = shown.map(c => rowOf(c, people.get(c.customerId), hasEmails, context));
  const has = (key: string) => rows.some(row => row[key] !== null);
  const columns: Column[] = [
    { key: 'customer', label: 'Customer', unit: 'text' },
    ...(rows.every(row => row.customer === row.name)
      ? []
      : [{ key: 'name', label: 'Name', unit: 'text' } as const]),
    ...(hasEmails ? [{ key: 'email', label: 'E-mail', unit: 'text' } as const] : []),
    ...(has('atStake') ? [{ key: 'atStake', label: 'At stake', unit: 'money' } as const] : []),
    ...(has('expected') ? [{ key: 'expected', label: 'Expected', unit: 'money' } as const] : []),
    { key: 'spent', label: 'Spent so far', unit: 'money' },
    { key: 'orders', label: 'Orders', unit: 'count' },
    { key: 'daysSince', label: 'Days since', unit: 'days' },
    { key: 'usualGap', label: 'Usual gap', unit: 'days', secondary: true },
    { key: 'lastOrder', label: 'Last order', unit: 'date', secondary: true },
    { key: 'segment', label: 'Segment', unit: 'text', secondary: true },
  ];
  return { columns, rows, hasEmails };
}

function rowOf(
  c: Concerned,
  person: Customer | undefined,
  withEmail: boolean,
  { snapshot, format }: SegmentContext,
): Row {
  const scored = customerAt(snapshot, c.at);
  const major = (amount: number | undefined) => (amount === undefined ? null : format.major(amount));
  return {
    customer: person?.key ?? String(c.customerId),
    name: person?.name ?? null,
    ...(withEmail && { email: person?.email ?? null }),
    atStake: major(c.atStake),
    expected: major(c.expected),
    spent: format.major(scored.spent),
    orders: scored.orders,
    daysSince: c.risk?.silent ?? scored.recency,
    usualGap: c.risk ? Math.round(c.risk.usual) : null,
    lastOrder: isoOf(scored.lastDay),
    segment: scored.segment.title,
  };
}
