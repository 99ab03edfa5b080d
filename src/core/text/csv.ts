import Papa from 'papaparse';

/**
 * Text that a spreadsheet may take for a formula: it starts with a sign that begins one, also as a full-width
 * character or Unicode's minus and after spaces or invisible characters, or with a tab or a line break, which
 * some programs drop. Not a plus with digits alone, which is a telephone number: an apostrophe would spoil it
 * for the tool that reads the file, and a spreadsheet makes no more of it than a number.
 */
const FORMULA = /^(?!\+\d{7,15}$)[\s\p{Cc}\p{Cf}]*[=+\-@\t\r\n＝＋－＠−]/u;

/**
 * Rows as CSV with commas and CR LF. All CSV is written here, so that no file can run a formula: text that a
 * spreadsheet may take for one gets an apostrophe in front (OWASP, CSV injection). Numbers are not changed,
 * not even negative ones.
 */
export const csvText = (rows: readonly (readonly unknown[])[]): string =>
  rows.length === 0
    ? ''
    : `${Papa.unparse(rows as unknown[][], { escapeFormulae: FORMULA, newline: '\r\n', header: false })}\r\n`;
