import { monthsWords } from '../../../answering/segments/ahead.js';
import type { SegmentContext } from '../../../answering/segments/context.js';
import type { Row } from '../../../core/answer/answer.js';
import type { PanelsChart, RankingChart } from '../../../core/answer/chart-spec.js';
import { type Format, plural } from '../../../core/answer/format.js';
import type { CustomersAhead } from '../../../measures/lifetime-value.js';
import type { SegmentWorth, Worth } from './figures.js';

const MOST_BARS = 12;

/** The customers who are worth most, with whether they are still customers. */
export function customersChart(
  rows: readonly Row[],
  all: Worth,
  { horizon, fit }: CustomersAhead,
  { format, text }: SegmentContext,
): RankingChart {
  const bars = rows.slice(0, MOST_BARS);
  const labels = bars.map(row => String(row.name ?? row.customer));
  const values = bars.map(row => Number(row.lifetimeValue));
  const { showsLeaving } = fit.model;
  const notes = bars.map(row => (showsLeaving ? stillHere(row, format) : ordersWords(row)));
  const title = `${format.amountShort(all.value)} expected in ${monthsWords(horizon.months)}`;
  return {
    kind: 'ranking',
    title,
    subtitle:
      `The ${bars.length} worth most, and ` +
      `${showsLeaving ? 'whether they still are customers' : 'how often they ordered so far'} · ${text}`,
    alt:
      `${title}. ` +
      `${labels.map((name, i) => `${name} ${format.money(values[i]!)}, ${notes[i]}`).join('; ')}`,
    unit: 'money',
    currency: format.currency,
    labels,
    values,
    notes,
  };
}

const ordersWords = ({ orders }: Row): string => plural(Number(orders), 'order');

/** Nobody is certain: a probability that would be written as 100 % is over 99.9 %. */
function stillHere({ probabilityAlive: p }: Row, format: Format): string {
  if (typeof p !== 'number') return 'one order so far';
  return p >= 0.999 ? 'over 99.9% still here' : `${format.share(p)} still here`;
}

/** What a customer of each segment is expected to bring, beside what they have spent. */
export function segmentsChart(
  segments: readonly SegmentWorth[],
  all: Worth,
  { horizon }: CustomersAhead,
  { format, text }: SegmentContext,
): PanelsChart {
  const each = (s: SegmentWorth, sum: number) =>
    s.customers === 0 ? null : format.major(format.wholeMinor(sum / s.customers));
  const months = monthsWords(horizon.months);
  const title =
    'A customer is worth ' +
    `${format.amountShort(format.wholeMinor(all.value / Math.max(1, all.customers)))} in ${months}`;
  const panels = [
    { title: `Next ${months}, each`, unit: 'money', values: segments.map(s => each(s, s.value)) },
    { title: 'Spent so far, each', unit: 'money', values: segments.map(s => each(s, s.spent)) },
    {
      title: 'Order again',
      unit: 'share',
      values: segments.map(s => (s.customers === 0 ? null : s.again)),
    },
  ] as const;
  return {
    kind: 'panels',
    title,
    subtitle: `By segment, a customer on average · ${text}`,
    alt: `${title}. ${segments
      .map(
        (s, i) =>
          `${s.segment.title}: ` +
          panels
            .map(p => `${p.title} ${p.values[i] === null ? '–' : format.short(p.values[i]!, p.unit)}`)
            .join(', '),
      )
      .join('; ')}`,
    unit: 'money',
    currency: format.currency,
    labels: segments.map(s => s.segment.title),
    colours: segments.map(s => s.segment.colour),
    panels,
  };
}
