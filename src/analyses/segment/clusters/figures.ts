import type { kmeans as Kmeans } from 'ml-kmeans';
import type { ScoredCustomers } from '../../../segments/scoring/scores.js';
import { type Point, silhouetteOf, squared } from './silhouette.js';

/** What clusters are found by: position i is one customer throughout. */
export type Clustered = Pick<ScoredCustomers, 'recency' | 'frequency' | 'monetary'> & {
  readonly figures: Pick<ScoredCustomers['figures'], 'revenue'>;
};

/** Customers who are alike in recency, frequency and monetary, found without a segment map. */
export interface Clusters {
  /** From who spent the most on average to the least. */
  readonly clusters: readonly Cluster[];
  /** Each customer's cluster, as its index in `clusters`. */
  readonly of: Uint8Array;
  /**
   * The mean silhouette of the chosen number of clusters (Rousseeuw 1987): near 1 well apart, near 0 not
   * apart.
   */
  readonly silhouette: number;
  /** The same of each number that was tried. */
  readonly tried: readonly { readonly k: number; readonly silhouette: number }[];
  /** Of how many customers the centres were found; everybody is then put with the nearest. */
  readonly sampled: number;
}

export interface Cluster {
  readonly customers: number;
  readonly revenue: number;
  /** Means; money in minor units. */
  readonly recency: number;
  readonly frequency: number;
  readonly monetary: number;
  /** The centre, in standard deviations from everybody's mean. */
  readonly centre: readonly [number, number, number];
}

export const MOST_CLUSTERS = 8;
const SEED = 20_061_231;
/** Numbers of clusters are compared on fewer customers than centres are found on. */
const CHOOSING = 1_000;
const FITTING = 4_000;
/** K-means ends in the nearest trough: the best of several starts is kept. */
const STARTS = 4;

/**
 * K-means (Lloyd; k-means++ starts, seeded) on standardised recency, frequency and monetary.
 * @param wanted how many clusters; the number with the highest mean silhouette unless given
 * @returns undefined where fewer than three customers differ: there is nothing to tell apart
 */
export async function clustersOf(scored: Clustered, wanted?: number): Promise<Clusters | undefined> {
  const points = standardised(scored);
  const sorted = [...points].sort(byCoordinates);
  const different = sorted.filter((p, i) => i === 0 || byCoordinates(p, sorted[i - 1] as Point) !== 0).length;
  if (different < 3) return undefined;
  const tried: { k: number; silhouette: number }[] = [];
  // Few ask for clusters, and the library takes some time to load.
  const { kmeans } = await import('ml-kmeans');
  const few = everySoMany(sorted, CHOOSING);
  for (const k of wanted ? [wanted] : range(2, Math.min(MOST_CLUSTERS, different - 1))) {
    if (k > different) break;
    tried.push({ k, silhouette: silhouetteOf(few, (await best(kmeans, few, k)).clusters) });
  }
  const [first] = tried;
  if (!first) return undefined;
  const chosen = tried.reduce((a, b) => (b.silhouette > a.silhouette ? b : a), first);
  const fitting = everySoMany(sorted, FITTING);
  const fitted = await best(kmeans, fitting, chosen.k);
  const { clusters, of } = gathered(scored, points, fitted.centroids as Point[]);
  return { clusters, of, silhouette: chosen.silhouette, tried, sampled: fitting.length };
}

const range = (from: number, to: number): number[] =>
  Array.from({ length: to - from + 1 }, (_, i) => from + i);

const byCoordinates = (a: Point, b: Point): number => a[0] - b[0] || a[1] - b[1] || a[2] - b[2];

/** Some of the points in even steps, so that the same customers are taken whatever the order of the rows. */
function everySoMany(sorted: readonly Point[], most: number): Point[] {
  if (sorted.length <= most) return [...sorted];
  const step = sorted.length / most;
  return range(0, most - 1).map(i => sorted[Math.floor(i * step)] as Point);
}

/** Recency, frequency and monetary as standard deviations from the mean; 0 where all are the same. */
function standardised({ recency, frequency, monetary }: Clustered): Point[] {
  const axes = [recency, frequency, monetary].map(all => {
    const values = Float64Array.from(all);
    const mean = values.reduce((sum, v) => sum + v, 0) / values.length;
    const spread = Math.sqrt(values.reduce((sum, v) => sum + (v - mean) ** 2, 0) / values.length);
    return (i: number) => (spread === 0 ? 0 : (values[i]! - mean) / spread);
  });
  return Array.from(recency, (_, i) => axes.map(axis => axis(i)) as Point);
}

/** The clustering of some starts whose points lie nearest to their centres. */
async function best(kmeans: typeof Kmeans, points: readonly Point[], k: number) {
  let least = Number.POSITIVE_INFINITY;
  let found: ReturnType<typeof Kmeans> | undefined;
  for (let start = 0; start < STARTS; start++) {
    const result = kmeans(points as Point[], k, { seed: SEED + start, initialization: 'kmeans++' });
    const error = points.reduce(
      (sum, p, i) => sum + squared(p, result.centroids[result.clusters[i] as number] as Point),
      0,
    );
    if (found === undefined || error < least) {
      least = error;
      found = result;
    }
  }
  return found as ReturnType<typeof Kmeans>;
}

function gathered(
  scored: Clustered,
  points: readonly Point[],
  centres: readonly Point[],
): Pick<Clusters, 'clusters' | 'of'> {
  const nearest = points.map(p =>
    centres.reduce((a, c, i) => (squared(p, c) < squared(p, centres[a] as Point) ? i : a), 0),
  );
  const sums = centres.map(() => ({ customers: 0, revenue: 0, recency: 0, frequency: 0, monetary: 0 }));
  nearest.forEach((c, i) => {
    const sum = sums[c] as (typeof sums)[number];
    sum.customers++;
    sum.revenue += scored.figures.revenue[i]!;
    sum.recency += scored.recency[i]!;
    sum.frequency += scored.frequency[i]!;
    sum.monetary += scored.monetary[i]!;
  });
  const found = sums
    .map((sum, at) => ({ ...sum, at }))
    .filter(sum => sum.customers > 0)
    .map(({ at, customers, revenue, ...sum }) => ({
      at,
      customers,
      revenue,
      recency: sum.recency / customers,
      frequency: sum.frequency / customers,
      monetary: sum.monetary / customers,
      centre: centres[at] as Point,
    }))
    .sort((a, b) => b.monetary - a.monetary || a.at - b.at);
  const place = new Map(found.map(({ at }, i) => [at, i]));
  return {
    clusters: found.map(({ at: _, ...cluster }) => cluster),
    of: Uint8Array.from(nearest, c => place.get(c) as number),
  };
}

/** From here on, in standard deviations, a centre is said to be high or low. */
const APART = 0.4;

/** A cluster in words: `recent, frequent, high spending`. */
export function clusterWords({ centre }: Cluster): string {
  const word = (z: number, low: string, high: string) => (z > APART ? high : z < -APART ? low : undefined);
  const said = [
    word(centre[0], 'recent', 'long ago'),
    word(centre[1], 'seldom', 'frequent'),
    word(centre[2], 'low spending', 'high spending'),
  ].filter(w => w !== undefined);
  return said.length === 0 ? 'average' : said.join(', ');
}
