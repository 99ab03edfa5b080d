import { HOLDS, isClose, type Values } from '../money/equations.js';
import type { Orders } from '../money/figures.js';
import type { Sample } from '../sample.js';
import type { ColumnSurvey } from '../survey.js';
import type { RowRule } from './row-rules.js';

/**
 * The rows of whole orders above (or below) the rows of their items, as marketplaces write them: without an
 * item, and with what the others add up to. Counted as well, each order would count twice.
 * @param item the column of the item that is sold
 * @param amounts row by row
 */
export function orderRowRules(
  sample: Sample,
  { rows: orders }: Orders,
  item: ColumnSurvey | undefined,
  amounts: Values,
): RowRule[] {
  if (!item) return [];
  const items = sample.texts(item);
  const blank = items.filter(text => text === '').length;
  const several = orders.filter(rows => rows.length > 1 && rows.some(i => items[i] === ''));
  const proven = several.filter(rows => {
    const own = rows.filter(i => items[i] === '');
    const parts = rows.filter(i => items[i] !== '').map(i => amounts[i] ?? 0);
    const [total] = own.map(i => amounts[i]);
    return (
      own.length === 1 &&
      parts.length > 0 &&
      total !== undefined &&
      isClose(
        parts.reduce((a, b) => a + b),
        total,
      )
    );
  });
  const isProven = blank > 0 && proven.length === blank && proven.length >= several.length * HOLDS;
  return isProven
    ? [{ column: item.index, values: 'blank', kind: 'total', what: 'rows that add up their order' }]
    : [];
}
