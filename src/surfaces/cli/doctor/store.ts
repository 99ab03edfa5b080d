import { linesOfSettings, shopOver } from '../../../app/computing/shop.js';
import type { Config } from '../../../config/config.js';
import { shownAddress } from '../../../core/addresses.js';
import { plural } from '../../../core/answer/format.js';
import { todayIn } from '../../../core/calendar/days.js';
import { showRange } from '../../../core/calendar/grain.js';
import { describeError } from '../../../core/errors.js';
import { readDigestRequest } from '../../../digest/subscriptions/request.js';
import { segmentingOf } from '../../../segments/segmentation/settings.js';
import { openStore, type Store } from '../../../store/engine/store.js';
import { checkLines } from '../../../store/lines/index.js';
import { linesView } from '../../../store/tables/lines-view.js';
import { dataExtent } from '../../../store/tables/order-lines.js';
import { type CheckResult, DETAILS } from './check.js';
import { checkSources } from './sources.js';

/**
 * Checks that the store opens and can be written to, and that the digest's options fit its sales. Never
 * throws.
 */
export async function checkStore(config: Config): Promise<CheckResult[]> {
  try {
    const store = await openStore(config.DATABASE_URL, undefined, linesOfSettings(config));
    try {
      const extent = await dataExtent(store);
      return [
        { state: 'ok', message: `The store ${shownAddress(config.DATABASE_URL)} opens.` },
        ...ACCESS_RESULTS[store.access],
        ...(await linesResults(config, store)),
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

/** Where order lines are, and whether all are there, if LINES_URL is set. */
async function linesResults({ LINES_URL }: Config, store: Store): Promise<CheckResult[]> {
  const found = await store.read(checkLines);
  if (!found)
    return LINES_URL === undefined
      ? []
      : [
          {
            state: 'note',
            message: 'Order lines are added up in the store itself, though LINES_URL is set.',
            fix: 'To have ClickHouse do it: shopkeeper lines move clickhouse',
          },
        ];
  const { lines, missing } = found;
  const view = await store.read(linesView);
  if (view)
    return [
      missing === 0
        ? { state: 'ok', message: `${view.plan.view} is asked for ${plural(lines, 'order line')}.` }
        : {
            state: 'note',
            message: `${view.plan.view} has changed: ${missing} of ${plural(lines, 'line')} came or went.`,
            fix: 'Note what is new: shopkeeper lines view',
          },
    ];
  if (missing === 0) return [{ state: 'ok', message: `ClickHouse has ${plural(lines, 'order line')}.` }];
  return [
    {
      state: 'problem',
      message: `ClickHouse lacks ${missing} of ${plural(lines, 'order line')}, so figures are wrong.`,
      fix: 'Have all written again from the store: shopkeeper lines move clickhouse',
    },
  ];
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
