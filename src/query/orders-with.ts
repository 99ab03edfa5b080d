import type { ScopePart } from '../core/answer/scope.js';
import type { QueryFilter } from '../core/query/query.js';
import { orderFacts } from '../store/scope/order-facts.js';
import { groupedSums, type LineMask } from '../store/scope/sums.js';
import { goodsWords } from './conditions.js';
import { keptBy } from './filters.js';
import type { Setting } from './setting.js';

/**
 * The lines of orders that hold something of each filter: all of their lines, whatever they are of. What was
 * returned is not held.
 */
export async function ordersWith(
  filters: readonly QueryFilter[],
  setting: Setting,
): Promise<{ readonly mask: LineMask; readonly scope: ScopePart }> {
  const { store } = setting.view;
  const { day } = await orderFacts(store);
  const counts = new Uint8Array(day.length);
  const words: string[] = [];
  for (const filter of filters) {
    const kept = await keptBy(filter, setting);
    const lines = {
      kind: 'sales' as const,
      filters: kept.filter ? [kept.filter] : [],
      masks: kept.mask ? [kept.mask] : [],
    };
    for (const { id } of await groupedSums(store, lines, { kind: 'order' })) counts[id]! += 1;
    words.push(goodsWords(kept.scope));
  }
  const marks = counts.map(count => (count === filters.length ? 1 : 0));
  return {
    mask: { column: 'order', first: 0, marks },
    scope: { kind: 'words', text: `orders with ${words.join(' and ')}` },
  };
}
