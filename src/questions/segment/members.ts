import { answerOf, type Row } from '../../answer/answer.js';
import { formatFor, plural } from '../../answer/format.js';
import type { RankingChart } from '../../charts/spec.js';
import type { Segment } from '../../segments/map.js';
import { median } from '../../statistics.js';
import { customersById, nameToAsk } from '../../store/customers.js';
import { segmentWord } from '../language/words.js';
import { customerColumns, customerRow, type SegmentFrame, segmentFrame } from '../parts/segment-frame.js';
import { canonical, type Question } from '../question.js';

const DEFAULT_LIMIT = 15;
const MOST_BARS = 12;

/** Who is in a segment, by what they spent. */
const members: Question = {
  family: 'segment',
  name: 'members',
  words: [],
  wordless: ['segment'],
  takes: ['limit'],
  about: ['customer', 'customers'],
  say: ({ segment }) => ({ text: segmentWord(segment ?? ''), says: ['segment'] }),
  summary: 'The customers of a segment, by what they spent',
  examples: ['at-risk', 'vip', 'lost 50'],

  async answer(asked, shop) {
    const frame = await segmentFrame(shop);
    const format = formatFor(shop.currency);
    const segment = frame.snapshot.map.segments.find(s => s.title === asked.segment) as Segment;
    const all = frame.snapshot.customers
      .filter(c => c.segment === segment.key)
      .sort((a, b) => b.monetary - a.monetary || a.customerId - b.customerId);
    const base = {
      question: canonical(asked),
      title: segment.title,
      scope: frame.text,
      dataThrough: frame.dataThrough,
      currency: shop.currency,
    };
    if (all.length === 0)
      return answerOf({
        ...base,
        headline: `There are no ${segment.many} now.`,
        notes: frame.notes,
        followUps: ['segment'],
      });

    const shown = all.slice(0, asked.limit ?? DEFAULT_LIMIT);
    const names = await customersById(
      shop.store,
      shown.map(c => c.customerId),
    );
    const spent = all.reduce((sum, c) => sum + c.monetary, 0);
    const everything = frame.snapshot.customers.reduce((sum, c) => sum + c.monetary, 0);
    const first = names.get(shown[0]?.customerId ?? -1);
    const rows = shown.map(c => customerRow(c, names.get(c.customerId), frame));
    const days = median(all.map(c => c.recency)) ?? 0;
    const share = everything === 0 ? '' : `, ${format.share(spent / everything)} of what all customers spent`;
    return answerOf({
      ...base,
      headline: `${plural(all.length, segment.one, segment.many)} ${all.length === 1 ? 'has' : 'have'} spent ${format.amount(spent)}${share}.`,
      columns: customerColumns(rows),
      rows,
      charts: [
        spentChart(
          frame,
          segment,
          rows,
          shop.currency,
          `${plural(all.length, segment.one, segment.many)} spent ${format.amountShort(spent)}`,
        ),
      ],
      observations: [
        `Who they are: ${segment.who}. ${segment.impact[0]?.toUpperCase()}${segment.impact.slice(1)}.`,
        `Half of them last ordered ${plural(Math.round(days), 'day')} ago or longer.`,
        ...topShare(
          all.map(c => c.monetary),
          spent,
          format,
        ),
      ],
      actions: segment.actions.map(a => `${a}.`),
      notes: [
        ...(shown.length < all.length
          ? [`The ${shown.length} who spent the most are shown, of ${format.count(all.length)}.`]
          : []),
        ...frame.notes,
      ],
      followUps: [...(first ? [`segment customer ${await nameToAsk(shop.store, first)}`] : []), 'segment'],
    });
  },
};
export default members;

function topShare(amounts: readonly number[], total: number, format: ReturnType<typeof formatFor>): string[] {
  if (amounts.length < 10 || total <= 0) return [];
  const few = Math.ceil(amounts.length / 10);
  const part = amounts.slice(0, few).reduce((sum, a) => sum + a, 0);
  return [
    `The ${few === 1 ? 'largest' : `${few} largest`} of them spent ${format.share(part / total)} of that.`,
  ];
}

/** Those who spent the most, in the segment's colour, with the days since their last order. */
function spentChart(
  frame: SegmentFrame,
  segment: Segment,
  shown: readonly Row[],
  currency: string,
  title: string,
): RankingChart {
  const bars = shown.slice(0, MOST_BARS);
  const labels = bars.map(row => String(row.name ?? row.customer));
  const values = bars.map(row => Number(row.monetary));
  const format = formatFor(currency);
  const days = bars.map(row => plural(Number(row.recency), 'day'));
  return {
    kind: 'ranking',
    title,
    subtitle: `Money spent, and time since the last order · ${frame.text}`,
    alt: `${title}. ${labels.map((name, i) => `${name} ${format.money(values[i] as number)}, last order ${days[i]} ago`).join('; ')}`,
    unit: 'money',
    currency,
    labels,
    values,
    notes: days,
    colour: segment.colour,
  };
}
