/** A point in as many dimensions as there are axes. */
export type Point = [number, number, number];

/** Distances are looked at between so many points. */
const MOST_POINTS = 700;

/** The squared distance of two points. */
export const squared = (a: Point, b: Point): number =>
  (a[0] - b[0]) ** 2 + (a[1] - b[1]) ** 2 + (a[2] - b[2]) ** 2;

/**
 * The mean silhouette: of each point how much nearer its own cluster is than the nearest other, -1 to 1; 0 where it is alone
 * in its cluster (Rousseeuw 1987).
 */
export function silhouetteOf(points: readonly Point[], cluster: readonly number[]): number {
  const places = everyPlace(points.length);
  const k = Math.max(...cluster) + 1;
  let sum = 0;
  for (const i of places) {
    const far = new Float64Array(k);
    const counts = new Int32Array(k);
    for (const j of places) {
      if (i === j) continue;
      const c = cluster[j] as number;
      far[c] = (far[c] as number) + Math.sqrt(squared(points[i] as Point, points[j] as Point));
      counts[c] = (counts[c] as number) + 1;
    }
    const own = cluster[i] as number;
    if (counts[own] === 0) continue;
    const within = (far[own] as number) / (counts[own] as number);
    let next = Number.POSITIVE_INFINITY;
    for (let c = 0; c < k; c++)
      if (c !== own && (counts[c] as number) > 0)
        next = Math.min(next, (far[c] as number) / (counts[c] as number));
    const widest = Math.max(within, next);
    if (Number.isFinite(next) && widest > 0) sum += (next - within) / widest;
  }
  return places.length === 0 ? 0 : sum / places.length;
}

function everyPlace(count: number): number[] {
  const step = Math.max(1, count / MOST_POINTS);
  return Array.from({ length: Math.min(count, MOST_POINTS) }, (_, i) => Math.floor(i * step));
}

/** How far apart clusters with a mean silhouette are (Kaufman & Rousseeuw 1990, table 4). */
export const silhouetteWords = (value: number): string =>
  value > 0.7
    ? 'clearly apart'
    : value > 0.5
      ? 'reasonably apart'
      : value > 0.25
        ? 'weakly apart'
        : 'hardly apart';
