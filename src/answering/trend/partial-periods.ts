import { capital } from '../../core/answer/format.js';
import type { Note } from '../../core/answer/notes.js';
import { type Grain, showPeriod } from '../../core/calendar/grain.js';
import type { TrendPoint } from '../../measures/trend.js';
import type { AnswerContext } from '../context.js';

/** Why the first or the last period of a trend is not whole. */
export function partialNotes(
  points: readonly TrendPoint[],
  grain: Grain,
  { days, data }: AnswerContext,
): Note[] {
  const [first, last] = [points[0], points.at(-1)];
  const notes: Note[] = [];
  if (first?.partial && first.period.from < days.from) {
    notes.push({
      kind: 'firstPeriodCut',
      period: capital(showPeriod(grain, first.period.from)),
      by: days.from === data.from ? 'data' : 'query',
      day: days.from,
    });
  }
  if (last?.partial && last.period.to > days.to) {
    notes.push({
      kind: 'lastPeriodCut',
      period: capital(showPeriod(grain, last.period.from)),
      by: days.to === data.to ? 'data' : 'query',
      day: days.to,
    });
  }
  return notes;
}
