import type { Answer } from '../answer/answer.js';
import type { Day } from '../calendar/days.js';
import { noLines } from '../questions/parts/frame.js';
import { segmentsAsOf } from '../segments/as-of.js';
import { shiftsBetween } from '../segments/shifts.js';
import type { Shop } from '../shop.js';
import { dataExtent } from '../store/extent.js';
import { headlineAnswer } from './parts/headline.js';
import { movesAnswers } from './parts/moves.js';
import { planAnswer } from './parts/plan.js';
import { shiftsAnswer } from './parts/shifts.js';
import { type DigestWeeks, weeksBefore } from './week.js';

/** A digest: a headline for the channel and answers for its thread. */
export interface Digest {
  readonly weeks: DigestWeeks;
  readonly headline: Answer;
  readonly thread: readonly Answer[];
}

/**
 * Composes the digest of the last whole week before a day. Segments are worked out from the orders up to the end
 * of each week, so the very first digest has a week before to compare with.
 * @throws ShopkeeperError where the store holds no sales
 */
export function composeDigest(shop: Shop, asOf: Day): Promise<Digest> {
  return shop.store.read(store => composeFrom({ ...shop, store }, asOf));
}

async function composeFrom(shop: Shop, asOf: Day): Promise<Digest> {
  const data = await dataExtent(shop.store);
  if (!data) throw await noLines(shop);
  const weeks = weeksBefore(asOf);
  const before = await segmentsAsOf(shop, weeks.before.to);
  const after = await segmentsAsOf(shop, weeks.week.to);
  const material = { shop, weeks, data, shifts: shiftsBetween(before, after) };
  const [headline, moves] = await Promise.all([headlineAnswer(material), movesAnswers(material)]);
  return { weeks, headline, thread: [...shiftsAnswer(material), ...moves, ...planAnswer(material)] };
}

/**
 * The day a digest is shown as of when none is named: today, or for data that ended some time ago the day after
 * its last, so that a preview of history shows its last week.
 */
export async function defaultAsOf(shop: Shop): Promise<Day> {
  const data = await dataExtent(shop.store);
  const today = shop.today();
  return data && today - data.to > 14 ? data.to + 1 : today;
}
