import { type Day, showDay } from '../calendar/days.js';
import { type DayRange, type Grain, showDays, showMonths, showRange } from '../calendar/grain.js';
import { formatFor, plural } from './format.js';

/** What an average per calendar period is over, and what it leaves out. */
export type AverageNote =
  /** The whole calendar periods that figures are averaged over; the data may start within the first. */
  | {
      readonly kind: 'averagedOver';
      readonly grain: Grain;
      readonly count: number;
      readonly range: DayRange;
      readonly dataStarts?: Day;
    }
  /** Days that are in no whole period, and so in no average. Revenue in minor units. */
  | {
      readonly kind: 'outsideAverage';
      readonly grain: Grain;
      readonly range: DayRange;
      readonly revenue: number;
      readonly currency: string;
    };

/** Whether a note is one of these. */
export const isAverageNote = (note: { readonly kind: string }): note is AverageNote =>
  note.kind === 'averagedOver' || note.kind === 'outsideAverage';

/** Such a note as a sentence. */
export function averageNoteText(note: AverageNote): string {
  const { grain, range } = note;
  if (note.kind === 'outsideAverage')
    return (
      `${showRange(range)} is left out: it is not a whole ${grain}. ` +
      `Revenue of these days: ${formatFor(note.currency).amount(note.revenue)}.`
    );
  const days = grain === 'day' || grain === 'week' ? showDays(range) : showMonths(range);
  const over = note.count === 1 ? `the only whole ${grain}` : `all ${plural(note.count, grain)}`;
  const start =
    note.dataStarts === undefined ? '' : ` The data starts on ${showDay(note.dataStarts)}, within the first.`;
  return `The average is over ${over} of ${days}, those without sales included.${start}`;
}
