import type { Day } from '../../core/calendar/days.js';
import { memoizedByDataVersion } from '../../store/engine/memoize.js';
import type { StoreReader } from '../../store/engine/transaction.js';
import { purchasesAsOf } from '../../store/scope/customer-purchases.js';
import type { Filter } from '../../store/scope/sums.js';
import type { ScoredCustomers } from '../scoring/scores.js';

/** The customers that filters leave: those who have ordered lines that match. */
export interface FilteredCustomers {
  /** Their ids, rising. */
  readonly ids: Int32Array;
  /** Lines that match and name no customer. */
  readonly linesWithoutCustomer: number;
}

/** Who had ordered lines that match by the end of a day; found once for each version of the data. */
export function customersWhoBought(
  store: StoreReader,
  filters: readonly Filter[],
  through: Day,
): Promise<FilteredCustomers> {
  const key = filters.map(f => [f.column, f.exclude, f.values.map(v => v.id)]);
  return memoizedByDataVersion(store, `bought ${through} ${JSON.stringify(key)}`, async () => {
    const figures = await purchasesAsOf(store, { through, filters, withDays: false });
    return { ids: figures.customer, linesWithoutCustomer: figures.linesWithoutCustomer };
  });
}

/** The scores of some customers, as they are among all: figures and cuts stay what they were. */
export function scoresOnly(
  scored: ScoredCustomers,
  { ids, linesWithoutCustomer }: FilteredCustomers,
): ScoredCustomers {
  const { figures } = scored;
  const places = commonPlaces(figures.customer, ids);
  const ints = (all: Int32Array) => places.map(i => all[i] as number);
  const bytes = (all: Uint8Array) => Uint8Array.from(places, i => all[i] as number);
  const floats = (all: Float64Array) => Float64Array.from(places, i => all[i] as number);
  return {
    ...scored,
    figures: {
      ...figures,
      count: places.length,
      customer: ints(figures.customer),
      firstDay: ints(figures.firstDay),
      lastDay: ints(figures.lastDay),
      orders: ints(figures.orders),
      lines: ints(figures.lines),
      days: ints(figures.days),
      revenue: floats(figures.revenue),
      // Whoever only returned what matches may be in a segment by other orders.
      returnsOnly: 0,
      linesWithoutCustomer,
      // A file of customer summaries names no lines that could match.
      fromSummaries: 0,
    },
    recency: ints(scored.recency),
    frequency: ints(scored.frequency),
    monetary: floats(scored.monetary),
    r: bytes(scored.r),
    f: bytes(scored.f),
    m: bytes(scored.m),
  };
}

/** Where the ids of some stand among those of all; both rise. */
function commonPlaces(all: Int32Array, some: Int32Array): Int32Array {
  const places: number[] = [];
  for (let i = 0, s = 0; i < all.length && s < some.length; i++) {
    while (s < some.length && some[s]! < all[i]!) s++;
    if (some[s] === all[i]) places.push(i);
  }
  return Int32Array.from(places);
}
