import type { Column, Row } from '../../core/answer/answer.js';
import type { PanelsChart, SegmentsChart } from '../../core/answer/chart-spec.js';
import { capital, plural } from '../../core/answer/format.js';
import { fraction } from '../../measures/measures.js';
import type { SegmentationOptions } from '../../segments/segmentation/options.js';
import { type SegmentSummary, summarise } from '../../segments/summary.js';
import { usualGap } from '../../segments/usual-gap.js';
import type { SegmentContext } from './context.js';
import type { SegmentFacts } from './findings.js';

/** The segments of a context in figures, and what sentences are made from. */
export function factsOf({ snapshot, format }: SegmentContext): SegmentFacts {
  const { orders } = snapshot.scored.figures;
  return {
    segments: summarise(snapshot),
    customers: orders.length,
    usualGap: usualGap(snapshot),
    withOneOrder: orders.reduce((sum, n) => sum + (n === 1 ? 1 : 0), 0),
    format,
  };
}

/** What frequency counts, as a label says it. */
const counted = ({ method }: SegmentationOptions): string =>
  ({ orders: 'orders', lines: 'order lines', days: 'order days' })[method.frequency];

/** The columns of a table of segments: contract of docs/answer.md. */
export const segmentColumns = ({ segmentation }: Pick<SegmentContext, 'segmentation'>): Column[] => [
  { key: 'segment', label: 'Segment', unit: 'text' },
  { key: 'customers', label: 'Customers', unit: 'count' },
  { key: 'share', label: 'Share', unit: 'share', secondary: true },
  { key: 'revenue', label: 'Revenue', unit: 'money' },
  { key: 'revenueShare', label: 'Of revenue', unit: 'share' },
  { key: 'orders', label: 'Orders', unit: 'count', secondary: true },
  { key: 'averageOrderValue', label: 'Avg order', unit: 'money', secondary: true },
  { key: 'medianRecency', label: 'Days since', unit: 'days' },
  { key: 'medianFrequency', label: `Median ${counted(segmentation)}`, unit: 'number', secondary: true },
  {
    key: 'medianMonetary',
    label: segmentation.method.monetary === 'total' ? 'Median spent' : 'Median spent per order',
    unit: 'money',
    secondary: true,
  },
];

export const segmentRow = (s: SegmentSummary, { snapshot, format }: SegmentContext): Row => ({
  segment: s.segment.title,
  customers: s.customers,
  share: fraction(s.customers, snapshot.segment.length),
  revenue: format.major(s.revenue),
  revenueShare: Math.round(s.revenueShare * 1e6) / 1e6,
  orders: s.orders,
  averageOrderValue: averageOrder(s, format),
  medianRecency: s.medianRecency,
  medianFrequency: s.medianFrequency,
  medianMonetary: s.medianMonetary === null ? null : format.major(format.wholeMinor(s.medianMonetary)),
});

const averageOrder = (s: SegmentSummary, format: SegmentContext['format']): number | null =>
  s.orders === 0 ? null : format.major(format.wholeMinor(s.revenue / s.orders));

/** Shares of customers beside shares of revenue. */
export function sharesChart(segments: readonly SegmentSummary[], context: SegmentContext): SegmentsChart {
  const { format } = context;
  const best = segments[0] as SegmentSummary;
  return {
    kind: 'segments',
    title:
      best.customers > 0
        ? `${best.segment.title}: ${format.share(best.share)} of customers, ` +
          `${format.share(best.revenueShare)} of revenue`
        : 'Share of customers and of revenue',
    subtitle: `Customer segments · ${context.text}`,
    alt: `Customer segments, ${context.text}: ${segments
      .map(
        s =>
          `${s.segment.title} ${plural(s.customers, 'customer')}, ` +
          `${format.share(s.revenueShare)} of revenue`,
      )
      .join('; ')}`,
    unit: 'share',
    currency: format.currency,
    segments: segments.map(s => ({
      title: s.segment.title,
      colour: s.segment.colour,
      customers: s.customers,
      share: s.share,
      revenueShare: s.revenueShare,
    })),
  };
}

/** Bars of each segment in several figures. */
export function panelsChart(
  title: string,
  segments: readonly SegmentSummary[],
  panels: readonly {
    readonly title: string;
    readonly unit: PanelsChart['unit'];
    readonly of: (s: SegmentSummary) => number | null;
  }[],
  context: SegmentContext,
): PanelsChart {
  const { format } = context;
  const drawn = panels.map(panel => ({
    title: panel.title,
    unit: panel.unit,
    values: segments.map(s => {
      const value = panel.of(s);
      return value === null || panel.unit !== 'money' ? value : format.major(format.wholeMinor(value));
    }),
  }));
  return {
    kind: 'panels',
    title,
    subtitle: `Customer segments · ${context.text}`,
    alt: `${title}. ${segments
      .map(
        (s, i) =>
          `${s.segment.title}: ` +
          drawn
            .map(
              p => `${p.title} ${p.values[i] === null ? '–' : format.short(p.values[i] as number, p.unit)}`,
            )
            .join(', '),
      )
      .join('; ')}`,
    unit: 'count',
    currency: format.currency,
    labels: segments.map(s => s.segment.title),
    colours: segments.map(s => s.segment.colour),
    panels: drawn,
  };
}

/** Customers, revenue, orders and average order value. */
export const sizesChart = (segments: readonly SegmentSummary[], context: SegmentContext): PanelsChart => {
  const largest = segments.reduce((a, b) => (b.customers > a.customers ? b : a));
  return panelsChart(
    `${capital(largest.segment.many)} are the largest segment: ${context.format.count(largest.customers)}`,
    segments,
    [
      { title: 'customers', unit: 'count', of: s => s.customers },
      { title: 'revenue', unit: 'money', of: s => s.revenue },
      { title: 'orders', unit: 'count', of: s => s.orders },
      { title: 'average order', unit: 'money', of: s => (s.orders === 0 ? null : s.revenue / s.orders) },
    ],
    context,
  );
};

/** Medians of recency, frequency and monetary. */
export const mediansChart = (segments: readonly SegmentSummary[], context: SegmentContext): PanelsChart =>
  panelsChart(
    'What is usual in each segment',
    segments,
    [
      { title: 'median days since', unit: 'count', of: s => s.medianRecency },
      { title: `median ${counted(context.segmentation)}`, unit: 'number', of: s => s.medianFrequency },
      {
        title: `median spent${context.segmentation.method.monetary === 'total' ? '' : ' per order'}`,
        unit: 'money',
        of: s => s.medianMonetary,
      },
    ],
    context,
  );
