/**
 * Exports put an apostrophe before text that a spreadsheet would take for a formula (`'+49 30 123`, `'-42`)
 * or for a number (`'00751`). A tab before it needs no removal: spaces around values never count.
 * Others write an id as a formula, so that a spreadsheet keeps it as text: `="220000000455"`.
 */
const GUARDED = /^\s*'(?:\t?[=+\-@]|\d[\d .,-]*$)/;
const AS_FORMULA = /^\s*="([^"]*)"\s*$/;

/** Whether text of a file has cells that may be guarded, which is quick to see. */
export const mayHaveGuards = (text: string, delimiter: string): boolean =>
  text.includes(`${delimiter}'`) || text.includes("\n'") || text.includes(`"'`) || text.includes('="');

/** The row without guards. */
export const withoutGuards = (cells: readonly string[]): readonly string[] =>
  cells.map(cell => {
    if (cell.includes("'") && GUARDED.test(cell)) return cell.replace("'", '');
    return cell.includes('="') ? (AS_FORMULA.exec(cell)?.[1] ?? cell) : cell;
  });
