import type { Day } from '../../core/calendar/days.js';
import { unitsPerMajor } from '../../core/money/currencies.js';
import { partOf } from '../../store/engine/part.js';
import type { StoreReader } from '../../store/engine/transaction.js';
import type { Filter } from '../../store/scope/sums.js';
import type { SegmentationOptions } from '../segmentation/options.js';
import type { Segmenting } from '../segmentation/settings.js';
import { customersWhoBought, scoresOnly } from './filtered.js';
import { scoresInPart } from './in-part.js';
import { cutsOfLastYear, type PastCuts, scoresOf } from './score-cache.js';
import { type Snapshot, snapshotOf } from './snapshot.js';

/** What segments are worked out from. */
interface SegmentSource {
  readonly store: StoreReader;
  /** Of all money in the store (src/core/money/currencies.ts). */
  readonly currency: string;
  readonly segmenting: Segmenting;
}

/**
 * Segments as of a day, from the orders up to the end of it. With filters, only customers who bought
 * matching lines remain; unless the options say otherwise, they keep the scores and figures they have among
 * all customers.
 * @param boughtBy the day by which they must have bought: a later one, to compare the same customers on two
 *   days
 */
export async function segmentsAsOf(
  { store, currency, segmenting }: SegmentSource,
  asOf: Day,
  segmentation: SegmentationOptions = segmenting.segmentation,
  filters: readonly Filter[] = [],
  boughtBy: Day = asOf,
): Promise<Snapshot> {
  const { map, method, weights, scoredAmong } = segmentation;
  const wanted = { asOf, method, major: unitsPerMajor(currency) };
  if (partOf(store) && scoredAmong !== 'filtered') {
    const own = await scoresInPart(store, { ...wanted, filters }, boughtBy);
    return snapshotOf(own, map, weights);
  }
  if (filters.length === 0 || scoredAmong === 'filtered')
    return snapshotOf(await scoresOf(store, { ...wanted, filters }), map, weights);
  const all = await scoresOf(store, { ...wanted, filters: [] });
  const buyers = await customersWhoBought(store, filters, boughtBy);
  return snapshotOf(scoresOnly(all, buyers), map, weights, all);
}

/** Where the axes were cut at the end of each of the twelve months before a day, by a segmentation. */
export const pastCutsOf = (
  { store, currency }: Pick<SegmentSource, 'store' | 'currency'>,
  asOf: Day,
  { method }: SegmentationOptions,
): Promise<readonly PastCuts[]> =>
  cutsOfLastYear(store, { asOf, method, filters: [], major: unitsPerMajor(currency) });
