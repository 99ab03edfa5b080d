import type { Knex } from 'knex';
import { fillCalendar } from '../store/calendar.js';
import type { BulkColumn, Dialect } from '../store/dialect.js';
import { type Dimension, dimensionColumn, ensureDimension, settleLevels } from '../store/dimensions.js';
import { KeyNumbers, nextId } from '../store/keys.js';
import type { PlannedDimension } from './dimensions.js';
import type { OrderLine } from './lines.js';

/** What a load wrote. Days and money as in the store. */
export interface Loaded {
  lines: number;
  ordersReplaced: number;
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
        await ensureDimension(trx, { key: p.key, label: p.label, sourceColumn: header[p.column] ?? '' }),
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
    await this.#replace(await this.orders.lookUp(lines.map(l => l.order)));
    await this.customers.lookUp(lines.flatMap(l => (l.customer ? [l.customer.key] : [])));
    const newOrders: unknown[][] = [];
    const newCustomers: unknown[][] = [];
    const rows: unknown[][] = [];
    for (const line of lines) {
      const customer = line.customer && this.customers.number(line.customer.key);
      if (line.customer && customer?.isNew)
        newCustomers.push([customer.id, line.customer.key, line.customer.name, line.customer.email]);
      const order = this.orders.number(line.order);
      if (order.isNew)
        newOrders.push([order.id, line.order, this.ingestId, customer?.id ?? null, line.day, 0, 0, false]);
      rows.push([
        this.nextLine++,
        this.ingestId,
        order.id,
        customer?.id ?? null,
        line.day,
        line.quantity,
        line.amount,
        line.isReturn,
        ...line.dimensions.map((v, i) => (v ? this.values[i]?.number(v) : null)),
      ]);
      this.#count(line);
    }
    await this.dialect.insertRows(this.trx, 'customers', CUSTOMER_COLUMNS, newCustomers);
    await this.dialect.insertRows(this.trx, 'orders', ORDER_COLUMNS, newOrders);
    const lineColumns = [
      ...LINE_COLUMNS,
      ...this.dimensions.map(d => ({ name: dimensionColumn(d), type: 'integer' as const })),
    ];
    await this.dialect.insertRows(this.trx, 'order_lines', lineColumns, rows);
  }

  /** Brings everything up to date that follows from the lines: values, order totals, the calendar, levels. */
  async finish(): Promise<void> {
    for (const values of this.values) {
      await this.dialect.insertRows(this.trx, 'dimension_values', VALUE_COLUMNS, values.made);
    }
    await this.trx.raw(
      `update orders set (lines, revenue, day, is_return) = (
         select count(*), sum(l.amount), min(l.day), min(l.is_return) from order_lines l where l.order_id = orders.id
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

const integer = (name: string): BulkColumn => ({ name, type: 'integer' });
const words = (name: string): BulkColumn => ({ name, type: 'text' });
const CUSTOMER_COLUMNS = [integer('id'), words('key'), words('name'), words('email')];
const VALUE_COLUMNS = [integer('id'), integer('dimension_id'), words('value'), words('label')];
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

/** The numbers of one dimension's values; those that are new are kept in `made` until the load finishes. */
class ValueNumbers {
  readonly made: unknown[][] = [];

  private constructor(
    private readonly dimensionId: number,
    private readonly known: Map<string, number>,
    private readonly counter: { next: number },
  ) {}

  static async of(trx: Knex, dimensionId: number, counter: { next: number }): Promise<ValueNumbers> {
    const rows: { id: number; value: string }[] = await trx('dimension_values')
      .where({ dimension_id: dimensionId })
      .select('id', 'value');
    return new ValueNumbers(dimensionId, new Map(rows.map(r => [r.value, r.id])), counter);
  }

  number(v: { readonly value: string; readonly label: string | null }): number {
    const known = this.known.get(v.value);
    if (known !== undefined) return known;
    const id = this.counter.next++;
    this.known.set(v.value, id);
    this.made.push([id, this.dimensionId, v.value, v.label]);
    return id;
  }
}
