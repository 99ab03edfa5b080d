import { IdSet } from '../../core/collections/id-set.js';
import { ColumnWriter, refreshOrderColumns, removeOrders } from '../../store/lines/index.js';
import { archiveReplacedLines, discardLines } from '../../store/tables/archived-lines.js';
import { fillCalendar } from '../../store/tables/calendar.js';
import { refreshCustomerTotals } from '../../store/tables/customer-totals.js';
import { LevelWatch } from '../../store/tables/dimension-levels.js';
import { dimensionColumn } from '../../store/tables/dimensions.js';
import {
  addCustomersOf,
  dateReturnsByOrder,
  KNOWN_AS,
  LINE_COLUMNS,
  type LineRow,
  PART_COLUMNS,
} from '../../store/tables/order-lines.js';
import { refreshOrders } from '../../store/tables/orders.js';
import { NamedCustomers } from './customer-rows.js';
import { LineNumbers } from './line-numbers.js';
import type { OrderLine } from './order-line.js';
import { addTo, newOrder, type OrderSoFar } from './order-so-far.js';
import { OrderTally } from './order-tally.js';
import { splitOrder } from './split-order.js';
import { type LoadedBefore, splitOrderAgain } from './split-order-again.js';
import type { LoadTarget } from './target.js';
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
 * The lines of this file replace those that an earlier file brought for the same order, so a corrected export
 * corrects and never doubles. Call `write` for each batch, then `finish` once. `write` returns while the
 * database is still writing the batch, so that the next one is read meanwhile.
 */
export class Loader {
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
  readonly tally = new OrderTally();
  /** The order of the last line written. */
  lastOrder: number | undefined;

  /** Whether the file's first order was checked for a split. */
  #firstOrderSeen = false;
  /** The statements of the batch before. */
  #writing: Promise<void> = Promise.resolve();
  /**
   * Orders whose lines came in several batches or files: their totals are computed from the store at the end.
   */
  readonly #inPieces = new IdSet();
  /** Orders whose lines did not come together: their columns are written from the store at the end. */
  readonly #scattered = new IdSet();
  /** Customers whose totals change: those who lost lines, and at the end those of the file as well. */
  readonly #touched = new IdSet();
  /** Orders that this file replaces. */
  readonly #replaced = new IdSet();
  /** Orders with returns that are to count on the day of their sale. */
  readonly #returning = new IdSet();
  readonly #named = new NamedCustomers();
  /** Orders that were there before this load, until its first line of them. */
  readonly #older = new IdSet();
  readonly #lineNumbers = new LineNumbers();
  /** Of all lines, the excluded ones too. */
  #days = { from: Number.POSITIVE_INFINITY, to: Number.NEGATIVE_INFINITY };
  readonly #columns: ColumnWriter;
  readonly #levels: LevelWatch;
  readonly #lineColumns: readonly string[];
  readonly #isFirst: boolean;
  #nextLine: number;

  constructor(
    private readonly target: LoadTarget,
    /** The last load of the same content, if it is loaded again. */
    private readonly before?: LoadedBefore,
  ) {
    const { dimensions, values } = target;
    this.#nextLine = target.nextLine;
    this.#isFirst = target.orders.isEmpty;
    this.#columns = new ColumnWriter(dimensions);
    this.#levels = new LevelWatch(dimensions.slice(0, values.length));
    this.#lineColumns = [
      ...LINE_COLUMNS,
      ...(target.joined.size > 0 ? [KNOWN_AS] : []),
      ...(target.hasParts ? PART_COLUMNS : []),
      ...dimensions.map(dimensionColumn).slice(0, values.length),
    ];
  }

  async write(asNamed: readonly OrderLine[]): Promise<void> {
    const lines = this.target.forgotten.lines(asNamed);
    const { customers, hasParts, ingestId, joined, orders, values: numbers } = this.target;
    if (!orders.isEmpty || !customers.isEmpty) await this.#lookUp(lines);
    const counted: LineRow[] = [];
    const excluded: LineRow[] = [];
    const batch = new Map<number, OrderSoFar>();
    for (const line of lines) {
      const order = this.#orderOf(line, batch);
      const named = line.customer ? customers.number(line.customer.key).id : null;
      if (line.customer && named !== null) this.#named.see(named, line.customer);
      const customer = named === null ? null : (joined.get(named) ?? named);
      const values = line.dimensions.map((v, i) => (v ? (numbers[i]?.number(v) ?? null) : null));
      const { day, quantity, amount, isReturn } = line;
      if (this.#lineNumbers.isRepeated(order.id, line.lineNumber, [day, quantity, amount, ...values])) {
        this.loaded.duplicates++;
        continue;
      }
      this.#days = { from: Math.min(day, this.#days.from), to: Math.max(day, this.#days.to) };
      const parts = hasParts ? partsOf(line) : undefined;
      const row: LineRow = [
        this.#nextLine++,
        ingestId,
        order.id,
        customer,
        day,
        quantity,
        amount,
        isReturn,
        ...(joined.size > 0 ? [customer === named ? null : named] : []),
        ...(parts ?? []),
        ...values,
      ];
      if (line.isExcluded || line.isCancelled) {
        excluded.push([...row, line.isCancelled]);
        this.tally.exclude(order.id);
        this.loaded.excluded++;
        continue;
      }
      counted.push(row);
      if (this.target.returnsOnOrderDay && isReturn && !line.origin) this.#returning.add(order.id);
      this.tally.count(order.id, customer, isReturn);
      const toCount = { orderId: order.id, customerId: customer, day, quantity, amount, isReturn, parts };
      this.#columns.add(toCount, values);
      if (customer !== null) this.#levels.see(customer, values);
      addTo(order, line, customer);
      this.#count(line);
    }
    await this.#writing;
    this.#writing = writeBatch(this.target.trx, {
      ingestId,
      lineColumns: this.#lineColumns,
      counted,
      excluded,
      orders: [...batch.values()].filter(o => !this.#inPieces.has(o.id)),
      customers: this.#named.takeNews(),
      values: numbers.flatMap(values => values.takeNews()),
    }).then(() => this.#columns.writeFull(this.target.trx));
    // A failure is thrown where the batch is awaited next; unhandled until then, it would end the process.
    this.#writing.catch(() => {});
  }

  /** Waits for the batch that is being written: what is taken back meanwhile would not be all of it. */
  async stop(): Promise<void> {
    await this.#writing.catch(() => {});
  }

  /** The customers whom the lines named. */
  get named(): Iterable<number> {
    return this.#named.ids;
  }

  /** Updates everything that follows from the lines: calendar, orders, columns, customers, levels. */
  async finish(): Promise<void> {
    await this.#writing;
    const { customers, makeIndexes, trx } = this.target;
    await fillCalendar(trx, this.#days);
    await makeIndexes();
    await this.#dateReturns();
    await refreshOrders(trx, this.#inPieces);
    await this.#saveColumns();
    await addCustomersOf(trx, this.#scattered, this.#touched);
    const before = this.#named.below(customers.firstNew);
    for (const id of this.#named.ids) {
      this.#touched.add(id);
      const root = this.target.joined.get(id);
      if (root === undefined) continue;
      this.#touched.add(root);
      before.add(root);
    }
    await refreshCustomerTotals(trx, this.#isFirst ? undefined : this.#touched);
    await this.#levels.settle(trx, before, this.#isFirst || this.#named.ids.size === 0);
  }

  /** Moves returns to the day of their sale, and has their orders computed anew. */
  async #dateReturns(): Promise<void> {
    await dateReturnsByOrder(this.target.trx, this.target.ingestId, this.#returning);
    for (const id of this.#returning) {
      this.#inPieces.add(id);
      this.#scattered.add(id);
    }
  }

  async #saveColumns(): Promise<void> {
    const { dimensions, lastChunk, trx } = this.target;
    await removeOrders(trx, this.#replaced, lastChunk);
    await this.#columns.finish(trx);
    if (this.#scattered.size > 0) await refreshOrderColumns(trx, dimensions, this.#scattered);
  }

  async #lookUp(lines: readonly OrderLine[]): Promise<void> {
    // One connection, one statement at a time.
    await this.#writing;
    const { customers, orders, trx, values } = this.target;
    const older = await orders.lookUp(lines.map(l => l.order));
    await customers.lookUp(lines.flatMap(l => (l.customer ? [l.customer.key] : [])));
    for (const [i, numbers] of values.entries()) await numbers.lookUp(trx, valuesOf(lines, i));
    const split = await this.#splitOrder(lines);
    await this.#replace(older.filter(id => id !== split));
  }

  #orderOf(line: OrderLine, batch: Map<number, OrderSoFar>): OrderSoFar {
    const { id, isNew } = this.target.orders.number(line.order);
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

  /** The file's first order, if an export was split within it: its lines of the file before stay. */
  async #splitOrder(lines: readonly OrderLine[]): Promise<number | undefined> {
    if (this.target.hasWholeOrders || this.#firstOrderSeen || lines.length === 0) return undefined;
    this.#firstOrderSeen = true;
    // A file that replaced its first order last time does so again, whatever was loaded in between.
    if (this.before && !this.before.wasSplit) return undefined;
    const id = (await splitOrder(this.target, lines)) ?? (await this.#splitAgain(lines));
    if (id === undefined) return undefined;
    await addCustomersOf(this.target.trx, [id], this.#touched);
    this.#older.add(id);
    // Its lines of this file may be of another month.
    this.#scattered.add(id);
    this.loaded.ordersContinued++;
    return id;
  }

  /** The file's first order, if the same content was split within it before and can be so again. */
  async #splitAgain(lines: readonly OrderLine[]): Promise<number | undefined> {
    const { orders, trx } = this.target;
    const id = lines[0] && orders.known(lines[0].order);
    if (!this.before || id === undefined) return undefined;
    await addCustomersOf(trx, [id], this.#touched);
    const nextFree = await splitOrderAgain({ ...this.target, nextLine: this.#nextLine }, id, this.before);
    if (nextFree === undefined) return undefined;
    this.#nextLine = nextFree;
    return id;
  }

  /** Archives the lines of orders that earlier files brought: this file's lines replace them. */
  async #replace(ids: readonly number[]): Promise<void> {
    if (ids.length === 0) return;
    const { dimensions, ingestId, trx } = this.target;
    await addCustomersOf(trx, ids, this.#touched);
    if (this.target.isSource) await discardLines(trx, ids, ingestId);
    await archiveReplacedLines(trx, dimensions, ids, ingestId);
    for (const id of ids) {
      this.#older.add(id);
      this.#replaced.add(id);
    }
    this.loaded.ordersReplaced += ids.length;
  }
}

/** The figures beside a line's revenue, in the order of their columns. */
const partsOf = ({ parts }: OrderLine): (number | null)[] => PART_COLUMNS.map(part => parts?.[part] ?? null);

/** The values that lines have of the dimension at this place. */
const valuesOf = (lines: readonly OrderLine[], place: number): string[] =>
  lines.flatMap(line => line.dimensions[place]?.value ?? []);
