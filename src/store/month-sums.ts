import type { Knex } from 'knex';
import { periodOf } from '../calendar/grain.js';
import { idList, insertRows } from './bulk.js';
import type { BulkColumn, Dialect } from './dialect.js';
import { type Dimension, dimensionColumn } from './dimensions.js';
import { decodeIds, encodeIds, IdSet } from './id-set.js';

/** A dimension with more values is not summarised: its sums would be nearly as many as its lines. */
const MOST_VALUES = 5_000;
/** Nor one with more values and months in one load, so that memory stays flat. */
const MOST_CELLS = 120_000;
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

  add(line: SummedLine): void {
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
  }
}

/** Value and month in one number; months lie between the years 1790 and 2149. */
const SPAN = 131_072;
const keyOf = (value: number, month: number): number => value * SPAN + month + SPAN / 2;
const valueIn = (key: number): number => Math.floor(key / SPAN);
const monthOf = (key: number): number => (key % SPAN) - SPAN / 2;

/**
 * Adds lines up by dimension value and month, to be merged into the store's sums. The lines of an order must come
 * one after another (orders are counted where they begin), and the store must hold no other lines of these orders.
 */
export class MonthSums {
  /** Whether an order was seen whose lines fall into several months, so that months' orders do not add up. */
  ordersOverMonths = false;
  readonly #everything = new Map<number, Cell>();
  readonly #byDimension: (Map<number, Cell> | undefined)[];
  readonly #months = new Map<number, number>();
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
    cellOf(this.#everything, keyOf(0, month)).add(line);
    for (let i = 0; i < this.#byDimension.length; i++) {
      const cells = this.#byDimension[i];
      if (!cells) continue;
      cellOf(cells, keyOf(values[i] ?? 0, month)).add(line);
      if (cells.size > MOST_CELLS) this.#byDimension[i] = undefined;
    }
  }

  /** Forgets what was added for these months. */
  dropMonths(months: ReadonlySet<number>): void {
    for (const cells of [this.#everything, ...this.#byDimension]) {
      for (const key of cells?.keys() ?? []) if (months.has(monthOf(key))) cells?.delete(key);
    }
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

function cellOf(cells: Map<number, Cell>, key: number): Cell {
  let cell = cells.get(key);
  if (!cell) {
    cell = new Cell();
    cells.set(key, cell);
  }
  return cell;
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

async function saveCells(
  trx: Knex,
  dialect: Dialect,
  dimensionId: number,
  cells: Map<number, Cell>,
): Promise<void> {
  await addKept(trx, dimensionId, cells);
  let rows: unknown[][] = [];
  const write = async () => {
    await insertRows(trx, dialect, 'sales_sums', COLUMNS, rows, {
      key: KEY,
      update: COLUMNS.map(c => c.name).filter(name => !KEY.includes(name)),
    });
    rows = [];
  };
  for (const [key, c] of cells) {
    rows.push([
      dimensionId,
      monthOf(key),
      valueIn(key),
      c.revenue,
      c.lines,
      c.orders,
      c.quantity,
      c.returns,
      c.withoutCustomer,
      encodeIds(c.customers.sorted()),
    ]);
    if (rows.length === 2_000) await write();
  }
  if (rows.length > 0) await write();
}

/** Adds what the store has in the same cells. */
async function addKept(trx: Knex, dimensionId: number, cells: Map<number, Cell>): Promise<void> {
  const months = new Set([...cells.keys()].map(monthOf));
  const kept = await trx('sales_sums')
    .where({ dimension_id: dimensionId })
    .whereRaw(`month in (${idList(months)})`);
  for (const row of kept) {
    const cell = cells.get(keyOf(row.value_id, row.month));
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
    if (where) page.whereRaw(`l.day in (select day from calendar where ${where})`);
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
