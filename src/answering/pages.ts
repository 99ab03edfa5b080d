import type { Note } from '../core/answer/notes.js';

/** Rows of a list that are shown where nobody says how many. */
const USUAL_SIZE = 15;

/** One page of a list. */
export interface PageOfRows<Rows> {
  readonly rows: Rows;
  /** Which page it is, where there are several or another one was asked for. */
  readonly notes: readonly Note[];
  /** What to ask for the page that follows, where one does. */
  readonly next: { readonly page: number; readonly label: string } | undefined;
}

/**
 * The rows on the page that is asked for; the last page, if that one is beyond it.
 * @param by what the list is ordered by, where the note should say it
 */
export function pageOfRows<Rows extends { readonly length: number; slice(from: number, to: number): Rows }>(
  all: Rows,
  { limit: size = USUAL_SIZE, page: requested = 1 }: { readonly limit?: number; readonly page?: number },
  by?: string,
): PageOfRows<Rows> {
  const pages = Math.max(1, Math.ceil(all.length / size));
  const page = Math.min(requested, pages);
  const rows = all.slice((page - 1) * size, page * size);
  const first = (page - 1) * size + 1;
  const note: Note = {
    kind: 'page',
    page,
    pages,
    first,
    last: first + rows.length - 1,
    of: all.length,
    isBeyondLast: requested > pages,
    ...(by && { by }),
  };
  return {
    rows,
    notes: pages > 1 || requested > 1 ? [note] : [],
    next: page < pages ? { page: page + 1, label: 'Next page' } : undefined,
  };
}
