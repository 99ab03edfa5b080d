import { PART_COLUMNS } from '../tables/order-lines.js';

/** A figure that files have beside a line's revenue: its discount, tax, shipping, tip or cost. */
export type LinePart = (typeof PART_COLUMNS)[number];

/** All of them, in the order of their columns. */
export const LINE_PARTS: readonly LinePart[] = PART_COLUMNS;

/** The column that says which parts the file had for a line: a bit for each, so that 0 is told from none. */
export const KNOWN_PARTS = 'parts';

/** The bit of a part in that column. */
export const bitOf = (part: LinePart): number => 1 << LINE_PARTS.indexOf(part);

/** The columns that hold parts. Only lines that have any write them. */
export const PART_COLUMN_NAMES = [KNOWN_PARTS, ...PART_COLUMNS] as const;

/** What a line has of each part, in the order of `LINE_PARTS`; null where the file has nothing. */
export type PartValues = readonly (number | null)[];

/** Which parts there are, as bits. */
export function knownBits(values: PartValues): number {
  let bits = 0;
  for (let i = 0; i < values.length; i++) if (values[i] !== null) bits |= 1 << i;
  return bits;
}

/** The parts of bits. */
export const partsIn = (bits: number): LinePart[] => LINE_PARTS.filter(part => (bits & bitOf(part)) !== 0);
