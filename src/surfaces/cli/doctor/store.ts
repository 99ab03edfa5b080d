import { linesOfSettings, shopOver } from '../../../app/computing/shop.js';
import type { Config } from '../../../config/config.js';
import { shownAddress } from '../../../core/addresses.js';
import { todayIn } from '../../../core/calendar/days.js';
import { showRange } from '../../../core/calendar/grain.js';
import { describeError } from '../../../core/errors.js';
import { readDigestRequest } from '../../../digest/subscriptions/request.js';
import { segmentingOf } from '../../../segments/segmentation/settings.js';
import { openStore, type Store } from '../../../store/engine/store.js';
import { dataExtent } from '../../../store/tables/order-lines.js';
import { type CheckResult, DETAILS } from './check.js';
import { checkOrderLines } from './lines.js';
import { checkSources } from './sources.js';

/**
 * Checks that the store opens and can be written to, that its engine is quick enough, and that the digest's
 * options fit its sales. Never throws.
 * @param clock milliseconds from any moment on
 */
export async function checkStore(
  config: Config,
  clock: () => number = () => performance.now(),
): Promise<CheckResult[]> {
  try {
    const store = await openStore(config.DATABASE_URL, undefined, linesOfSettings(config));
    try {
      const extent = await dataExtent(store);
      return [
        { state: 'ok', message: `The store ${shownAddress(config.DATABASE_URL)} opens.` },
        ...ACCESS_RESULTS[store.access],
        ...(await checkOrderLines(config, store, clock)),
        extent ? { state: 'ok', message: `It holds sales of ${showRange(extent)}.` } : NO_SALES,
        ...(await checkDigestOptions(config, store)),
        ...(await checkSources(config, store)),
      ];
    } finally {
      await store.close();
    }
  } catch (error) {
    return [{ state: 'problem', message: describeError(error, DETAILS), cause: error }];
  }
}

const NO_SALES: CheckResult = {
  state: 'note',
  message: 'It holds no sales yet.',
  fix: 'Load a file: shopkeeper ingest sales.csv',
};

const ONLY_QUESTIONS = 'questions can be answered, but nothing can be loaded and no digest can be posted.';

/** The limitations of a store that opens. */
const ACCESS_RESULTS: Readonly<Record<Store['access'], readonly CheckResult[]>> = {
  writable: [],
  'read-only': [
    {
      state: 'note',
      message: `It is read-only: ${ONLY_QUESTIONS}`,
      fix: 'If that is not intended, make it writable for the user that runs Shopkeeper.',
    },
  ],
  'disk full': [
    { state: 'problem', message: `Its disk is full: ${ONLY_QUESTIONS}`, fix: 'Free some space on the disk.' },
  ],
};

/** Checks that DIGEST_OPTIONS is valid for the sales in the store. */
async function checkDigestOptions(config: Config, store: Store): Promise<CheckResult[]> {
  if (config.DIGEST_OPTIONS === '') return [];
  try {
    const shop = shopOver({
      store,
      segmenting: segmentingOf(config),
      currency: config.SHOP_CURRENCY ?? 'USD',
      today: () => todayIn(config.SHOP_TIMEZONE, new Date()),
    });
    await readDigestRequest(config.DIGEST_OPTIONS, shop);
    return [{ state: 'ok', message: `DIGEST_OPTIONS is valid: ${config.DIGEST_OPTIONS}.` }];
  } catch (error) {
    const message = `DIGEST_OPTIONS: ${describeError(error, DETAILS)}`;
    return [{ state: 'problem', message, cause: error }];
  }
}
