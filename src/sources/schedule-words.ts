import { Cron } from 'croner';
import { ShopkeeperError } from '../core/errors.js';
import type { When } from '../digest/subscriptions/when.js';
import { readWhen } from '../digest/subscriptions/when-words.js';

/** When a source is read, unless it is said. */
export const USUAL_SCHEDULE = 'every 15 minutes';

const OFTEN = /^(?:every|each)\s+(?:(\d{1,2})\s+)?(minutes?|hours?)$/i;

/**
 * Reads `every 15 minutes`, `every 2 hours`, `hourly`, or when a digest would be due: `daily 6:00
 * Europe/Berlin`.
 * @throws ShopkeeperError if it is none of them
 */
export function readSchedule(text: string, zone: string): When {
  const words = text.trim().replace(/^hourly$/i, 'every hour');
  const often = OFTEN.exec(words);
  if (often) {
    const [number, isMinutes] = [Number(often[1] ?? 1), /^minute/i.test(often[2] ?? '')];
    const whole = isMinutes ? 60 : 24;
    // Of each hour or day, so that it is the same at any time.
    if (number > 0 && number <= whole && whole % number === 0 && (!isMinutes || number >= 5))
      return {
        cron: isMinutes ? everyMinutes(number) : `0 ${number === 24 ? 0 : `*/${number}`} * * *`,
        zone,
      };
    throw new ShopkeeperError(
      isMinutes
        ? `"${text}" does not divide an hour evenly, or is too often.`
        : `"${text}" does not divide a day evenly.`,
      'For example: every 5 minutes, every 15 minutes, every hour, every 6 hours.',
    );
  }
  const { when, isSaid, rest } = readWhen(words, zone);
  if (isSaid && /^(?:daily|weekly|monthly)?$/.test(rest.trim())) return when;
  if (/^daily$/i.test(rest.trim())) return when;
  throw new ShopkeeperError(
    `"${text}" is no time to read a source at.`,
    'For example: every 15 minutes, every hour, daily 6:00 Europe/Berlin, monday 7:00.',
  );
}

const everyMinutes = (number: number): string => (number === 60 ? '0 * * * *' : `*/${number} * * * *`);

/** How long a source usually waits between two runs, milliseconds. */
export function intervalOf({ cron, zone }: When, now: Date): number {
  const [first, second] = new Cron(cron, { timezone: zone, paused: true }).nextRuns(2, now);
  return first && second ? second.getTime() - first.getTime() : 0;
}
