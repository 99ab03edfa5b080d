import type { Day } from '../../core/calendar/days.js';
import { groupedSums } from '../../store/scope/sums.js';
import type { DigestMaterial } from './material.js';

/** A weekday usually has sales if it had some in so many of the weeks before the period. */
const WEEKS = 8;
const USUALLY = 7;

/**
 * Days of the period on which the whole shop sold nothing, although the same weekday had sales in at least
 * seven of the eight weeks before the period. Filters are ignored: a part of the shop may well sell nothing
 * on a day without a file being missing.
 */
export async function missingDays({
  shop,
  periods,
}: Pick<DigestMaterial, 'shop' | 'periods'>): Promise<Day[]> {
  const { period } = periods;
  const range = { from: period.from - WEEKS * 7, to: period.to };
  const sums = await groupedSums(shop.store, { range, filters: [] }, { kind: 'grain', grain: 'day' });
  const sold = new Set(sums.filter(s => s.lines > 0).map(s => s.id));
  const days: Day[] = [];
  for (let day = period.from; day <= period.to; day++) {
    if (sold.has(day)) continue;
    // Weeks before the period, so that a gap within it is not counted as usual.
    const latest = day - Math.ceil((day - period.from + 1) / 7) * 7;
    const before = Array.from({ length: WEEKS }, (_, i) => sold.has(latest - i * 7));
    if (before.filter(Boolean).length >= USUALLY) days.push(day);
  }
  return days;
}
