import { isoOf, partsOf } from '../../core/calendar/days.js';
import type { AmountDecimals } from '../../core/money/currencies.js';
import { toMinor } from '../../core/money/money.js';
import type { Table } from '../read/table.js';
import type { Mapping } from '../understand/mapping.js';
import type { ReadingFigures } from '../understand/questions/question.js';
import { tooLarge, withPrecision } from './decimals/amounts-for-load.js';
import { AS_STORED, BeginAgain, LineAmounts, type Precision, withFewer } from './decimals/line-amounts.js';
import type { OrderLine } from './order-line.js';
import { type LineSettings, RowReader } from './row-reader.js';

/** Rows that are read to say what a reading would give. */
const LOOKED_AT = 20_000;

/** What rows are read by, and the currency and decimals of what they come to. */
export interface SampleSettings extends Omit<LineSettings, 'amounts'> {
  readonly file: string;
  readonly currency: string;
  /** Those of the store. */
  readonly decimals: AmountDecimals;
}

/** What a mapping gives over the file's first rows, read as they would be loaded. */
export const sampleFigures = (
  table: Table,
  mapping: Mapping,
  settings: SampleSettings,
): Promise<ReadingFigures> =>
  withPrecision(AS_STORED, precision =>
    figuresWith(table, mapping, { ...settings, amounts: amountsWith(settings, precision) }),
  );

/** As in a load, rows that need more decimals than the store has are read again with more. */
function amountsWith({ file, decimals }: SampleSettings, precision: Precision): LineAmounts {
  const { least } = precision;
  const stored = Math.max(decimals.stored, least);
  const beyond = () =>
    least > decimals.stored ? new BeginAgain(withFewer(precision, least)) : tooLarge(file, decimals);
  return new LineAmounts({ ...decimals, stored }, precision, { sum: Number.MAX_SAFE_INTEGER, beyond });
}

async function figuresWith(
  table: Table,
  mapping: Mapping,
  settings: LineSettings & SampleSettings,
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
  const { currency, amounts } = settings;
  const { shown: minorDigits } = amounts.decimals;
  return { currency, minorDigits, ...sums.figures(amounts.decimals), rows, isWhole };
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

  figures(decimals: AmountDecimals) {
    const hasDays = this.#last >= this.#first;
    return {
      revenue: toMinor(this.#revenue, decimals),
      orders: this.#orders.size,
      customers: this.#customers.size,
      firstDay: hasDays ? this.#first : 0,
      lastDay: hasDays ? this.#last : 0,
      months: Object.fromEntries(Object.entries(this.#months).map(([m, sum]) => [m, toMinor(sum, decimals)])),
      placement: this.#placement,
    };
  }
}
