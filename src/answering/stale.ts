import type { Day } from '../core/calendar/days.js';

/** Days without sales from which an answer says that its data is old. */
const STALE_DAYS = 14;

/**
 * Whether the newest sale lies so far before a day (today, or the day that is scored) that an answer says so.
 */
export const isStale = (newest: Day, day: Day): boolean => day - newest >= STALE_DAYS;
