import { Cron } from 'croner';
import type { DigestGrain } from '../periods.js';

const DAY_MS = 86_400_000;

/** When digests are due: a cron expression (minute hour day month weekday) in an IANA zone. */
export interface When {
  readonly cron: string;
  readonly zone: string;
}

/**
 * The last moment up to and including `now` at which a digest was due; undefined where it never was. A time
 * that the clocks skip is due when they have gone on, one that they repeat the first time, so that each is
 * due once.
 */
export const lastDue = ({ cron, zone }: When, now: Date): Date | undefined =>
  // The library looks before the moment it is given, in whole seconds.
  patternOf(cron, zone).previousRuns(1, new Date(now.getTime() + 1_000))[0];

/** The next moment after `now`. */
export const nextDue = ({ cron, zone }: When, now: Date): Date | undefined =>
  patternOf(cron, zone).nextRun(now) ?? undefined;

/**
 * Of how long a period a digest is that comes at such times: of a week, but where it comes more often or
 * seldom.
 */
export function usualGrain({ cron, zone }: When, now: Date): DigestGrain {
  const moments = patternOf(cron, zone).nextRuns(8, now);
  const gaps = moments
    .slice(1)
    .map((moment, i) => (moment.getTime() - (moments[i] as Date).getTime()) / DAY_MS);
  const shortest = Math.min(...gaps);
  if (gaps.length === 0 || (shortest > 6 && shortest < 27)) return 'week';
  return shortest < 7 ? 'day' : 'month';
}

/** Only asked for moments; nothing is started by it. */
const patternOf = (cron: string, timezone: string): Cron => new Cron(cron, { timezone, paused: true });

/** A moment as people in a zone read it: `Mon, Nov 16, 2026, 09:00 (Europe/Berlin)`. */
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
