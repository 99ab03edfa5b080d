import type { Shop } from '../../answering/shop.js';
import type { Day } from '../../core/calendar/days.js';
import { minorDigits } from '../../core/money/currencies.js';
import type { Filter } from '../../store/scope/sums.js';
import type { Basis } from '../options.js';
import { cutsOfLastYear, type PastCuts, scoresOf } from './score-cache.js';
import { type Snapshot, snapshotOf } from './snapshot.js';

/** Everybody's segments as of a day, from the orders up to and including it; by the shop's own basis unless given. */
export async function segmentsAsOf(
  { store, currency, segmenting }: Pick<Shop, 'store' | 'currency' | 'segmenting'>,
  asOf: Day,
  basis: Basis = segmenting.basis,
  filters: readonly Filter[] = [],
): Promise<Snapshot> {
  const scored = await scoresOf(store, { asOf, method: basis.method, filters, major: majorOf(currency) });
  return snapshotOf(scored, basis.map, basis.weights);
}

/** Where the axes were cut at the end of each of the twelve months before a day, by a basis. */
export const pastCutsOf = (
  { store, currency }: Pick<Shop, 'store' | 'currency'>,
  asOf: Day,
  { method }: Basis,
): Promise<readonly PastCuts[]> =>
  cutsOfLastYear(store, { asOf, method, filters: [], major: majorOf(currency) });

const majorOf = (currency: string): number => 10 ** minorDigits(currency);
