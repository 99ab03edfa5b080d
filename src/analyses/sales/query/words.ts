import type { Column } from '../../../core/answer/answer.js';
import type { ChartUnit } from '../../../core/answer/chart-spec.js';
import type { QueryMeasure } from '../../../query/measures.js';

/** `average-order` -> `averageOrder`, as rows call it. */
export const camel = (key: string): string =>
  key.replace(/-(\p{L})/gu, (_, letter: string) => letter.toUpperCase());

/** A measure's column. */
export const columnOf = ({ key, label, unit }: QueryMeasure): Column => ({ key: camel(key), label, unit });

/** How a chart shows a measure. */
export function chartUnit({ unit }: QueryMeasure): ChartUnit {
  if (unit === 'money' || unit === 'share') return unit;
  return unit === 'count' ? 'count' : 'number';
}

/** The relative change as a fraction; null where there is nothing to compare with. */
export const changeBetween = (now: number | null, before: number | null): number | null =>
  now === null || before === null || before === 0
    ? null
    : Math.round(((now - before) / Math.abs(before)) * 1e6) / 1e6 + 0;
