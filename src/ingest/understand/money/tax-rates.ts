import type { ColumnSurvey } from '../survey.js';
import { HOLDS, isClose, type Values } from './equations.js';
import type { Figure } from './figures.js';

/** Whether a column has rates of taxes: few of them, none above 50 %. */
export const isKnownRate = ({ distinct, min, max }: ColumnSurvey): boolean =>
  min >= 0 && max <= 50 && max > 1 && distinct.size <= 12;

/** The column of rates that amounts have on top of a net amount, row by row, if there is one. */
export function rateOnTop(values: Values, net: Values, figures: readonly Figure[]): Figure | undefined {
  return figures.find(rate => {
    if (rate.kind !== 'taxRate' || !isKnownRate(rate.column)) return false;
    const rows = values.flatMap((v, i) => {
      const [n, r] = [net[i], rate.values[i]];
      return v === undefined || n === undefined || r === undefined ? [] : [{ v, n, r }];
    });
    const agree = rows.filter(({ v, n, r }) => isClose(v, n * (1 + r / 100)));
    const proofs = agree.filter(({ n, r }) => n !== 0 && r !== 0);
    return proofs.length >= 2 && agree.length >= rows.length * HOLDS;
  });
}
