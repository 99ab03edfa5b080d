import { followUps } from '../../../answering/follow-ups.js';
import { defineQuestion } from '../../../answering/question.js';
import { type SegmentContext, segmentContext } from '../../../answering/segments/context.js';
import { drawnPlaces } from '../../../answering/segments/drawn-places.js';
import { offerQuestion } from '../../../answering/segments/offers.js';
import { skeleton } from '../../../answering/skeleton.js';
import { theme } from '../../../charts/theme.js';
import { answerOf, type Row } from '../../../core/answer/answer.js';
import type { HeatmapChart, ScatterChart } from '../../../core/answer/chart-spec.js';
import { capital, plural } from '../../../core/answer/format.js';
import { ShopkeeperError } from '../../../core/errors.js';
import { measured } from '../../../segments/scoring/method.js';
import { type Clusters, clusterWords, MOST_CLUSTERS } from './figures.js';
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
    const all = snapshot.segment.length;
    const revenue = found.clusters.reduce((sum, c) => sum + c.revenue, 0);
    const crossed = crossing(found, context);
    const [first] = found.clusters;
    return answerOf({
      ...base,
      headline: `${plural(found.clusters.length, 'cluster')}, ${silhouetteWords(found.silhouette)} (silhouette ${found.silhouette.toFixed(2)}); ${plural(first?.customers ?? 0, 'customer')} in ${names[0]} ${first?.customers === 1 ? 'brings' : 'bring'} ${format.share(revenue === 0 ? 0 : (first?.revenue ?? 0) / revenue)} of revenue.`,
      columns: [
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
      ],
      rows: found.clusters.map(
        (c, i): Row => ({
          cluster: letter(i),
          description: clusterWords(c),
          customers: c.customers,
          share: Math.round((c.customers / all) * 1e6) / 1e6,
          revenue: format.major(c.revenue),
          revenueShare: revenue === 0 ? 0 : Math.round((c.revenue / revenue) * 1e6) / 1e6,
          meanRecency: Math.round(c.recency * 100) / 100,
          meanFrequency: Math.round(c.frequency * 100) / 100,
          meanMonetary: format.major(Math.round(c.monetary)),
          segment: mostly(crossed[i] as number[], context),
        }),
      ),
      charts: [scatterOf(found, names, context), crossChart(crossed, names, context)],
      observations: found.clusters.map(
        (c, i) =>
          `${capital(names[i] as string)}: ${plural(c.customers, 'customer')}, on average ${plural(Math.round(c.recency), 'day')} since the last order, ${format.figure(Math.round(c.frequency * 10) / 10, 'number')} in ${measured('f', snapshot.scored.method)} and ${format.amount(Math.round(c.monetary))}.`,
      ),
      notes: [
        `K-means on standardised recency, frequency and monetary, always from the same starts${wanted === undefined ? `; ${found.clusters.length} of 2 to ${found.tried.at(-1)?.k} clusters lie furthest apart` : ''}.`,
        ...(found.sampled < all
          ? [
              `Their centres were found on ${format.count(found.sampled)} customers, evenly chosen; everybody is with the nearest.`,
            ]
          : []),
        ...context.notes,
      ],
      followUps: followUps(shop, query, [
        offerQuestion('scatter'),
        offerQuestion('distribution'),
        offerQuestion('summary'),
      ]),
    });
  },
});
export default clusters;

const letter = (i: number): string => String.fromCharCode(65 + i);
const namesOf = ({ clusters: all }: Clusters): string[] => all.map((_, i) => `cluster ${letter(i)}`);

/** How many of each cluster (rows) are in each segment. */
function crossing({ clusters: all, of }: Clusters, { snapshot }: SegmentContext): number[][] {
  const counts = all.map(() => snapshot.segments.map(() => 0));
  of.forEach((cluster, i) => {
    const row = counts[cluster] as number[];
    const s = snapshot.segment[i] as number;
    row[s] = (row[s] as number) + 1;
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
  return {
    kind: 'scatter',
    title: `${plural(all.length, 'cluster')} of customers who are alike`,
    subtitle: `A circle for ${places.length < of.length ? `each of ${format.count(places.length)} customers` : 'each customer'}, as large as spent · ${text}`,
    alt: `Clusters by recency and frequency: ${all.map((c, i) => `${names[i]} ${clusterWords(c)} ${format.count(c.customers)}`).join('; ')}`,
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
          weight: Math.max(0, figures.revenue[i] as number) / most,
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
    alt: `Customers by cluster and segment: ${names.map((name, i) => `${name}: ${titles.map((t, s) => `${t} ${crossed[i]?.[s]}`).join(', ')}`).join('; ')}`,
    unit: 'count',
    currency: format.currency,
    rows: names.map(capital),
    columns: titles,
    values: crossed.map(row => row.map(n => n || null)),
  };
}
