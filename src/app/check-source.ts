import { isZone, ZoneClock } from '../core/calendar/zones.js';
import { ShopkeeperError } from '../core/errors.js';
import { openSource } from '../sources/open.js';
import type { SourceCheck } from '../sources/source.js';

/** What a source must agree with. */
interface ShopSettings {
  /** ISO 4217, if it is set. */
  readonly currency: string | undefined;
  readonly zone: string;
  readonly now: () => Date;
  /** What amounts in other currencies are converted by; undefined if there is nothing. */
  readonly rates: () => Promise<unknown>;
}

/** A source that was added, or is to be. */
export type SourceToCheck = Parameters<typeof openSource>[0];

const CHECK_MS = 60_000;

/**
 * Looks whether a source can be read, and has the shop's currency and zone; stores nothing.
 * @throws ShopkeeperError
 */
export async function checkSource(
  source: SourceToCheck,
  { currency, zone, now, rates }: ShopSettings,
): Promise<SourceCheck> {
  const check = await openSource(source, now).check(AbortSignal.timeout(CHECK_MS));
  const isOther = currency && check.currency && check.currency !== currency;
  const isConverted = isOther && (await rates()) !== undefined;
  if (isOther && !isConverted)
    throw new ShopkeeperError(
      `The source's amounts are in ${check.currency}, and the shop's are in ${currency}.`,
      'Orders in another currency would all be set aside: add a source of exchange rates first ' +
        '(holds=rates), or use a store of its own (another DATABASE_URL).',
    );
  if (check.zone && !isSameZone(check.zone, zone, now()))
    throw new ShopkeeperError(
      `The source's times do not say their zone; its own is ${check.zone}, and the shop's is ${zone}.`,
      `Say which one they are meant in: zone=${check.zone} or zone=${zone}.`,
    );
  if (!isConverted) return check;
  const amounts = `Amounts in ${check.currency} are converted to ${currency}`;
  return { ...check, findings: [...check.findings, `${amounts} by the rate of each order's day.`] };
}

/** Whether two zones show the same time now and in half a year: `CET` of a server is Berlin's. */
function isSameZone(theirs: string, ours: string, now: Date): boolean {
  if (!isZone(theirs)) return false;
  const [first, second] = [new ZoneClock(theirs), new ZoneClock(ours)];
  return [0, 183].every(days => {
    const minutes = Math.floor(now.getTime() / 60_000) + days * 1440;
    return first.offsetAt(minutes) === second.offsetAt(minutes);
  });
}
