import { followUps, type Offer } from '../../../answering/follow-ups.js';
import { pageOfRows } from '../../../answering/pages.js';
import { defineQuestion } from '../../../answering/question.js';
import { adviceFor } from '../../../answering/segments/advice.js';
import { type SegmentContext, segmentContext } from '../../../answering/segments/context.js';
import { customerColumns, customerRow } from '../../../answering/segments/customer-table.js';
import { isLongAway } from '../../../answering/segments/findings.js';
import { offerExport, offerQuestion } from '../../../answering/segments/offers.js';
import type { ShopView } from '../../../answering/shop.js';
import { skeleton } from '../../../answering/skeleton.js';
import { type Answer, answerOf, type Row } from '../../../core/answer/answer.js';
import type { RankingChart } from '../../../core/answer/chart-spec.js';
import { capital, type Format, plural } from '../../../core/answer/format.js';
import { showDay } from '../../../core/calendar/days.js';
import { medianInPlace } from '../../../core/statistics.js';
import type { Segment } from '../../../segments/maps/map.js';
import { segmentTitled, segmentWord } from '../../../segments/maps/segment-names.js';
import { customerAt, membersOf, type Snapshot } from '../../../segments/snapshots/snapshot.js';
import { averageSpent, bigSpendersOf } from '../../../segments/summary.js';
import { usualGap } from '../../../segments/usual-gap.js';
import { type Customer, customersById, nameToAsk } from '../../../store/tables/customers.js';

const MOST_BARS = 12;

/** Who is in a segment, by what they spent. */
const members = defineQuestion({
  family: 'segment',
  name: 'members',
  words: ['top', 'largest', 'biggest', 'best'],
  impliedBy: ['segment'],
  required: ['segment'],
  optional: ['limit', 'page', 'segmentation', 'filters'],
  redundantWith: ['customer', 'customers'],
  canonicalText: ({ segment }) => ({ text: segmentWord(segment ?? ''), includes: ['segment'] }),
  helpOrder: 101,
  summary: 'The customers of a segment, by what they spent',
  examples: ['at-risk', 'vip', 'lost 50', 'at-risk page:2'],

  async answer(query, shop) {
    const context = await segmentContext(query, shop);
    const { snapshot } = context;
    const segment = segmentTitled(query.segment, snapshot);
    const places = membersOf(snapshot, segment);
    const base = skeleton(query, context, shop, segment.title);
    if (places.length === 0)
      return answerOf({
        ...base,
        headline: `There are no ${segment.many} as of ${showDay(snapshot.asOf)}.`,
        followUps: followUps(shop, query, [offerQuestion('summary')]),
      });
    const page = pageOfRows(places, query);
    const shown = Array.from(page.rows, i => customerAt(snapshot, i));
    const people = await customersById(
      shop.store,
      shown.map(c => c.customerId),
    );
    const rows = shown.map(c => customerRow(c, people.get(c.customerId), context));
    const [top] = shown;
    const nextPage: Offer | undefined = page.next && {
      family: 'segment',
      question: 'members',
      segment: query.segment,
      limit: query.limit,
      ...page.next,
    };
    return answerOf({
      ...base,
      headline: spentSentence(segment, places, context, query.filters.length > 0),
      columns: customerColumns(rows, context),
      rows,
      charts: [spentChart(context, segment, rows, places)],
      ...membersFindings(segment, places, context),
      notes: [...page.notes, ...context.notes],
      followUps: followUps(shop, query, [
        nextPage,
        offerExport(segment),
        await offerCustomer(top && people.get(top.customerId), shop),
        offerQuestion('summary'),
      ]),
    });
  },
});
export default members;

/** The profile of a customer, by name. */
async function offerCustomer(
  customer: Customer | undefined,
  { store }: ShopView,
): Promise<Offer | undefined> {
  if (!customer) return undefined;
  const name = await nameToAsk(store, customer);
  return { family: 'segment', question: 'customer', name, label: customer.name };
}

/** `12 at-risk customers have spent $1,234.50, 4.2% of what all customers spent.` */
function spentSentence(
  segment: Segment,
  places: Int32Array,
  { snapshot, format }: SegmentContext,
  isFiltered: boolean,
): string {
  const { revenue } = snapshot.scored.figures;
  const spent = spentBy(places, snapshot);
  const everything = revenue.reduce((sum, amount) => sum + amount, 0);
  // With a filter the whole is those who match it, not the shop.
  const whole = isFiltered
    ? `the ${plural(snapshot.scored.figures.count, 'customer')} who match`
    : 'all customers';
  const share = everything === 0 ? '' : `, ${format.share(spent / everything)} of what ${whole} spent`;
  const have = places.length === 1 ? 'has' : 'have';
  return `${plural(places.length, segment.one, segment.many)} ${have} spent ${format.amount(spent)}${share}.`;
}

/** Who they are, how long ago they ordered, whether a few spent most of it, and what to do. */
function membersFindings(
  segment: Segment,
  places: Int32Array,
  { snapshot, format }: SegmentContext,
): Pick<Answer, 'observations' | 'actions'> {
  const { figures } = snapshot.scored;
  const amounts = Array.from(places, i => figures.revenue[i] as number);
  const bigSpenders = bigSpendersOf(amounts, averageSpent(snapshot));
  const group = { segment, customers: places.length, bigSpenders };
  return {
    observations: [
      `Who they are: ${segment.who}. ${capital(segment.impact)}.`,
      lastOrdered(segment, places, snapshot),
      ...topShare(amounts, spentBy(places, snapshot), format),
    ],
    actions: adviceFor(group, format).map(action => `${action}.`),
  };
}

/** How long ago half of them last ordered; and what is usual, if that is less. */
function lastOrdered(segment: Segment, places: Int32Array, snapshot: Snapshot): string {
  const medianRecency = medianInPlace(places.map(i => snapshot.scored.recency[i] as number));
  const days = plural(Math.round(medianRecency ?? 0), 'day');
  if (places.length === 1) return `Last ordered ${days} ago.`;
  const half = `Half of them last ordered ${days} ago or earlier`;
  const usual = segment.leaving ? null : usualGap(snapshot);
  return usual !== null && isLongAway({ segment, medianRecency }, usual)
    ? `${half}, which is longer than the usual ${plural(Math.round(usual), 'day')} between orders.`
    : `${half}.`;
}

const spentBy = (places: Int32Array, { scored }: Snapshot): number =>
  places.reduce((sum, i) => sum + (scored.figures.revenue[i] as number), 0);

function topShare(amounts: readonly number[], total: number, format: Format): string[] {
  if (amounts.length < 10 || total <= 0) return [];
  const few = Math.ceil(amounts.length / 10);
  const part = amounts.slice(0, few).reduce((sum, a) => sum + a, 0);
  // A tenth that spent little more than a tenth is no finding.
  if (part / total < 0.15) return [];
  return [
    `The ${few === 1 ? 'one' : format.count(few)} who spent the most ` +
      `${few === 1 ? 'accounts' : 'account'} for ${format.share(part / total)} of that.`,
  ];
}

/** Those who spent the most, in the segment's colour, with the days since their last order. */
function spentChart(
  { snapshot, format, text }: SegmentContext,
  segment: Segment,
  rows: readonly Row[],
  places: Int32Array,
): RankingChart {
  const bars = rows.slice(0, MOST_BARS);
  const labels = bars.map(row => String(row.name ?? row.customer));
  const values = bars.map(row => Number(row.monetary));
  const days = bars.map(row => plural(Number(row.recency), 'day'));
  const who = plural(places.length, segment.one, segment.many);
  const title = `${who} spent ${format.amountShort(spentBy(places, snapshot))}`;
  const shown = places.length > bars.length ? `The ${bars.length} who spent the most` : 'What they spent';
  return {
    kind: 'ranking',
    title,
    subtitle: `${shown}, and days since the last order · ${text}`,
    alt: `${title}. ${labels
      .map((name, i) => `${name} ${format.money(values[i] as number)}, last order ${days[i]} ago`)
      .join('; ')}`,
    unit: 'money',
    currency: format.currency,
    labels,
    values,
    notes: days,
    colour: segment.colour,
  };
}
