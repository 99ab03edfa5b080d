import type { DayRange } from '../../../core/calendar/grain.js';
import type { LineScope } from '../../../store/scope/sums.js';

/** The lines of these periods alone: a few days out of years. */
export function onDaysOf(periods: readonly DayRange[], lines: LineScope): LineScope {
  const first = Math.min(...periods.map(p => p.from));
  const last = Math.max(...periods.map(p => p.to));
  const marks = new Uint8Array(last - first + 1);
  for (const { from, to } of periods) marks.fill(1, from - first, to - first + 1);
  const mask = { column: 'day', first, marks } as const;
  return { ...lines, range: { from: first, to: last }, masks: [...(lines.masks ?? []), mask] };
}
