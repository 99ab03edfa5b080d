import type { Knex } from 'knex';
import { minorDigits } from '../money/money.js';
import { makeRoom } from '../store/dimensions.js';
import type { Store } from '../store/store.js';
import { otherCurrency } from './currency.js';
import { SummaryLoader } from './customers/load.js';
import { summaryReader } from './customers/rows.js';
import { fileFacts } from './file-facts.js';
import { isRefusal, lineReader, type OrderLine, type Refusal } from './lines.js';
import { Loader } from './load.js';
import { contentKey, type IngestOptions, type IngestSettings, type Plan, planIngest } from './plan.js';
import type { Recognised } from './recognise.js';
import { RefusedRows } from './refusals.js';
import type { FileFacts } from './table.js';

/** What came of a file. Money in minor units, days as days. */
export interface IngestResult {
  /** The number it can be taken back by. */
  readonly id: number;
  readonly file: string;
  /** Order lines, or one row for each customer. */
  readonly kind: 'sales' | 'customers';
  /** False where the same content had been loaded before: nothing was changed. */
  readonly loaded: boolean;
  readonly rows: number;
  readonly lines: number;
  readonly orders: number;
  readonly customers: number;
  readonly ordersReplaced: number;
  readonly ordersContinued: number;
  /** Lines whose status the shop excludes. */
  readonly excluded: number;
  /** Lines that the file has twice, by order id and line number. */
  readonly duplicates: number;
  /** ISO 4217. */
  readonly currency: string;
  readonly revenue: number;
  readonly firstDay: number;
  readonly lastDay: number;
  readonly refused: readonly Refusal[];
  readonly refusedCount: number;
  /** Rows that could be read after a repair; the report names them too. */
  readonly repaired: number;
  readonly refusalReport: string | null;
  readonly understood: Understood | null;
  readonly loadedAt: string;
}

/** How a file was read, for the person. */
export interface Understood {
  readonly reading: string;
  readonly recognised: readonly Recognised[];
  /** What sales can be broken down by. */
  readonly dimensions: readonly string[];
  readonly assumptions: readonly string[];
}

/** How a file would be read. */
export interface Understanding extends Understood {
  readonly file: string;
  readonly rows: number;
  readonly kind: 'sales' | 'customers';
}

/**
 * Looks at a file and says how it would be read; nothing is written.
 * @throws IngestError where it cannot be understood
 */
export async function understandFile(
  store: Store,
  path: string,
  settings: IngestSettings,
  options: IngestOptions = {},
): Promise<Understanding> {
  const plan = await planIngest(store, await fileFacts(path), settings, options);
  return { ...understood(plan), file: plan.facts.name, rows: plan.rows, kind: plan.content.kind };
}

/**
 * Loads a sales file: all of it or nothing, in one transaction. The same content a second time changes nothing.
 * @throws IngestError where the file cannot be understood or too many rows are wrong; the store is as it was
 */
export async function ingestFile(
  store: Store,
  path: string,
  settings: IngestSettings,
  options: IngestOptions = {},
): Promise<IngestResult> {
  const facts = await fileFacts(path);
  const key = contentKey(facts, settings, options);
  const before = await earlierResult(store.db, facts, key);
  if (before) return before;
  const plan = await planIngest(store, facts, settings, options);
  if (plan.content.kind === 'sales')
    await makeRoom(
      store,
      plan.content.mapping.dimensions.map(d => d.key),
    );
  return store.write(async trx => {
    const meanwhile = await earlierResult(trx, facts, key);
    if (meanwhile) return meanwhile;
    const loaded = await trx('ingests').first('currency');
    if (loaded && loaded.currency !== plan.currency)
      throw otherCurrency(facts.name, plan.currency, loaded.currency);
    await trx('store_state').where({ key: 'data_version' }).increment('value', 1);
    return load(trx, store, plan, key, settings);
  });
}

async function load(
  trx: Knex,
  store: Store,
  plan: Plan,
  key: string,
  settings: IngestSettings,
): Promise<IngestResult> {
  const { facts, rows, content } = plan;
  const loadedAt = new Date().toISOString();
  const [{ id }] = await trx('ingests')
    .insert({
      file_name: facts.name.slice(0, 255),
      content_hash: key,
      kind: content.kind,
      currency: plan.currency,
      bytes: facts.bytes,
      rows,
      lines: 0,
      refused: 0,
      orders_replaced: 0,
      first_day: 0,
      last_day: 0,
      revenue: 0,
      mapping: JSON.stringify(content.mapping),
      loaded_at: loadedAt,
    })
    .returning('id');
  const refused = new RefusedRows(facts, rows, settings.maxRefused);
  const written =
    content.kind === 'sales'
      ? await loadLines(trx, store, plan, content.mapping, id, settings, refused)
      : await loadSummaries(trx, store, plan, content.mapping, id, settings, refused);
  await trx('ingests').where({ id }).update({
    lines: written.lines,
    refused: refused.count,
    orders_replaced: written.ordersReplaced,
    excluded: written.excluded,
    duplicates: written.duplicates,
    last_order_id: written.lastOrder,
    first_day: written.firstDay,
    last_day: written.lastDay,
    revenue: written.revenue,
  });
  await settings.afterLoad?.(trx);
  const { lastOrder: _, ...counts } = written;
  return {
    id,
    file: facts.name,
    kind: content.kind,
    currency: plan.currency,
    loaded: true,
    rows,
    ...counts,
    refused: refused.first,
    refusedCount: refused.count,
    repaired: refused.repaired,
    refusalReport: await refused.report(),
    understood: understood(plan),
    loadedAt,
  };
}

type Written = Pick<
  IngestResult,
  | 'lines'
  | 'orders'
  | 'customers'
  | 'ordersReplaced'
  | 'ordersContinued'
  | 'excluded'
  | 'duplicates'
  | 'revenue'
  | 'firstDay'
  | 'lastDay'
> & { readonly lastOrder?: number };

/** A statement for a few hundred lines takes as long as one for a thousand. */
const LINES_AT_ONCE = 1_000;

async function loadLines(
  trx: Knex,
  store: Store,
  { facts, table, currency, rows }: Plan,
  mapping: Extract<Plan['content'], { kind: 'sales' }>['mapping'],
  id: number,
  settings: IngestSettings,
  refused: RefusedRows,
): Promise<Written> {
  const loader = await Loader.begin(trx, store.dialect, id, mapping.dimensions, table.header, rows);
  const read = lineReader(table.header, mapping, {
    ownOrders: facts.hash.slice(0, 12),
    minorDigits: minorDigits(currency),
    today: settings.today,
    excludedStatuses: settings.excludedStatuses,
  });
  let lines: OrderLine[] = [];
  for await (const batch of rowsWithProgress(table, facts, settings)) {
    for (const row of batch) {
      const result = read(row);
      if (isRefusal(result)) await refused.add(result);
      else {
        lines.push(result);
        if (result.repair) refused.addRepaired(result.row, result.repair);
      }
    }
    if (lines.length < LINES_AT_ONCE) continue;
    await loader.write(lines);
    lines = [];
  }
  await loader.write(lines);
  await refused.decide();
  await loader.finish();
  const days = loader.loaded.lines > 0 ? {} : { firstDay: 0, lastDay: 0 };
  return { ...loader.loaded, ...days, lastOrder: loader.lastOrder, ...(await counts(trx, id)) };
}

async function loadSummaries(
  trx: Knex,
  store: Store,
  { facts, table, currency }: Plan,
  mapping: Extract<Plan['content'], { kind: 'customers' }>['mapping'],
  id: number,
  settings: IngestSettings,
  refused: RefusedRows,
): Promise<Written> {
  const loader = await SummaryLoader.begin(trx, store.dialect, id);
  const read = summaryReader(table.header, mapping, minorDigits(currency), settings.today);
  let duplicates = 0;
  for await (const batch of rowsWithProgress(table, facts, settings)) {
    const summaries = [];
    for (const row of batch) {
      const result = read(row);
      if ('reason' in result) await refused.add(result);
      else summaries.push(result);
    }
    duplicates += await loader.write(summaries);
  }
  await refused.decide();
  const { customers, orders, revenue, firstDay, lastDay } = loader;
  return {
    lines: 0,
    orders,
    customers,
    ordersReplaced: 0,
    ordersContinued: 0,
    excluded: 0,
    duplicates,
    revenue,
    firstDay,
    lastDay,
  };
}

async function* rowsWithProgress(table: Plan['table'], facts: FileFacts, settings: IngestSettings) {
  let bytes = 0;
  let done = 0;
  for await (const batch of table.rows(read => {
    bytes = read;
  })) {
    yield batch;
    done += batch.length;
    settings.onProgress?.({ phase: 'loading', bytes, totalBytes: facts.bytes, rows: done });
  }
}

function understood({ table, content }: Plan): Understood {
  const { recognised, assumptions } = content.mapping;
  return {
    reading: table.reading,
    recognised,
    dimensions: content.kind === 'sales' ? content.mapping.dimensions.map(d => d.label) : [],
    assumptions: [...(table.assumptions ?? []), ...assumptions],
  };
}

async function counts(db: Knex, ingestId: number): Promise<{ orders: number; customers: number }> {
  const row = await db('order_lines')
    .where({ ingest_id: ingestId })
    .countDistinct({ orders: 'order_id', customers: 'customer_id' })
    .first();
  return { orders: Number(row?.orders ?? 0), customers: Number(row?.customers ?? 0) };
}

/** The result of loading the same content before, if it was. */
async function earlierResult(db: Knex, facts: FileFacts, key: string): Promise<IngestResult | undefined> {
  const row = await db('ingests').where({ content_hash: key }).first();
  if (!row) return undefined;
  return {
    id: row.id,
    file: facts.name,
    kind: row.kind,
    currency: row.currency,
    loaded: false,
    rows: row.rows,
    lines: row.lines,
    ordersReplaced: row.orders_replaced,
    ordersContinued: 0,
    excluded: row.excluded,
    duplicates: row.duplicates,
    revenue: Number(row.revenue),
    firstDay: row.first_day,
    lastDay: row.last_day,
    refused: [],
    refusedCount: row.refused,
    repaired: 0,
    refusalReport: null,
    understood: null,
    loadedAt: row.loaded_at,
    ...(await counts(db, row.id)),
  };
}
