import type { Note } from '../core/answer/notes.js';
import { isOfKind, type StatusKind } from '../measures/order-statuses.js';
import type { Filter, PartSums } from '../store/scope/sums.js';
import { dimensionColumn, listValues } from '../store/tables/dimensions.js';
import type { AnswerContext } from './context.js';
import { filterText } from './declaration.js';
import { groupingFields } from './grouping-fields.js';
import type { ShopView } from './shop.js';

/**
 * Keeps the lines of cancelled orders; undefined if there are none, or the sums are filtered by status
 * anyway.
 */
export async function cancelledFilter(
  { scope }: Pick<AnswerContext, 'scope'>,
  view: Pick<ShopView, 'store'>,
): Promise<Filter | undefined> {
  const filter = await cancelledStatuses(view);
  return scope.filters.some(own => own.column === filter?.column) ? undefined : filter;
}

/** Keeps the lines of cancelled orders; undefined if there are none. */
export const cancelledStatuses = (view: Pick<ShopView, 'store'>): Promise<Filter | undefined> =>
  statusesOfKind('cancelled', view);

/** Keeps the lines whose status is of a kind, such as returned; undefined if the data has no such status. */
export async function statusesOfKind(
  kind: StatusKind,
  { store }: Pick<ShopView, 'store'>,
): Promise<Filter | undefined> {
  const status = (await groupingFields(store)).find(field => field.key === 'status');
  if (status?.by.kind !== 'dimension') return undefined;
  const column = dimensionColumn(status.by.dimension);
  const values = (await listValues(store, status.by.dimension)).filter(v => isOfKind(v.value, kind));
  return values.length === 0 ? undefined : { field: status, column, values, exclude: false };
}

/**
 * What an answer says of the cancelled orders that its sums count.
 * @param cancelled the lines that {@link cancelledFilter} keeps, added up
 */
export function cancelledNotes(
  filter: Filter | undefined,
  cancelled: PartSums | undefined,
  { currency }: Pick<ShopView, 'currency'>,
): Note[] {
  if (!filter || !cancelled || cancelled.orders === 0 || cancelled.revenue <= 0) return [];
  const { orders, revenue } = cancelled;
  const without = filterText([{ ...filter, exclude: true }]);
  return [{ kind: 'cancelledCounted', orders, revenue, currency, filter: without }];
}
