import type { FollowUp } from '../../../core/answer/follow-up.js';
import type { Note } from '../../../core/answer/notes.js';
import type { Query } from '../../../core/query/query.js';
import { queryText } from '../../../core/query/query-text.js';

/** What can be asked next: the next page if there is one, the same by month. */
export function offersFor(query: Query, notes: readonly Note[]): FollowUp[] {
  const shown = notes.find(note => note.kind === 'page');
  const offer = (label: string, changes: Partial<Query>): FollowUp => ({
    label,
    text: `sales ${queryText({ ...query, ...changes })}`,
  });
  if (query.rows === 'customers' || query.rows === 'orders')
    return [
      ...(shown && shown.page < shown.pages ? [offer('Next page', { page: shown.page + 1 })] : []),
      ...(query.rows === 'customers'
        ? [
            offer('By month', {
              rows: 'groups',
              by: ['month'],
              measures: ['revenue', 'orders'],
              rank: undefined,
              // What customers were kept by is no range of months.
              having: [],
              page: undefined,
              show: [],
            }),
          ]
        : []),
    ];
  if (query.rows === 'total')
    return [
      offer('By month', {
        ...{ rows: 'groups', by: ['month'], goal: undefined, per: undefined },
        // Only one total has a place.
        show: query.show.filter(shown => shown !== 'place'),
      }),
    ];
  return query.by.includes('month')
    ? []
    : [offer('By month', { by: ['month'], rank: undefined, per: undefined })];
}
