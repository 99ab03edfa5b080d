import type { DayRange } from '../../core/calendar/grain.js';
import { GRAINS, periodOf } from '../../core/calendar/grain.js';
import { insertRows } from '../engine/bulk.js';
import type { WriteTransaction } from '../engine/transaction.js';

/** Makes sure the calendar knows the first day of the week, month, quarter and year of every day in the range. */
export async function fillCalendar(trx: WriteTransaction, range: DayRange): Promise<void> {
  const rows: number[][] = [];
  for (let day = range.from; day <= range.to; day++)
    rows.push(GRAINS.map(grain => periodOf(grain, day).from));
  const columns = GRAINS.map(name => ({ name, type: 'integer' as const }));
  await insertRows(trx, 'calendar', columns, rows, 'ignore');
}
