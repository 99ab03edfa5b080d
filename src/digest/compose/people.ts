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

/** What a table says of each besides who they are, what they have spent and when they were seen last. */
export interface PeopleOptions<T> {
  readonly customer: (one: T) => ScoredCustomer;
  readonly columns: readonly Column[];
  readonly cells: (one: T) => Row;
  /** The name of the file, and the question that has everybody where the file has not. */
  readonly file: string;
  readonly question: string;
}

/** Customers with what they have spent; in the file with their id and e-mail address, where the shop's files had them. */
export async function peopleTable<T>(
  all: readonly T[],
  { customer, columns, cells, file: name, question }: PeopleOptions<T>,
  { store, format }: { readonly store: StoreReader; readonly format: Format },
): Promise<PeopleTable> {
  const { kept, file, note } = fileRows(all, name, question);
  const known = await customersById(
    store,
    kept.map(one => customer(one).customerId),
  );
  const rows = kept.map((one): Row => {
    const c = customer(one);
    const own = known.get(c.customerId);
    return {
      customer: own?.key ?? String(c.customerId),
      name: own?.name ?? null,
      email: own?.email ?? null,
      ...cells(one),
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
