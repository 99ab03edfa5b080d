import type { Format } from '../core/answer/format.js';
import { showPeriod } from '../core/calendar/grain.js';
import type { QueryField } from './fields.js';
import type { QueryMeasure } from './measures.js';
import type { GroupRow } from './run.js';

/** A figure as a sentence bears it: `12 orders`, `$40.00 an order`, `$1,234.50`. */
export function figureText(value: number | null, measure: QueryMeasure, format: Format): string {
  if (value === null) return 'no figure';
  const noun = measure.nouns?.[value === 1 ? 0 : 1];
  return `${format.figure(value, measure.unit)}${noun ? ` ${noun}` : ''}`;
}

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
