import { ShopkeeperError } from '../core/errors.js';
import type { SourceCheck } from './source.js';

/** What a source must agree with. */
export interface ShopToFit {
  /** ISO 4217, if it is set or stored. */
  readonly currency: string | undefined;
  /** The IANA time zone of its days. */
  readonly zone: string;
  readonly now: Date;
  /** Whether there are exchange rates. */
  readonly hasRates: boolean;
}

/**
 * Says if a source's amounts or days are not those of the shop.
 * @throws ShopkeeperError
 */
export function expectFits(check: SourceCheck, shop: ShopToFit): void {
  if (hasOtherCurrency(check, shop) && !shop.hasRates)
    throw new ShopkeeperError(
      `The source's amounts are in ${check.currency}, and the shop's are in ${shop.currency}.`,
      'Orders in another currency would all be set aside: add a source of exchange rates first ' +
        '(holds=rates), or ' +
        'use a store of its own (another DATABASE_URL).',
    );
  if (check.zone === undefined || haveSameDays(check.zone, shop.zone, shop.now)) return;
  if (check.isZoneAssumed)
    throw new ShopkeeperError(
      `The source's times do not say their zone; its own is ${check.zone}, and the shop's is ${shop.zone}.`,
      `Say which one they are meant in: zone=${check.zone} or zone=${shop.zone}.`,
    );
  throw new ShopkeeperError(
    `The source's days are those of ${check.zone}, and the shop's are those of ${shop.zone}.`,
    `Set SHOP_TIMEZONE=${check.zone}, or change the time zone in the shop's own settings.`,
  );
}

/** Whether a source's amounts are in another currency than the shop's. */
export const hasOtherCurrency = (check: SourceCheck, shop: Pick<ShopToFit, 'currency'>): boolean =>
  shop.currency !== undefined && check.currency !== undefined && check.currency !== shop.currency;

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
