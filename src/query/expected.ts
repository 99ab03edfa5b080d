import { unfitWords } from '../answering/segments/ahead.js';
import { NotUnderstood, ShopkeeperError } from '../core/errors.js';
import { type CustomersAhead, customersAhead, isAhead } from '../measures/lifetime-value.js';
import { type GroupBy, groupedSums, type LineScope, pairedSums } from '../store/scope/sums.js';
import { type Expected, NOTHING_EXPECTED } from './measure.js';
import type { Setting } from './setting.js';

/**
 * What is expected of everybody in the 12 months after the day that segments are as of.
 * @throws ShopkeeperError where no model fits, with what is missing
 */
export async function everybodyExpected({ view, asOf, data }: Setting): Promise<CustomersAhead> {
  const found = await customersAhead(view.store, Math.min(asOf, data.to));
  if (isAhead(found)) return found;
  throw new ShopkeeperError(
    `What customers will do cannot be said: ${unfitWords(found)}.`,
    'Load a longer history, or ask for what they did: `measure:revenue-per-customer`.',
  );
}

/**
 * What is expected of the customers who bought in scope, and of those of each group by the ids of its key.
 */
export async function expectedOf(
  bys: readonly GroupBy[],
  scope: LineScope,
  setting: Setting,
): Promise<{
  total: Expected;
  groups: readonly { readonly ids: readonly number[]; readonly expected: Expected }[];
}> {
  const [by, second] = bys;
  if (second)
    throw new NotUnderstood('What is expected of customers can be grouped by one field, not by two.', []);
  const ahead = await everybodyExpected(setting);
  const { store } = setting.view;
  const all = await groupedSums(store, scope, { kind: 'customer' });
  const total = summed(
    all.filter(s => s.orders > 0).map(s => s.id),
    ahead,
  );
  if (!by) return { total, groups: [] };
  const members = new Map<number, number[]>();
  for (const pair of (await pairedSums(store, scope, by, { kind: 'customer' })).pairs) {
    if (pair.orders === 0) continue;
    const own = members.get(pair.first);
    if (own) own.push(pair.second);
    else members.set(pair.first, [pair.second]);
  }
  return {
    total,
    groups: [...members].map(([id, customers]) => ({ ids: [id], expected: summed(customers, ahead) })),
  };
}

/** Adds up in whole millionths and minor units, which is exact in any order. */
function summed(customers: readonly number[], { expected, placeOf }: CustomersAhead): Expected {
  let [orders, value, alive, repeaters] = [0, 0, 0, 0];
  for (const id of customers) {
    const place = placeOf(id);
    if (place === undefined) continue;
    orders += Math.round(expected.orders[place]! * 1e6);
    value += expected.value[place]!;
    const own = expected.alive[place]!;
    if (Number.isNaN(own)) continue;
    alive += Math.round(own * 1e6);
    repeaters++;
  }
  return repeaters + orders + value === 0
    ? NOTHING_EXPECTED
    : { orders: orders / 1e6, value, alive: alive / 1e6, repeaters };
}
