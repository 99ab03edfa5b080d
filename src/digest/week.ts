import type { Day } from '../calendar/days.js';
import { type DayRange, periodOf } from '../calendar/grain.js';

/** The weeks that a digest compares, Monday to Sunday each. */
export interface DigestWeeks {
  readonly week: DayRange;
  readonly before: DayRange;
  /** 52 weeks earlier, so that the weekdays are the same. */
  readonly yearBefore: DayRange;
}

/** The last whole week before a day, and what it is compared with. */
export function weeksBefore(asOf: Day): DigestWeeks {
  const to = periodOf('week', asOf).from - 1;
  const back = (weeks: number): DayRange => ({ from: to - 6 - weeks * 7, to: to - weeks * 7 });
  return { week: back(0), before: back(1), yearBefore: back(52) };
}
