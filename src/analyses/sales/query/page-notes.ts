import type { Note } from '../../../core/answer/notes.js';
import type { PageOf } from '../../../query/lists.js';

/** Which rows of a list are shown, where not all are. */
export function pageNotes({ page, pages, first }: PageOf, of: number, shown: number): Note[] {
  if (pages <= 1) return [];
  return [{ kind: 'page', page, pages, first, last: first + shown - 1, of, isBeyondLast: false }];
}
