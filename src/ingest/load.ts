import type { Knex } from 'knex';
import { fillCalendar } from '../store/calendar.js';
import type { BulkColumn, Dialect } from '../store/dialect.js';
import { type Dimension, dimensionColumn, ensureDimension, settleLevels } from '../store/dimensions.js';
import { KeyNumbers, nextId } from '../store/keys.js';
import { ValueNumbers } from '../store/values.js';
import type { PlannedDimension } from './dimensions.js';
import type { OrderLine } from './lines.js';

/** What a load wrote. Days and money as in the store. */
export interface Loaded {
  lines: number;
  ordersReplaced: number;
  /** Orders of which an earlier file held the first lines. */
  ordersContinued: number;
  firstDay: number;
  lastDay: number;
  revenue: number;
}

/**
 * Writes order lines into the store within one transaction that the caller holds.
 *
 * An order that an earlier file brought is replaced by the lines of this one, so a corrected export corrects
 * and never doubles. Call `write` for each batch, then `finish` once.
 */
export class Loader {
  readonly loaded: Loaded = {
    lines: 0,
    ordersReplaced: 0,
    ordersContinued: 0,
    firstDay: Number.POSITIVE_INFINITY,
    lastDay: Number.NEGATIVE_INFINITY,
    revenue: 0,
  };

  private constructor(
    private readonly trx: Knex,
    private readonly dialect: Dialect,
    private readonly ingestId: number,
    private readonly dimensions: readonly Dimension[],
    private readonly values: readonly ValueNumbers[],
    private readonly orders: KeyNumbers,
    private readonly customers: KeyNumbers,
    private nextLine: number,
  ) {}

  /** Whether the file's first order was looked at. */
  private firstOrderSeen = false;
  /** The order of the last line written. */
  lastOrder: number | undefined;

  static async begin(
    trx: Knex,
    dialect: Dialect,
    ingestId: number,
    planned: readonly PlannedDimension[],
    header: readonly string[],
  ): Promise<Loader> {
    const dimensions: Dimension[] = [];
    for (const p of planned) {
      dimensions.push(
        await ensureDimension(trx, {
          key: p.key,
          label: p.label,
          edges: p.edges,
          sourceColumn: header[p.column] ?? '',
        }),
      );
    }
    const counter = { next: await nextId(trx, 'dimension_values') };
    const values = await Promise.all(dimensions.map(d => ValueNumbers.of(trx, d.id, counter)));
    return new Loader(
      trx,
      dialect,
      ingestId,
      dimensions,
      values,
      await KeyNumbers.of(trx, dialect, 'orders'),
      await KeyNumbers.of(trx, dialect, 'customers'),
      await nextId(trx, 'order_lines'),
    );
  }

  async write(lines: readonly OrderLine[]): Promise<void> {
    const older = await this.orders.lookUp(lines.map(l => l.order));
    const continued = await this.#continued(lines);
    await this.#replace(older.filter(id => id !== continued));
    await this.customers.lookUp(lines.flatMap(l => (l.customer ? [l.customer.key] : [])));
    const newOrders: unknown[][] = [];
    const customers = new Map<number, unknown[]>();
    const rows: unknown[][] = [];
    for (const line of lines) {
      const customer = line.customer && this.customers.number(line.customer.key);
      if (line.customer && customer)
        customers.set(customer.id, mergedCustomer(customers.get(customer.id), customer.id, line.customer));
      const order = this.orders.number(line.order);
      if (order.isNew)
        newOrders.push([order.id, line.order, this.ingestId, customer?.id ?? null, line.day, 0, 0, false]);
      this.lastOrder = order.id;
      rows.push([
        this.nextLine++,
        this.ingestId,
        order.id,
        customer?.id ?? null,
        line.day,
        line.quantity,
        line.amount,
        line.isReturn,
        ...this.#valueIds(line),
      ]);
      this.#count(line);
    }
    // A name that a later file spells otherwise is the one to show; a file without names leaves them as they are.
    await this.dialect.insertRows(this.trx, 'customers', CUSTOMER_COLUMNS, [...customers.values()], {
      key: 'key',
      update: ['name', 'email'],
    });
    await this.dialect.insertRows(this.trx, 'orders', ORDER_COLUMNS, newOrders);
    const lineColumns = [
      ...LINE_COLUMNS,
      ...this.dimensions.map(d => ({ name: dimensionColumn(d), type: 'integer' as const })),
    ];
    await this.dialect.insertRows(this.trx, 'order_lines', lineColumns, rows);
  }

  /** Brings everything up to date that follows from the lines: values, order totals, the calendar, levels. */
  async finish(): Promise<void> {
    for (const values of this.values) await values.save(this.trx, this.dialect);
    await this.trx.raw(
      `update orders set (lines, revenue, day, is_return, customer_id) = (
         select count(*), sum(l.amount), min(l.day), min(l.is_return), min(l.customer_id) from order_lines l where l.order_id = orders.id
       ) where orders.ingest_id = ?`,
      [this.ingestId],
    );
    await fillCalendar(this.trx, this.dialect, { from: this.loaded.firstDay, to: this.loaded.lastDay });
    await settleLevels(this.trx, this.dimensions);
  }

  #count(line: OrderLine): void {
    this.loaded.lines++;
    this.loaded.revenue += line.amount;
    this.loaded.firstDay = Math.min(this.loaded.firstDay, line.day);
    this.loaded.lastDay = Math.max(this.loaded.lastDay, line.day);
  }

  /**
   * An export that was cut into files may be cut within an order. The first order of this file is continued, not
   * replaced, where it ended the file that was loaded just before, this file goes on to other orders, and none of
   * its lines was there: product, quantity and amount, since a correction changes dates and statuses.
   * @returns the order's id
   */
  async #continued(lines: readonly OrderLine[]): Promise<number | undefined> {
    const first = lines[0];
    if (this.firstOrderSeen || !first) return undefined;
    this.firstOrderSeen = true;
    const id = this.orders.known(first.order);
    const before = await this.trx('ingests')
      .whereNot({ id: this.ingestId })
      .orderBy('id', 'desc')
      .first('last_order_id');
    const own = lines.filter(l => l.order === first.order);
    if (id === undefined || before?.last_order_id !== id || own.length === lines.length) return undefined;
    const product = this.dimensions.findIndex(d => d.key === 'product');
    const columns = [
      'quantity',
      'amount',
      ...this.dimensions.filter((_, i) => i === product).map(dimensionColumn),
    ];
    const held: Record<string, number | string | null>[] = await this.trx('order_lines')
      .where({ order_id: id })
      .select(columns);
    const known = new Set(held.map(row => lineKey(columns.map(c => row[c] ?? null))));
    const keyOf = (l: OrderLine) =>
      lineKey([l.quantity, l.amount, ...this.#valueIds(l).filter((_, i) => i === product)]);
    if (own.some(l => known.has(keyOf(l)))) return undefined;
    await this.trx('orders').where({ id }).update({ ingest_id: this.ingestId });
    this.loaded.ordersContinued++;
    return id;
  }

  #valueIds(line: OrderLine): (number | null)[] {
    return line.dimensions.map((v, i) => (v ? (this.values[i]?.number(v) ?? null) : null));
  }

  /** Orders an earlier file brought give way to this file's lines. */
  async #replace(ids: readonly number[]): Promise<void> {
    const older: number[] = (
      await this.trx('orders')
        .whereRaw(`id in (${this.dialect.textList})`, [JSON.stringify(ids)])
        .whereNot({ ingest_id: this.ingestId })
        .select('id')
    ).map((row: { id: number }) => row.id);
    if (older.length === 0) return;
    const list = JSON.stringify(older);
    await this.trx('order_lines').whereRaw(`order_id in (${this.dialect.textList})`, [list]).delete();
    await this.trx('orders')
      .whereRaw(`id in (${this.dialect.textList})`, [list])
      .update({ ingest_id: this.ingestId });
    this.loaded.ordersReplaced += older.length;
  }
}

/** A customer's row from all lines of a batch; a line without the name does not take it away. */
function mergedCustomer(
  before: readonly unknown[] | undefined,
  id: number,
  customer: NonNullable<OrderLine['customer']>,
): unknown[] {
  return [id, customer.key, customer.name ?? before?.[2] ?? null, customer.email ?? before?.[3] ?? null];
}

const lineKey = (values: readonly (number | string | null)[]): string => values.join('|');

const integer = (name: string): BulkColumn => ({ name, type: 'integer' });
const words = (name: string): BulkColumn => ({ name, type: 'text' });
const CUSTOMER_COLUMNS = [integer('id'), words('key'), words('name'), words('email')];
const ORDER_COLUMNS: BulkColumn[] = [
  integer('id'),
  words('key'),
  integer('ingest_id'),
  integer('customer_id'),
  integer('day'),
  integer('lines'),
  integer('revenue'),
  { name: 'is_return', type: 'boolean' },
];
const LINE_COLUMNS: BulkColumn[] = [
  integer('id'),
  integer('ingest_id'),
  integer('order_id'),
  integer('customer_id'),
  integer('day'),
  integer('quantity'),
  integer('amount'),
  { name: 'is_return', type: 'boolean' },
];
