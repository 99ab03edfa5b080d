import type { Column, Row } from '../../core/answer/answer.js';
import type { Format } from '../../core/answer/format.js';
import { isoOf } from '../../core/calendar/days.js';
import type { ScoredCustomer } from '../../segments/snapshots/snapshot.js';
import type { StoreReader } from '../../store/engine/transaction.js';
import { customersById } from '../../store/tables/customers.js';
import { fileRows } from './customer-files.js';

/** A table of customers with its file. */
export interface PeopleTable {
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
  readonly notes: readonly string[];
  readonly file?: string;
}

/** The columns of a table besides a customer's name, spending and last order. */
export interface PeopleOptions<T> {
  readonly customer: (item: T) => ScoredCustomer;
  readonly columns: readonly Column[];
  readonly cells: (item: T) => Row;
  /** The name of the file, and the question that lists everybody if the file is cut. */
  readonly file: string;
  readonly question: string;
}

/**
 * A table of customers with their spending; the file also has their ids and e-mail addresses, if the shop's
 * files do.
 */
export async function peopleTable<T>(
  all: readonly T[],
  { customer, columns, cells, file: name, question }: PeopleOptions<T>,
  { store, format }: { readonly store: StoreReader; readonly format: Format },
): Promise<PeopleTable> {
  const { rows: listed, file, note } = fileRows(all, name, question);
  const details = await customersById(
    store,
    listed.map(item => customer(item).customerId),
  );
  const rows = listed.map((item): Row => {
    const c = customer(item);
    const detail = details.get(c.customerId);
    return {
      customer: detail?.key ?? String(c.customerId),
      name: detail?.name ?? null,
      email: detail?.email ?? null,
      ...cells(item),
      monetary: format.major(c.spent),
      recency: c.recency,
      lastOrder: isoOf(c.lastDay),
    };
  });
  const hasIds = rows.some(row => row.customer !== row.name);
  const hasEmails = rows.some(row => row.email !== null && row.email !== row.customer);
  return {
    columns: [
      ...(hasIds ? [{ key: 'customer', label: 'Id', unit: 'text', secondary: true } as const] : []),
      { key: hasIds ? 'name' : 'customer', label: 'Customer', unit: 'text' },
      ...(hasEmails ? [{ key: 'email', label: 'E-mail', unit: 'text', secondary: true } as const] : []),
      ...columns,
      { key: 'monetary', label: 'Spent', unit: 'money' },
      { key: 'recency', label: 'Days since', unit: 'days' },
      { key: 'lastOrder', label: 'Last order', unit: 'date', secondary: true },
    ],
    rows: rows.map(({ email, name, ...row }) => ({
      ...row,
      ...(hasIds && { name: name ?? null }),
      ...(hasEmails && { email: email ?? null }),
    })),
    notes: note,
    ...file,
  };
}
