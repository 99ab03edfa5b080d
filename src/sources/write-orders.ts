import { IdSet } from '../core/collections/id-set.js';
import { type Decimal, roundTo } from '../core/money/money.js';
import { settleCustomers } from '../ingest/customers/settle.js';
import { addDecimals } from '../ingest/load/amount-digits.js';
import { Loader } from '../ingest/load/load.js';
import type { LineValue, OrderLine } from '../ingest/load/order-line.js';
import { openTarget } from '../ingest/load/target.js';
import type { WriteTransaction } from '../store/engine/transaction.js';
import { refreshOrderColumns } from '../store/lines/index.js';
import { decimalsForLoad } from '../store/tables/amounts.js';
import { archiveReplacedLines, discardLines, statusKey } from '../store/tables/archived-lines.js';
import { deleteUnnamedCustomers } from '../store/tables/customer-rows.js';
import { refreshCustomerTotals } from '../store/tables/customer-totals.js';
import { listDimensions, settleAllLevels } from '../store/tables/dimensions.js';
import { addCustomersOf } from '../store/tables/order-lines.js';
import { deleteOrdersWithoutLines, refreshOrders } from '../store/tables/orders.js';
import { ordersWithKeys } from '../store/tables/source-orders.js';
import { type OwnKeys, type ReadOrder, storedKey } from './read-order.js';

/** What sales of sources can be broken down by, as files call it. */
const DIMENSIONS = [
  { key: 'product', label: 'Product' },
  { key: 'category', label: 'Category' },
  { key: 'status', label: 'Status' },
  { key: 'country', label: 'Country' },
  { key: 'city', label: 'City' },
  { key: 'channel', label: 'Channel' },
  { key: 'location', label: 'Location' },
] as const;
type DimensionKey = (typeof DIMENSIONS)[number]['key'];

/** Where and how a source's orders are written. */
export interface WritingOrders {
  readonly trx: WriteTransaction;
  readonly source: string;
  readonly ingestId: number;
  readonly keys: OwnKeys;
  readonly excludedStatuses: readonly string[];
  readonly now: () => Date;
}

/** The keys of the dimensions that these orders have values of. */
export const dimensionsOf = (orders: readonly ReadOrder[]): DimensionKey[] =>
  DIMENSIONS.map(d => d.key).filter(key => orders.some(o => o.order.lines.some((_, i) => textOf(o, i, key))));

/** Writes whole orders in place of what the store had of them, and joins their customers. */
export async function writeOrders(writing: WritingOrders, orders: readonly ReadOrder[]): Promise<void> {
  const { trx, source, ingestId, keys, excludedStatuses, now } = writing;
  const excluded = new Set(excludedStatuses.map(statusKey));
  const decimals = await decimalsFor(trx, keys.currency, orders);
  const present = dimensionsOf(orders);
  const target = await openTarget(trx, {
    ingestId,
    isSource: true,
    dimensions: DIMENSIONS.filter(d => present.includes(d.key)).map(d => ({ ...d, column: 0 })),
    hasParts: orders.some(o => o.lines.some(l => l.discount || l.tax)),
    returnsOnOrderDay: false,
    header: [source],
    rows: orders.reduce((sum, o) => sum + o.lines.length, 0),
  });
  const loader = new Loader(target);
  const lines = orders.flatMap(read => linesOf(read, { keys, decimals, present, excluded }));
  await loader.write(lines);
  await loader.finish();
  await settleCustomers(trx, loader.named, source, now);
}

/** Takes orders out that are gone, or have no lines any more. @param orders their keys in the source */
export async function takeOut(
  { trx, ingestId, keys }: Pick<WritingOrders, 'trx' | 'ingestId' | 'keys'>,
  orders: readonly string[],
): Promise<void> {
  const ids = await ordersWithKeys(
    trx,
    orders.map(key => storedKey(key, keys)),
  );
  if (ids.length === 0) return;
  const dimensions = await listDimensions(trx);
  const customers = new IdSet();
  await addCustomersOf(trx, ids, customers);
  await discardLines(trx, ids, ingestId);
  // What files brought of them is kept, and does not count.
  await archiveReplacedLines(trx, dimensions, ids, ingestId);
  await refreshOrders(trx, ids);
  await deleteOrdersWithoutLines(trx, ids);
  const columns = new IdSet();
  for (const id of ids) columns.add(id);
  await refreshOrderColumns(trx, dimensions, columns);
  await deleteUnnamedCustomers(trx, customers);
  await refreshCustomerTotals(trx, customers);
  await settleAllLevels(trx, dimensions);
}

const ROOM = 100;
const FINEST = 6;

/** The decimals that amounts are stored with: more, where lines have fractions of the minor unit. */
async function decimalsFor(
  trx: WriteTransaction,
  currency: string,
  orders: readonly ReadOrder[],
): Promise<number> {
  const decimals = await decimalsForLoad(trx, currency);
  const needed = Math.max(0, ...orders.flatMap(o => o.lines.map(l => scaleOf(l.amount))));
  if (needed <= decimals.stored) return decimals.stored;
  const wanted = needed <= 4 ? 4 : FINEST;
  return (await addDecimals(trx, currency, { decimals, wanted, room: ROOM })).stored;
}

/** How many decimals a number needs: `12.5000` needs one. */
function scaleOf({ digits, scale }: Decimal): number {
  let [rest, needed] = [BigInt(digits), scale];
  while (needed > 0 && rest % 10n === 0n) {
    rest /= 10n;
    needed--;
  }
  return needed;
}

interface Reading {
  readonly keys: OwnKeys;
  readonly decimals: number;
  readonly present: readonly DimensionKey[];
  readonly excluded: ReadonlySet<string>;
}

function linesOf(read: ReadOrder, { keys, decimals, present, excluded }: Reading): OrderLine[] {
  const part = (value: Decimal | null) => (value ? roundTo(value, decimals) : null);
  return read.lines.map((line, i) => ({
    row: 0,
    order: storedKey(read.key, keys),
    lineNumber: null,
    isExcluded: excluded.has(statusKey(read.order.status ?? '')),
    isCancelled: false,
    state: null,
    customer: read.customer,
    day: line.day,
    quantity: roundTo(line.quantity, 3),
    amount: roundTo(line.amount, decimals),
    isReturn: read.order.lines[i]?.isReturn ?? false,
    dimensions: present.map((key): LineValue | null => {
      const value = textOf(read, i, key);
      return value ? { value, label: null } : null;
    }),
    parts: { discount: part(line.discount), tax: part(line.tax), shipping: null, tip: null, cost: null },
  }));
}

function textOf({ order }: ReadOrder, line: number, key: DimensionKey): string | undefined {
  const of = order.lines[line];
  const value = key === 'product' || key === 'category' ? of?.[key] : order[key];
  return value?.trim() || undefined;
}
