import { periodOf } from '../calendar/grain.js';
import type { Dimension } from './dimensions.js';
import { IdSet } from './id-set.js';

/** So many cells of one load fit into memory. */
const MOST_CELLS = 200_000;

/** What a line adds to the sums. Days, money and quantity as in the store; a value is 0 where there is none. */
export interface SummedLine {
  readonly orderId: number;
  readonly customerId: number | null;
  readonly day: number;
  readonly quantity: number;
  readonly amount: number;
  readonly isReturn: boolean;
}

/** The sums of one value of a dimension in one month. */
export class Cell {
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

  /**
   * Takes the sums of lines away that went.
   * @param staying the sums of all lines that the customers of those lines still have here; undefined where none
   */
  subtract(gone: Cell, staying: Cell | undefined): void {
    this.revenue -= gone.revenue;
    this.lines -= gone.lines;
    this.orders -= gone.orders;
    this.quantity -= gone.quantity;
    this.returns -= gone.returns;
    this.withoutCustomer -= gone.withoutCustomer;
    const stay = new Set(staying?.customers.sorted() ?? []);
    this.customers.removeAll(new Set([...gone.customers.sorted()].filter(id => !stay.has(id))));
  }
}

/** The sums of one month, by dimension value; 0 is no value. */
export type MonthCells = Map<number, Cell>;
/** The sums of a dimension, by the first days of months. */
export type Cells = Map<number, MonthCells>;

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

  /**
   * @param dimensions in the order in which `add` is given their values
   * @param mostCells values and months of all dimensions; beyond, the largest dimension is given up
   */
  constructor(
    readonly dimensions: readonly Dimension[],
    private readonly mostCells = MOST_CELLS,
  ) {
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
    if (this.#cells > this.mostCells) this.#dropLargest();
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

  /** The sums over everything, or of a dimension by its place; undefined where there are too many to keep. */
  cells(dimension: number | 'everything'): Cells | undefined {
    return dimension === 'everything' ? this.#everything : this.#byDimension[dimension];
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

/** The cells of a month, made where there are none. */
export function monthOf(cells: Cells, month: number): MonthCells {
  let found = cells.get(month);
  if (!found) {
    found = new Map();
    cells.set(month, found);
  }
  return found;
}

/** The cell of a value, made where there is none. */
export function cellOf(cells: MonthCells, value: number): Cell {
  let cell = cells.get(value);
  if (!cell) {
    cell = new Cell();
    cells.set(value, cell);
  }
  return cell;
}

const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);
