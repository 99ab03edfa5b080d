import { plural } from '../../core/answer/format.js';

/** A longer list than this comes as a file too. */
const READABLE = 15;
/** The longest list. A digest is stored as it was posted, so its size is bounded. */
const MOST_ROWS = 5_000;

/** The rows of a list that a digest has, the name of its file, and a note if even the file is cut. */
export interface FileRows<T> {
  readonly rows: readonly T[];
  readonly file: { readonly file?: string };
  readonly note: readonly string[];
}

/**
 * Limits a list to what a digest may have.
 * @param question gives the whole list
 */
export function fileRows<T>(all: readonly T[], name: string, question: string): FileRows<T> {
  const others = all.length - MOST_ROWS;
  const most = MOST_ROWS.toLocaleString('en-US');
  return {
    rows: all.slice(0, MOST_ROWS),
    file: all.length > READABLE ? { file: name } : {},
    note:
      others > 0
        ? [
            `The list has the ${most} who spent the most; ${plural(others, 'more customer')}: ` +
              `\`${question}\`.`,
          ]
        : [],
  };
}
