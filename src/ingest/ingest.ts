import type { Knex } from 'knex';
import { makeRoom } from '../store/dimensions.js';
import type { Store } from '../store/store.js';
import { otherCurrency } from './currency.js';
import { loadSummaries } from './customers/load-file.js';
import { fileFacts } from './file-facts.js';
import { loadLines } from './load-lines.js';
import { contentKey, type IngestOptions, type IngestSettings, type Plan, planIngest } from './plan.js';
import { RefusedRows } from './refusals.js';
import { countsOf, type IngestResult, type Understanding, understood } from './result.js';
import type { FileFacts } from './table.js';

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
  const loadedAt = settings.now().toISOString();
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
      ? await loadLines({ trx, store, id, plan, settings, refused }, content.mapping)
      : await loadSummaries({ trx, store, id, plan, settings, refused }, content.mapping);
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
    ...(await countsOf(db, row.id)),
  };
}
