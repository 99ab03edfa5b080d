import { type Day, dayOf, partsOf } from './days.js';
import type { DayRange } from './grain.js';

/** Which half of the earth the shop's seasons are those of. */
export type Hemisphere = 'north' | 'south';

/** A part of each year that people name: `summer`, `easter`. */
export interface Season {
  readonly key: string;
  readonly label: string;
  /** Its days in a year; a winter that goes into the next year is of the year it begins in. */
  in(year: number, hemisphere: Hemisphere): DayRange;
}

const day = (year: number, month: number, date: number): Day => dayOf(year, month, date) as Day;

/** Which months the four seasons have: `Seasons are those of the northern half of the world: ...`. */
export function seasonsConvention(hemisphere: Hemisphere): string {
  const summer = hemisphere === 'north' ? 'June to August' : 'December to February';
  return `Seasons are those of the ${hemisphere}ern half of the world (HEMISPHERE): summer is ${summer}.`;
}

/** Whether a season is one of the four that the hemisphere decides. */
export const isByHemisphere = (season: Season): boolean => SEASONS.indexOf(season) < 4;

/** Three whole months, as meteorologists count seasons. */
const quarter = (key: string, label: string, north: number): Season => ({
  key,
  label,
  in: (year, hemisphere) => {
    const first = hemisphere === 'north' ? north : ((north + 5) % 12) + 1;
    const end = first + 3;
    return {
      from: day(year, first, 1),
      to: day(end > 12 ? year + 1 : year, end > 12 ? end - 12 : end, 1) - 1,
    };
  },
});

/** Easter Sunday by the calendar of the Western churches: the algorithm of Meeus, Jones and Butcher. */
export function easterSunday(year: number): Day {
  const a = year % 19;
  const [b, c] = [Math.floor(year / 100), year % 100];
  const [d, e] = [Math.floor(b / 4), b % 4];
  const g = Math.floor((8 * b + 13) / 25);
  const h = (19 * a + b - d - g + 15) % 30;
  const [i, k] = [Math.floor(c / 4), c % 4];
  const l = (32 + 2 * e + 2 * i - h - k) % 7;
  const m = Math.floor((a + 11 * h + 19 * l) / 433);
  const month = Math.floor((h + l - 7 * m + 90) / 25);
  return day(year, month, (h + l - 7 * m + 33 * month + 19) % 32);
}

/** The nth weekday (1 Monday) of a month. */
function nthWeekday(year: number, month: number, weekday: number, n: number): Day {
  const first = day(year, month, 1);
  return first + ((weekday - partsOf(first).weekday + 7) % 7) + 7 * (n - 1);
}

/** The day after the fourth Thursday of November. */
const blackFriday = (year: number): Day => nthWeekday(year, 11, 4, 4) + 1;
const fixed = (key: string, label: string, from: [number, number], to: [number, number]): Season => ({
  key,
  label,
  in: year => ({ from: day(year, ...from), to: day(year, ...to) }),
});
const moving = (key: string, label: string, of: (year: number) => Day, before = 0, after = 0): Season => ({
  key,
  label,
  in: year => ({ from: of(year) - before, to: of(year) + after }),
});

/** The parts of a year that have a name. */
export const SEASONS: readonly Season[] = [
  quarter('spring', 'Spring', 3),
  quarter('summer', 'Summer', 6),
  quarter('autumn', 'Autumn', 9),
  quarter('winter', 'Winter', 12),
  fixed('christmas', 'Christmas', [12, 1], [12, 26]),
  fixed('valentines', "Valentine's", [2, 7], [2, 14]),
  fixed('halloween', 'Halloween', [10, 24], [10, 31]),
  fixed('back-to-school', 'Back to school', [8, 1], [9, 15]),
  moving('easter', 'Easter', easterSunday, 7, 1),
  moving('mothers-day', "Mother's Day", year => nthWeekday(year, 5, 7, 2), 7, 0),
  moving('thanksgiving', 'Thanksgiving', year => nthWeekday(year, 11, 4, 4)),
  moving('black-friday', 'Black Friday', blackFriday),
  moving('black-week', 'Black week', blackFriday, 4, 3),
  moving('cyber-monday', 'Cyber Monday', year => blackFriday(year) + 3),
];

/** The day that a holiday is on in a year, where the season around it has more days. */
export function holidayIn(season: Season, year: number): Day {
  if (season.key === 'christmas') return day(year, 12, 25);
  if (season.key === 'easter') return easterSunday(year);
  return season.in(year, 'north').to;
}

/** The season that has this key. */
export const seasonCalled = (key: string): Season | undefined => SEASONS.find(season => season.key === key);

/** Whether each day of a range lies in a season, of whatever year. */
export function daysOfSeason(season: Season, { from, to }: DayRange, hemisphere: Hemisphere): Uint8Array {
  const marks = new Uint8Array(to - from + 1);
  for (let year = partsOf(from).year - 1; year <= partsOf(to).year; year++) {
    const range = season.in(year, hemisphere);
    for (let at = Math.max(range.from, from); at <= Math.min(range.to, to); at++) marks[at - from] = 1;
  }
  return marks;
}
