import type { Knex } from 'knex';
import { periodOf } from '../calendar/grain.js';
import { idList, insertRows } from './bulk.js';
import type { BulkColumn, Dialect } from './dialect.js';
import { type Dimension, dimensionColumn } from './dimensions.js';
import { decodeIds, encodeIds, IdSet } from './id-set.js';

/** A dimension with more values is not summarised: its sums would be nearly as many as its lines. */
const MOST_VALUES = 5_000;
/** Values and months of all dimensions in one load; beyond, the largest dimension is given up, so that memory stays flat. */
const MOST_CELLS = 200_000;
/** The dimension id under which the sums over everything are kept. */
export const EVERYTHING = 0;

/** What a line adds to the sums. Days, money and quantity as in the store; a value is 0 where there is none. */
export interface SummedLine {
  readonly orderId: number;
  readonly customerId: number | null;
  readonly day: number;
  readonly quantity: number;
  readonly amount: number;
  readonly isReturn: boolean;
}

class Cell {
  revenue = 0;
  lines = 0;
  orders = 0;
  quantity = 0;
  returns = 0;
  withoutCustomer = 0;
  lastOrder = 0;
  readonly customers = new IdSet();

  /** @returns 1 for the first line, which makes the cell, else 0 */
  add(line: SummedLine): 0 | 1 {
    this.revenue += line.amount;
    this.quantity += line.quantity;
    this.lines++;
    if (line.customerId === null) this.withoutCustomer++;
    else this.customers.add(line.customerId);
    if (line.isReturn) this.returns++;
    else if (this.lastOrder !== line.orderId) {
      this.lastOrder = line.orderId;
      this.orders++;
    }
    return this.lines === 1 ? 1 : 0;
  }
}

/** The sums of one month, by dimension value; 0 is no value. */
type MonthCells = Map<number, Cell>;
/** The sums of a dimension, by the first days of months. */
type Cells = Map<number, MonthCells>;

interface CurrentMonth {
  readonly everything: MonthCells;
  readonly byDimension: readonly (MonthCells | undefined)[];
}

/**
 * Adds lines up by dimension value and month, to be merged into the store's sums. The lines of an order must come
 * one after another (orders are counted where they begin), and the store must hold no other lines of these orders.
 */
export class MonthSums {
  /** Whether an order was seen whose lines fall into several months, so that months' orders do not add up. */
  ordersOverMonths = false;
  readonly #everything: Cells = new Map();
  readonly #byDimension: (Cells | undefined)[];
  readonly #months = new Map<number, number>();
  /** The month of the line before, and its cells: lines mostly come in the order of their days. */
  #month = Number.NaN;
  #current: CurrentMonth | undefined;
  #cells = 0;
  #order = 0;
  #orderMonth = 0;

  /** @param dimensions in the order in which `add` is given their values */
  constructor(private readonly dimensions: readonly Dimension[]) {
    this.#byDimension = dimensions.map(d => (d.summarised ? new Map() : undefined));
  }

  add(line: SummedLine, values: readonly (number | null)[]): void {
    const month = this.#monthFrom(line.day);
    if (line.orderId !== this.#order) {
      this.#order = line.orderId;
      this.#orderMonth = month;
    } else if (month !== this.#orderMonth) this.ordersOverMonths = true;
    const { everything, byDimension } = this.#cellsOf(month);
    cellOf(everything, 0).add(line);
    for (let i = 0; i < byDimension.length; i++) {
      const cells = byDimension[i];
      if (cells) this.#cells += cellOf(cells, values[i] ?? 0).add(line);
    }
    if (this.#cells > MOST_CELLS) this.#dropLargest();
  }

  #cellsOf(month: number): CurrentMonth {
    if (month !== this.#month || !this.#current) {
      this.#month = month;
      this.#current = {
        everything: monthOf(this.#everything, month),
        byDimension: this.#byDimension.map(cells => cells && monthOf(cells, month)),
      };
    }
    return this.#current;
  }

  /** Gives up the dimension with the most cells, so that memory stays flat; its questions are asked of the lines. */
  #dropLargest(): void {
    const sizes = this.#byDimension.map(cells => sum([...(cells?.values() ?? [])].map(month => month.size)));
    const largest = sizes.indexOf(Math.max(...sizes));
    this.#byDimension[largest] = undefined;
    this.#cells -= sizes[largest] ?? 0;
    this.#current = undefined;
  }

  /** Forgets what was added for these months. */
  dropMonths(months: ReadonlySet<number>): void {
    for (const cells of [this.#everything, ...this.#byDimension])
      for (const month of months) cells?.delete(month);
    this.#current = undefined;
  }

  /** Merges the sums into the store's. */
  async save(trx: Knex, dialect: Dialect): Promise<void> {
    if (this.ordersOverMonths)
      await trx('store_state').where({ key: 'orders_over_months' }).update({ value: 1 });
    await saveCells(trx, dialect, EVERYTHING, this.#everything);
    for (const [i, dimension] of this.dimensions.entries()) {
      if (!dimension.summarised) continue;
      const cells = this.#byDimension[i];
      const values = await trx('dimension_values')
        .where({ dimension_id: dimension.id })
        .count({ n: '*' })
        .first();
      if (!cells || Number(values?.n) > MOST_VALUES) await stopSummarising(trx, dimension);
      else await saveCells(trx, dialect, dimension.id, cells);
    }
  }

  #monthFrom(day: number): number {
    let month = this.#months.get(day);
    if (month === undefined) {
      month = periodOf('month', day).from;
      this.#months.set(day, month);
    }
    return month;
  }
}

function monthOf(cells: Cells, month: number): MonthCells {
  let found = cells.get(month);
  if (!found) {
    found = new Map();
    cells.set(month, found);
  }
  return found;
}

function cellOf(cells: MonthCells, value: number): Cell {
  let cell = cells.get(value);
  if (!cell) {
    cell = new Cell();
    cells.set(value, cell);
  }
  return cell;
}

const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);

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
  await addKept(trx, dimensionId, cells);
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

/** Lines read at a time when sums are made again. */
const PAGE = 20_000;

/**
 * Makes the sums of some months again from their lines, or of all months where none are given: after lines were
 * taken away, distinct customers cannot be subtracted.
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
  const columns = dimensions.map(d => `l.${dimensionColumn(d)}`);
  for (let [order, line] = [0, 0]; ; ) {
    const page = trx({ l: 'order_lines' })
      .whereRaw('(l.order_id, l.id) > (?, ?)', [order, line])
      .orderBy([{ column: 'l.order_id' }, { column: 'l.id' }])
      .limit(PAGE)
      .select(
        'l.id',
        'l.order_id',
        'l.customer_id',
        'l.day',
        'l.quantity',
        'l.amount',
        'l.is_return',
        ...columns,
      );
    // + 0 has SQLite read along the orders, rather than sort all lines of these days again for each page.
    if (where) page.whereRaw(`l.day + 0 in (select day from calendar where ${where})`);
    const rows: Record<string, number | boolean | null>[] = await page;
    for (const row of rows) {
      sums.add(
        {
          orderId: Number(row.order_id),
          customerId: row.customer_id === null ? null : Number(row.customer_id),
          day: Number(row.day),
          quantity: Number(row.quantity),
          amount: Number(row.amount),
          isReturn: Boolean(row.is_return),
        },
        dimensions.map(d => row[dimensionColumn(d)] as number | null),
      );
    }
    if (rows.length < PAGE) break;
    const last = rows[rows.length - 1];
    [order, line] = [Number(last?.order_id), Number(last?.id)];
  }
  await sums.save(trx, dialect);
}
