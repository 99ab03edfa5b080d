import { defineQuestion } from '../../../answering/question.js';
import {
  customerColumns,
  customerRow,
  type SegmentContext,
  segmentContext,
} from '../../../answering/segments/context.js';
import { skeleton } from '../../../answering/skeleton.js';
import { answerOf, type Row } from '../../../core/answer/answer.js';
import type { RankingChart } from '../../../core/answer/chart-spec.js';
import { type Format, plural } from '../../../core/answer/format.js';
import { showDay } from '../../../core/calendar/days.js';
import { median } from '../../../core/statistics.js';
import { OTHERS, type Segment } from '../../../segments/maps/map.js';
import { segmentWord } from '../../../segments/maps/segment-names.js';
import { customerAt, membersOf } from '../../../segments/snapshots/snapshot.js';
import { customersById, nameToAsk } from '../../../store/tables/customers.js';

/** Customers on a page, unless another number is asked for. */
const PAGE = 15;
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
    const { format, snapshot } = context;
    const segment = [...snapshot.map.segments, OTHERS].find(s => s.title === query.segment) as Segment;
    const { figures, recency } = snapshot.scored;
    const all = membersOf(snapshot, segment);
    const base = skeleton(query, context, shop, segment.title);
    if (all.length === 0)
      return answerOf({
        ...base,
        headline: `There are no ${segment.many} as of ${showDay(snapshot.asOf)}.`,
        followUps: [context.again()],
      });

    const size = query.limit ?? PAGE;
    const pages = Math.ceil(all.length / size);
    const page = Math.min(query.page ?? 1, pages);
    const shown = Array.from(all.slice((page - 1) * size, page * size), i => customerAt(snapshot, i));
    const names = await customersById(
      shop.store,
      shown.map(c => c.customerId),
    );
    const amounts = Array.from(all, i => figures.revenue[i] as number);
    const spent = amounts.reduce((sum, amount) => sum + amount, 0);
    const everything = figures.revenue.reduce((sum, amount) => sum + amount, 0);
    const first = names.get(shown[0]?.customerId ?? -1);
    const rows = shown.map(c => customerRow(c, names.get(c.customerId), context));
    const days = median(Array.from(all, i => recency[i] as number)) ?? 0;
    const word = segmentWord(segment.title);
    const share = everything === 0 ? '' : `, ${format.share(spent / everything)} of what all customers spent`;
    return answerOf({
      ...base,
      headline: `${plural(all.length, segment.one, segment.many)} ${all.length === 1 ? 'has' : 'have'} spent ${format.amount(spent)}${share}.`,
      columns: customerColumns(rows, context),
      rows,
      charts: [
        spentChart(
          context,
          segment,
          rows,
          all.length,
          `${plural(all.length, segment.one, segment.many)} spent ${format.amountShort(spent)}`,
        ),
      ],
      observations: [
        `Who they are: ${segment.who}. ${segment.impact[0]?.toUpperCase()}${segment.impact.slice(1)}.`,
        all.length === 1
          ? `Last ordered ${plural(Math.round(days), 'day')} ago.`
          : `Half of them last ordered ${plural(Math.round(days), 'day')} ago or longer.`,
        ...topShare(amounts, spent, format),
      ],
      actions: segment.actions.map(a => `${a}.`),
      notes: [...whichPage(page, pages, size, all.length, query.page), ...context.notes],
      followUps: [
        ...(page < pages ? [context.again(`${word}${query.limit ? ` ${size}` : ''} page:${page + 1}`)] : []),
        context.again(`export ${word}`),
        ...(first ? [context.alone(`customer ${await nameToAsk(shop.store, first)}`)] : []),
        context.again(),
      ],
    });
  },
});
export default members;

function whichPage(
  page: number,
  pages: number,
  size: number,
  all: number,
  requested: number | undefined,
): string[] {
  const count = (n: number) => n.toLocaleString('en-US');
  if (pages === 1) return requested !== undefined && requested > 1 ? ['There is only one page.'] : [];
  const to = Math.min(all, page * size);
  const which = `Page ${count(page)} of ${count(pages)}: customers ${count((page - 1) * size + 1)} to ${count(to)} of ${count(all)}, by what they spent.`;
  return requested !== undefined && requested > pages
    ? [`There are ${count(pages)} pages; this is the last.`, which]
    : [which];
}

function topShare(amounts: readonly number[], total: number, format: Format): string[] {
  if (amounts.length < 10 || total <= 0) return [];
  const few = Math.ceil(amounts.length / 10);
  const part = amounts.slice(0, few).reduce((sum, a) => sum + a, 0);
  // A tenth that spent little more than a tenth is no finding.
  if (part / total < 0.15) return [];
  return [
    `The ${few === 1 ? 'largest' : `${format.count(few)} largest`} of them spent ${format.share(part / total)} of that.`,
  ];
}

/** Those who spent the most, in the segment's colour, with the days since their last order. */
function spentChart(
  context: SegmentContext,
  segment: Segment,
  shown: readonly Row[],
  all: number,
  title: string,
): RankingChart {
  const bars = shown.slice(0, MOST_BARS);
  const labels = bars.map(row => String(row.name ?? row.customer));
  const values = bars.map(row => Number(row.monetary));
  const { format } = context;
  const days = bars.map(row => plural(Number(row.recency), 'day'));
  return {
    kind: 'ranking',
    title,
    subtitle: `${all > bars.length ? `The ${bars.length} who spent the most` : 'What they spent'}, and days since the last order · ${context.text}`,
    alt: `${title}. ${labels.map((name, i) => `${name} ${format.money(values[i] as number)}, last order ${days[i]} ago`).join('; ')}`,
    unit: 'money',
    currency: format.currency,
    labels,
    values,
    notes: days,
    colour: segment.colour,
  };
}
