import type { Knex } from 'knex';
import type { Day } from '../calendar/days.js';
import { discover } from '../discover.js';
import { IngestError } from '../errors.js';
import { minorDigits } from '../money/money.js';
import { listDimensions } from '../store/dimensions.js';
import type { Store } from '../store/store.js';
import type { DateOrder } from './dates.js';
import { fileFacts } from './file-facts.js';
import { isRefusal, lineReader, type OrderLine, type Refusal } from './lines.js';
import { Loader } from './load.js';
import { type Mapping, recognise } from './recognise.js';
import { writeRefusals } from './refusals.js';
import { survey } from './survey.js';
import type { FileFacts, FileFormat, Table } from './table.js';

export interface IngestSettings {
  /** ISO 4217. */
  readonly currency: string;
  readonly today: Day;
  /** How `05/01/2026` is read where the file leaves both open. */
  readonly dateOrder: DateOrder;
  /** The share of refused rows above which the whole file is refused, 0 to 1. */
  readonly maxRefused: number;
  /** Lines with one of these statuses are kept but not counted. */
  readonly excludedStatuses: readonly string[];
  /** Brings what is kept beside the lines (segments) up to date, in the same transaction. */
  readonly afterLoad?: (trx: Knex) => Promise<void>;
  readonly onProgress?: (progress: Progress) => void;
}

export interface Progress {
  readonly phase: 'looking' | 'loading';
  readonly bytes: number;
  readonly totalBytes: number;
  readonly rows: number;
}

/** What came of a file. Money in minor units, days as days. */
export interface IngestResult {
  readonly file: string;
  /** False where the same content had been loaded before: nothing was changed. */
  readonly loaded: boolean;
  readonly reading: string;
  readonly rows: number;
  readonly lines: number;
  readonly orders: number;
  readonly customers: number;
  readonly ordersReplaced: number;
  readonly ordersContinued: number;
  readonly revenue: number;
  readonly firstDay: number;
  readonly lastDay: number;
  readonly refused: readonly Refusal[];
  readonly refusalReport: string | null;
  readonly mapping: Mapping | null;
  readonly loadedAt: string;
}

/**
 * Loads a sales file: all of it or nothing, in one transaction. The same content a second time changes nothing.
 * @throws IngestError where the file cannot be understood or too many rows are wrong; the store is as it was
 */
export async function ingestFile(
  store: Store,
  path: string,
  settings: IngestSettings,
): Promise<IngestResult> {
  const facts = await fileFacts(path);
  const before = await earlierResult(store.db, facts, settings);
  if (before) return before;
  const table = await openTable(facts);
  const seen = await survey(table, bytes =>
    settings.onProgress?.({ phase: 'looking', bytes, totalBytes: facts.bytes, rows: 0 }),
  );
  const mapping = recognise(
    facts.name,
    seen,
    settings.dateOrder,
    new Map((await listDimensions(store)).map(d => [d.key, d])),
  );
  return store.write(async trx => {
    const meanwhile = await earlierResult(trx, facts, settings);
    if (meanwhile) return meanwhile;
    await trx('store_state').where({ key: 'data_version' }).increment('value', 1);
    return load(trx, store, facts, table, mapping, seen.rows, settings);
  });
}

async function openTable(facts: FileFacts): Promise<Table> {
  const formats = await discover<FileFormat>(new URL('./formats/', import.meta.url));
  const format = formats.sort((a, b) => b.priority - a.priority).find(f => f.matches(facts));
  if (!format)
    throw new IngestError(
      `${facts.name} is no kind of file that Shopkeeper reads.`,
      'Export the sales as CSV.',
    );
  return format.open(facts);
}

async function load(
  trx: Knex,
  store: Store,
  facts: FileFacts,
  table: Table,
  mapping: Mapping,
  rows: number,
  settings: IngestSettings,
): Promise<IngestResult> {
  const loadedAt = new Date().toISOString();
  const [ingest] = await trx('ingests')
    .insert({
      file_name: facts.name,
      content_hash: contentKey(facts, settings),
      currency: settings.currency,
      bytes: facts.bytes,
      rows,
      lines: 0,
      refused: 0,
      orders_replaced: 0,
      first_day: 0,
      last_day: 0,
      revenue: 0,
      mapping: JSON.stringify(mapping),
      loaded_at: loadedAt,
    })
    .returning('id');
  const loader = await Loader.begin(trx, store.dialect, ingest.id, mapping.dimensions, table.header);
  const refused: Refusal[] = [];
  const read = lineReader(
    table.header,
    mapping,
    facts.hash.slice(0, 12),
    minorDigits(settings.currency),
    settings.today,
    settings.excludedStatuses,
  );
  let bytes = 0;
  let done = 0;
  for await (const batch of table.rows(b => {
    bytes = b;
  })) {
    const lines: OrderLine[] = [];
    for (const row of batch) {
      const result = read(row);
      if (isRefusal(result)) refused.push(result);
      else lines.push(result);
    }
    await loader.write(lines);
    done += batch.length;
    settings.onProgress?.({ phase: 'loading', bytes, totalBytes: facts.bytes, rows: done });
  }
  await refuseWhole(facts, refused, rows, settings.maxRefused);
  await loader.finish();
  const { lines, ordersReplaced, ordersContinued, firstDay, lastDay, revenue } = loader.loaded;
  await trx('ingests').where({ id: ingest.id }).update({
    lines,
    refused: refused.length,
    orders_replaced: ordersReplaced,
    last_order_id: loader.lastOrder,
    first_day: firstDay,
    last_day: lastDay,
    revenue,
  });
  await settings.afterLoad?.(trx);
  const refusalReport = refused.length > 0 ? await writeRefusals(facts.path, refused) : null;
  return {
    file: facts.name,
    loaded: true,
    reading: table.reading,
    rows,
    lines,
    ordersReplaced,
    ordersContinued,
    revenue,
    firstDay,
    lastDay,
    refused,
    refusalReport,
    mapping,
    loadedAt,
    ...(await counts(trx, ingest.id)),
  };
}

async function refuseWhole(
  facts: FileFacts,
  refused: readonly Refusal[],
  rows: number,
  most: number,
): Promise<void> {
  const all = refused.length === rows;
  if (refused.length === 0 || (refused.length / rows <= most && !all)) return;
  const report = (await writeRefusals(facts.path, refused)) ?? 'no report: the folder cannot be written to';
  const first = refused[0] as Refusal;
  throw new IngestError(
    `${facts.name}: ${refused.length} of ${rows} rows cannot be read, more than the ${Math.round(most * 1000) / 10} % allowed. ` +
      `The first is row ${first.row}, ${first.column || 'the row itself'}: "${first.value}" (${first.reason}).`,
    `Nothing was loaded. Every refused row is in ${report}. MAX_REFUSED_PERCENT changes what is allowed.`,
  );
}

async function counts(db: Knex, ingestId: number): Promise<{ orders: number; customers: number }> {
  const row = await db('order_lines')
    .where({ ingest_id: ingestId })
    .countDistinct({ orders: 'order_id', customers: 'customer_id' })
    .first();
  return { orders: Number(row?.orders ?? 0), customers: Number(row?.customers ?? 0) };
}

/** What makes a file the same: its content, read in the same way. */
const contentKey = (facts: FileFacts, settings: IngestSettings): string =>
  `${facts.hash}:${settings.dateOrder}`;

/** The result of loading the same content before, if it was. */
async function earlierResult(
  db: Knex,
  facts: FileFacts,
  settings: IngestSettings,
): Promise<IngestResult | undefined> {
  const row = await db('ingests')
    .where({ content_hash: contentKey(facts, settings) })
    .first();
  if (!row) return undefined;
  return {
    file: facts.name,
    loaded: false,
    reading: '',
    rows: row.rows,
    lines: row.lines,
    ordersReplaced: row.orders_replaced,
    ordersContinued: 0,
    revenue: Number(row.revenue),
    firstDay: row.first_day,
    lastDay: row.last_day,
    refused: [],
    refusalReport: null,
    mapping: null,
    loadedAt: row.loaded_at,
    ...(await counts(db, row.id)),
  };
}
