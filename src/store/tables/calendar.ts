import type { DayRange } from '../../core/calendar/grain.js';
import { GRAINS, periodOf } from '../../core/calendar/grain.js';
import { insertRows } from '../engine/bulk.js';
import type { WriteTransaction } from '../engine/transaction.js';

/** Adds the days of a range to the calendar, each with the first day of its week, month, quarter and year. */
export async function fillCalendar(trx: WriteTransaction, range: DayRange): Promise<void> {
  const rows: number[][] = [];
  for (let day = range.from; day <= range.to; day++)
    rows.push(GRAINS.map(grain => periodOf(grain, day).from));
  const columns = GRAINS.map(name => ({ name, type: 'integer' as const }));
  await insertRows(trx, 'calendar', columns, rows, 'ignore');
}
