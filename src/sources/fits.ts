import { ShopkeeperError } from '../core/errors.js';
import type { SourceCheck } from './source.js';

/**
 * Says if a source's amounts or days are not those of the shop.
 * @param shop the currency (ISO 4217) if it is set or stored, and the IANA time zone of its days
 * @throws ShopkeeperError
 */
export function expectFits(
  check: SourceCheck,
  shop: { readonly currency: string | undefined; readonly zone: string; readonly now: Date },
): void {
  if (shop.currency && check.currency && check.currency !== shop.currency)
    throw new ShopkeeperError(
      `The source's amounts are in ${check.currency}, and the shop's are in ${shop.currency}.`,
      'Orders in another currency would all be set aside: use a store of its own (another DATABASE_URL).',
    );
  if (check.zone !== undefined && !haveSameDays(check.zone, shop.zone, shop.now))
    throw new ShopkeeperError(
      `The source's days are those of ${check.zone}, and the shop's are those of ${shop.zone}.`,
      `Set SHOP_TIMEZONE=${check.zone}, or change the time zone in the shop's own settings.`,
    );
}

/** Whether two zones show the same time all year: Berlin and Vienna do. */
function haveSameDays(a: string, b: string, now: Date): boolean {
  if (a === b) return true;
  try {
    const shown = [a, b].map(
      timeZone => new Intl.DateTimeFormat('en-GB', { timeZone, dateStyle: 'short', timeStyle: 'short' }),
    );
    return Array.from({ length: 53 }, (_, week) => new Date(now.getTime() - week * WEEK_MS)).every(
      at => shown[0]?.format(at) === shown[1]?.format(at),
    );
  } catch {
    // A zone that this machine does not know.
    return false;
  }
}

const WEEK_MS = 7 * 86_400_000;
