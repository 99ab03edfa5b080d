import { NotUnderstood } from '../core/errors.js';
import type { Query, QueryFilter } from '../core/query/query.js';

/**
 * The one value whose place a query with `show:place` asks for.
 * @throws NotUnderstood if a filter does not name one value, or rows are not one total
 */
export function placedFilter({ rows, where }: Query): QueryFilter {
  const [only, ...others] = where.filter(f => !f.not && f.values?.length === 1);
  if (rows === 'total' && only && others.length === 0) return only;
  throw new NotUnderstood('A place in the ranking is of one value that a filter names, and of one total.', [
    'measure:revenue country:USA show:place',
  ]);
}
