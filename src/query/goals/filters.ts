import type { QueryFilter } from '../../core/query/query.js';
import { kebab } from '../../core/text/words.js';
import type { Filter } from '../../store/scope/sums.js';

/** A filter of a named question as a query has it. */
export const asQueryFilter = ({ field, values, exclude }: Filter): QueryFilter => ({
  field: kebab(field.key),
  values: values.map(v => v.value),
  ...(exclude && { not: true }),
});
