import type { Answer } from '../core/answer/answer.js';
import type { Day } from '../core/calendar/days.js';
import type { Hemisphere } from '../core/calendar/seasons.js';
import type { QueryFilter } from '../core/query/query.js';
import type { Segmenting } from '../segments/segmentation/settings.js';
import type { Store } from '../store/engine/store.js';
import type { ReadTransaction } from '../store/engine/transaction.js';
import type { Declaration, Query } from './declaration.js';

/** What a shop has whatever its data: its settings, and the day it is. The clock is handed in. */
interface ShopSettings {
  /** The segment maps there are, and how segments are made unless a question says otherwise. */
  readonly segmenting: Segmenting;
  /** Today in the shop's time zone. */
  readonly today: () => Day;
  /** The month that the fiscal year begins with, 1 to 12; January unless given. */
  readonly fiscalYearStart?: number;
  /** Which half of the world the shop's seasons are those of; the northern one unless given. */
  readonly hemisphere?: Hemisphere;
  /** The ISO 3166 code of the shop's country, if it is set: of telephone numbers without one. */
  readonly country?: string;
}

/** A shop as surfaces hold it. Its figures are read through `read`. */
export interface Shop extends ShopSettings {
  readonly store: Store;
  /**
   * Reads all that an answer needs within one read transaction.
   * @param part what is seen of the shop; all of it unless given
   * @param names the part of it whose customers and orders may be named; all of it unless given
   * @throws ShopkeeperError if a filter names no column of the data
   */
  read<T>(work: (view: ShopView) => Promise<T>, part?: PartOfShop, names?: PartOfShop): Promise<T>;
}

/** Lists of filters on columns of the data: a line must pass all filters of at least one list. */
export type PartOfShop = readonly (readonly QueryFilter[])[];

/**
 * A shop within one read transaction: all that an answer may use. Whatever other processes write meanwhile,
 * its data, currency and dimensions agree with each other.
 */
export interface ShopView extends ShopSettings {
  readonly store: ReadTransaction;
  /** What is seen of the shop, if not all of it. */
  readonly part?: PartOfShop | undefined;
  /** The currency of all money in the store, as figures carry it (src/core/money/currencies.ts). */
  readonly currency: string;
  /** Every question there is, in the order of help. */
  readonly questions: readonly Declaration[];
  /** Answers another question of the same data: a report is made of several. */
  answer(query: Query): Promise<Answer>;
  /** Whether a text asks something that this shop's data can answer. */
  isAskable(text: string): Promise<boolean>;
}
