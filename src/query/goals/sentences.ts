import { type Format, plural } from '../../core/answer/format.js';
import { showDay } from '../../core/calendar/days.js';
import type { GoalProgress } from './progress.js';

/** Where a goal stands, and what it takes, in a sentence or two. */
export function goalSentence(progress: GoalProgress, format: Format): string {
  const { measure, soFar, target, range, through, passed, state, perDay, atThisPace = 0 } = progress;
  const { unit } = measure;
  const figure = (value: number) => format.figure(Math.round(value * 100) / 100, unit);
  const of = `${figure(soFar)} of ${figure(target)}`;
  const by = showDay(through);
  switch (state) {
    case 'not begun':
      return `begins on ${showDay(range.from)}; ${figure(target)} are to be reached.`;
    case 'reached': {
      const on = progress.reachedOn === undefined ? '' : ` on ${showDay(progress.reachedOn)}`;
      return `reached${on}: ${of} by ${by}.`;
    }
    case 'missed':
      return `missed by ${figure(target - soFar)}: ${of}.`;
    default: {
      const off = Math.abs(soFar - target * passed);
      const gap = figure(unit === 'count' ? Math.round(off) : off);
      const even = state === 'off pace' ? `${gap} behind an even pace` : `${gap} ahead of an even pace`;
      const share = `${format.share(soFar / target)} reached with ${format.share(passed)} of the days passed`;
      const need = perDay
        ? ` It takes ${rate(perDay.needed, progress, format)} a day for the ${plural(perDay.days, 'day')} ` +
          `left; so far it was ${rate(perDay.soFar, progress, format)} a day, which comes to ` +
          `${figure(Math.round(atThisPace))}.`
        : '';
      return `${of} by ${by}, ${share}: ${even}.${need}`;
    }
  }
}

/** A figure a day: a count has a decimal, as few a day would be rounded to nothing. */
const rate = (value: number, { measure }: GoalProgress, format: Format): string =>
  measure.unit === 'money' ? format.figure(Math.round(value * 100) / 100, 'money') : value.toFixed(1);
