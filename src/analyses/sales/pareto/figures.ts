import type { GroupSums } from '../../../store/scope/sums.js';

/** How few bring how much. */
export interface Pareto {
  /** All with a revenue above zero, the largest first. */
  readonly ranked: readonly GroupSums[];
  readonly revenue: number;
  /** How many of the first bring 80 % together. */
  readonly for80: number;
  /** How many of the first bring half. */
  readonly forHalf: number;
  /** The share that the first fifth (rounded up) brings, and how many they are. */
  readonly topFifth: { readonly count: number; readonly share: number };
  /** Classes A (to 80 %), B (to 95 %) and C (the rest): ABC analysis. */
  readonly classes: readonly {
    readonly name: 'A' | 'B' | 'C';
    readonly count: number;
    readonly revenue: number;
  }[];
}

/** @returns undefined where nothing brings any revenue */
export function paretoOf(groups: readonly GroupSums[]): Pareto | undefined {
  const ranked = groups
    .filter(g => g.id !== 0 && g.revenue > 0)
    .sort((a, b) => b.revenue - a.revenue || a.id - b.id);
  const revenue = ranked.reduce((sum, g) => sum + g.revenue, 0);
  if (revenue === 0) return undefined;
  const reach = (share: number) => {
    let sum = 0;
    let count = 0;
    // Less a rounding error: a share that is reached exactly counts as reached.
    while (count < ranked.length && sum < revenue * share - 1e-6) sum += ranked[count++]?.revenue ?? 0;
    return count;
  };
  const [a, b] = [reach(0.8), reach(0.95)];
  const sumOf = (from: number, to: number) => ranked.slice(from, to).reduce((sum, g) => sum + g.revenue, 0);
  const fifth = Math.ceil(ranked.length / 5);
  return {
    ranked,
    revenue,
    for80: a,
    forHalf: reach(0.5),
    topFifth: { count: fifth, share: sumOf(0, fifth) / revenue },
    classes: [
      { name: 'A', count: a, revenue: sumOf(0, a) },
      { name: 'B', count: b - a, revenue: sumOf(a, b) },
      { name: 'C', count: ranked.length - b, revenue: sumOf(b, ranked.length) },
    ],
  };
}

/** The groups in parts of (nearly) the same number each, with the share that they bring together. */
export function partsOfPareto(
  { ranked, revenue }: Pareto,
  parts: number,
): { revenue: number; cumulative: number }[] {
  let sum = 0;
  return Array.from({ length: parts }, (_, i) => {
    const part = ranked.slice(
      Math.round((ranked.length * i) / parts),
      Math.round((ranked.length * (i + 1)) / parts),
    );
    const partRevenue = part.reduce((total, g) => total + g.revenue, 0);
    sum += partRevenue;
    return { revenue: partRevenue, cumulative: sum / revenue };
  });
}
