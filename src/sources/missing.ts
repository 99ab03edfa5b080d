import { formatFor, plural } from '../core/answer/format.js';
import { showRange } from '../core/calendar/grain.js';
import type { Store } from '../store/engine/store.js';
import { storedCurrency } from '../store/tables/amounts.js';
import { totalOfOrders } from '../store/tables/source-orders.js';
import type { MissingOrders } from './running.js';

/**
 * What orders come to that are about to be taken out.
 * @param keys as the store calls them
 * @param before only orders of days before this one
 * @returns undefined if none of them counts
 */
export async function missingOrders(
  store: Store,
  keys: readonly string[],
  before?: number,
): Promise<MissingOrders | undefined> {
  const total = await totalOfOrders(store, keys, before);
  return total && { ...total, currency: (await storedCurrency(store)) ?? 'USD' };
}

/** Which orders of a source were taken out because it does not have them any more, and what that changes. */
export function missingText(
  source: string,
  { orders, amount, firstDay, lastDay, currency }: MissingOrders,
): string {
  const days = showRange({ from: firstDay, to: lastDay });
  const changed = formatFor(currency).amount(Math.abs(amount));
  const effect =
    amount === 0
      ? 'The sales of that time stay as they were'
      : `The sales of that time are ${changed} ${amount > 0 ? 'lower' : 'higher'} than before`;
  const [are, were] = orders === 1 ? ['is', 'was'] : ['are', 'were'];
  return (
    `${plural(orders, 'order')} of ${days} ${are} not in the source ${source} any more ` +
    `and ${were} taken out. ${effect}.`
  );
}
