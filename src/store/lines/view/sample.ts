import { StoreError } from '../../../core/errors.js';
import { connectionOf } from '../../engine/connection.js';
import type { StoreReader } from '../../engine/transaction.js';
import type { ViewPlan } from '../../tables/lines-view.js';
import * as sql from './expressions.js';

/** Rows that the mapping is found by, and tried on. */
const LOOKED_AT = 20_000;

/** Columns of a view, and its first rows as texts, as a file would have them. */
export interface ViewSample {
  readonly header: readonly string[];
  /** By column, ClickHouse's name of its type. */
  readonly types: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** A row of a view, and what ClickHouse makes of it by a plan. */
export interface ReadRow {
  readonly cells: readonly string[];
  readonly order: string;
  readonly customer: string;
  readonly day: number;
  readonly quantity: number;
  readonly amount: number;
  readonly isReturn: boolean;
  /** By dimension of the plan. */
  readonly values: readonly string[];
}

/** @throws StoreError if there is no such view, LINES_URL is not set, or it is a cluster */
export async function sampleView(reader: StoreReader, view: string): Promise<ViewSample> {
  const clickHouse = clickHouseOf(reader);
  const columns = await clickHouse.records(`describe table ${sql.quotedTable(view)}`);
  const header = columns.map(([name]) => name ?? '');
  const rows = await clickHouse.records(
    `select ${header.map(rawText).join(', ')} from ${sql.quotedTable(view)} limit ${LOOKED_AT}`,
  );
  return {
    header,
    types: columns.map(([, type]) => type ?? ''),
    rows: rows.map(cells => cells.map(cell => cell ?? '')),
  };
}

/** The first rows of a view, as they are and as ClickHouse reads them by a plan. */
export async function readSample(
  reader: StoreReader,
  header: readonly string[],
  plan: ViewPlan,
): Promise<ReadRow[]> {
  const { amount, isReturn } = sql.moneyOf(plan);
  const read = [
    sql.textOf(plan.order),
    sql.customerOf(plan),
    ...[sql.dayOf(plan), sql.quantityOf(plan), amount, isReturn].map(of => `toString(${of})`),
    ...plan.dimensions.map(sql.dimensionValue),
  ];
  const rows = await clickHouseOf(reader).records(
    `select ${[...header.map(rawText), ...read.map((of, i) => `${of} as read_${i}`)].join(', ')}
     from ${sql.quotedTable(plan.view)} limit ${LOOKED_AT}`,
  );
  return rows.map(texts => {
    const [order, customer, day, quantity, total, returned, ...values] = texts
      .slice(header.length)
      .map(text => text ?? '') as [string, string, string, string, string, string];
    return {
      cells: texts.slice(0, header.length).map(cell => cell ?? ''),
      order,
      customer,
      day: Number(day),
      quantity: Number(quantity),
      amount: Number(total),
      isReturn: returned === '1',
      values,
    };
  });
}

const rawText = (column: string, i: number): string =>
  `ifNull(toString(${sql.quoted(column)}), '') as cell_${i}`;

function clickHouseOf(reader: StoreReader) {
  const { clickHouse } = connectionOf(reader);
  if (!clickHouse) throw new StoreError('LINES_URL is not set.', 'Name the database of ClickHouse there.');
  if (clickHouse.address.cluster)
    throw new StoreError(
      'LINES_VIEW is asked of one server, and LINES_CLUSTER names a cluster.',
      'Take LINES_CLUSTER out; a view over a Distributed table of the cluster is asked through one server.',
    );
  return clickHouse;
}
