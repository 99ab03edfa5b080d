import type { AmountDecimals } from '../../../core/money/currencies.js';
import type { IngestSettings } from '../../understand/ingest-settings.js';
import type { Plan, SampledPlan } from '../../understand/plan.js';
import { RowReader } from '../row-reader.js';
import { AS_STORED, BeginAgain, LineAmounts, type Precision } from './line-amounts.js';

const NOWHERE = { line() {}, refuse() {}, leaveOut() {} };

/**
 * With which decimals a load begins, as some thousand of the file's rows need them: a load that begins again
 * takes longer, and a number on PostgreSQL.
 * @param decimals those of the store
 */
export function precisionOf(
  { content, conversion, table }: Plan,
  sample: SampledPlan['sample'],
  decimals: AmountDecimals,
  { today, excludedStatuses }: Pick<IngestSettings, 'today' | 'excludedStatuses'>,
): Precision {
  if (content.kind !== 'sales' || conversion) return AS_STORED;
  const limit = { sum: Number.POSITIVE_INFINITY, beyond: () => new BeginAgain(AS_STORED) };
  let precision = AS_STORED;
  for (;;) {
    // What rows need is told by the first that needs more: others may need still more.
    const stored = Math.max(decimals.stored, precision.least);
    const amounts = new LineAmounts({ ...decimals, stored }, precision, limit);
    const settings = { ownOrders: '', amounts, today, excludedStatuses };
    const reader = new RowReader(table.header, content.mapping, settings, NOWHERE);
    try {
      for (const [number, cells] of sample.entries()) reader.read({ number, cells });
      reader.end();
      return precision;
    } catch (error) {
      if (!(error instanceof BeginAgain) || error.precision.least <= precision.least) return precision;
      precision = error.precision;
    }
  }
}
