import { ConditionReader } from './condition-reader.js';
import type { QueryFilter } from './query.js';

/**
 * Reads filters written one after another: `country:Spain -status:Cancelled order-total:>500`.
 * @throws QueryTextError saying what could not be read
 */
export const parseFilterText = (text: string): QueryFilter[] => new FilterReader(text.trim()).filters();

class FilterReader extends ConditionReader {
  filters(): QueryFilter[] {
    const filters: QueryFilter[] = [];
    while (!this.isAtEnd()) {
      const { name, not } = this.filterName();
      filters.push(this.filter(name, not));
    }
    return filters;
  }
}
