import type { ColumnSurvey } from '../survey.js';

/**
 * Whether a column is in percent by its signs: its header has one (`VAT %`, not `Base 10%`), or each of its
 * values (`27%` beside a tax is its rate, not money).
 */
export const isInPercent = ({ header, distinct }: ColumnSurvey): boolean =>
  /(^|[^\d\s])\s*%/.test(header) || (distinct.size > 0 && [...distinct].every(v => /%\s*$|^\s*%/.test(v)));
