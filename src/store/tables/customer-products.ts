import type { Day } from '../../core/calendar/days.js';
import { knexOf } from '../engine/connection.js';
import type { StoreReader } from '../engine/transaction.js';
import { dimensionColumn, listDimensions } from './dimensions.js';

/**
 * What a customer has spent most on up to and including a day, returns subtracted; empty if the files name no
 * products. Money in minor units.
 */
export async function customerProducts(
  reader: StoreReader,
  customerId: number,
  { through, limit }: { readonly through: Day; readonly limit: number },
): Promise<{ id: number; name: string; revenue: number }[]> {
  const product = (await listDimensions(reader)).find(d => d.key === 'product');
  if (!product) return [];
  const column = `l.${dimensionColumn(product)}`;
  const rows = await knexOf(reader)({ l: 'order_lines' })
    .join({ v: 'dimension_values' }, 'v.id', column)
    .where('l.customer_id', customerId)
    .where('l.day', '<=', through)
    .groupBy('v.id', 'v.value', 'v.label')
    .orderByRaw('sum(l.amount) desc, v.id')
    .limit(limit)
    .select('v.id', knexOf(reader).raw('coalesce(v.label, v.value) as name, sum(l.amount) as revenue'));
  return rows.map(r => ({ id: Number(r.id), name: String(r.name), revenue: Number(r.revenue) }));
}
