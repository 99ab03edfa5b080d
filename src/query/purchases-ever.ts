import { unitsPerMajor } from '../core/money/currencies.js';
import { currentDay, scoresOf } from '../segments/snapshots/score-cache.js';
import { memoizedPerTransaction } from '../store/engine/memoize.js';
import { partOf } from '../store/engine/part.js';
import { type CustomerPurchases, purchasesAsOf } from '../store/scope/customer-purchases.js';
import { lastOrderDay } from '../store/tables/customer-totals.js';
import type { Setting } from './setting.js';

/**
 * What everybody has bought up to today, or up to the last day of the data. The current scores are made of
 * the same figures, and are stored: unless there are orders of the future, which they leave out, or the
 * reader sees a part of the shop, nothing is added up.
 */
export async function purchasesEver({ view, data }: Setting): Promise<CustomerPurchases> {
  const { store } = view;
  const through = Math.max(data.to, view.today());
  const [asOf, last] = [await currentDay(store, view.today()), await lastOrderDay(store)];
  if (partOf(store) || asOf === undefined || last === undefined || last > Math.min(asOf, through))
    return memoizedPerTransaction(store, `purchases through ${through}`, () =>
      purchasesAsOf(store, { through, filters: [], withDays: false }),
    );
  const { method } = view.segmenting.segmentation;
  return (await scoresOf(store, { asOf, method, filters: [], major: unitsPerMajor(view.currency) })).figures;
}
