import { isoOf } from './days.js';
import { type DayRange, periodKey, periodOf } from './grain.js';
import type { Period } from './period.js';

/** A range as a period with its canonical text: a calendar period's key, or the first and last day. */
export function namedRange(range: DayRange): Period {
  for (const grain of ['year', 'quarter', 'month', 'day'] as const) {
    const whole = periodOf(grain, range.from);
    if (whole.from === range.from && whole.to === range.to)
      return { range, grain, text: periodKey(grain, range.from) };
  }
  return { range, text: `${isoOf(range.from)}..${isoOf(range.to)}` };
}
