import { raiseDataVersion } from '../store/engine/data-version.js';
import type { Store } from '../store/engine/store.js';
import type { WriteTransaction } from '../store/engine/transaction.js';
import { digitsForLoad } from '../store/tables/amounts.js';
import { makeRoom } from '../store/tables/dimensions.js';
import { beginIngest, finishIngest, loadedCurrency } from '../store/tables/ingests.js';
import { loadSummaries } from './load/customer-summary-file.js';
import { earlierLoads, type OvertakenLoad } from './load/earlier-loads.js';
import { loadLines } from './load/load-lines.js';
import { RefusedRows } from './load/refusals.js';
import { type IngestResult, type Understanding, understood } from './load/result.js';
import { fileFacts } from './read/file-facts.js';
import { otherCurrency } from './understand/currencies/file-currency.js';
import { lineConversion } from './understand/currencies/line-conversion.js';
import {
  contentKey,
  type IngestOptions,
  type IngestSettings,
  type Plan,
  planIngest,
  ratesFor,
} from './understand/plan.js';

/**
 * Looks at a file and says how it would be read; nothing is written.
 * @throws IngestError if it cannot be understood
 */
export async function understandFile(
  store: Store,
  path: string,
  settings: IngestSettings,
  options: IngestOptions = {},
): Promise<Understanding> {
  const rates = await ratesFor(settings, options);
  const plan = await planIngest(store, await fileFacts(path), settings, options, rates);
  return { ...understood(plan), file: plan.facts.name, rows: plan.rows, kind: plan.content.kind };
}

/**
 * Loads a sales file: all of it or nothing, in one transaction. The same content a second time changes
 * nothing, unless later files have replaced some of its orders: then it is loaded again, and replaces theirs.
 * @throws IngestError if the file cannot be understood or too many rows are wrong; the store is as it was
 */
export async function ingestFile(
  store: Store,
  path: string,
  settings: IngestSettings,
  options: IngestOptions = {},
): Promise<IngestResult> {
  const facts = await fileFacts(path);
  const rates = await ratesFor(settings, options);
  const content = contentKey(facts, settings, options);
  // With other rates the same file has other amounts, if it has any in another currency.
  const rated = rates && `${content}:rates-${rates.digest.slice(0, 16)}`;
  for (const one of [content, ...(rated ? [rated] : [])]) {
    const before = await earlierLoads(store, facts, one);
    if (before.standing) return before.standing;
  }
  const plan = await planIngest(store, facts, settings, options, rates);
  const key = plan.conversion && rated ? rated : content;
  if (plan.content.kind === 'sales')
    await makeRoom(
      store,
      plan.content.mapping.dimensions.map(d => d.key),
    );
  return store.write(async trx => {
    // Another process may have loaded it, or a file that replaces its orders, since.
    const { standing, overtaken } = await earlierLoads(trx, facts, key);
    if (standing) return standing;
    const currency = await loadedCurrency(trx);
    if (currency !== undefined && currency !== plan.currency)
      throw otherCurrency(facts.name, plan.currency, currency);
    await raiseDataVersion(trx);
    return load(trx, plan, key, settings, overtaken);
  });
}

async function load(
  trx: WriteTransaction,
  plan: Plan,
  key: string,
  settings: IngestSettings,
  overtaken?: OvertakenLoad,
): Promise<IngestResult> {
  const { facts, rows, content } = plan;
  const loadedAt = settings.now().toISOString();
  const minorDigits = await digitsForLoad(trx, plan.currency);
  const id = await beginIngest(trx, {
    file: facts.name,
    contentKey: key,
    kind: content.kind,
    currency: plan.currency,
    bytes: facts.bytes,
    rows,
    mapping: content.mapping,
    loadedAt,
  });
  const refused = new RefusedRows(facts, rows, settings.maxRefused);
  const conversion = plan.conversion && lineConversion(plan.conversion, minorDigits);
  const loading = { trx, id, plan, settings, refused, overtaken, minorDigits, conversion };
  const written =
    content.kind === 'sales'
      ? await loadLines(loading, content.mapping)
      : await loadSummaries(loading, content.mapping);
  await finishIngest(trx, id, { ...written, refused: refused.count });
  await settings.afterLoad?.(trx);
  const { lastOrder: _, ...counts } = written;
  return {
    id,
    file: facts.name,
    kind: content.kind,
    currency: plan.currency,
    minorDigits,
    loaded: true,
    overtaken: overtaken?.overtaken ?? null,
    rows,
    ...counts,
    refused: refused.first,
    refusedCount: refused.count,
    repaired: refused.repaired,
    refusalReport: await refused.report(),
    understood: understood(plan, conversion?.summary()),
    loadedAt,
  };
}
