import { isoOf, partsOf } from '../../core/calendar/days.js';
import type { Table } from '../read/table.js';
import type { Mapping } from '../understand/mapping.js';
import type { ReadingFigures } from '../understand/questions/question.js';
import type { OrderLine } from './order-line.js';
import { type LineSettings, RowReader } from './row-reader.js';

/** Rows that are read to say what a reading would give. */
const LOOKED_AT = 20_000;

/** What a mapping gives over the file's first rows, read as they would be loaded. */
export async function sampleFigures(
  table: Table,
  mapping: Mapping,
  settings: LineSettings & { readonly currency: string },
): Promise<ReadingFigures> {
  const sums = new Sums();
  const ignore = () => {};
  const sink = { line: (line: OrderLine) => sums.add(line), refuse: ignore, leaveOut: ignore };
  const reader = new RowReader(table.header, mapping, settings, sink);
  let rows = 0;
  let isWhole = true;
  for await (const batch of table.rows()) {
    for (const row of batch) {
      if (rows >= LOOKED_AT) break;
      reader.read(row);
      rows++;
    }
    isWhole = rows < LOOKED_AT;
    if (!isWhole) break;
  }
  reader.end();
  const { currency, minorDigits } = settings;
  return { currency, minorDigits, ...sums.figures(), rows, isWhole };
}

/** Sums stay whole numbers below it. */
const PLACEMENTS = 2 ** 31;

/** Adds lines up as answers do: excluded and cancelled ones do not count, returns are no orders. */
class Sums {
  #revenue = 0;
  readonly #orders = new Set<string>();
  readonly #customers = new Set<string>();
  readonly #months: Record<string, number> = {};
  #placement = 0;
  #first = Number.POSITIVE_INFINITY;
  #last = Number.NEGATIVE_INFINITY;

  add(line: OrderLine): void {
    if (line.isExcluded || line.isCancelled) return;
    this.#revenue += line.amount;
    if (!line.isReturn) this.#orders.add(line.order);
    if (line.customer) this.#customers.add(line.customer.key);
    const month = isoOf(line.day).slice(0, 7);
    this.#months[month] = (this.#months[month] ?? 0) + line.amount;
    const { year, month: number } = partsOf(line.day);
    this.#placement = (this.#placement + line.row * (year * 12 + number)) % PLACEMENTS;
    this.#first = Math.min(this.#first, line.day);
    this.#last = Math.max(this.#last, line.day);
  }

  figures() {
    const hasDays = this.#last >= this.#first;
    return {
      revenue: this.#revenue,
      orders: this.#orders.size,
      customers: this.#customers.size,
      firstDay: hasDays ? this.#first : 0,
      lastDay: hasDays ? this.#last : 0,
      months: this.#months,
      placement: this.#placement,
    };
  }
}
