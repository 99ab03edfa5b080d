import { Cron } from 'croner';
import type { DigestGrain } from '../compose/periods.js';

const DAY_MS = 86_400_000;

/** When digests are due: a cron expression (minute hour day month weekday) in an IANA zone. */
export interface When {
  readonly cron: string;
  readonly zone: string;
}

/**
 * The last time up to and including `now` at which a digest was due; undefined if it never was. A time that
 * the clocks skip is due right after the change, and a time that they repeat is due the first time: each is
 * due once.
 */
export const lastDue = ({ cron, zone }: When, now: Date): Date | undefined =>
  // The library searches before the given time, in whole seconds.
  patternOf(cron, zone).previousRuns(1, new Date(now.getTime() + 1_000))[0];

/** The next time after `now`. */
export const nextDue = ({ cron, zone }: When, now: Date): Date | undefined =>
  patternOf(cron, zone).nextRun(now) ?? undefined;

/** The usual period of a digest that is due at such times: a week, unless it is due more or less often. */
export function usualGrain({ cron, zone }: When, now: Date): DigestGrain {
  const times = patternOf(cron, zone).nextRuns(8, now);
  const gaps = times.slice(1).map((time, i) => (time.getTime() - times[i]!.getTime()) / DAY_MS);
  const shortest = Math.min(...gaps);
  if (gaps.length === 0 || (shortest > 6 && shortest < 27)) return 'week';
  return shortest < 7 ? 'day' : 'month';
}

/** Paused: it only computes times and starts nothing. */
const patternOf = (cron: string, timezone: string): Cron => new Cron(cron, { timezone, paused: true });

/** A time as people in a zone read it: `Mon, Nov 16, 2026, 09:00 (Europe/Berlin)`. */
export function showMoment(moment: Date, zone: string): string {
  const text = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    weekday: 'short',
    month: 'short',
    day: 'numeric',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(moment);
  return `${text} (${zone})`;
}
