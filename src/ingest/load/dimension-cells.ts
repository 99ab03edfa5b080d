import { parseDecimal } from '../../core/money/money.js';
import type { MomentReader } from '../understand/dates/moment-reader.js';
import { groupOf } from '../understand/dimension-columns.js';
import type { Mapping, PlannedDimension } from '../understand/mapping.js';
import { cellText } from '../understand/survey.js';
import type { LineValue } from './order-line.js';

/** Makes the function that reads a row's value of each dimension, in the mapping's order. */
export function dimensionReader(
  mapping: Mapping,
  moments: MomentReader,
): (cells: readonly string[]) => (LineValue | null)[] {
  const { dimensions } = mapping;
  return cells =>
    dimensions.map(dimension =>
      dimension.isHour
        ? (HOURS[moments.hour(cells) ?? -1] ?? null)
        : dimensionValue(mapping, dimension, cells),
    );
}

function dimensionValue(
  { decimalMarks }: Mapping,
  dimension: PlannedDimension,
  cells: readonly string[],
): LineValue | null {
  const label = dimension.labelColumn === undefined ? '' : textOf(cells[dimension.labelColumn]);
  // A product without a code is known by its name.
  const value = textOf(cells[dimension.column]) || label;
  const { edges, times = 1, blank } = dimension;
  if (value === '') return blank === undefined || !edges ? null : numberValue(blank, edges);
  if (!edges && decimalMarks[dimension.column] === ',' && IS_RATING.test(dimension.key))
    return { value: withPoint(value), label: null };
  if (!edges) return { value: cut(value), label: label === '' ? null : cut(label) };
  const read = parseDecimal(value, decimalMarks[dimension.column]);
  if (!read) return null;
  // 0.07 x 100 is 7.000000000000001 in binary.
  return numberValue(Number(((Number(read.digits) * times) / 10 ** read.scale).toPrecision(12)), edges);
}

/** A number, or the group that it falls into. */
const numberValue = (number: number, edges: readonly number[]): LineValue => ({
  // Never minus zero.
  value: edges.length > 0 ? groupOf(number, edges) : String(number + 0),
  label: null,
});

const IS_RATING = /rating$|^stars$|^csat$/i;

/** `4,5` as it is averaged: `4.5`; what is no number stays. */
function withPoint(value: string): string {
  const read = parseDecimal(value, ',');
  return cut(read ? String(Number(read.digits) / 10 ** read.scale) : value);
}

/** A cell's text; eBay and others write `--` for nothing. */
function textOf(raw: string | undefined): string {
  const text = cellText(raw);
  return text.startsWith('--') && /^-+$/.test(text) ? '' : text;
}

const HOURS: readonly LineValue[] = Array.from({ length: 24 }, (_, hour) => ({
  value: String(hour).padStart(2, '0'),
  label: `${String(hour).padStart(2, '0')}:00`,
}));

/** Nobody reads a longer name of a value, and an index cannot hold it. */
const LONGEST_VALUE = 500;
const cut = (text: string): string =>
  text.length > LONGEST_VALUE ? text.slice(0, LONGEST_VALUE).toWellFormed() : text;
