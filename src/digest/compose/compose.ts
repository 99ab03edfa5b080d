import { askable, offeringAskable } from '../../answering/askable.js';
import { noLines } from '../../answering/context.js';
import { filterText } from '../../answering/declaration.js';
import { filterWords } from '../../answering/segments/context.js';
import type { Shop, ShopView } from '../../answering/shop.js';
import type { Answer } from '../../core/answer/answer.js';
import { formatFor } from '../../core/answer/format.js';
import { remark } from '../../core/answer/notes.js';
import type { Day } from '../../core/calendar/days.js';
import { optionsText, type SegmentationOptions } from '../../segments/options.js';
import { shiftsBetween } from '../../segments/shifts.js';
import { segmentsAsOf } from '../../segments/snapshots/as-of.js';
import type { Filter } from '../../store/scope/sums.js';
import { dataExtent } from '../../store/tables/order-lines.js';
import { type DigestGrain, type DigestPeriods, periodsBefore } from '../periods.js';
import { type Condition, judge } from './condition.js';
import { headlineAnswer } from './headline.js';
import { type Ledger, ledgerOf } from './ledger.js';
import type { DigestMaterial } from './material.js';
import { isQuiet, isWithoutData, noDataAnswer, quietAnswer } from './nothing-sold.js';
import type { DigestPart } from './part.js';
import { PARTS } from './parts.js';
import { digestSales } from './sales.js';

/** A digest: a headline for the channel and answers for its thread. */
export interface Digest {
  readonly periods: DigestPeriods;
  readonly headline: Answer;
  readonly thread: readonly Answer[];
  /** Why it is not posted by itself, by what was asked for. */
  readonly withheld?: string;
  /** There is no data for its period at all: somebody should know. */
  readonly isWithoutData?: boolean;
  /** What it has counted on each day. */
  readonly ledger?: Ledger;
}

/** What a digest is to be of, where it is not the whole shop's week. */
export interface DigestRequest {
  readonly grain?: DigestGrain;
  /** What segments are made by; the shop's own unless given. */
  readonly segmentation?: SegmentationOptions;
  readonly filters?: readonly Filter[];
  /** What its thread has; all unless given. */
  readonly parts?: readonly DigestPart[];
  /** It is posted by itself only if one of these holds. */
  readonly conditions?: readonly Condition[];
  /** It is not posted by itself where nothing happened. */
  readonly isQuiet?: boolean;
}

/**
 * Composes the digest of the last whole period before a day. Segments are worked out from the orders up to the end
 * of each period, so the very first digest has one before to compare with. Where nothing happened, or there is no data for the
 * period, it is one line.
 * @throws ShopkeeperError where the store holds no sales
 */
export function composeDigest(shop: Shop, asOf: Day, request: DigestRequest = {}): Promise<Digest> {
  return shop.read(view => composeFrom(view, asOf, request));
}

async function composeFrom(shop: ShopView, asOf: Day, request: DigestRequest): Promise<Digest> {
  const data = await dataExtent(shop.store);
  if (!data) throw await noLines(shop);
  const periods = periodsBefore(asOf, request.grain);
  const segmentation = request.segmentation ?? shop.segmenting.segmentation;
  const filters = request.filters ?? [];
  const counted = { from: data.from, to: periods.period.to };
  const ledger = await ledgerOf(shop.store, shop.currency, counted, filters);
  if (await isWithoutData({ shop, periods, data }))
    return { periods, headline: noDataAnswer(shop, periods, data), thread: [], ledger, isWithoutData: true };
  const before = await segmentsAsOf(shop, periods.before.to, segmentation, filters);
  const after = await segmentsAsOf(shop, periods.period.to, segmentation, filters);
  const options = optionsText(segmentation, shop.segmenting.segmentation);
  const shifts = shiftsBetween(before, after);
  const material: DigestMaterial = {
    shop,
    periods,
    data,
    shifts,
    sales: await digestSales({ shop, periods, data, filters }, shifts),
    segmentation,
    filters,
    scope: [...filterWords({ filters }), ...(options ? [options] : [])].map(part => ` · ${part}`).join(''),
    format: formatFor(shop.currency),
    again: text => again(text, options, filterText(filters)),
  };
  const verdict = judge(request.conditions ?? [], material);
  const withVerdict = (headline: Answer): Answer =>
    verdict ? { ...headline, notes: [...headline.notes, remark(verdict.why)] } : headline;
  if (await isQuiet(material)) {
    const headline = quietAnswer(material);
    // A condition says itself whether a quiet period is wanted.
    const withheld = verdict
      ? verdict.isWanted
        ? undefined
        : verdict.why
      : request.isQuiet
        ? headline.headline
        : undefined;
    return { periods, headline: withVerdict(headline), thread: [], ledger, ...(withheld && { withheld }) };
  }
  const headline = await headlineAnswer(material);
  const offered = { ...headline, followUps: await askable(headline.followUps, shop) };
  const thread: Answer[] = [];
  // One after another: a transaction has one connection.
  for (const part of request.parts ?? PARTS) thread.push(...(await part.compose(material)));
  return {
    periods,
    headline: withVerdict(offered),
    thread: await offeringAskable(thread, shop),
    ledger,
    ...(verdict && !verdict.isWanted && { withheld: verdict.why }),
  };
}

/** A digest as it is shown before: one that would not be posted by itself says so. */
export function asPreview(digest: Digest): Digest {
  const { headline, withheld } = digest;
  if (withheld === undefined) return digest;
  const notes = [...headline.notes, remark('As a subscription it would not be posted.')];
  return { ...digest, headline: { ...headline, notes } };
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
