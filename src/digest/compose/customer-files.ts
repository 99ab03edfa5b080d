import { plural } from '../../core/answer/format.js';

/** As many can be read in a message; the file has all. */
const READABLE = 15;
/** A digest is kept as it was posted, so it does not hold lists without end. */
const MOST_ROWS = 5_000;

/** What of a list goes into a digest, under which name its file comes, and what is said where even the file is cut. */
export interface FileRows<T> {
  readonly kept: readonly T[];
  readonly file: { readonly file?: string };
  readonly note: readonly string[];
}

/** @param question what gives the whole list, where it is longer than a digest may hold */
export function fileRows<T>(all: readonly T[], name: string, question: string): FileRows<T> {
  const left = all.length - MOST_ROWS;
  return {
    kept: all.slice(0, MOST_ROWS),
    file: all.length > READABLE ? { file: name } : {},
    note:
      left > 0
        ? [
            `The file has the ${MOST_ROWS.toLocaleString('en-US')} who spent the most; ${plural(left, 'customer')} more: \`${question}\`.`,
          ]
        : [],
  };
}
