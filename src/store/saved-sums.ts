import type { Knex } from 'knex';
import { idList, insertRows } from './bulk.js';
import type { BulkColumn, Dialect } from './dialect.js';
import type { Dimension } from './dimensions.js';
import { decodeIds, encodeIds } from './id-set.js';
import { type Cells, cellOf, MonthSums, monthOf } from './month-sums.js';
import { linesWhere } from './read-lines.js';

/** A dimension with more values is not summarised: its sums would be nearly as many as its lines. */
const MOST_VALUES = 5_000;
/** The dimension id under which the sums over everything are kept. */
export const EVERYTHING = 0;

/** What went from the store before new lines came: the sums of those lines, and of all lines their customers have now. */
export interface Gone {
  readonly gone: MonthSums;
  readonly staying: MonthSums;
}

/** Merges sums of new lines into the store's, and takes those of lines that went out of them. */
export async function saveSums(trx: Knex, dialect: Dialect, sums: MonthSums, went?: Gone): Promise<void> {
  if (sums.ordersOverMonths)
    await trx('store_state').where({ key: 'orders_over_months' }).update({ value: 1 });
  const merge = async (id: number, place: number | 'everything', cells: Cells) => {
    const gone = went?.gone.cells(place);
    for (const [month, values] of gone ?? [])
      for (const value of values.keys()) cellOf(monthOf(cells, month), value);
    await addKept(trx, id, cells);
    for (const [month, values] of gone ?? []) {
      for (const [value, cell] of values)
        cellOf(monthOf(cells, month), value).subtract(
          cell,
          went?.staying.cells(place)?.get(month)?.get(value),
        );
    }
    await saveCells(trx, dialect, id, cells);
    if (gone) await trx('sales_sums').where({ dimension_id: id, lines: 0 }).delete();
  };
  await merge(EVERYTHING, 'everything', sums.cells('everything') ?? new Map());
  for (const [place, dimension] of sums.dimensions.entries()) {
    if (!dimension.summarised) continue;
    const cells = sums.cells(place);
    const values = await trx('dimension_values')
      .where({ dimension_id: dimension.id })
      .count({ n: '*' })
      .first();
    if (!cells || Number(values?.n) > MOST_VALUES) await stopSummarising(trx, dimension);
    else await merge(dimension.id, place, cells);
  }
}

async function stopSummarising(trx: Knex, dimension: Dimension): Promise<void> {
  await trx('sales_sums').where({ dimension_id: dimension.id }).delete();
  await trx('dimensions').where({ id: dimension.id }).update({ summarised: false });
}

const COLUMNS: readonly BulkColumn[] = [
  ...[
    'dimension_id',
    'month',
    'value_id',
    'revenue',
    'lines',
    'orders',
    'quantity',
    'returns',
    'lines_without_customer',
  ].map(name => ({ name, type: 'integer' as const })),
  { name: 'customers', type: 'text' },
];
const KEY = ['dimension_id', 'month', 'value_id'];

async function saveCells(trx: Knex, dialect: Dialect, dimensionId: number, cells: Cells): Promise<void> {
  let rows: unknown[][] = [];
  const write = async () => {
    await insertRows(trx, dialect, 'sales_sums', COLUMNS, rows, {
      key: KEY,
      update: COLUMNS.map(c => c.name).filter(name => !KEY.includes(name)),
    });
    rows = [];
  };
  for (const [month, values] of cells) {
    for (const [value, c] of values) {
      const { revenue, lines, orders, quantity, returns, withoutCustomer } = c;
      const customers = encodeIds(c.customers.sorted());
      rows.push([
        dimensionId,
        month,
        value,
        revenue,
        lines,
        orders,
        quantity,
        returns,
        withoutCustomer,
        customers,
      ]);
      if (rows.length === 2_000) await write();
    }
  }
  if (rows.length > 0) await write();
}

/** Adds what the store has in the same cells. */
async function addKept(trx: Knex, dimensionId: number, cells: Cells): Promise<void> {
  const kept = await trx('sales_sums')
    .where({ dimension_id: dimensionId })
    .whereRaw(`month in (${idList(cells.keys())})`);
  for (const row of kept) {
    const cell = cells.get(row.month)?.get(row.value_id);
    if (!cell) continue;
    cell.revenue += Number(row.revenue);
    cell.lines += Number(row.lines);
    cell.orders += Number(row.orders);
    cell.quantity += Number(row.quantity);
    cell.returns += Number(row.returns);
    cell.withoutCustomer += Number(row.lines_without_customer);
    decodeIds(row.customers, id => cell.customers.add(id));
  }
}

/**
 * Makes the sums of some months again from their lines, or of all months where none are given: after an upgrade, and
 * where so many lines changed that it is faster than adding and taking away.
 */
export async function rebuildMonths(
  trx: Knex,
  dialect: Dialect,
  dimensions: readonly Dimension[],
  months?: ReadonlySet<number>,
): Promise<void> {
  const where = months && `month in (${idList(months)})`;
  await (where ? trx('sales_sums').whereRaw(where) : trx('sales_sums')).delete();
  const sums = new MonthSums(dimensions);
  // + 0 has SQLite read along the orders, rather than sort all lines of these days again for each page.
  const lines = where ? `day + 0 in (select day from calendar where ${where})` : undefined;
  for await (const { line, values } of linesWhere(trx, dimensions, lines)) sums.add(line, values);
  await saveSums(trx, dialect, sums);
}
