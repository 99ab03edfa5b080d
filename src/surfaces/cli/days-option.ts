import { ShopkeeperError } from '../../core/errors.js';

const DAY_MS = 86_400_000;

/** The point in time so many days before another, ISO 8601. @throws ShopkeeperError for no number of days */
export function daysBefore(now: Date, days: string): string {
  if (!/^\d{1,4}$/.test(days))
    throw new ShopkeeperError(`--days ${days} is no number of days.`, 'Example: --days 7');
  return new Date(now.getTime() - Number(days) * DAY_MS).toISOString();
}
