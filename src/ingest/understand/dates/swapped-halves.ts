import { type Day, isoOf, showDay } from '../../../core/calendar/days.js';
import { parseDate, readDate, SWAPPED, swapped } from '../../../core/calendar/written-dates.js';
import { type ColumnSurvey, cellText, type Survey } from '../survey.js';
import type { DateReading } from './date-column.js';

/** Whether a spreadsheet took the day for the month in a part of a column's dates. */
export interface SwappedHalves {
  /** False where it only may have. */
  readonly isCertain: boolean;
  readonly said: string;
}

/** Logarithms of how much more likely the swap is by each finding. Above 5 it is as good as certain. */
const CERTAIN = 5;
const POSSIBLE = 1.5;
/** Columns with real dates and texts mostly come out of a spreadsheet, and many unswapped. */
const BEFORE = -1;
/** Of all dates, 12 in 30 have a day up to 12. */
const EARLY = Math.log(30 / 12);
const LATE = Math.log(30 / 18);
const MOST_BY_HALVES = 7;
const ORDER = 3;
const NEARNESS = 1.5;
const FUTURE = 3;

/**
 * Looks for the trace of a spreadsheet with the other order of day and month: what it took for dates has days
 * up to 12 only, and what it left as text only later ones. The real dates then have day and month exchanged.
 */
export function swappedHalves(
  survey: Survey,
  column: ColumnSurvey,
  reading: DateReading,
  today: Day,
): SwappedHalves | undefined {
  const { early, late, lateTexts, openTexts } = column.dates.halves;
  if (late > 0 || openTexts > 0 || early === 0 || lateTexts === 0) return undefined;
  const written = survey.first.map(row => cellText(row[column.index])).filter(text => text !== '');
  const plain = daysBy(written, reading);
  const exchanged = daysBy(written, { ...reading, orders: { ...reading.orders, [SWAPPED]: 'ymd' } });
  const score =
    BEFORE +
    Math.min(MOST_BY_HALVES, early * EARLY + lateTexts * LATE) +
    ORDER * Math.sign(wrongSteps(plain) - wrongSteps(exchanged)) +
    NEARNESS * compare(spanOf(plain), spanOf(exchanged)) +
    FUTURE * Math.sign(countAfter(plain, today) - countAfter(exchanged, today));
  if (score < POSSIBLE) return undefined;
  const example = written.find(text => {
    const date = parseDate(text);
    return date?.style === undefined && date?.days.ymd !== swapped(date?.days.ymd);
  });
  const day = parseDate(example ?? '')?.days.ymd;
  if (!example || day === undefined) return undefined;
  const [asWritten, turned] = [showDay(day), showDay(swapped(day) ?? day)];
  const trace =
    `In "${column.header}", what a spreadsheet took for dates has days up to 12 only, and what it left as ` +
    'text has later ones only';
  return score >= CERTAIN
    ? {
        isCertain: true,
        said: `${trace}: it took the day for the month. They were swapped back: "${example}" is ${turned}.`,
      }
    : {
        isCertain: false,
        said:
          `${trace}: day and month may be swapped. "${example}" was read as ${asWritten}; if it should be ` +
          `${isoOf(swapped(day) ?? day)}, export it again and load it without opening it in a spreadsheet.`,
      };
}

function daysBy(written: readonly string[], { orders }: DateReading): Day[] {
  return written.flatMap(text => readDate(text, orders) ?? []);
}

/** Steps against the direction of most. */
function wrongSteps(days: readonly Day[]): number {
  let [up, down] = [0, 0];
  for (let i = 1; i < days.length; i++) {
    const step = days[i]! - days[i - 1]!;
    if (step > 0) up++;
    if (step < 0) down++;
  }
  return Math.min(up, down);
}

function spanOf(days: readonly Day[]): number {
  const sorted = [...days].sort((a, b) => a - b);
  return (sorted.at(-1) ?? 0) - (sorted[0] ?? 0) + 1;
}

/** 1 if the first is much longer than the second, -1 if it is much shorter. */
const compare = (first: number, second: number): number =>
  first > second * 1.7 ? 1 : second > first * 1.7 ? -1 : 0;

const countAfter = (days: readonly Day[], today: Day): number => days.filter(day => day > today + 1).length;
