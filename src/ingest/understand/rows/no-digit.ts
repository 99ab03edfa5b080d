/** Whether a row has no digit at all: a line of units below the header, or a heading. */
export const hasNoDigit = (cells: readonly string[]): boolean => !cells.some(cell => DIGIT.test(cell));
const DIGIT = /\p{Nd}/u;
