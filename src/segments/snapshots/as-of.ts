import type { Day } from '../../core/calendar/days.js';
import { minorDigits } from '../../core/money/currencies.js';
import type { StoreReader } from '../../store/engine/transaction.js';
import type { Filter } from '../../store/scope/sums.js';
import type { SegmentationOptions } from '../options.js';
import type { Segmenting } from '../settings.js';
import { cutsOfLastYear, type PastCuts, scoresOf } from './score-cache.js';
import { type Snapshot, snapshotOf } from './snapshot.js';

/** What segments are worked out from. */
interface SegmentSource {
  readonly store: StoreReader;
  /** Of all money in the store (src/core/money/currencies.ts). */
  readonly currency: string;
  readonly segmenting: Segmenting;
}

/** Everybody's segments as of a day, from the orders up to and including it; by the shop's own segmentation unless given. */
export async function segmentsAsOf(
  { store, currency, segmenting }: SegmentSource,
  asOf: Day,
  segmentation: SegmentationOptions = segmenting.segmentation,
  filters: readonly Filter[] = [],
): Promise<Snapshot> {
  const scored = await scoresOf(store, {
    asOf,
    method: segmentation.method,
    filters,
    major: majorOf(currency),
  });
  return snapshotOf(scored, segmentation.map, segmentation.weights);
}

/** Where the axes were cut at the end of each of the twelve months before a day, by a segmentation. */
export const pastCutsOf = (
  { store, currency }: Pick<SegmentSource, 'store' | 'currency'>,
  asOf: Day,
  { method }: SegmentationOptions,
): Promise<readonly PastCuts[]> =>
  cutsOfLastYear(store, { asOf, method, filters: [], major: majorOf(currency) });

const majorOf = (currency: string): number => 10 ** minorDigits(currency);
