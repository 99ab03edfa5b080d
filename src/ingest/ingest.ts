import { IngestError } from '../core/errors.js';
import { toMinor } from '../core/money/money.js';
import { raiseDataVersion } from '../store/engine/data-version.js';
import type { Store } from '../store/engine/store.js';
import type { WriteTransaction } from '../store/engine/transaction.js';
import { storedDecimals } from '../store/tables/amounts.js';
import { makeRoom } from '../store/tables/dimensions.js';
import { noteConversions } from '../store/tables/exchange-rates.js';
import { beginIngest, finishIngest, loadedCurrency } from '../store/tables/ingests.js';
import { rememberMapping } from '../store/tables/mappings.js';
import { loadSummaries } from './load/customer-summary-file.js';
import { amountsForLoad, withPrecision } from './load/decimals/amounts-for-load.js';
import { precisionOf } from './load/decimals/precision-of.js';
import { earlierLoads } from './load/earlier-loads.js';
import { type Load, loadLines } from './load/load-lines.js';
import { RefusedRows } from './load/refusals.js';
import { type IngestResult, type Understanding, understood } from './load/result.js';
import { sampleFigures } from './load/sample-figures.js';
import { type Source, sourcesOf } from './read/sources.js';
import { otherCurrency } from './understand/currencies/file-currency.js';
import { lineConversion } from './understand/currencies/line-conversion.js';
import type { RateTable } from './understand/currencies/rates.js';
import type { IngestSettings } from './understand/ingest-settings.js';
import type { Mapping } from './understand/mapping.js';
import {
  contentKey,
  type IngestOptions,
  openTable,
  type Plan,
  planIngest,
  ratesFor,
  type SampledPlan,
} from './understand/plan.js';
import { UnclearFileError } from './understand/questions/question.js';
import type { FiguresOf } from './understand/readable-file.js';
import { rolesNamed } from './understand/roles-named.js';

/**
 * Looks at files and says how they would be read, one after another where they have nothing to do with each
 * other; nothing is written.
 * @throws IngestError if one cannot be understood
 */
export async function* understandFiles(
  store: Store,
  paths: readonly string[],
  settings: IngestSettings,
  options: IngestOptions = {},
): AsyncGenerator<Understanding> {
  const rates = await ratesFor(settings, options);
  for (const source of await sources(paths, options)) {
    const plan = await planOf(store, source, settings, options, rates);
    yield {
      ...understood(plan),
      // Looking at a file remembers nothing.
      answered: [],
      explained: plan.questions.explained,
      header: plan.table.header,
      file: plan.facts.name,
      rows: plan.rows,
      kind: plan.content.kind,
    };
  }
}

/** How one file of order lines would be read. @throws IngestError if it cannot be understood */
export async function mappingOfFile(
  store: Store,
  path: string,
  settings: IngestSettings,
  options: IngestOptions,
): Promise<{ readonly mapping: Mapping; readonly currency: string; readonly isConverted: boolean }> {
  const rates = await ratesFor(settings, options);
  const [source] = await sources([path], options);
  const plan = source && (await planOf(store, source, settings, options, rates));
  if (plan?.content.kind !== 'sales')
    throw new IngestError('There are no order lines in it.', 'Name what the columns are with --map.');
  return {
    mapping: plan.content.mapping,
    currency: plan.currency,
    isConverted: plan.conversion !== undefined,
  };
}

/**
 * Loads sales files. Those that belong together are one load, as are the files in a ZIP; others are loaded
 * one after another. Each load is complete or not at all, in one transaction. The same content a second time
 * changes nothing, unless later files have replaced some of its orders: then it is loaded again, and replaces
 * theirs.
 * @throws IngestError if a file cannot be understood or too many rows are wrong; its load changes nothing
 */
export async function* ingestFiles(
  store: Store,
  paths: readonly string[],
  settings: () => Promise<IngestSettings>,
  options: IngestOptions = {},
): AsyncGenerator<IngestResult> {
  // The first load may settle the shop's currency.
  for (const source of await sources(paths, options))
    yield await ingestSource(store, source, await settings(), options);
}

const sources = (paths: readonly string[], options: IngestOptions): Promise<Source[]> =>
  sourcesOf(paths, file => openTable(file, options), rolesNamed);

async function ingestSource(
  store: Store,
  source: Source,
  settings: IngestSettings,
  options: IngestOptions,
): Promise<IngestResult> {
  const { facts } = source;
  const { hasWholeOrders = false } = options;
  const rates = await ratesFor(settings, options);
  const content = contentKey(facts, settings, options);
  // With other rates the same file has other amounts, if it has any in another currency.
  const rated = rates && contentKey(facts, settings, options, rates);
  for (const one of [content, ...(rated ? [rated] : [])]) {
    const before = await earlierLoads(store, facts, one, hasWholeOrders);
    if (before.standing) return before.standing;
  }
  const { sample, ...plan } = await planOf(store, source, settings, options, rates);
  // What was answered is part of how the file is read, as if the person had said it with `--map`.
  const { answers, remembered } = plan.questions;
  const isAnswered = [...answers, ...remembered].length > 0;
  const readBy = isAnswered ? { ...options, map: mapWithAnswers(plan, options) } : options;
  const key = contentKey(facts, settings, readBy, plan.conversion && rates);
  if (plan.content.kind === 'sales')
    await makeRoom(
      store,
      plan.content.mapping.dimensions.map(d => d.key),
    );
  const decimals = await storedDecimals(store, plan.currency);
  const first = precisionOf(plan, sample, decimals, settings);
  return withPrecision(first, precision =>
    store.write(async trx => {
      await rememberAnswers(trx, plan, settings.now);
      // Another process may have loaded it, or a file that replaces its orders, since.
      const { standing, overtaken } = await earlierLoads(trx, facts, key, hasWholeOrders);
      if (standing) return standing;
      const currency = await loadedCurrency(trx);
      if (currency !== undefined && currency !== plan.currency)
        throw otherCurrency(facts.name, plan.currency, currency);
      await raiseDataVersion(trx);
      const amounts = await amountsForLoad(trx, { name: facts.name, currency: plan.currency }, precision);
      return load({ trx, plan, settings, overtaken, amounts, hasWholeOrders }, key);
    }),
  );
}

/** How a source is read; what is to be known of its files goes with it, also where it is refused. */
async function planOf(
  store: Store,
  source: Source,
  settings: IngestSettings,
  options: IngestOptions,
  rates: RateTable | undefined,
): Promise<SampledPlan> {
  try {
    const plan = await planIngest(store, source, settings, options, figuresBy(source, settings), rates);
    if (source.notes.length === 0) return plan;
    const assumptions = [...source.notes, ...(plan.table.assumptions ?? [])];
    return { ...plan, table: { ...plan.table, assumptions } };
  } catch (error) {
    if (!(error instanceof IngestError) || source.notes.length === 0) throw error;
    if (error instanceof UnclearFileError) throw new UnclearFileError(error.question, source.notes);
    throw new IngestError(error.message, [error.hint, ...source.notes].join(' '), { cause: error });
  }
}

/** Says what a reading would give, with the rows read as they are loaded. */
const figuresBy =
  ({ facts }: Source, { today, excludedStatuses }: IngestSettings): FiguresOf =>
  (table, mapping, { currency, decimals, conversion }) =>
    sampleFigures(table, mapping, {
      file: facts.name,
      currency,
      decimals,
      conversion: conversion && lineConversion(conversion, decimals),
      ownOrders: facts.hash.slice(0, 12),
      today,
      excludedStatuses,
    });

/** What the person said of columns, with the answers to questions about them. */
function mapWithAnswers({ questions }: Plan, { map = [] }: IngestOptions): string[] {
  const remembered = questions.remembered.map(r => r.columns);
  const answered = questions.answers.map(a => a.maps);
  const pairs = [...remembered, ...answered].flat().map(({ header, field }) => `${header}=${field}`);
  return [...new Set([...map, ...pairs])];
}

async function rememberAnswers(
  trx: WriteTransaction,
  { facts, table, questions: { shape, answers } }: Plan,
  now: () => Date,
): Promise<void> {
  for (const { kind, maps } of answers)
    await rememberMapping(trx, {
      shape,
      question: kind,
      columns: maps,
      headers: table.header,
      file: facts.name,
      answeredAt: now().toISOString(),
    });
}

async function load(begun: Omit<Load, 'id' | 'refused' | 'conversion'>, key: string): Promise<IngestResult> {
  const { trx, plan, settings, overtaken, amounts } = begun;
  const { facts, rows, content } = plan;
  const loadedAt = settings.now().toISOString();
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
  const refused = new RefusedRows(facts, rows, settings.maxRefused, plan.table.placeOf);
  const conversion = plan.conversion && lineConversion(plan.conversion, amounts.decimals);
  const loading = { ...begun, id, refused, conversion };
  const written =
    content.kind === 'sales'
      ? await loadLines(loading, content.mapping)
      : await loadSummaries(loading, content.mapping);
  await finishIngest(trx, id, { ...written, refused: refused.count });
  const converted = conversion?.currencies() ?? [];
  if (converted.length > 0) await noteConversions(trx, id, converted);
  await settings.afterLoad?.(trx);
  const { lastOrder: _, ledger = [], ...counts } = written;
  return {
    id,
    file: facts.name,
    kind: content.kind,
    currency: plan.currency,
    minorDigits: amounts.decimals.shown,
    loaded: true,
    overtaken: overtaken?.overtaken ?? null,
    rows,
    ...counts,
    revenue: toMinor(counts.revenue, amounts.decimals),
    ledger,
    refused: refused.first,
    refusedCount: refused.count,
    repaired: refused.repaired,
    refusalReport: await refused.report(),
    understood: understood(plan, [...(conversion?.summary() ?? []), ...amounts.remarks()]),
    loadedAt,
  };
}
