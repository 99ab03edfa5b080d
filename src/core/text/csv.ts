import Papa from 'papaparse';

/**
 * Text that a spreadsheet may take for a formula: a sign that begins one, also in full width, as Unicode's minus, and behind
 * spaces or invisible characters; and any tab or line break in front, since some programs drop it.
 */
const FORMULA = /^[\s\p{Cc}\p{Cf}]*[=+\-@\t\r\n＝＋－＠−]/u;

/**
 * Rows as CSV: commas, lines end with CR LF. The only place that writes CSV, so that no file can run anything: text that a
 * spreadsheet may take for a formula gets an apostrophe before it. Numbers are written as they are, also negative ones.
 */
export const csvText = (rows: readonly (readonly unknown[])[]): string =>
  rows.length === 0
    ? ''
    : `${Papa.unparse(rows as unknown[][], { escapeFormulae: FORMULA, newline: '\r\n', header: false })}\r\n`;
