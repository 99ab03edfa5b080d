import type { Note } from '../core/answer/notes.js';
import { todayIn } from '../core/calendar/days.js';
import { type SourceFreshness, sourceFreshness } from '../store/tables/source-freshness.js';
import type { ShopView } from './shop.js';

/** Intervals without a run after which a source is behind, and at least so many days. */
const INTERVALS = 3;
const LEAST_DAYS = 1;
const MINUTES_OF_DAY = 1440;

/** Whether a source is so far behind that it is said, on a day of the shop. */
export function isBehind(source: SourceFreshness, today: number): boolean {
  const through = todayIn(source.zone, new Date(source.freshThrough ?? source.addedAt));
  return today - through > Math.max(LEAST_DAYS, (INTERVALS * source.everyMinutes) / MINUTES_OF_DAY);
}

/** A note for each source whose newest sales are missing: through when it is complete, and why. */
export async function freshnessNotes({ store, today }: Pick<ShopView, 'store' | 'today'>): Promise<Note[]> {
  const sources = await sourceFreshness(store);
  return sources.filter(source => isBehind(source, today())).map(noteOf);
}

/** What is said of a source that is behind. */
export const noteOf = ({ name, zone, freshThrough, isPaused, problem }: SourceFreshness): Note => ({
  kind: 'sourceBehind',
  source: name,
  // The day itself was not over yet.
  through: freshThrough === null ? null : todayIn(zone, new Date(freshThrough)) - 1,
  // The rest says what to do, which whoever runs Shopkeeper is told.
  why: isPaused ? 'it is paused' : (problem?.split('\n', 1)[0]?.replace(/\.$/, '') ?? 'it was not read'),
});
