import type { Sample } from '../sample.js';
import type { ColumnSurvey } from '../survey.js';

/** How orders that are credit notes are told: ids that begin so, `C536379`. */
export interface CreditNotes {
  readonly prefix: string;
  /** Whether one stands among the rows that were looked at. */
  readonly isSeen: boolean;
}

/** `C` where some order ids are that and a number, and all others the number alone. */
export function creditNotes(sample: Sample, order: ColumnSurvey | undefined): CreditNotes | undefined {
  if (!order) return undefined;
  const ids = [...order.distinct];
  const credits = ids.filter(id => /^C\d+$/i.test(id)).length;
  const numbers = ids.filter(id => /^\d+$/.test(id)).length;
  // Not every id is known here; the first credit note may stand further down.
  const isSo = numbers > 10 && credits < ids.length * 0.4 && credits + numbers >= ids.length * 0.98;
  return isSo ? { prefix: 'C', isSeen: sample.texts(order).some(id => /^C\d/i.test(id)) } : undefined;
}
