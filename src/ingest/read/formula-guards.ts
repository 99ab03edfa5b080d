/**
 * Exports put an apostrophe before text that a spreadsheet would take for a formula (`'+49 30 123`, `'-42`)
 * or for a number (`'00751`). A tab before it needs no removal: spaces around values never count.
 */
const GUARDED = /^\s*'(?:\t?[=+\-@]|\d[\d .,-]*$)/;

/** Whether text of a file has cells that may be guarded, which is quick to see. */
export const mayHaveGuards = (text: string, delimiter: string): boolean =>
  text.includes(`${delimiter}'`) || text.includes("\n'") || text.includes(`"'`);

/** The row without guards. */
export const withoutGuards = (cells: readonly string[]): readonly string[] =>
  cells.map(cell => (cell.includes("'") && GUARDED.test(cell) ? cell.replace("'", '') : cell));
