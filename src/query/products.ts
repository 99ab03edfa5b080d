import type { GroupingField } from '../answering/grouping-fields.js';
import { NotUnderstood } from '../core/errors.js';
import { type GroupBy, keyedSums, type LineScope } from '../store/scope/sums.js';
import type { Setting } from './setting.js';

/** The field with the shop's products; undefined if its files name none. */
export const productField = (fields: readonly GroupingField[]): GroupingField | undefined =>
  fields.find(field => field.key === 'product' && field.by.kind === 'dimension');

/** How many different products were sold: in all, and in each group. */
export interface Variety {
  readonly total: number;
  readonly groups: readonly { readonly ids: readonly number[]; readonly products: number }[];
}

/**
 * Counts the different products on the lines, returns among them.
 * @throws NotUnderstood for groups of two fields
 */
export async function productsOf(
  bys: readonly GroupBy[],
  scope: LineScope,
  { view, fields }: Setting,
): Promise<Variety> {
  const product = productField(fields);
  if (!product) return { total: 0, groups: [] };
  const [by, second] = bys;
  if (second)
    throw new NotUnderstood('Different products are counted by one field, not by two.', [
      'measure:products by:month',
    ]);
  const { groups: all } = await keyedSums(view.store, scope, [product.by], [], false);
  const total = all.filter(({ ids: [id] }) => id !== 0).length;
  if (!by) return { total, groups: [] };
  const { groups: pairs } = await keyedSums(view.store, scope, [by, product.by], [], false);
  const counts = new Map<number, number>();
  for (const { ids } of pairs) {
    const [group = 0, id] = ids;
    if (id !== 0) counts.set(group, (counts.get(group) ?? 0) + 1);
  }
  return { total, groups: [...counts].map(([id, products]) => ({ ids: [id], products })) };
}
