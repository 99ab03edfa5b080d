import type { Day } from './calendar/days.js';
import type { Segmenting } from './segments/settings.js';
import type { Store } from './store/store.js';

/**
 * What a question may use: the store, the shop's settings, and the day it is. The clock is handed in, so that
 * an answer is the same function of the same data wherever it is asked.
 */
export interface Shop {
  readonly store: Store;
  /** The segment maps there are, and what segments are made by unless a question says otherwise. */
  readonly segmenting: Segmenting;
  /** ISO 4217 code of all money in the store. */
  readonly currency: string;
  /** Looks again at what another process may have decided by loading the first file: the currency. */
  readonly refresh: () => Promise<void>;
  /** Today in the shop's time zone. */
  readonly today: () => Day;
}
