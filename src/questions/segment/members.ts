import { answerOf } from '../../answer/answer.js';
import { formatFor, plural } from '../../answer/format.js';
import type { CustomersChart } from '../../charts/spec.js';
import type { Segment } from '../../segments/map.js';
import { median } from '../../segments/quantile.js';
import { type Customer, customersById } from '../../store/customers.js';
import { customerColumns, customerRow, type SegmentFrame, segmentFrame } from '../parts/segment-frame.js';
import { canonical, type Question } from '../question.js';

const DEFAULT_LIMIT = 20;
/** Points of the other segments are thinned to this many, so that the chart stays quick and readable. */
const MOST_POINTS = 1_500;

/** Who is in a segment, by what they spent. */
const members: Question = {
  family: 'segment',
  name: 'members',
  phrases: ['{segment}', 'list {segment}'],
  takes: ['limit'],
  summary: 'The customers of a segment, by what they spent',
  examples: ['at-risk', 'vip', 'lost 50'],

  async answer(asked, shop) {
    const frame = await segmentFrame(shop);
    const format = formatFor(shop.currency);
    const segment = frame.snapshot.map.segments.find(s => s.title === asked.name) as Segment;
    const all = frame.snapshot.customers.filter(c => c.segment === segment.key).sort((a, b) => b.monetary - a.monetary || a.customerId - b.customerId);
    const base = { question: canonical(asked), title: segment.title, scope: frame.text, dataThrough: frame.dataThrough, currency: shop.currency };
    if (all.length === 0) return answerOf({ ...base, headline: `No customer is in ${segment.title} now.`, notes: frame.notes, followUps: ['segment'] });

    const shown = all.slice(0, asked.limit ?? DEFAULT_LIMIT);
    const names = await customersById(shop.store, shown.map(c => c.customerId));
    const spent = all.reduce((sum, c) => sum + c.monetary, 0);
    const everything = frame.snapshot.customers.reduce((sum, c) => sum + c.monetary, 0);
    const rows = shown.map(c => customerRow(c, names.get(c.customerId), frame));
    const days = median(all.map(c => c.recency)) ?? 0;
    const share = everything === 0 ? '' : `, ${format.share(spent / everything)} of all revenue`;
    return answerOf({
      ...base,
      headline: `${plural(all.length, 'customer')} ${all.length === 1 ? 'is' : 'are'} in ${segment.title}, having spent ${format.money(frame.money(spent))}${share}.`,
      columns: customerColumns(rows),
      rows,
      charts: [customersChart(frame, segment, names, shop.currency, `${segment.title}: ${plural(all.length, 'customer')} worth ${format.moneyShort(frame.money(spent))}`)],
      observations: [
        `Who they are: ${segment.who}. ${segment.impact[0]?.toUpperCase()}${segment.impact.slice(1)}.`,
        `Half of them last ordered ${format.count(Math.round(days))} or more days before ${frame.text.split(',')[0]?.replace('As of ', '')}.`,
        ...topShare(all.map(c => c.monetary), spent, format),
      ],
      actions: segment.actions.map(a => `${a}.`),
      notes: [...(shown.length < all.length ? [`The ${shown.length} who spent the most are shown, of ${all.length}.`] : []), ...frame.notes],
      followUps: [...shown.slice(0, 1).map(c => `segment customer ${names.get(c.customerId)?.name ?? ''}`), 'segment'],
    });
  },
};
export default members;

function topShare(amounts: readonly number[], total: number, format: ReturnType<typeof formatFor>): string[] {
  if (amounts.length < 10 || total <= 0) return [];
  const few = Math.ceil(amounts.length / 10);
  const part = amounts.slice(0, few).reduce((sum, a) => sum + a, 0);
  return [`The ${few === 1 ? 'largest' : `${few} largest`} of them spent ${format.share(part / total)} of that.`];
}

/** This segment in its colour among all others in grey. */
function customersChart(frame: SegmentFrame, segment: Segment, names: ReadonlyMap<number, Customer>, currency: string, title: string): CustomersChart {
  const point = (c: SegmentFrame['snapshot']['customers'][number]) => ({
    recency: c.recency, frequency: c.frequency, monetary: frame.money(c.monetary), name: names.get(c.customerId)?.name,
  });
  const others = frame.snapshot.customers.filter(c => c.segment !== segment.key);
  const step = Math.max(1, Math.ceil(others.length / MOST_POINTS));
  const own = frame.snapshot.customers.filter(c => c.segment === segment.key);
  const ownStep = Math.max(1, Math.ceil(own.length / MOST_POINTS));
  return {
    kind: 'customers',
    title,
    subtitle: `${frame.text} · size: money spent`,
    alt: `${title}. ${frame.text}. Most spent: ${[...names.values()].slice(0, 10).map(c => c.name).join(', ')}`,
    unit: 'money',
    currency,
    groups: [
      { title: 'All others', colour: '#d5d8dd', points: others.filter((_, i) => i % step === 0).map(point) },
      { title: segment.title, colour: segment.colour, points: own.filter((_, i) => i % ownStep === 0).map(point) },
    ],
  };
}

