import type { Note } from '../core/answer/notes.js';
import { isOfKind } from '../measures/order-statuses.js';
import { type Filter, totalSums } from '../store/scope/sums.js';
import { dimensionColumn, listValues } from '../store/tables/dimensions.js';
import type { AnswerContext } from './context.js';
import { filterText } from './declaration.js';
import { groupingFields } from './grouping-fields.js';
import type { ShopView } from './shop.js';

/**
 * What an answer says of the cancelled orders that its sums count; nothing if it is filtered by status
 * anyway.
 */
export async function cancelledNotes(
  { scope }: Pick<AnswerContext, 'scope'>,
  { store, currency }: ShopView,
): Promise<Note[]> {
  const status = (await groupingFields(store)).find(field => field.key === 'status');
  if (status?.by.kind !== 'dimension') return [];
  const column = dimensionColumn(status.by.dimension);
  const values = (await listValues(store, status.by.dimension)).filter(v => isOfKind(v.value, 'cancelled'));
  if (values.length === 0 || scope.filters.some(filter => filter.column === column)) return [];
  const filter: Filter = { field: status, column, values, exclude: false };
  const { orders, revenue } = await totalSums(store, { ...scope, filters: [...scope.filters, filter] });
  if (orders === 0 || revenue <= 0) return [];
  return [
    {
      kind: 'cancelledCounted',
      orders,
      revenue,
      currency,
      filter: filterText([{ ...filter, exclude: true }]),
    },
  ];
}
