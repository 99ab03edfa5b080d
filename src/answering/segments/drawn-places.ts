import type { SegmentContext } from './context.js';

/** More points than this cannot be told apart. */
const MOST_POINTS = 1_200;

/**
 * Who is drawn: everybody; of very many a third of the points for who spent most, the others in
 * even steps.
 */
export function drawnPlaces({ snapshot }: Pick<SegmentContext, 'snapshot'>): number[] {
  const { revenue } = snapshot.scored.figures;
  const all = Array.from(revenue, (_, i) => i);
  if (all.length <= MOST_POINTS) return all;
  all.sort((a, b) => revenue[b]! - revenue[a]! || a - b);
  const first = all.slice(0, MOST_POINTS / 3);
  const rest = all.slice(MOST_POINTS / 3);
  const step = rest.length / (MOST_POINTS - first.length);
  return [
    ...first,
    ...Array.from({ length: MOST_POINTS - first.length }, (_, i) => rest[Math.floor(i * step)] as number),
  ];
}
