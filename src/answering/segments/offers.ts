import { capital } from '../../core/answer/format.js';
import type { Segment } from '../../segments/maps/map.js';
import type { QueryArguments } from '../declaration.js';
import type { Offer } from '../follow-ups.js';

/** What buttons say that lead to a question about segments. */
const LABELS = {
  actions: 'What to do',
  bars: 'Segments side by side',
  clusters: 'Clusters',
  cuts: 'How customers are scored',
  distribution: 'How customers are spread',
  export: 'Export all customers',
  heatmap: 'Spending by recency and frequency',
  map: 'Segment map',
  maps: 'All segment maps',
  scatter: 'Every customer as a point',
  share: 'Revenue against customers',
  shifts: 'Who moved',
  summary: 'All segments',
  treemap: 'Revenue as areas',
} as const;

/** A question about segments, of the same customers and scored in the same way. */
export const offerQuestion = (question: keyof typeof LABELS, query: Partial<QueryArguments> = {}): Offer => ({
  family: 'segment',
  question,
  label: LABELS[question],
  ...query,
});

/** Who is in a segment: `At-risk customers`. */
export const offerMembers = ({ title, many }: Segment): Offer => ({
  family: 'segment',
  question: 'members',
  segment: title,
  label: capital(many),
});

/** The customers of a segment as a file; where several are offered, the button names the segment. */
export const offerExport = ({ title, many }: Segment, isNamed = false): Offer => ({
  family: 'segment',
  question: 'export',
  segment: title,
  label: isNamed ? `Export ${many}` : 'Export these customers',
});

/** One segment map in detail. */
export const offerMap = (name: string): Offer => ({
  family: 'segment',
  question: 'map',
  name,
  label: `Segment map ${name}`,
});
