import type { Config } from '../../config/config.js';
import type { Day } from '../../core/calendar/days.js';
import { currencyCode } from '../../core/money/currencies.js';
import { ingestFiles, understandFiles } from '../../ingest/ingest.js';
import type { IngestResult } from '../../ingest/load/result.js';
import { storedRates } from '../../ingest/understand/currencies/stored-rates.js';
import type { IngestSettings, Progress } from '../../ingest/understand/ingest-settings.js';
import type { IngestOptions } from '../../ingest/understand/plan.js';
import { undoIngest } from '../../ingest/undo.js';
import { segmentingOf } from '../../segments/segmentation/settings.js';
import { storeScores } from '../../segments/snapshots/score-cache.js';
import type { Store } from '../../store/engine/store.js';
import type { WriteTransaction } from '../../store/engine/transaction.js';
import { storedCurrency } from '../../store/tables/amounts.js';
import { DEFAULT_CURRENCY } from '../computing/shop.js';
import type { Loader } from './loader.js';

/** The settings that say how files are read. */
export type UsedByLoads =
  | 'SHOP_CURRENCY'
  | 'SHOP_TIMEZONE'
  | 'RATES_FILE'
  | 'DATE_ORDER'
  | 'MAX_REFUSED_PERCENT'
  | 'EXCLUDED_STATUSES'
  | 'REFUNDS_COUNT_ON'
  | 'NUMBER_GROUPS'
  | 'SEGMENT_MAP'
  | 'SEGMENT_OPTIONS';

/** What files are loaded with. */
export interface LoadingParts {
  readonly store: Store;
  readonly config: Pick<Config, UsedByLoads>;
  readonly today: () => Day;
  readonly now: () => Date;
}

/** A loader in this process, where somebody may be asked what a file leaves open. */
export interface LoaderHere extends Loader {
  ingestAll(
    paths: readonly string[],
    onProgress?: (progress: Progress) => void,
    options?: IngestOptions,
  ): AsyncIterable<IngestResult>;
  /** How files are read, by the settings and by what was loaded before. */
  settings(onProgress?: (progress: Progress) => void): Promise<IngestSettings>;
  /** Brings what is kept beside order lines up to date, in the transaction that changes them. */
  afterChange(trx: WriteTransaction): Promise<void>;
}

/** Loads files in this thread, which does little else meanwhile. */
export function loadingHere({ store, config, today, now }: LoadingParts): LoaderHere {
  const { method } = segmentingOf(config).segmentation;
  const afterChange = (trx: WriteTransaction) => storeScores(trx, today(), method);
  const settings: LoaderHere['settings'] = async onProgress => {
    const currency = (await storedCurrency(store)) ?? config.SHOP_CURRENCY;
    return {
      currency: currencyCode(currency ?? DEFAULT_CURRENCY),
      isCurrencySettled: currency !== undefined,
      ratesFile: config.RATES_FILE,
      storedRates: await storedRates(store),
      today: today(),
      now,
      dateOrder: config.DATE_ORDER ?? 'mdy',
      isDateOrderSet: config.DATE_ORDER !== undefined,
      // The default, under which times in UTC stay as they are.
      zone: config.SHOP_TIMEZONE === 'UTC' ? undefined : config.SHOP_TIMEZONE,
      maxRefused: config.MAX_REFUSED_PERCENT / 100,
      excludedStatuses: config.EXCLUDED_STATUSES,
      refundsCountOn: config.REFUNDS_COUNT_ON,
      edges: config.NUMBER_GROUPS,
      afterLoad: afterChange,
      onProgress,
    };
  };
  return {
    settings,
    afterChange,
    ingestAll: (paths, onProgress, options) => ingestFiles(store, paths, () => settings(onProgress), options),
    understandAll: async function* (paths, options) {
      yield* understandFiles(store, paths, await settings(), options);
    },
    undo: id => undoIngest(store, id, { excluded: config.EXCLUDED_STATUSES, afterChange }),
  };
}
