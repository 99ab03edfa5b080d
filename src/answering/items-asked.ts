import type { StoreReader } from '../store/engine/transaction.js';
import type { Filter } from '../store/scope/sums.js';
import type { Dimension } from '../store/tables/dimensions.js';
import { PRODUCT_LINES } from './field-roles.js';
import { type GroupingField, groupingFields } from './grouping-fields.js';
import type { ParsedQuery } from './question.js';

/** What orders are made of, what is given, and which lines count. */
export interface Asked {
  readonly field: GroupingField;
  readonly dimension: Dimension;
  /** Values that what is asked for goes with. */
  readonly given: Filter['values'];
  /** Filters on other fields, which keep lines. */
  readonly filters: readonly Filter[];
}

/**
 * Items are values of the dimension that was named, else of the one of which a value was named ("what goes
 * with Ships"), else products or what comes nearest. A value of it is what others go with, and keeps no
 * lines.
 */
export async function itemsAsked(
  { dimension, filters }: Pick<ParsedQuery, 'dimension' | 'filters'>,
  store: StoreReader,
): Promise<Asked | undefined> {
  const fields = await groupingFields(store);
  const goods = ['product', ...PRODUCT_LINES].flatMap(key => fields.find(f => f.key === key) ?? []);
  const isOf = (field: GroupingField, filter: Filter) => filter.field.key === field.key && !filter.exclude;
  const named = goods.find(field => filters.some(filter => isOf(field, filter)));
  const field = dimension ?? named ?? goods[0];
  if (field?.by.kind !== 'dimension') return undefined;
  return {
    field,
    dimension: field.by.dimension,
    given: filters.filter(filter => isOf(field, filter)).flatMap(({ values }) => values),
    filters: filters.filter(filter => !isOf(field, filter)),
  };
}
