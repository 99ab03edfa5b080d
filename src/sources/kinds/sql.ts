import { isAbsolute } from 'node:path';
import { z } from 'zod';
import { isZone } from '../../core/calendar/zones.js';
import { isCurrency } from '../../core/money/currencies.js';
import type { OrderSource, Page, SourceContext, SourceKind, SourceOrder } from '../source.js';
import { checkSql } from '../sql/check.js';
import { type Columns, columnsOf, noCursor } from '../sql/columns.js';
import { laterOf, withOverlap } from '../sql/cursor.js';
import type { Batch, Database } from '../sql/database.js';
import { openDatabase } from '../sql/open.js';
import { ordersIn } from '../sql/orders.js';
import { allRows, type KeyColumns, ordersSince, readQuery, sampleOf } from '../sql/query.js';

/** Orders a page. */
const PAGE = 500;
/** With a cursor, what is committed late is read by a later run. */
const OVERLAP_MS = 5 * 60_000;

const settingsSchema = z.strictObject({
  url: z.string(),
  password: z.string().optional(),
  tls: z.enum(['yes', 'no']).optional(),
  query: z.string().refine(isAbsolute, 'must be the whole path of a file, from / on'),
  cursor: z.string().optional(),
  map: z.string().optional(),
  currency: z.string().refine(isCurrency, 'must be a currency such as EUR').optional(),
  zone: z.string().refine(isZone, 'must be a time zone such as Europe/Berlin').optional(),
});
export type SqlSettings = z.infer<typeof settingsSchema>;

/** How far it was read. */
const stateSchema = z.object({ cursor: z.string() }).partial();

export default {
  name: 'sql',
  summary:
    'a query of yours in a PostgreSQL, MySQL, MariaDB or ClickHouse: url=postgres://USER@HOST/DATABASE ' +
    'password=env:NAME query=FILE cursor=COLUMN',
  settings: settingsSchema,
  open: (given, context): OrderSource => {
    const settings = settingsSchema.parse(given);
    const { cursor } = settings;
    return {
      gives: 'orders',
      overlapMs: cursor === undefined ? 0 : OVERLAP_MS,
      check: signal =>
        within(settings, context, signal, (db, query) => checkSql(db, query, settings, context)),
      changes: (state, signal) => changes(settings, context, stateSchema.parse(state ?? {}).cursor, signal),
      everything: (since, signal) => everything(settings, context, since, signal),
    };
  },
} satisfies SourceKind;

async function within<T>(
  settings: SqlSettings,
  context: SourceContext,
  signal: AbortSignal,
  work: (db: Database, query: string) => Promise<T>,
): Promise<T> {
  const query = await readQuery(settings.query);
  const db = await openDatabase(settings, context, signal);
  try {
    return await work(db, query);
  } finally {
    await db.close();
  }
}

/** The whole orders of which a row has changed: one from a bit before the cursor's last value on. */
async function* changes(
  settings: SqlSettings,
  context: SourceContext,
  from: string | undefined,
  signal: AbortSignal,
): AsyncGenerator<Page> {
  let last = from;
  const state = () => (last === undefined ? {} : { cursor: last });
  const before = state();
  const { cursor } = settings;
  const note = (row: Batch['rows'][number], { all }: Columns) => {
    const at = all.findIndex(column => column.name === cursor);
    if (at >= 0) last = laterOf(last, row[at] ?? null, context.now());
  };
  const since =
    cursor === undefined || from === undefined ? undefined : { column: cursor, value: withOverlap(from) };
  // Rows come by order, not by cursor: only with the last of them is it known how far they go.
  for await (const orders of pagesOf(settings, context, since, signal, note))
    yield { orders, gone: [], state: before };
  yield { orders: [], gone: [], state: state() };
}

async function* everything(
  settings: SqlSettings,
  context: SourceContext,
  since: string | undefined,
  signal: AbortSignal,
): AsyncGenerator<Pick<Page, 'orders'>> {
  const from = since === undefined ? undefined : { column: undefined, value: since };
  for await (const orders of pagesOf(settings, context, from, signal)) yield { orders };
}

/** @param since the column (that of the date unless it is said), and from which value on an order counts */
async function* pagesOf(
  settings: SqlSettings,
  context: SourceContext,
  since: { readonly column: string | undefined; readonly value: string } | undefined,
  signal: AbortSignal,
  each?: (row: Batch['rows'][number], columns: Columns) => void,
): AsyncGenerator<readonly SourceOrder[]> {
  const query = await readQuery(settings.query);
  const db = await openDatabase(settings, context, signal);
  try {
    const keys = await keysOf(db, query, settings);
    if (keys === undefined) return;
    const rows = since
      ? db.read(ordersSince(query, db, keys, since.column ?? keys.date), [since.value])
      : db.read(allRows(query, db, keys), []);
    let page: SourceOrder[] = [];
    for await (const order of ordersIn(rows, settings, each)) {
      signal.throwIfAborted();
      page.push(order);
      if (page.length < PAGE) continue;
      yield page;
      page = [];
    }
    if (page.length > 0) yield page;
  } finally {
    await db.close();
  }
}

/** The columns that statements around the query name; undefined if it has no rows. @throws SourceError */
async function keysOf(
  db: Database,
  query: string,
  { cursor, map }: Pick<SqlSettings, 'cursor' | 'map'>,
): Promise<KeyColumns | undefined> {
  for await (const { columns } of db.read(sampleOf(query, 1), [])) {
    const { at } = columnsOf(columns, map);
    const [order, date] = [columns[at.orderId ?? -1], columns[at.date ?? -1]];
    if (!order || !date) return undefined;
    if (cursor !== undefined && !columns.some(column => column.name === cursor)) throw noCursor(cursor);
    return { order: order.name, date: date.name, cursor };
  }
  return undefined;
}
