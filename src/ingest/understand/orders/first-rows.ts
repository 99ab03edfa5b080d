import type { Orders } from '../money/figures.js';
import type { Sample } from '../sample.js';
import type { ColumnSurvey } from '../survey.js';
import type { OrderNumber } from './order-number.js';

/** Names that say of themselves that they are of the line. */
const OF_THE_LINE = /\b(line|lineitem|item|product|sku|variant|ligne|linea|linha|position|zeile)/;
/** Orders that are needed before what they share is more than chance. */
const ENOUGH = 3;

/**
 * Groups the sample's rows by order.
 * @param numbering the columns that number lines
 */
export function groupOrders(
  sample: Sample,
  number: OrderNumber | undefined,
  key: (row: number) => string,
  numbering: readonly number[],
): Orders {
  if (!number) return { rows: [], fromFirstRow: [], numbering };
  let last = '';
  const carried = sample.rows.map((_, i) => {
    const own = key(i);
    if (own !== '' || !number.isOnFirstRow) last = own;
    return last;
  });
  const rows = sample.orders(i => carried[i] ?? '');
  return { rows, fromFirstRow: columnsOfFirstRows(sample, rows, number), numbering };
}

/**
 * The columns that say something of the order on its first row alone, as shops export them that write a row
 * for each line: customer, country and status are blank on the others.
 */
function columnsOfFirstRows(
  sample: Sample,
  rows: readonly (readonly number[])[],
  { column, isOnFirstRow }: OrderNumber,
): number[] {
  const several = rows.filter(r => r.length > 1);
  const enough = isOnFirstRow || several.length < ENOUGH ? 1 : ENOUGH;
  const isFirst = (c: ColumnSurvey) => {
    const texts = sample.texts(c);
    const filled = several.filter(r => texts[r[0] as number] !== '');
    return (
      filled.length >= Math.min(enough, several.length) &&
      filled.length > 0 &&
      several.every(r => r.slice(1).every(i => texts[i] === ''))
    );
  };
  const found = sample.survey.columns.filter(c => c !== column && isFirst(c));
  // One column that a single order happens to fill first proves nothing.
  if (!isOnFirstRow && several.length < ENOUGH && found.length < 3) return [];
  // What orders seldom have (a date of cancellation) is known by the others.
  const isSeldom = (c: ColumnSurvey) => {
    const texts = sample.texts(c);
    return (
      c.filled > 0 && !OF_THE_LINE.test(c.name) && several.every(r => r.slice(1).every(i => texts[i] === ''))
    );
  };
  const seldom =
    found.length < 3
      ? []
      : sample.survey.columns.filter(c => c !== column && !found.includes(c) && isSeldom(c));
  return [...found, ...seldom].map(c => c.index).concat(isOnFirstRow ? [column.index] : []);
}
