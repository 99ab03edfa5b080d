import { monthOf } from '../../../core/calendar/month-names.js';
import type { DateHints } from './date-column.js';

const MONTH = /\b(month|monat|mois|mes)\b/;
const QUARTER = /\b(qtr|quarter|quartal|trimestre)\b/;
const YEAR = /\b(year|jahr|annee|ano)\b/;

interface NamedColumn {
  readonly index: number;
  /** The header as words. */
  readonly name: string;
}

/** Finds the columns that say a date's month, quarter and year; what they say in a row. */
export function hintColumns(
  columns: readonly NamedColumn[],
): (cells: readonly string[]) => DateHints | undefined {
  const find = (pattern: RegExp) => columns.find(c => pattern.test(c.name))?.index;
  const [month, quarter, year] = [find(MONTH), find(QUARTER), find(YEAR)];
  if (month === undefined && quarter === undefined && year === undefined) return () => undefined;
  const number = (cells: readonly string[], index: number | undefined, most: number) => {
    // `2024-03` in a column of months is March.
    const text = (cells[index ?? -1] ?? '').replace(most === 12 ? /^\d{4}\D/ : '', '');
    const value = Number(/\d+/.exec(text)?.[0]);
    return value >= 0 && value <= most ? value : undefined;
  };
  return cells => {
    const hints = {
      month: number(cells, month, 12) ?? (monthOf(cells[month ?? -1] ?? '') || undefined),
      quarter: number(cells, quarter, 4),
      year: number(cells, year, 9999),
    };
    return hints.month === undefined && hints.quarter === undefined && hints.year === undefined
      ? undefined
      : hints;
  };
}
