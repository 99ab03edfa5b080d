import type { Day } from '../../core/calendar/days.js';
import { wholeOf } from '../../store/engine/part.js';
import type { StoreReader } from '../../store/engine/transaction.js';
import { purchasesAsOf } from '../../store/scope/customer-purchases.js';
import { axesOf, type ScoredCustomers } from '../scoring/scores.js';
import { customersWhoBought, scoresOnly } from './filtered.js';
import { needsDays, scoresOf, type Wanted } from './score-cache.js';

/**
 * The customers of the part of the shop that a reader is limited to, with the scores that they have among all
 * customers, and the figures of what they bought within the part.
 * @param wanted with filters, only customers who bought matching lines by `boughtBy`
 */
export async function scoresInPart(
  store: StoreReader,
  wanted: Wanted,
  boughtBy: Day,
): Promise<ScoredCustomers> {
  const { asOf, method, filters } = wanted;
  const all = await scoresOf(wholeOf(store), { ...wanted, filters: [] });
  const figures = await purchasesAsOf(store, {
    through: asOf,
    filters: [],
    withDays: needsDays(method),
  });
  const { linesWithoutCustomer } = figures;
  const buyers =
    filters.length === 0
      ? { ids: figures.customer, linesWithoutCustomer }
      : await customersWhoBought(store, filters, boughtBy);
  const none = new Uint8Array(figures.count);
  const bought: ScoredCustomers = {
    ...all,
    figures,
    ...axesOf(figures, asOf, method),
    r: none,
    f: none,
    m: none,
  };
  const own = scoresOnly(bought, buyers);
  const { r, f, m } = scoresOnly(all, { ids: own.figures.customer, linesWithoutCustomer });
  return { ...own, r, f, m };
}
