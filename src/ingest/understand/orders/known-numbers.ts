import type { StoreReader } from '../../../store/engine/transaction.js';
import { daysOfOrders } from '../../../store/tables/orders.js';
import { momentReader } from '../dates/moment-reader.js';
import type { Mapping } from '../mapping.js';
import { cellText, type Survey } from '../survey.js';

/** Orders that are looked up. */
const LOOKED_UP = 500;

/**
 * Order numbers that the store has from other days: a till begins again each month, say. A corrected
 * export has the days of what it corrects; where all of several known orders lie before or after their stored
 * days, the numbers are new ones.
 * @returns the mapping, with the day as part of an order's id where that is so, and a sentence about it
 */
export async function withKnownNumbers(
  reader: StoreReader,
  survey: Survey,
  mapping: Mapping,
): Promise<Mapping> {
  const { column, withDay } = mapping.order;
  if (column === undefined || withDay) return mapping;
  const moments = momentReader(mapping);
  const days = new Map<string, number>();
  for (const row of survey.first) {
    const key = cellText(row[column]);
    const day = moments.day(row);
    if (key !== '' && day !== undefined && !days.has(key)) days.set(key, day);
    if (days.size >= LOOKED_UP) break;
  }
  const stored = await daysOfOrders(reader, [...days.keys()]);
  const own = [...stored.keys()].map(key => days.get(key) ?? 0);
  const before = [...stored.values()];
  const isOther = Math.min(...own) > Math.max(...before) || Math.max(...own) < Math.min(...before);
  const lowest = Math.min(...[...days.keys()].map(key => Number(/\d+$/.exec(key)?.[0] ?? Number.NaN)));
  if (stored.size < 2 || !isOther || !(lowest <= 1)) return mapping;
  const header = survey.columns[column]?.header ?? '';
  return {
    ...mapping,
    order: { ...mapping.order, withDay: true },
    assumptions: [
      ...mapping.assumptions,
      `Numbers in "${header}" begin again: earlier files have them from 1 on, on other days, so these ` +
        'are new orders, and ' +
        'an order is its number and its day.',
    ],
  };
}
