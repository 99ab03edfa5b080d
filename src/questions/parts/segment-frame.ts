import type { Column, Row } from '../../answer/answer.js';
import { type Format, formatFor, plural } from '../../answer/format.js';
import { isoOf, showDay } from '../../calendar/days.js';
import { noSales, ShopkeeperError } from '../../errors.js';
import { currentSnapshot } from '../../segments/kept.js';
import type { ScoredCustomer, Snapshot } from '../../segments/snapshot.js';
import type { Shop } from '../../shop.js';
import { customersFromSummaries, lastOrderDay } from '../../store/customer-totals.js';
import type { Customer } from '../../store/customers.js';
import { totalSums } from '../../store/sums.js';

/** What every segment answer starts from. */
export interface SegmentFrame {
  readonly snapshot: Snapshot;
  readonly text: string;
  readonly dataThrough: string;
  readonly notes: readonly string[];
  readonly format: Format;
}

/** @throws ShopkeeperError where there are no sales, or none with a customer */
export async function segmentFrame(shop: Shop): Promise<SegmentFrame> {
  const last = await lastOrderDay(shop.store.db);
  if (last === undefined) throw noSales();
  const snapshot = await currentSnapshot(shop.store);
  if (snapshot && snapshot.customers.length === 0 && snapshot.returnsOnly > 0) {
    throw new ShopkeeperError(
      `The ${plural(snapshot.returnsOnly, 'customer')} in the store have returns but no order, so there are no segments.`,
      'Load the orders as well as the returns.',
    );
  }
  if (!snapshot || snapshot.customers.length === 0) {
    throw new ShopkeeperError(
      'The sales name no customers, so there are no segments.',
      'Load a file with a customer id, name or e-mail column. Sales questions work without.',
    );
  }
  const { linesWithoutCustomer } = await totalSums(shop.store, { filters: [] });
  const summarised = await customersFromSummaries(shop.store.db);
  return {
    snapshot,
    text: `As of ${showDay(snapshot.asOf)}, ${plural(snapshot.customers.length, 'customer')}`,
    dataThrough: isoOf(last),
    notes: [
      ...snapshot.notes,
      ...(snapshot.returnsOnly > 0
        ? [`${plural(snapshot.returnsOnly, 'customer')} with returns but no order in no segment.`]
        : []),
      ...(summarised > 0
        ? [
            `${plural(summarised, 'customer')} known from a file of customer summaries, without single orders: segments of earlier days do not have their earlier orders.`,
          ]
        : []),
      ...(linesWithoutCustomer > 0
        ? [`${plural(linesWithoutCustomer, 'line')} without a customer: not in any segment.`]
        : []),
    ],
    format: formatFor(shop.currency),
  };
}

/** The columns of a list of customers. */
export const CUSTOMER_COLUMNS: readonly Column[] = [
  { key: 'customer', label: 'Customer', unit: 'text' },
  { key: 'name', label: 'Name', unit: 'text' },
  { key: 'monetary', label: 'Spent', unit: 'money' },
  { key: 'frequency', label: 'Orders', unit: 'count' },
  { key: 'recency', label: 'Days since', unit: 'days' },
  { key: 'lastOrder', label: 'Last order', unit: 'date' },
  { key: 'segment', label: 'Segment', unit: 'text', secondary: true },
  { key: 'r', label: 'R', unit: 'score', secondary: true },
  { key: 'f', label: 'F', unit: 'score', secondary: true },
  { key: 'm', label: 'M', unit: 'score', secondary: true },
];

/** The columns without the id where it says the same as the name. */
export function customerColumns(rows: readonly Row[]): Column[] {
  const same = rows.every(row => row.customer === row.name);
  return CUSTOMER_COLUMNS.filter(c => !(same && c.key === 'name'));
}

/** A customer as a row: contract of docs/answer.md. */
export function customerRow(
  scored: ScoredCustomer,
  customer: Customer | undefined,
  frame: Pick<SegmentFrame, 'snapshot' | 'format'>,
): Row {
  return {
    customer: customer?.key ?? String(scored.customerId),
    name: customer?.name ?? null,
    segment: frame.snapshot.map.segments.find(s => s.key === scored.segment)?.title ?? 'Others',
    r: scored.r,
    f: scored.f,
    m: scored.m,
    recency: scored.recency,
    frequency: scored.frequency,
    monetary: frame.format.major(scored.monetary),
    lastOrder: isoOf(scored.lastDay),
  };
}
