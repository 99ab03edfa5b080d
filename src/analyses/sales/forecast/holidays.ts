import { type Day, partsOf, showDay } from '../../../core/calendar/days.js';
import { type DayRange, type Grain, periodOf } from '../../../core/calendar/grain.js';
import { seasonCalled } from '../../../core/calendar/seasons.js';

/** Days that sell, on another date each year. */
const MOVING: readonly { readonly key: string; readonly name: string; readonly at: 'from' | 'to' }[] = [
  // The season begins a week before Easter Sunday and ends on Easter Monday.
  { key: 'easter', name: 'Easter Sunday', at: 'to' },
  { key: 'black-friday', name: 'Black Friday', at: 'from' },
];

/** A holiday within the days that are forecast, elsewhere in its season than the year before. */
export interface MovedHoliday {
  readonly name: string;
  readonly day: Day;
  readonly before: Day;
}

/** The place of a day's period in the year: forecasts with seasons look back to the same place. */
function placeIn(grain: Grain, day: Day): number {
  const { from } = periodOf(grain, day);
  const { year, month } = partsOf(grain === 'week' ? from + 3 : from);
  if (grain === 'month') return month;
  if (grain === 'quarter') return Math.ceil(month / 3);
  const first = partsOf(day);
  return grain === 'week' ? Math.floor((from + 3 - firstOf(year)) / 7) : first.month * 100 + first.date;
}

const firstOf = (year: number): Day => Date.UTC(year, 0, 1) / 86_400_000;

/** Easter and Black Friday, where a forecast by what was a year before would put them elsewhere. */
export function movedHolidays({ from, to }: DayRange, grain: Grain): MovedHoliday[] {
  const moved: MovedHoliday[] = [];
  for (const { key, name, at } of MOVING) {
    for (let { year } = partsOf(from); year <= partsOf(to).year; year++) {
      const dayIn = (of: number) => {
        const range = seasonCalled(key)?.in(of, 'north');
        return range === undefined ? 0 : at === 'to' ? range.to - 1 : range.from;
      };
      const [day, before] = [dayIn(year), dayIn(year - 1)];
      const isAhead = day >= from && day <= to;
      if (isAhead && placeIn(grain, day) !== placeIn(grain, before)) moved.push({ name, day, before });
    }
  }
  return moved;
}

/** `Easter Sunday is on Apr 5, 2026; a year before it was on Apr 20, 2025.` */
export const holidayText = ({ name, day, before }: MovedHoliday, grain: Grain): string =>
  `${name} is on ${showDay(day)}, in another ${grain} than the year before (${showDay(before)}): ` +
  'the forecast does not know that it moves.';
