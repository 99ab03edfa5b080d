import { currencyCode } from '../core/money/currencies.js';
import { expectFits, hasOtherCurrency } from '../sources/fits.js';
import { openSource } from '../sources/open.js';
import type { SourceCheck } from '../sources/source.js';
import type { Store } from '../store/engine/store.js';
import { storedCurrency } from '../store/tables/amounts.js';

/** What a source must agree with. */
interface ShopSettings {
  readonly store: Store;
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
  { store, currency, zone, now, rates }: ShopSettings,
): Promise<SourceCheck> {
  const check = await openSource(source, now).check(AbortSignal.timeout(CHECK_MS));
  const stored = await storedCurrency(store);
  const own = stored === undefined ? currency : currencyCode(stored);
  const isOther = hasOtherCurrency(check, { currency: own });
  expectFits(check, {
    currency: own,
    zone,
    now: now(),
    hasRates: isOther && (await rates()) !== undefined,
  });
  if (!isOther) return check;
  const converted = `Amounts in ${check.currency} are converted to ${own} by the rate of each order's day.`;
  return { ...check, findings: [...check.findings, converted] };
}
