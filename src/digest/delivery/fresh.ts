import { type Day, isoOf, showDay, todayIn } from '../../core/calendar/days.js';
import { ZoneClock } from '../../core/calendar/zones.js';
import type { Store } from '../../store/engine/store.js';
import { type SourceFreshness, sourceFreshness } from '../../store/tables/source-freshness.js';
import { showMoment } from '../subscriptions/when.js';

/** Whether a digest that is due may be posted, as to how fresh its data is. */
export type Freshness =
  | { readonly state: 'fresh' }
  /** It waits: a source may still be read in time. */
  | { readonly state: 'waits' }
  /** The time is up, and a source is not complete. */
  | { readonly state: 'stale'; readonly note: string };

/**
 * Looks whether each source is complete up to the day on which a digest is due. One that is paused is not
 * waited for.
 * @param until minutes of the day up to which it waits
 */
export async function freshnessAt(
  store: Store,
  { due, zone, until, now }: { due: Date; zone: string; until: number; now: Date },
): Promise<Freshness> {
  const day = todayIn(zone, due);
  const clock = new ZoneClock(zone);
  const behind = (await sourceFreshness(store)).filter(s => !s.isPaused && !reaches(s, day, clock));
  const [first] = behind;
  if (!first) return { state: 'fresh' };
  const end = clock.instantOf(minutesOf(day) + until) * 60_000;
  if (now.getTime() < end) return { state: 'waits' };
  const others = behind.length > 1 ? `, and ${behind.length - 1} more` : '';
  const through =
    first.freshThrough === null
      ? 'has not been read yet'
      : `is complete through ${showDay(todayIn(zone, new Date(first.freshThrough)) - 1)}`;
  const waited = `It waited for fresh data until ${showMoment(new Date(end), zone)}`;
  return { state: 'stale', note: `${waited}: the source ${first.name} ${through}${others}.` };
}

/** Whether a source is complete up to the beginning of a day. */
const reaches = ({ freshThrough }: SourceFreshness, day: Day, clock: ZoneClock): boolean =>
  freshThrough !== null && Date.parse(freshThrough) >= clock.instantOf(minutesOf(day)) * 60_000;

const minutesOf = (day: Day): number => Date.parse(`${isoOf(day)}T00:00:00Z`) / 60_000;
