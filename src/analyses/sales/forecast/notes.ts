import { capital, plural } from '../../../core/answer/format.js';
import { type Note, remark } from '../../../core/answer/notes.js';
import { showDay } from '../../../core/calendar/days.js';
import { showPeriod } from '../../../core/calendar/grain.js';
import { type Outlook, SEASON } from './figures.js';
import { holidayText, movedHolidays } from './holidays.js';

/** What limits a forecast: what it is made of, what it cannot know, what its intervals mean. */
export function forecastNotes({ plan, series, forecast, steps }: Outlook, dataEnds: number): Note[] {
  const { grain } = plan;
  const [first, last] = [plan.ahead[0], plan.ahead.at(-1)];
  const notes: string[] = [];
  if (series.open && first)
    notes.push(
      `${capital(showPeriod(grain, first.from))} is not over: the data ends on ${showDay(dataEnds)}. ` +
        'It is left out of the history; its forecast is what came in so far, and the usual for the ' +
        'days that are left.',
    );
  if (!forecast.isSeasonal)
    notes.push(
      `The history has ${plural(series.values.length, grain)}, too few for a season of ${SEASON[grain]} ` +
        'to be found and tested: the forecast knows none.',
    );
  if (series.startsLate && series.periods[0])
    notes.push(`The history begins with the first figure, in ${showPeriod(grain, series.periods[0].from)}.`);
  if (series.filled > 0)
    notes.push(`${plural(series.filled, grain)} without a figure counted as the one before.`);
  notes.push(
    intervalNote(
      forecast,
      steps.some(s => s.veryLikely !== undefined),
    ),
  );
  const holidays = first && last ? movedHolidays({ from: first.from, to: last.to }, grain) : [];
  return [...notes, ...holidays.map(h => holidayText(h, grain))].map(remark);
}

function intervalNote({ origins, steps, isConstant }: Outlook['forecast'], hasWide: boolean): string {
  if (isConstant || !steps[0]?.likely)
    return 'Too few tests on the history can tell how far off this may be.';
  const wide = hasWide ? ', the wide one 19 in 20' : '; there are too few for an interval of 19 in 20';
  return (
    `Intervals are from how far the same method was off in ${plural(origins, 'test')} on the history: ` +
    `the likely one holds 4 in 5 figures${wide}. They know nothing that has not happened before.`
  );
}
