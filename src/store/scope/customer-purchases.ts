import type { Day } from '../../core/calendar/days.js';
import type { StoreReader } from '../engine/transaction.js';
import { type CustomerPurchases, linesOf } from '../lines/index.js';
import { type CustomerTotals, summarisedTotals } from '../tables/customer-totals.js';
import type { Filter } from './sums.js';

export type { CustomerPurchases } from '../lines/index.js';

const EARLIEST = -(2 ** 31);

/**
 * What everybody has bought up to and including a day, of the lines that filters keep. If nothing is
 * filtered, customers known from summaries only are added: a summary has no lines to filter.
 */
export async function purchasesAsOf(
  reader: StoreReader,
  { through, filters, withDays }: { through: Day; filters: readonly Filter[]; withDays: boolean },
): Promise<CustomerPurchases> {
  const figures = await (await linesOf(reader)).purchases({ through, filters }, { withDays });
  return filters.length > 0 ? figures : withTotals(figures, await summarisedTotals(reader, through));
}

/** The same as of several days, rising, in one pass over the lines. */
export async function purchasesAsOfEach(
  reader: StoreReader,
  days: readonly Day[],
  options: { withDays: boolean },
  take: (figures: CustomerPurchases, day: Day) => Promise<void> | void,
): Promise<void> {
  const summarised = await summarisedTotals(reader, days.at(-1) ?? EARLIEST);
  const lines = await linesOf(reader);
  await lines.purchasesAsOfEach(days, options, (figures, day) =>
    take(
      withTotals(
        figures,
        summarised.filter(t => t.lastDay <= day),
      ),
      day,
    ),
  );
}

/** Adds customers of whom only totals are known, with as many lines and days as orders. */
function withTotals(figures: CustomerPurchases, totals: readonly CustomerTotals[]): CustomerPurchases {
  if (totals.length === 0) return figures;
  const ids = [...figures.customer, ...totals.map(t => t.customerId)];
  const order = ids.map((_, i) => i).sort((a, b) => ids[a]! - ids[b]!);
  const column = (known: Int32Array, of: (t: CustomerTotals) => number) => {
    const all = [...known, ...totals.map(of)];
    return Int32Array.from(order, i => all[i] as number);
  };
  const revenue = [...figures.revenue, ...totals.map(t => t.revenue)];
  return {
    ...figures,
    count: ids.length,
    customer: Int32Array.from(order, i => ids[i] as number),
    firstDay: column(figures.firstDay, t => t.lastDay),
    lastDay: column(figures.lastDay, t => t.lastDay),
    orders: column(figures.orders, t => t.orders),
    lines: column(figures.lines, t => t.orders),
    days: column(figures.days, t => t.orders),
    revenue: Float64Array.from(order, i => revenue[i] as number),
    fromSummaries: totals.length,
  };
}
