import { type LinePart, type LinePartSums, NO_PARTS } from '../store/scope/sums.js';
import { type GroupFigures, major, type QueryMeasure, ratio } from './measure.js';

const partsOf = (f: GroupFigures): LinePartSums => f.of('all').parts ?? NO_PARTS;
const grossOf = (f: GroupFigures): number => partsOf(f).sales + partsOf(f).discount.sum;

/** What lines earn of which the cost is known; null where there are lines and none of them has a cost. */
function profitOf(f: GroupFigures): number | null {
  const { revenue, sum, lines } = partsOf(f).cost;
  return lines === 0 && f.of('all').lines > 0 ? null : revenue - sum;
}

/** A part of the lines, added up. */
const sumOf = (
  key: Exclude<LinePart, 'discount' | 'cost'>,
  label: string,
  formula: string,
): QueryMeasure => ({
  key,
  label,
  unit: 'money',
  formula,
  needs: [key],
  addsUp: true,
  of: (f, currency) => major(partsOf(f)[key].sum, currency),
});

/**
 * What files have beside revenue, and what follows from it. Gross sales less discounts less refunds is
 * revenue, to the cent.
 */
export const MONEY: readonly QueryMeasure[] = [
  {
    key: 'gross',
    label: 'Gross sales',
    unit: 'money',
    formula: 'revenue of the lines that are no returns, before discounts; without tax and shipping',
    needs: ['discount'],
    addsUp: true,
    of: (f, currency) => major(grossOf(f), currency),
  },
  {
    key: 'discount',
    label: 'Discounts',
    unit: 'money',
    formula: 'discounts of the lines that are no returns: refunds are net of theirs',
    needs: ['discount'],
    addsUp: true,
    of: (f, currency) => major(partsOf(f).discount.sum, currency),
  },
  {
    key: 'discount-rate',
    label: 'Discount rate',
    unit: 'share',
    nouns: ['of gross sales given as discounts', 'of gross sales given as discounts'],
    formula: 'discounts / gross sales',
    needs: ['discount'],
    addsUp: false,
    isRatio: true,
    of: f => ratio(partsOf(f).discount.sum, grossOf(f)),
  },
  sumOf(
    'tax',
    'Tax',
    'tax of the lines, which is not in revenue; that of returns subtracted where it is known',
  ),
  sumOf('shipping', 'Shipping', 'what customers paid for shipping, which is not in revenue'),
  sumOf('tip', 'Tips', 'tips, which are not in revenue'),
  {
    key: 'cost',
    label: 'Cost',
    unit: 'money',
    formula: 'what the goods of the lines cost; that of returned goods subtracted where it is known',
    needs: ['cost'],
    addsUp: true,
    of: (f, currency) => {
      const { sum, lines } = partsOf(f).cost;
      return lines === 0 && f.of('all').lines > 0 ? null : major(sum, currency);
    },
  },
  {
    key: 'profit',
    label: 'Profit',
    unit: 'money',
    formula: 'revenue - cost of the lines of which the cost is known',
    needs: ['cost'],
    addsUp: true,
    of: (f, currency) => {
      const profit = profitOf(f);
      return profit === null ? null : major(profit, currency);
    },
  },
  {
    key: 'margin',
    label: 'Margin',
    unit: 'share',
    nouns: ['of revenue kept as profit', 'of revenue kept as profit'],
    formula: 'profit / revenue of the lines of which the cost is known',
    needs: ['cost'],
    addsUp: false,
    isRatio: true,
    of: f => {
      const profit = profitOf(f);
      return profit === null ? null : ratio(profit, partsOf(f).cost.revenue);
    },
  },
];
