import { capital } from '../../core/answer/format.js';
import { showDay } from '../../core/calendar/days.js';
import { type Grain, showPeriod } from '../../core/calendar/grain.js';
import type { TrendPoint } from '../../measures/trend.js';
import type { Frame } from '../context.js';

/** Why the first or the last period of a trend is not whole. */
export function partialNotes(points: readonly TrendPoint[], grain: Grain, { days, data }: Frame): string[] {
  const [first, last] = [points[0], points.at(-1)];
  const notes: string[] = [];
  const because = (known: boolean, event: string) =>
    known ? `the data ${event}` : `what was asked for ${event}`;
  if (first?.partial && first.period.from < days.from) {
    notes.push(
      `${capital(showPeriod(grain, first.period.from))} is not complete: ${because(days.from === data.from, 'starts')} on ${showDay(days.from)}.`,
    );
  }
  if (last?.partial && last.period.to > days.to) {
    notes.push(
      `${capital(showPeriod(grain, last.period.from))} is not complete: ${because(days.to === data.to, 'ends')} on ${showDay(days.to)}.`,
    );
  }
  return notes;
}
