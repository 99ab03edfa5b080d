import { silhouette } from 'simple-statistics';

/** A point in as many dimensions as there are axes. */
export type Point = [number, number, number];

/** Only the distances between so many points are computed: their number grows with the square. */
const MOST_POINTS = 700;

/** The squared distance of two points. */
export const squared = (a: Point, b: Point): number =>
  (a[0] - b[0]) ** 2 + (a[1] - b[1]) ** 2 + (a[2] - b[2]) ** 2;

/**
 * The mean silhouette of some of the points (Rousseeuw 1987), -1 to 1: how much nearer a point is to its own
 * cluster than to the nearest other. A point that is alone in its cluster counts as 0, and so do all if
 * there is but one cluster, or if all of a point's distances are 0.
 * @param cluster of each point, a number from 0
 */
export function silhouetteOf(points: readonly Point[], cluster: readonly number[]): number {
  const places = evenlySpaced(points.length, MOST_POINTS);
  const labels = places.map(i => cluster[i] as number);
  // The library wants the clusters numbered without gaps, but not every cluster is among some of the points.
  const present = [...new Set(labels)];
  if (present.length < 2) return 0;
  const values = silhouette(
    places.map(i => points[i] as Point),
    labels.map(label => present.indexOf(label)),
  );
  return values.reduce((sum, value) => sum + (Number.isNaN(value) ? 0 : value), 0) / values.length;
}

function evenlySpaced(count: number, most: number): number[] {
  const step = Math.max(1, count / most);
  return Array.from({ length: Math.min(count, most) }, (_, i) => Math.floor(i * step));
}

/** How distinct clusters with a mean silhouette are (Kaufman & Rousseeuw 1990, table 4). */
export const silhouetteWords = (value: number): string =>
  value > 0.7
    ? 'clearly apart'
    : value > 0.5
      ? 'reasonably apart'
      : value > 0.25
        ? 'weakly apart'
        : 'hardly apart';
