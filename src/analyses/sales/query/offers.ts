import type { ShopView } from '../../../answering/shop.js';
import type { FollowUp } from '../../../core/answer/follow-up.js';
import type { Query } from '../../../core/query/query.js';
import { queryText } from '../../../core/query/query-text.js';

/** What can be asked next: the next page, the same by month, without a chart. */
export function offersFor(query: Query, _shop: ShopView): FollowUp[] {
  const offer = (label: string, changes: Partial<Query>): FollowUp => ({
    label,
    text: `sales ${queryText({ ...query, ...changes })}`,
  });
  if (query.rows === 'customers' || query.rows === 'orders')
    return [
      offer('Next page', { page: (query.page ?? 1) + 1 }),
      ...(query.rows === 'customers'
        ? [
            offer('Their sales by month', {
              rows: 'groups',
              by: ['month'],
              measures: ['revenue', 'orders'],
              rank: undefined,
              show: [],
            }),
          ]
        : []),
    ];
  if (query.rows === 'total') return [offer('By month', { rows: 'groups', by: ['month'], goal: undefined })];
  return query.by.includes('month') ? [] : [offer('By month', { by: ['month'], rank: undefined })];
}
