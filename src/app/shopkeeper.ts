import type { Logger } from 'pino';
import type { Shop } from '../answering/shop.js';
import { type ChartRenderer, chartRenderer } from '../charts/renderer.js';
import type { Config } from '../config/config.js';
import { todayIn } from '../core/calendar/days.js';
import { IngestError, StoreError } from '../core/errors.js';
import { currencyCode } from '../core/money/currencies.js';
import { reconcileDigits } from '../ingest/load/amount-digits.js';
import { reconcile } from '../ingest/load/reconcile.js';
import type { IngestResult, Understanding } from '../ingest/load/result.js';
import type { Progress } from '../ingest/understand/ingest-settings.js';
import type { IngestOptions } from '../ingest/understand/plan.js';
import type { UndoResult } from '../ingest/undo.js';
import { examineMap, mapSentences } from '../segments/maps/cells.js';
import { isMapFile } from '../segments/maps/maps.js';
import { segmentingOf } from '../segments/segmentation/settings.js';
import { reconcileScores } from '../segments/snapshots/score-cache.js';
import { openStore, type Store } from '../store/engine/store.js';
import { settleLines } from '../store/lines/index.js';
import { storedCurrency } from '../store/tables/amounts.js';
import { type Ingest, listIngests } from '../store/tables/ingests.js';
import { listMappings, removeMapping, type StoredMapping } from '../store/tables/mappings.js';
import { sourceOfIngest } from '../store/tables/sources.js';
import { type Asker, asker } from './ask.js';
import { computingFor } from './computing/apart.js';
import { linesOfSettings, shopOver, shopSettings } from './computing/shop.js';
import type { Compute } from './computing/tasks.js';
import { type CustomerJoins, customerJoins } from './customers.js';
import { type Forgetting, forgetting } from './forget.js';
import { type AskedView, askView } from './lines-view.js';
import { loadingFor } from './loading/in-own-process.js';
import { type LoaderHere, loadingHere } from './loading/in-this-process.js';
import type { Loader } from './loading/loader.js';
import { modelSettings } from './model/ask-model.js';
import { languageModel } from './model/language-model.js';
import { type Sources, sourcesOf } from './sources.js';

/** All parts put together: what the command line, the Slack app and the playground are made from. */
export interface Shopkeeper extends Asker {
  readonly config: Config;
  readonly shop: Shop;
  /** Computes what is not an answer to a question: digests and the like. */
  readonly compute: Compute;
  readonly charts: ChartRenderer;
  readonly log: Logger;
  readonly now: () => Date;
  /** Has the store ask LINES_VIEW, or notes what has come to it since. @throws ShopkeeperError */
  askView(options?: IngestOptions): Promise<AskedView>;
  /** Does what `ingestAll`, `understandAll` and `undo` do, apart from an app that runs on. */
  readonly loader: Loader;
  /** Loads a sales file, with its segments, in one transaction. @throws IngestError */
  ingest(
    path: string,
    onProgress?: (progress: Progress) => void,
    options?: IngestOptions,
  ): Promise<IngestResult>;
  /**
   * Loads files: those that belong together as one, others one after another, each in a transaction of its
   * own. @throws IngestError
   */
  ingestAll(
    paths: readonly string[],
    onProgress?: (progress: Progress) => void,
    options?: IngestOptions,
  ): AsyncIterable<IngestResult>;
  /** Says how a file would be read; nothing is written. @throws IngestError */
  understand(path: string, options?: IngestOptions): Promise<Understanding>;
  /** The same for files that are loaded together or one after another. @throws IngestError */
  understandAll(paths: readonly string[], options?: IngestOptions): AsyncIterable<Understanding>;
  /** What was loaded, the oldest first. */
  ingests(): Promise<Ingest[]>;
  /** The answers that are remembered for files of the same shape, the oldest first. */
  mappings(): Promise<StoredMapping[]>;
  /** Forgets one of them. @returns whether there was one of this number */
  removeMapping(id: number): Promise<boolean>;
  /** Joins and splits customers whom files and sources name differently. */
  readonly customers: CustomerJoins;
  /** Takes personal data of customers out of the store. */
  readonly forgetting: Forgetting;
  /** Where data comes from by itself. */
  readonly sources: Sources;
  /** Undoes an ingest. @throws IngestError if there is no such ingest, or it is of a source */
  undo(id: number): Promise<UndoResult>;
  close(): Promise<void>;
}

/**
 * Amounts are stored in minor units of the currency they were loaded in; another SHOP_CURRENCY would
 * misread them.
 */
async function refuseOtherCurrency(store: Store, wanted: string | undefined): Promise<void> {
  const stored = await storedCurrency(store);
  const code = stored && currencyCode(stored);
  if (code === undefined || wanted === undefined || code === wanted) return;
  throw new StoreError(
    `The store holds amounts in ${code}, but SHOP_CURRENCY is ${wanted}.`,
    `Set SHOP_CURRENCY=${code}, or use another DATABASE_URL for ${wanted}.`,
  );
}

/**
 * Opens the store and makes the parts. The clock is handed in.
 * @throws StoreError where the store cannot be opened
 */
export async function openShopkeeper(
  config: Config,
  log: Logger,
  now: () => Date = () => new Date(),
): Promise<Shopkeeper> {
  const { map } = segmentingOf(config).segmentation;
  const odd = examineMap(map);
  // What comes along is known; a shop's own map may not be what it was meant to be.
  if (isMapFile(config.SEGMENT_MAP) && odd.leftOver.length + odd.neverFire.length + odd.unreached.length > 0)
    log.warn({ map: map.name }, mapSentences(odd).join(' '));
  const store = await openStore(config.DATABASE_URL, undefined, linesOfSettings(config));
  try {
    return await shopkeeperOver(store, config, log, now);
  } catch (error) {
    // A store that stays open keeps the process from ending.
    await store.close();
    throw error;
  }
}

async function shopkeeperOver(
  store: Store,
  config: Config,
  log: Logger,
  now: () => Date,
): Promise<Shopkeeper> {
  const settings = shopSettings(config);
  await refuseOtherCurrency(store, config.SHOP_CURRENCY);
  const trouble = await settleLines(store);
  if (trouble) log.warn(trouble.message);
  const shop = shopOver({ store, today: () => todayIn(config.SHOP_TIMEZONE, now()), ...settings });
  const { method } = settings.segmenting.segmentation;
  const here = loadingHere({ store, config, today: shop.today, now });
  const { afterChange } = here;
  const converted = await reconcileDigits(store, afterChange);
  if (converted) log.warn(converted);
  await reconcile(store, config.EXCLUDED_STATUSES, afterChange);
  await reconcileScores(store, shop.today(), method);
  const charts = chartRenderer({ workers: config.CHART_WORKERS, font: config.CHART_FONT });
  const model = modelSettings(config);
  const computing = computingFor(shop, config, log);
  await computing.ready();
  const loading = loadingFor(here, store, config, { now, log });
  const { ingestAll, understandAll } = here;
  return {
    config,
    shop,
    ...asker(shop, model && languageModel(model, log, now), computing.compute),
    compute: computing.compute,
    charts,
    log,
    now,
    loader: { ...loading.loader, undo: takingBack(store, loading.loader) },
    ingest: (path, onProgress, options) => firstOf(path, ingestAll([path], onProgress, options)),
    ingestAll,
    understand: (path, options) => firstOf(path, understandAll([path], options)),
    understandAll,
    askView: async options => askView(store, config, await here.settings(), afterChange, options ?? {}),
    ingests: () => listIngests(store),
    mappings: () => listMappings(store),
    removeMapping: id => store.write(trx => removeMapping(trx, id)),
    ...changing(store, here, loading.loader, { config, shop, log, now }),
    close: async () => {
      await loading.close();
      await computing.close();
      await charts.close();
      await store.close();
    },
  };
}

/** What changes a store beside files: sources, customers who are joined, and ingests that are taken back. */
function changing(
  store: Store,
  here: LoaderHere,
  loader: Loader,
  { config, shop, log, now }: Pick<Shopkeeper, 'config' | 'shop' | 'log' | 'now'>,
): Pick<Shopkeeper, 'undo' | 'customers' | 'forgetting' | 'sources'> {
  const { afterChange } = here;
  return {
    undo: takingBack(store, here),
    customers: customerJoins(store, now, afterChange),
    forgetting: forgetting(store, { now, today: () => shop.today(), log }, afterChange),
    sources: sourcesOf({
      store,
      now,
      log,
      zone: config.SHOP_TIMEZONE,
      currency: config.SHOP_CURRENCY,
      excludedStatuses: config.EXCLUDED_STATUSES,
      afterChange,
      dateOrder: config.DATE_ORDER ?? 'mdy',
      ratesFile: config.RATES_FILE,
      ingest: path => firstOf(path, loader.ingestAll([path], undefined, { hasWholeOrders: true })),
      understand: path => firstOf(path, loader.understandAll([path])),
      undo: loader.undo,
    }),
  };
}

/** Takes back what a person has loaded. */
const takingBack =
  (store: Store, { undo }: Loader): Loader['undo'] =>
  async id => {
    await refuseSourcesIngest(store, id);
    return undo(id);
  };

/** What a source has brought goes with the source, which would bring it again. */
async function refuseSourcesIngest(store: Store, id: number): Promise<void> {
  const name = await sourceOfIngest(store, id);
  if (name !== undefined)
    throw new IngestError(
      `Number ${id} is what the source ${name} has brought.`,
      `shopkeeper sources remove ${name} --orders takes it back, with the source.`,
    );
}

/** What came of the first of all loads; a ZIP may hold several. */
async function firstOf<T>(path: string, results: AsyncIterable<T>): Promise<T> {
  let first: T | undefined;
  for await (const result of results) first ??= result;
  if (first === undefined) throw new IngestError(`${path} holds nothing to load.`, 'Export it again.');
  return first;
}
