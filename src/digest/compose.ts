import type { Answer } from '../answer/answer.js';
import { formatFor } from '../answer/format.js';
import type { Day } from '../calendar/days.js';
import { noLines } from '../questions/parts/frame.js';
import { filterWords } from '../questions/parts/segment-frame.js';
import { filterText } from '../questions/question.js';
import { segmentsAsOf } from '../segments/as-of.js';
import { type Basis, basisText } from '../segments/basis.js';
import { shiftsBetween } from '../segments/shifts.js';
import type { Shop } from '../shop.js';
import { dataExtent } from '../store/extent.js';
import type { Filter } from '../store/sums.js';
import { findingsAnswer } from './parts/findings.js';
import { headlineAnswer } from './parts/headline.js';
import type { DigestMaterial } from './parts/material.js';
import { movesAnswers } from './parts/moves.js';
import { planAnswer } from './parts/plan.js';
import { shiftsAnswer } from './parts/shifts.js';
import { type DigestGrain, type DigestPeriods, periodsBefore } from './periods.js';

/** A digest: a headline for the channel and answers for its thread. */
export interface Digest {
  readonly periods: DigestPeriods;
  readonly headline: Answer;
  readonly thread: readonly Answer[];
}

/** What a digest is to be of, where it is not the whole shop's week. */
export interface DigestRequest {
  readonly grain?: DigestGrain;
  /** What segments are made by; the shop's own unless given. */
  readonly basis?: Basis;
  readonly filters?: readonly Filter[];
}

/**
 * Composes the digest of the last whole period before a day. Segments are worked out from the orders up to the end
 * of each period, so the very first digest has one before to compare with.
 * @throws ShopkeeperError where the store holds no sales
 */
export function composeDigest(shop: Shop, asOf: Day, request: DigestRequest = {}): Promise<Digest> {
  return shop.store.read(store => composeFrom({ ...shop, store }, asOf, request));
}

async function composeFrom(shop: Shop, asOf: Day, request: DigestRequest): Promise<Digest> {
  const data = await dataExtent(shop.store);
  if (!data) throw await noLines(shop);
  const periods = periodsBefore(asOf, request.grain);
  const basis = request.basis ?? shop.segmenting.basis;
  const filters = request.filters ?? [];
  const before = await segmentsAsOf(shop, periods.before.to, basis, filters);
  const after = await segmentsAsOf(shop, periods.period.to, basis, filters);
  const options = basisText(basis, shop.segmenting.basis);
  const material: DigestMaterial = {
    shop,
    periods,
    data,
    shifts: shiftsBetween(before, after),
    basis,
    filters,
    scope: [...filterWords({ filters }), ...(options ? [options] : [])].map(part => ` · ${part}`).join(''),
    format: formatFor(shop.currency),
    again: text => again(text, options, filterText(filters)),
  };
  // One after another: a transaction has one connection.
  const headline = await headlineAnswer(material);
  const moves = await movesAnswers(material);
  const findings = await findingsAnswer(material);
  return {
    periods,
    headline,
    thread: [...shiftsAnswer(material), ...moves, ...planAnswer(material), ...findings],
  };
}

/** A sales question takes no options of segments. */
const again = (text: string, options: string, filters: string): string =>
  [text, text.startsWith('sales') ? '' : options, filters].filter(part => part !== '').join(' ');

/**
 * The day a digest is shown as of when none is named: today, or for data that ended some time ago the day after
 * its last, so that a preview of history shows its last period.
 */
export async function defaultAsOf(shop: Shop): Promise<Day> {
  const data = await dataExtent(shop.store);
  const today = shop.today();
  return data && today - data.to > 14 ? data.to + 1 : today;
}
