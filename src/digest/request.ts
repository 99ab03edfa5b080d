import type { Day } from '../calendar/days.js';
import { ShopkeeperError } from '../errors.js';
import { breakables } from '../questions/language/breakable.js';
import { takeFilters } from '../questions/language/filters.js';
import { basisOf, takeOptions } from '../questions/language/options.js';
import type { Shop } from '../shop.js';
import type { DigestRequest } from './compose.js';
import type { DigestGrain } from './periods.js';

const GRAINS: Readonly<Record<string, DigestGrain>> = {
  daily: 'day',
  day: 'day',
  weekly: 'week',
  week: 'week',
  monthly: 'month',
  month: 'month',
};
const EXAMPLE = 'monthly map:eleven country:Spain as-of:2026-03-31';

/** What a text asks of a digest: how long a period, segments made how, which part of the shop, as of which day. */
export interface AskedDigest extends DigestRequest {
  readonly asOf?: Day;
}

/**
 * Reads `weekly`, `monthly map:eleven country:Spain as-of:2026-03-31`; nothing is the usual week.
 * @throws ShopkeeperError where a word is none of these, NotUnderstood where an option or a filter cannot be
 */
export async function readDigestRequest(text: string, shop: Shop): Promise<AskedDigest> {
  const options = takeOptions(text, () => false, false);
  const { filters, rest } = await takeFilters(options.rest, shop.store, await breakables(shop.store));
  let grain: DigestGrain | undefined;
  for (const word of rest.toLowerCase().split(/\s+/)) {
    if (word === '') continue;
    const said = GRAINS[word];
    if (!said || (grain && grain !== said))
      throw new ShopkeeperError(`"${word}" cannot be said of a digest.`, `For example: ${EXAMPLE}`);
    grain = said;
  }
  const basis = basisOf(options, undefined, shop.segmenting)?.basis;
  if (!basis) return { filters, ...(grain && { grain }) };
  const { asOf, ...own } = basis;
  return { filters, basis: own, ...(grain && { grain }), ...(asOf !== undefined && { asOf }) };
}
