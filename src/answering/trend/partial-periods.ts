import { capital } from '../../core/answer/format.js';
import type { Note } from '../../core/answer/notes.js';
import { type Grain, periodOf, showPeriod } from '../../core/calendar/grain.js';
import type { AnswerContext } from '../context.js';

/** Which of the first and last period of a grain the days do not cover whole, and why. */
function partialNotes(grain: Grain, { days, data }: Pick<AnswerContext, 'days' | 'data'>): Note[] {
  const name = (day: number) => capital(showPeriod(grain, periodOf(grain, day).from));
  const notes: Note[] = [];
  if (periodOf(grain, days.from).from < days.from) {
    const by = days.from === data.from ? 'data' : 'query';
    notes.push({ kind: 'firstPeriodCut', period: name(days.from), by, day: days.from });
  }
  if (periodOf(grain, days.to).to > days.to) {
    const by = days.to === data.to ? 'data' : 'query';
    notes.push({ kind: 'lastPeriodCut', period: name(days.to), by, day: days.to });
  }
  return notes;
}

/** The notes of an answer that is by periods: which of them are not whole is said of these alone. */
export const notesByPeriod = (grain: Grain, context: AnswerContext): Note[] => [
  ...partialNotes(grain, context),
  ...context.notes.filter(note => note.kind !== 'periodIncomplete'),
];
