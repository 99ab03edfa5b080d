import { followUps } from '../../../answering/follow-ups.js';
import { defineQuestion } from '../../../answering/question.js';
import { type SegmentContext, segmentContext } from '../../../answering/segments/context.js';
import { drawnPlaces } from '../../../answering/segments/drawn-places.js';
import { offerQuestion } from '../../../answering/segments/offers.js';
import { skeleton } from '../../../answering/skeleton.js';
import { theme } from '../../../charts/theme.js';
import { answerOf, type Column, type Row } from '../../../core/answer/answer.js';
import type { HeatmapChart, ScatterChart } from '../../../core/answer/chart-spec.js';
import { capital, type Format, plural } from '../../../core/answer/format.js';
import { ShopkeeperError } from '../../../core/errors.js';
import { measured } from '../../../segments/scoring/method.js';
import { type Cluster, type Clusters, clusterWords, MOST_CLUSTERS } from './figures.js';
import { silhouetteWords } from './silhouette.js';
import { clustersApart } from './thread.js';

/** Customers who are alike, found by K-means; and which segments they are in. */
const clusters = defineQuestion({
  family: 'segment',
  name: 'clusters',
  words: ['clusters', 'cluster', 'clustering', 'k-means', 'kmeans', 'k means', 'groups found'],
  isSlow: true,
  optional: ['limit', 'segmentation', 'filters'],
  helpOrder: 111,
  summary: 'Customers who are alike, found by K-means, crossed with the segments',
  examples: ['clusters', 'clusters 4'],

  async answer(query, shop) {
    const context = await segmentContext(query, shop);
    const { snapshot, format } = context;
    const wanted = query.limit;
    if (wanted !== undefined && (wanted < 2 || wanted > MOST_CLUSTERS))
      throw new ShopkeeperError(
        `${wanted} clusters cannot be made.`,
        `Ask for 2 to ${MOST_CLUSTERS}, for example \`segment clusters 4\``,
      );
    const base = skeleton(query, context, shop, 'Customers who are alike');
    const found = await clustersApart(snapshot.scored, wanted);
    if (!found)
      return answerOf({
        ...base,
        headline: 'The customers differ too little to be put into clusters.',
        notes: [
          'K-means needs three customers or more who differ in recency, frequency or monetary.',
          ...context.notes,
        ],
        followUps: followUps(shop, query, [offerQuestion('summary')]),
      });
    const names = namesOf(found);
    const crossed = crossing(found, context);
    return answerOf({
      ...base,
      headline: headlineOf(found, format),
      columns: COLUMNS,
      rows: found.clusters.map((_, i) => clusterRow(i, found, crossed, context)),
      charts: [scatterOf(found, names, context), crossChart(crossed, names, context)],
      observations: found.clusters.map((c, i) => clusterSentence(names[i] ?? '', c, context)),
      notes: [...methodNotes(found, wanted !== undefined, format), ...context.notes],
      followUps: followUps(shop, query, [
        offerQuestion('scatter'),
        offerQuestion('distribution'),
        offerQuestion('summary'),
      ]),
    });
  },
});
export default clusters;

const COLUMNS: readonly Column[] = [
  { key: 'cluster', label: 'Cluster', unit: 'text' },
  { key: 'description', label: 'Who', unit: 'text' },
  { key: 'customers', label: 'Customers', unit: 'count' },
  { key: 'share', label: 'Share', unit: 'share', secondary: true },
  { key: 'revenue', label: 'Revenue', unit: 'money' },
  { key: 'revenueShare', label: 'Of revenue', unit: 'share', secondary: true },
  { key: 'meanRecency', label: 'Mean days since', unit: 'number' },
  { key: 'meanFrequency', label: 'Mean orders', unit: 'number' },
  { key: 'meanMonetary', label: 'Mean spent', unit: 'money', secondary: true },
  { key: 'segment', label: 'Mostly', unit: 'text' },
];

const revenueOf = ({ clusters: all }: Clusters): number => all.reduce((sum, c) => sum + c.revenue, 0);

/** How far apart the clusters are, and what the one that spends most brings. */
function headlineOf(found: Clusters, format: Format): string {
  const [first] = found.clusters;
  const revenue = revenueOf(found);
  const apart = `${silhouetteWords(found.silhouette)} (silhouette ${found.silhouette.toFixed(2)})`;
  const share = format.share(revenue === 0 ? 0 : (first?.revenue ?? 0) / revenue);
  const who = `${plural(first?.customers ?? 0, 'customer')} in cluster A`;
  return [
    `${plural(found.clusters.length, 'cluster')}, ${apart};`,
    `${who} ${first?.customers === 1 ? 'brings' : 'bring'} ${share} of revenue.`,
  ].join(' ');
}

function clusterRow(
  i: number,
  found: Clusters,
  crossed: readonly (readonly number[])[],
  context: SegmentContext,
): Row {
  const { format, snapshot } = context;
  const cluster = found.clusters[i] as Cluster;
  const revenue = revenueOf(found);
  return {
    cluster: letter(i),
    description: clusterWords(cluster),
    customers: cluster.customers,
    share: Math.round((cluster.customers / snapshot.segment.length) * 1e6) / 1e6,
    revenue: format.major(cluster.revenue),
    revenueShare: revenue === 0 ? 0 : Math.round((cluster.revenue / revenue) * 1e6) / 1e6,
    meanRecency: Math.round(cluster.recency * 100) / 100,
    meanFrequency: Math.round(cluster.frequency * 100) / 100,
    meanMonetary: format.major(format.wholeMinor(cluster.monetary)),
    segment: mostly(crossed[i] ?? [], context),
  };
}

/** `Cluster A: 12 customers, on average 30 days since the last order, 2.4 orders and $1,234.50 spent.` */
function clusterSentence(name: string, cluster: Cluster, { snapshot, format }: SegmentContext): string {
  const { frequency, monetary } = snapshot.scored.method;
  const often = meanOf(cluster.frequency, COUNTED[frequency], format);
  const spent =
    `${format.amount(format.wholeMinor(cluster.monetary))} ` +
    `spent${monetary === 'total' ? '' : ' per order'}`;
  const days = `${plural(Math.round(cluster.recency), 'day')} since the last order`;
  return (
    `${capital(name)}: ${plural(cluster.customers, 'customer')}, on average ${days}, ${often} and ` +
    `${spent}.`
  );
}

/** What frequency counts, one and many of it. */
const COUNTED = {
  orders: ['order', 'orders'],
  lines: ['order line', 'order lines'],
  days: ['day with orders', 'days with orders'],
} as const;

/** `2.4 orders`, `1 order`: a mean to one decimal and its noun. */
function meanOf(mean: number, [one, many]: readonly [string, string], format: Format): string {
  const rounded = Math.round(mean * 10) / 10;
  return `${format.figure(rounded, 'number')} ${rounded === 1 ? one : many}`;
}

/** How the clusters were found. */
function methodNotes(found: Clusters, isNumberGiven: boolean, format: Format): string[] {
  const how = 'K-means on standardised recency, frequency and monetary, always from the same starts';
  const number = found.clusters.length;
  const chosen = `of 2 to ${found.tried.at(-1)?.k} clusters, ${number} separate the customers best`;
  const all = found.clusters.reduce((sum, c) => sum + c.customers, 0);
  return [
    isNumberGiven ? `${how}.` : `${how}; ${chosen}.`,
    ...(found.sampled < all
      ? [
          `The centres are found on a sample of ${format.count(found.sampled)} customers; every ` +
            'customer is in the cluster of the nearest centre.',
        ]
      : []),
  ];
}

const letter = (i: number): string => String.fromCharCode(65 + i);
const namesOf = ({ clusters: all }: Clusters): string[] => all.map((_, i) => `cluster ${letter(i)}`);

/** How many of each cluster (rows) are in each segment. */
function crossing({ clusters: all, of }: Clusters, { snapshot }: SegmentContext): number[][] {
  const counts = all.map(() => snapshot.segments.map(() => 0));
  of.forEach((cluster, i) => {
    const row = counts[cluster] as number[];
    const s = snapshot.segment[i]!;
    row[s] = row[s]! + 1;
  });
  return counts;
}

function mostly(counts: readonly number[], { snapshot }: SegmentContext): string {
  return snapshot.segments[counts.indexOf(Math.max(...counts))]?.title ?? '';
}

function scatterOf(
  { clusters: all, of }: Clusters,
  names: readonly string[],
  { snapshot, format, segmentation, text }: SegmentContext,
): ScatterChart {
  const { recency, frequency, figures } = snapshot.scored;
  const places = drawnPlaces({ snapshot });
  const most = Math.max(1, ...places.map(i => figures.revenue[i] as number));
  const each =
    places.length < of.length ? `each of ${format.count(places.length)} customers` : 'each customer';
  return {
    kind: 'scatter',
    title: `${plural(all.length, 'cluster')} of customers who are alike`,
    subtitle: `A circle for ${each}, as large as spent · ${text}`,
    alt:
      'Clusters by recency and frequency: ' +
      `${all.map((c, i) => `${names[i]} ${clusterWords(c)} ${format.count(c.customers)}`).join('; ')}`,
    unit: 'count',
    currency: format.currency,
    x: { title: measured('r', segmentation.method), isReversed: true },
    y: { title: measured('f', segmentation.method) },
    groups: all.map((c, k) => ({
      name: `${letter(k)}: ${clusterWords(c)}`,
      colour: theme.colour.parts[k % theme.colour.parts.length] as string,
      points: places
        .filter(i => of[i] === k)
        .map(i => ({
          x: recency[i] as number,
          y: frequency[i] as number,
          weight: Math.max(0, figures.revenue[i]!) / most,
        })),
    })),
  };
}

function crossChart(
  crossed: readonly (readonly number[])[],
  names: readonly string[],
  { snapshot, format, text }: SegmentContext,
): HeatmapChart {
  const titles = snapshot.segments.map(s => s.title);
  return {
    kind: 'heatmap',
    title: 'Which segments the clusters are in',
    subtitle: `Customers by cluster (rows) and segment (columns) · ${text}`,
    alt: `Customers by cluster and segment: ${names
      .map((name, i) => `${name}: ${titles.map((t, s) => `${t} ${crossed[i]?.[s]}`).join(', ')}`)
      .join('; ')}`,
    unit: 'count',
    currency: format.currency,
    rows: names.map(capital),
    columns: titles,
    values: crossed.map(row => row.map(n => n || null)),
  };
}
