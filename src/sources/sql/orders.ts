import { ZoneClock } from '../../core/calendar/zones.js';
import { type Decimal, multiply, parseDecimal } from '../../core/money/money.js';
import type { SourceLine, SourceOrder } from '../source.js';
import { type Columns, columnsOf, type ReadRole } from './columns.js';
import type { Batch } from './database.js';

/** How rows are read. */
export interface RowReading {
  /** ISO 4217, of all rows that do not say theirs. */
  readonly currency?: string | undefined;
  /** The zone of times that have none; those of the shop unless given. */
  readonly zone?: string | undefined;
  /** What columns are, as `columnsOf` reads it. */
  readonly map?: string | undefined;
}

type Row = Batch['rows'][number];

/** An order of more lines is no order: the query gives the wrong column as its number. */
const MOST_LINES = 10_000;

/**
 * Puts rows together to whole orders. The rows of an order must follow each other.
 * @param each called with each row, before the order that it is in is given
 */
export async function* ordersIn(
  batches: AsyncIterable<Batch>,
  reading: RowReading,
  each: (row: Row, columns: Columns) => void = () => {},
): AsyncGenerator<SourceOrder> {
  let columns: Columns | undefined;
  let key: string | undefined;
  let rows: Row[] = [];
  let lines = 0;
  let clock = reading.zone === undefined ? undefined : new ZoneClock(reading.zone);
  const order = () =>
    columns && key !== undefined ? orderOf(key, rows, lines, { columns, clock, reading }) : [];
  for await (const batch of batches) {
    columns ??= columnsOf(batch.columns, reading.map);
    const zone = columns.all[columns.at.date ?? -1]?.zone;
    if (zone !== undefined) clock ??= new ZoneClock(zone);
    for (const row of batch.rows) {
      const own = row[columns.at.orderId ?? -1] ?? '';
      if (own !== key) {
        yield* order();
        [key, rows, lines] = [own, [], 0];
      }
      each(row, columns);
      lines++;
      if (lines <= MOST_LINES) rows.push(row);
    }
  }
  yield* order();
}

interface Around {
  readonly columns: Columns;
  readonly clock: ZoneClock | undefined;
  readonly reading: RowReading;
}

function orderOf(key: string, rows: readonly Row[], count: number, around: Around): SourceOrder[] {
  const { columns, reading } = around;
  // Sorted, so that the same rows in another order are the same order.
  const all = (role: ReadRole) =>
    rows
      .map(row => valueAt(row, columns, role))
      .filter(v => v !== null)
      .sort();
  const first = (role: ReadRole) => all(role)[0] ?? null;
  const id = first('customerId');
  const [email, name] = [first('email'), first('customerName')];
  const lines: SourceLine[] = [];
  let unreadable: string | undefined;
  if (count > MOST_LINES) unreadable = `it has ${count} lines: is its number the right column?`;
  if (new Set(all('currency').map(c => c.toUpperCase())).size > 1)
    unreadable = 'its lines are in several currencies';
  for (const row of rows) {
    const line = lineOf(row, around);
    if (typeof line === 'string') unreadable ??= line;
    else lines.push(line);
  }
  lines.sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
  return [
    {
      key,
      currency: first('currency') ?? reading.currency ?? '',
      customer: id || email || name ? { id, email, name } : null,
      status: first('status'),
      country: first('country'),
      city: first('city'),
      channel: first('channel'),
      lines: unreadable === undefined ? lines : [],
      ...(unreadable !== undefined && { unreadable }),
    },
  ];
}

function valueAt(row: Row, { at }: Columns, role: ReadRole): string | null {
  const index = at[role];
  const value = index === undefined ? null : (row[index] ?? null);
  return value === null || value.trim() === '' ? null : value.trim();
}

function lineOf(row: Row, { columns, clock }: Around): SourceLine | string {
  const value = (role: ReadRole) => valueAt(row, columns, role);
  const at = instantOf(value('date') ?? '', columns.all[columns.at.date ?? -1]?.time, clock);
  if (at === undefined) return `"${value('date') ?? ''}" is no date`;
  const quantity = value('quantity') ?? '1';
  const amount =
    value('amount') ?? (columns.at.amount === undefined ? times(quantity, value('unitPrice')) : '');
  if (amount === '') return 'it has no amount';
  const [pieces, money] = [Number(quantity), Number(amount)];
  if (pieces * money < 0)
    return `${quantity} pieces for ${amount}: what came back is below zero in both quantity and amount`;
  return {
    at,
    product: value('productName') ?? value('productId'),
    category: value('category'),
    quantity,
    amount,
    isReturn: pieces < 0 || money < 0,
  };
}

function times(quantity: string, price: string | null): string {
  const [pieces, each] = [parseDecimal(quantity), parseDecimal(price ?? '')];
  return pieces && each ? textOf(multiply(pieces, each)) : '';
}

function textOf({ digits, scale }: Decimal): string {
  const text = String(digits);
  const sign = text.startsWith('-') ? '-' : '';
  const plain = text.replace('-', '').padStart(scale + 1, '0');
  return `${sign}${plain.slice(0, plain.length - scale)}${scale > 0 ? `.${plain.slice(-scale)}` : ''}`;
}

const WRITTEN =
  /^(\d{4}-\d{2}-\d{2})(?:[ T](\d{2}):(\d{2})(?::(\d{2}(?:\.\d+)?))?)?\s*(Z|[+-]\d{2}(?::?\d{2})?)?$/i;

/** A day of the shop, or an instant with its offset; undefined if it is neither. */
function instantOf(
  text: string,
  time: 'day' | 'clock' | 'instant' | undefined,
  clock: ZoneClock | undefined,
) {
  const [, day, hour, minute, , offset] = WRITTEN.exec(text) ?? [];
  if (day === undefined) return undefined;
  if (hour === undefined) return day;
  if (offset !== undefined || time === 'instant') return `${day}T${hour}:${minute}:00${inFull(offset)}`;
  if (!clock) return day;
  const local = Date.parse(`${day}T${hour}:${minute}:00Z`) / 60_000;
  return new Date(clock.instantOf(local) * 60_000).toISOString();
}

/** `+00` as ISO 8601 wants it. */
const inFull = (offset = 'Z'): string => (/^[+-]\d{2}$/.test(offset) ? `${offset}:00` : offset.toUpperCase());
