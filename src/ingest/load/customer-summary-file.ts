import type { SummaryMapping } from '../understand/customer-summaries.js';
import { SummaryLoader } from './customer-summaries.js';
import { type CustomerSummary, summaryReader } from './customer-summary-rows.js';
import { type Load, rowsWithProgress } from './load-lines.js';
import type { Written } from './result.js';

/** Writes the file's customer summaries. @throws IngestError if too many rows are wrong */
export async function loadSummaries(load: Load, mapping: SummaryMapping): Promise<Written> {
  const { trx, id, settings, refused, amounts } = load;
  const { table } = load.plan;
  const loader = await SummaryLoader.begin(trx, id);
  const read = summaryReader(table.header, mapping, amounts, settings.today);
  let duplicates = 0;
  for await (const batch of rowsWithProgress(load)) {
    const summaries: CustomerSummary[] = [];
    for (const row of batch) {
      const result = read(row);
      if ('reason' in result) await refused.add(result);
      else summaries.push(result);
    }
    duplicates += await loader.write(summaries);
  }
  await refused.decide();
  const { customers, orders, revenue, firstDay, lastDay } = loader;
  return {
    lines: 0,
    orders,
    customers,
    returnOrders: 0,
    excludedOrders: 0,
    ordersReplaced: 0,
    ordersContinued: 0,
    excluded: 0,
    duplicates,
    revenue,
    firstDay,
    lastDay,
  };
}
