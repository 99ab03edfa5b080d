import { askable, offeringAskable } from '../../answering/askable.js';
import { filterScope, noLines } from '../../answering/context.js';
import { filterText } from '../../answering/declaration.js';
import { freshnessNotes } from '../../answering/freshness.js';
import { sayingPart } from '../../answering/part-of-shop.js';
import type { Shop, ShopView } from '../../answering/shop.js';
import type { Answer } from '../../core/answer/answer.js';
import { formatFor } from '../../core/answer/format.js';
import { remark } from '../../core/answer/notes.js';
import type { Day } from '../../core/calendar/days.js';
import { recordedIn } from '../../measures/recorded.js';
import { optionsText } from '../../segments/segmentation/options.js';
import { shiftsBetween } from '../../segments/shifts.js';
import { segmentsAsOf } from '../../segments/snapshots/as-of.js';
import { dataExtent } from '../../store/tables/order-lines.js';
import { alertDigest } from './alert.js';
import { judge, type Verdict } from './condition.js';
import type { Digest, DigestRequest } from './digest.js';
import { headlineAnswer } from './headline.js';
import { ledgerOf } from './ledger.js';
import type { DigestMaterial } from './material.js';
import { isQuiet, isWithoutData, noDataAnswer, quietAnswer } from './nothing-sold.js';
import { PARTS } from './parts.js';
import { periodsBefore } from './periods.js';
import { digestSales } from './sales.js';

/**
 * Composes the digest of the last whole period before a day. Segments are computed from the orders up to the
 * end of each period, so even the first digest has a previous period to compare with. If nothing happened, or
 * there is no data for the period, the digest is one line.
 * @throws ShopkeeperError if the store has no sales
 */
export function composeDigest(shop: Shop, asOf: Day, request: DigestRequest = {}): Promise<Digest> {
  return shop.read(async view => {
    const digest = await composeFrom(view, asOf, request);
    return {
      ...digest,
      headline: sayingPart(digest.headline, view.part),
      thread: digest.thread.map(answer => sayingPart(answer, view.part)),
    };
  });
}

async function composeFrom(shop: ShopView, asOf: Day, request: DigestRequest): Promise<Digest> {
  const data = await dataExtent(shop.store);
  if (!data) throw await noLines(shop);
  const periods = periodsBefore(asOf, request.grain);
  const segmentation = request.segmentation ?? shop.segmenting.segmentation;
  const filters = request.filters ?? [];
  const counted = { from: data.from, to: periods.period.to };
  const ledger = await ledgerOf(shop, counted, filters);
  if (await isWithoutData({ shop, periods, data })) {
    const headline = noDataAnswer(shop, periods, data);
    // Without data nothing can be told to be in line, and an alert says so unless it is to be quiet.
    const withheld = request.alert && request.isQuiet ? { withheld: headline.headline } : {};
    return { periods, headline, thread: [], ledger, isWithoutData: true, ...withheld };
  }
  if (request.alert) return alertDigest(request.alert, { shop, periods, data, filters });
  const before = await segmentsAsOf(shop, periods.before.to, segmentation, filters, periods.period.to);
  const after = await segmentsAsOf(shop, periods.period.to, segmentation, filters);
  const options = optionsText(segmentation, shop.segmenting.segmentation);
  const shifts = shiftsBetween(before, after);
  const question = (text: string) => withOptions(text, options, filterText(filters));
  const material: DigestMaterial = {
    shop,
    periods,
    data,
    shifts,
    sales: await digestSales({ shop, periods, data, filters }, shifts),
    segmentation,
    filters,
    scope: [...filterScope(filters), ...(options ? [{ kind: 'words', text: options } as const] : [])],
    format: formatFor(shop.currency),
    recorded: await recordedIn(shop.store),
    question,
    followUp: (label, text) => ({ label, text: question(text) }),
  };
  const verdict = judge(request.conditions ?? [], material);
  const behind = await freshnessNotes(shop);
  const withVerdict = (headline: Answer): Answer => ({
    ...headline,
    notes: [...headline.notes, ...behind, ...(verdict ? [remark(verdict.why)] : [])],
  });
  if (await isQuiet(material)) {
    const headline = quietAnswer(material);
    const withheld = withheldWhenQuiet(headline, verdict, request);
    return { periods, headline: withVerdict(headline), thread: [], ledger, ...(withheld && { withheld }) };
  }
  const headline = await headlineAnswer(material);
  const offered = { ...headline, followUps: await askable(headline.followUps, shop) };
  const thread: Answer[] = [];
  // One at a time: a transaction has one connection.
  for (const part of request.parts ?? PARTS) thread.push(...(await part.compose(material)));
  return {
    periods,
    headline: withVerdict(offered),
    thread: await offeringAskable(thread, shop),
    ledger,
    ...(verdict && !verdict.isWanted && { withheld: verdict.why }),
  };
}

/** Conditions decide about a quiet period too; without any, `quiet:nothing` withholds it. */
function withheldWhenQuiet(
  { headline }: Answer,
  verdict: Verdict | undefined,
  { isQuiet }: DigestRequest,
): string | undefined {
  if (verdict) return verdict.isWanted ? undefined : verdict.why;
  return isQuiet ? headline : undefined;
}

/** A digest as a preview, which says if a subscription would not post it. */
export function asPreview(digest: Digest): Digest {
  const { headline, withheld } = digest;
  if (withheld === undefined) return digest;
  const notes = [...headline.notes, remark('As a subscription, it would not be posted.')];
  return { ...digest, headline: { ...headline, notes } };
}

/** Adds options and filters to a question. A sales question takes no segmentation options. */
const withOptions = (text: string, options: string, filters: string): string =>
  [text, text.startsWith('sales') ? '' : options, filters].filter(part => part !== '').join(' ');

/**
 * The day as of which a digest is composed unless a day is given: today, or the day after the last day of
 * data that ended more than two weeks ago, so that a preview of historical data shows its last period.
 */
export async function defaultAsOf(shop: Shop): Promise<Day> {
  const data = await dataExtent(shop.store);
  const today = shop.today();
  return data && today - data.to > 14 ? data.to + 1 : today;
}
