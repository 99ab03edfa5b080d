import type { Note } from '../../../core/answer/notes.js';
import type { Query } from '../../../core/query/query.js';
import type { PageOf } from '../../../query/lists.js';

/** Which rows of a list are shown, where not all are, and what they are ranked by. */
export function pageNotes(query: Query, { page, pages, first }: PageOf, of: number, shown: number): Note[] {
  if (pages <= 1) return [];
  const rows = query.rows === 'orders' ? 'orders' : 'customers';
  const by = query.rank?.by ?? 'revenue';
  const usual = rows === 'orders' ? 'total' : 'what they spent';
  return [
    {
      kind: 'page',
      page,
      pages,
      first,
      last: first + shown - 1,
      of,
      isBeyondLast: (query.page ?? 1) > pages,
      rows,
      by: by === 'revenue' ? usual : by.replaceAll('-', ' '),
    },
  ];
}
