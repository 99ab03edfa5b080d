import { nameOf } from '../../../answering/dimension-words.js';
import { groupingFields } from '../../../answering/grouping-fields.js';
import type { SegmentContext } from '../../../answering/segments/context.js';
import type { ShopView } from '../../../answering/shop.js';
import { isSure, leastTogether, type Rule, rulesWith } from '../../../measures/together.js';
import { countBaskets, countWith } from '../../../store/scope/baskets.js';
import { productsOfCustomer } from '../../../store/scope/customer-history.js';
import { groupNames } from '../../../store/scope/sums.js';

/** What is looked for goes with so many of the products that a customer spent most on. */
const MOST_PRODUCTS = 3;
/** Nobody has bought so many different ones. */
const ALL_PRODUCTS = 100_000;

/**
 * The product to offer to a customer: one they have not bought, that goes with one of those they spent most
 * on by more than chance.
 */
export async function offerFor(
  customerId: number,
  { snapshot, format }: SegmentContext,
  { store }: ShopView,
): Promise<string[]> {
  const field = (await groupingFields(store)).find(f => f.key === 'product');
  if (field?.by.kind !== 'dimension') return [];
  const through = snapshot.asOf;
  const bought = await productsOfCustomer(store, customerId, { through, limit: ALL_PRODUCTS });
  const scope = { filters: [], range: { from: Number.MIN_SAFE_INTEGER, to: through } };
  const baskets = await countBaskets(store, scope, field.by.dimension);
  const has = new Set(bought.map(({ id }) => id));
  let best: Rule | undefined;
  // One at a time: a transaction has one connection.
  for (const { id } of bought.slice(0, MOST_PRODUCTS)) {
    const found = await countWith(store, scope, field.by.dimension, baskets.items, [id]);
    const { rules, count } = rulesWith(baskets, [id], found, leastTogether(baskets.orders));
    const open = rules.find(rule => !has.has(rule.second) && isSure(rule, baskets.orders, count));
    if (open && open.leverage > (best?.leverage ?? 0)) best = open;
  }
  if (!best) return [];
  const names = await groupNames(store, field.by, [best.first, best.second]);
  const name = (id: number) => nameOf(names.get(id) ?? { key: null, label: null }, 'product');
  return [
    `Offer ${name(best.second)}: ${format.share(best.confidence)} of the orders with ${name(best.first)} ` +
      `have it, ${format.times(best.lift)} as often as by chance, and they have not bought it.`,
  ];
}
