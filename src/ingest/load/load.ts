import type { Knex } from 'knex';
import { IdSet } from '../../core/collections/id-set.js';
import { listChunks } from '../../store/columns/chunk.js';
import { refreshOrderColumns, removeOrders } from '../../store/columns/rebuild.js';
import { ColumnWriter } from '../../store/columns/writer.js';
import type { Literal } from '../../store/engine/bulk.js';
import type { Dialect } from '../../store/engine/dialect.js';
import { KeyNumbers, nextId } from '../../store/engine/key-numbers.js';
import { fillCalendar } from '../../store/tables/calendar.js';
import { refreshCustomerTotals } from '../../store/tables/customer-totals.js';
import { LevelWatch } from '../../store/tables/dimension-levels.js';
import { ValueNumbers } from '../../store/tables/dimension-values.js';
import {
  type Dimension,
  dimensionColumn,
  ensureDimension,
  listDimensions,
} from '../../store/tables/dimensions.js';
import {
  addCustomersOf,
  LINE_COLUMNS,
  putAside,
  refreshOrders,
  suspendIndexes,
} from '../../store/tables/order-lines.js';
import type { PlannedDimension } from '../understand/dimension-columns.js';
import { NamedCustomers } from './customer-rows.js';
import { LineNumbers } from './line-numbers.js';
import type { OrderLine } from './lines.js';
import { addTo, newOrder, type OrderSoFar } from './order-so-far.js';
import { continuedOrder, type LineNumbering } from './split-export.js';
import { continueAgain, type LoadedBefore } from './split-export-again.js';
import { writeBatch } from './write-batch.js';

/** What a load wrote. Days and money as in the store. */
export interface Loaded {
  lines: number;
  /** Lines whose status the shop excludes: kept, but not counted. */
  excluded: number;
  /** Lines that the file holds twice, by order id and line number; the first was loaded. */
  duplicates: number;
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
 * and never doubles. Call `write` for each batch, then `finish` once. `write` hands a batch to the database and
 * returns while it is being written, so that the next one is read meanwhile.
 */
export class Loader implements LineNumbering {
  readonly loaded: Loaded = {
    lines: 0,
    excluded: 0,
    duplicates: 0,
    ordersReplaced: 0,
    ordersContinued: 0,
    firstDay: Number.POSITIVE_INFINITY,
    lastDay: Number.NEGATIVE_INFINITY,
    revenue: 0,
  };
  /** The order of the last line written. */
  lastOrder: number | undefined;

  /** Whether the file's first order was looked at. */
  #firstOrderSeen = false;
  /** The statements of the batch before. */
  #writing: Promise<void> = Promise.resolve();
  /** Orders whose lines came in more than one batch or file: their totals are made from the store at the end. */
  readonly #inPieces = new IdSet();
  /** Orders whose lines came apart from each other: their columns are made from the store at the end. */
  readonly #scattered = new IdSet();
  /** Customers whose totals change: those who lost lines, at the end those of the file as well. */
  readonly #touched = new IdSet();
  /** Orders that this file replaces. */
  readonly #replaced = new IdSet();
  readonly #named = new NamedCustomers();
  /** Orders that were there before this load, until its first line of them. */
  readonly #older = new IdSet();
  readonly #lineNumbers = new LineNumbers();
  /** Of all lines, the excluded ones too. */
  #days = { from: Number.POSITIVE_INFINITY, to: Number.NEGATIVE_INFINITY };
  readonly #columns: ColumnWriter;
  readonly #levels: LevelWatch;
  readonly #lineColumns: readonly string[];

  private constructor(
    private readonly trx: Knex,
    private readonly dialect: Dialect,
    private readonly ingestId: number,
    /** The file's dimensions, and then the others of the store. */
    readonly dimensions: readonly Dimension[],
    readonly values: readonly ValueNumbers[],
    readonly orders: KeyNumbers,
    readonly customers: KeyNumbers,
    private nextLine: number,
    private readonly isFirst: boolean,
    private readonly makeIndexes: () => Promise<void>,
    /** The last chunk of columns before this load. */
    private readonly lastChunk: number,
    private readonly before: LoadedBefore | undefined,
  ) {
    this.#columns = new ColumnWriter(dimensions);
    this.#levels = new LevelWatch(dimensions.slice(0, values.length));
    this.#lineColumns = [...LINE_COLUMNS, ...dimensions.map(dimensionColumn).slice(0, values.length)];
  }

  /**
   * @param rows how many rows the file has
   * @param before the last load of the same content, if it is loaded again
   */
  static async begin(
    trx: Knex,
    dialect: Dialect,
    ingestId: number,
    planned: readonly PlannedDimension[],
    header: readonly string[],
    rows: number,
    before?: LoadedBefore,
  ): Promise<Loader> {
    const dimensions: Dimension[] = [];
    for (const p of planned) {
      dimensions.push(
        await ensureDimension(trx, {
          key: p.key,
          label: p.label,
          edges: p.edges,
          sourceColumn: (header[p.column] ?? '').slice(0, 255).toWellFormed(),
        }),
      );
    }
    const counter = { next: await nextId(trx, 'dimension_values') };
    const values: ValueNumbers[] = [];
    for (const d of dimensions) values.push(await ValueNumbers.of(trx, d.id, counter));
    const others = (await listDimensions({ db: trx })).filter(d => !dimensions.some(own => own.id === d.id));
    const orders = await KeyNumbers.of(trx, dialect, 'orders');
    const customers = await KeyNumbers.of(trx, dialect, 'customers');
    const nextLine = Math.max(await nextId(trx, 'order_lines'), await nextId(trx, 'lines_aside'));
    const there = nextLine - 1;
    const makeIndexes = await suspendIndexes(trx, dialect, { isFirst: orders.isEmpty, coming: rows, there });
    return new Loader(
      trx,
      dialect,
      ingestId,
      [...dimensions, ...others],
      values,
      orders,
      customers,
      nextLine,
      orders.isEmpty,
      makeIndexes,
      (await listChunks(trx)).at(-1)?.id ?? 0,
      before,
    );
  }

  async write(lines: readonly OrderLine[]): Promise<void> {
    if (!this.orders.isEmpty || !this.customers.isEmpty) await this.#lookUp(lines);
    const counted: Literal[][] = [];
    const excluded: Literal[][] = [];
    const batch = new Map<number, OrderSoFar>();
    for (const line of lines) {
      const order = this.#orderOf(line, batch);
      const customer = line.customer ? this.customers.number(line.customer.key).id : null;
      if (line.customer && customer !== null) this.#named.see(customer, line.customer);
      const values = line.dimensions.map((v, i) => (v ? (this.values[i]?.number(v) ?? null) : null));
      const { day, quantity, amount, isReturn } = line;
      if (this.#lineNumbers.isRepeated(order.id, line.lineNumber, [day, quantity, amount, ...values])) {
        this.loaded.duplicates++;
        continue;
      }
      this.#days = { from: Math.min(day, this.#days.from), to: Math.max(day, this.#days.to) };
      const row = [
        this.nextLine++,
        this.ingestId,
        order.id,
        customer,
        day,
        quantity,
        amount,
        isReturn,
        ...values,
      ];
      if (line.isExcluded) {
        excluded.push(row);
        this.loaded.excluded++;
        continue;
      }
      counted.push(row);
      const toCount = { orderId: order.id, customerId: customer, day, quantity, amount, isReturn };
      this.#columns.add(toCount, values);
      if (customer !== null) this.#levels.see(customer, values);
      addTo(order, line, customer);
      this.#count(line);
    }
    await this.#writing;
    this.#writing = writeBatch(this.trx, this.dialect, {
      ingestId: this.ingestId,
      lineColumns: this.#lineColumns,
      counted,
      excluded,
      orders: [...batch.values()].filter(o => !this.#inPieces.has(o.id)),
      customers: this.#named.takeNews(),
      values: this.values.flatMap(values => values.takeNews()),
    }).then(() => this.#columns.writeFull(this.trx));
    // A failure is thrown where the batch is awaited next; unhandled until then, it would end the process.
    this.#writing.catch(() => {});
  }

  /** Brings everything up to date that follows from the lines: values, orders, customers, sums, levels. */
  async finish(): Promise<void> {
    await this.#writing;
    const { trx } = this;
    await fillCalendar(trx, this.dialect, this.#days);
    await this.makeIndexes();
    await refreshOrders(trx, this.#inPieces);
    await this.#saveColumns();
    await addCustomersOf(trx, this.#scattered, this.#touched);
    for (const id of this.#named.ids) this.#touched.add(id);
    await refreshCustomerTotals(trx, this.isFirst ? undefined : this.#touched);
    const before = this.#named.below(this.customers.firstNew);
    await this.#levels.settle(trx, before, this.isFirst || this.#named.ids.size === 0);
  }

  async #saveColumns(): Promise<void> {
    await removeOrders(this.trx, this.#replaced, this.lastChunk);
    await this.#columns.finish(this.trx);
    if (this.#scattered.size > 0) await refreshOrderColumns(this.trx, this.dimensions, this.#scattered);
  }

  async #lookUp(lines: readonly OrderLine[]): Promise<void> {
    // One connection, one statement at a time.
    await this.#writing;
    const older = await this.orders.lookUp(lines.map(l => l.order));
    await this.customers.lookUp(lines.flatMap(l => (l.customer ? [l.customer.key] : [])));
    for (const [i, values] of this.values.entries())
      await values.lookUp(this.trx, this.dialect, valuesOf(lines, i));
    const continued = await this.#continued(lines);
    await this.#replace(older.filter(id => id !== continued));
  }

  #orderOf(line: OrderLine, batch: Map<number, OrderSoFar>): OrderSoFar {
    const { id, isNew } = this.orders.number(line.order);
    let order = batch.get(id);
    if (!order) {
      order = newOrder(id, line);
      batch.set(id, order);
      if (!isNew) this.#inPieces.add(id);
    }
    if (!isNew && id !== this.lastOrder && !this.#older.delete(id)) this.#scattered.add(id);
    this.lastOrder = id;
    return order;
  }

  #count(line: OrderLine): void {
    this.loaded.lines++;
    this.loaded.revenue += line.amount;
    this.loaded.firstDay = Math.min(this.loaded.firstDay, line.day);
    this.loaded.lastDay = Math.max(this.loaded.lastDay, line.day);
  }

  /** The order that the file goes on with, where it does: its lines stay. */
  async #continued(lines: readonly OrderLine[]): Promise<number | undefined> {
    if (this.#firstOrderSeen || lines.length === 0) return undefined;
    this.#firstOrderSeen = true;
    // What replaced its order when it was loaded last replaces it again, whatever the files in between were like.
    if (this.before && !this.before.continued) return undefined;
    const id = (await continuedOrder(this.trx, this.ingestId, lines, this)) ?? (await this.#again(lines));
    if (id === undefined) return undefined;
    await addCustomersOf(this.trx, [id], this.#touched);
    this.#older.add(id);
    // Its lines of this file may be of another month.
    this.#scattered.add(id);
    this.loaded.ordersContinued++;
    return id;
  }

  /** The file's first order, if the same content continued it before and can do so again. */
  async #again(lines: readonly OrderLine[]): Promise<number | undefined> {
    const id = lines[0] && this.orders.known(lines[0].order);
    if (!this.before || id === undefined) return undefined;
    await addCustomersOf(this.trx, [id], this.#touched);
    const target = { ingestId: this.ingestId, nextLine: this.nextLine };
    const free = await continueAgain(this.trx, this.dimensions, id, this.before, target);
    if (free === undefined) return undefined;
    this.nextLine = free;
    return id;
  }

  /** Orders an earlier file brought give way to this file's lines. */
  async #replace(ids: readonly number[]): Promise<void> {
    if (ids.length === 0) return;
    await addCustomersOf(this.trx, ids, this.#touched);
    await putAside(this.trx, this.dimensions, ids, this.ingestId);
    for (const id of ids) {
      this.#older.add(id);
      this.#replaced.add(id);
    }
    this.loaded.ordersReplaced += ids.length;
  }
}

/** The values that lines have of the dimension at this place. */
const valuesOf = (lines: readonly OrderLine[], place: number): string[] =>
  lines.flatMap(line => line.dimensions[place]?.value ?? []);
