import type { Column } from '../../../core/answer/answer.js';
import type { ChartUnit } from '../../../core/answer/chart-spec.js';
import type { Format } from '../../../core/answer/format.js';
import { showPeriod } from '../../../core/calendar/grain.js';
import type { QueryField } from '../../../query/fields.js';
import type { QueryMeasure } from '../../../query/measures.js';
import type { GroupRow } from '../../../query/run.js';

/** `average-order` -> `averageOrder`, as rows call it. */
export const camel = (key: string): string =>
  key.replace(/-(\p{L})/gu, (_, letter: string) => letter.toUpperCase());

/** A measure's column. */
export const columnOf = ({ key, label, unit }: QueryMeasure): Column => ({ key: camel(key), label, unit });

/** A figure as a sentence bears it: `12 orders`, `$40.00 an order`, `$1,234.50`. */
export function figureText(value: number | null, measure: QueryMeasure, format: Format): string {
  if (value === null) return 'no figure';
  const noun = measure.nouns?.[value === 1 ? 0 : 1];
  return `${format.figure(value, measure.unit)}${noun ? ` ${noun}` : ''}`;
}

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

/** What a row stands for, as people read it. */
export function nameOfRow(row: GroupRow, fields: readonly QueryField[]): string {
  return fields
    .map((field, i) => {
      const key = row.keys[i];
      if (field.grain) return showPeriod(field.grain, row.ids[i] as number);
      if (key === null || key === undefined)
        return field.key === 'buyers' ? 'no customer' : `no ${field.label.toLowerCase()}`;
      const name = row.labels[i] ?? String(key);
      return /^\d+$/.test(name) ? `${field.label.toLowerCase()} ${name}` : name;
    })
    .join(' · ');
}
