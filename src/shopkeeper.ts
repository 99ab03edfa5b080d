import type { Knex } from 'knex';
import type { Logger } from 'pino';
import { todayIn } from './calendar/days.js';
import { type ChartRenderer, chartRenderer } from './charts/renderer.js';
import type { Config } from './config/config.js';
import { StoreError } from './errors.js';
import { type IngestResult, ingestFile, type Progress } from './ingest/ingest.js';
import { bringUpToDate } from './ingest/upkeep.js';
import { type Ask, asker } from './questions/ask.js';
import { keepSegments } from './segments/kept.js';
import type { Shop } from './shop.js';
import { openStore, type Store } from './store/store.js';

/** All parts put together: what the command line, the Slack app and the playground are made from. */
export interface Shopkeeper {
  readonly config: Config;
  readonly shop: Shop;
  readonly ask: Ask;
  readonly charts: ChartRenderer;
  readonly log: Logger;
  readonly now: () => Date;
  /** Loads a sales file, with its segments, in one transaction. @throws IngestError */
  ingest(path: string, onProgress?: (progress: Progress) => void): Promise<IngestResult>;
  close(): Promise<void>;
}

/** Amounts are kept in minor units of the currency they were loaded in; under another they would be wrong. */
async function refuseOtherCurrency(store: Store, currency: string): Promise<void> {
  const loaded = await store.db('ingests').whereNot({ currency }).first('currency');
  if (!loaded) return;
  await store.close();
  throw new StoreError(
    `The store holds amounts in ${loaded.currency}, but SHOP_CURRENCY is ${currency}.`,
    `Set SHOP_CURRENCY=${loaded.currency}, or use another DATABASE_URL for ${currency}.`,
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
  const store = await openStore(config.DATABASE_URL);
  await refuseOtherCurrency(store, config.SHOP_CURRENCY);
  const shop: Shop = {
    store,
    currency: config.SHOP_CURRENCY,
    today: () => todayIn(config.SHOP_TIMEZONE, now()),
  };
  const afterChange = (trx: Knex) => keepSegments(trx, shop.today());
  await bringUpToDate(store, config.EXCLUDED_STATUSES, afterChange);
  const charts = chartRenderer({ workers: config.CHART_WORKERS, font: config.CHART_FONT });
  return {
    config,
    shop,
    ask: asker(shop),
    charts,
    log,
    now,
    ingest: (path, onProgress) =>
      ingestFile(store, path, {
        currency: config.SHOP_CURRENCY,
        today: shop.today(),
        dateOrder: config.DATE_ORDER,
        maxRefused: config.MAX_REFUSED_PERCENT / 100,
        excludedStatuses: config.EXCLUDED_STATUSES,
        afterLoad: afterChange,
        onProgress,
      }),
    close: async () => {
      await charts.close();
      await store.close();
    },
  };
}
