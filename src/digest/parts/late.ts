import { plural } from '../../answer/format.js';
import { showDay } from '../../calendar/days.js';
import { showRange } from '../../calendar/grain.js';
import { lateSales } from '../../store/late.js';
import type { DigestMaterial } from './material.js';

/** Sales of earlier days that have come in, or have been corrected, since the period began: digests before did not have them. */
export async function lateNote({ shop, periods, asOf, filters, format }: DigestMaterial): Promise<string[]> {
  // The lines are not looked through for a part of the shop.
  if (filters.length > 0) return [];
  const { from } = periods.period;
  const late = await lateSales(shop.store, { before: from, from, to: asOf }, shop.dayOf);
  if (!late) return [];
  const { orders, revenue, firstDay, lastDay } = late;
  const parts = [
    ...(orders === 0 ? [] : [`${plural(Math.abs(orders), 'order')} ${orders > 0 ? 'more' : 'fewer'}`]),
    ...(revenue === 0 ? [] : [`${revenue > 0 ? '+' : '-'}${format.amount(Math.abs(revenue))}`]),
  ];
  return [
    `Sales of ${firstDay === lastDay ? showDay(firstDay) : showRange({ from: firstDay, to: lastDay })} came in late or were corrected: ${parts.join(', ') || 'other days than before'}. Earlier digests do not have them.`,
  ];
}
