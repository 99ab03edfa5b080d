import type { Day } from '../core/calendar/days.js';
import type { Segmenting } from '../segments/settings.js';
import type { Store } from '../store/engine/store.js';

/**
 * What a question may use: the store, the shop's settings, and the day it is. The clock is handed in, so that
 * an answer is the same function of the same data wherever it is asked.
 */
export interface Shop {
  readonly store: Store;
  /** The segment maps there are, and what segments are made by unless a question says otherwise. */
  readonly segmenting: Segmenting;
  /** The currency of all money in the store, as figures carry it (src/core/money/currencies.ts): its ISO 4217 code, as a rule. */
  readonly currency: string;
  /**
   * Looks again at what another process may have decided by loading the first file, or by bringing the store up to date: the
   * currency and its decimals.
   * @param within what is read in one moment, if the figures are
   */
  readonly refresh: (within?: Store) => Promise<void>;
  /** Today in the shop's time zone. */
  readonly today: () => Day;
}
