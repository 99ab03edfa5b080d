/** A point and what the function is there. */
export interface Minimum {
  readonly at: readonly number[];
  readonly value: number;
}

type Corner = { at: number[]; value: number };

/**
 * Finds a minimum near a point without derivatives: the simplex of Nelder & Mead (1965) with their factors
 * (reflection 1, expansion 2, contraction and shrinkage 1/2).
 *
 * @param step how far the first corners are from the point
 * @param most evaluations at most
 */
export function nelderMead(
  f: (at: readonly number[]) => number,
  from: readonly number[],
  { step = 1, most = 400, tolerance = 1e-9 }: { step?: number; most?: number; tolerance?: number } = {},
): Minimum {
  let used = 0;
  const corner = (at: number[]): Corner => {
    used++;
    const value = f(at);
    return { at, value: Number.isNaN(value) ? Number.POSITIVE_INFINITY : value };
  };
  const corners = [
    corner([...from]),
    ...from.map((_, i) => corner(from.map((x, j) => (i === j ? x + step : x)))),
  ];
  const n = from.length;
  const byValue = (a: Corner, b: Corner) => a.value - b.value;
  corners.sort(byValue);
  while (used < most) {
    const [best, worst, next] = [corners[0]!, corners[n]!, corners[n - 1]!];
    if (isSmall(corners, tolerance)) break;
    const middle = middleOf(corners, n);
    const along = (factor: number) => corner(middle.map((x, i) => x + factor * (worst.at[i]! - x)));
    const reflected = along(-1);
    const halfway = ({ at }: Corner) => corner(at.map((x, j) => (x + best.at[j]!) / 2));
    let replacement: Corner | undefined = reflected;
    if (reflected.value < best.value) {
      const expanded = along(-2);
      if (expanded.value < reflected.value) replacement = expanded;
    } else if (reflected.value >= next.value) {
      const contracted = along(reflected.value < worst.value ? -0.5 : 0.5);
      replacement = contracted.value < Math.min(reflected.value, worst.value) ? contracted : undefined;
    }
    if (replacement) corners[n] = replacement;
    else for (let i = 1; i <= n; i++) corners[i] = halfway(corners[i]!);
    corners.sort(byValue);
  }
  return corners[0]!;
}

/** The mean of all corners but the last. */
function middleOf(corners: readonly Corner[], n: number): number[] {
  const middle = new Array<number>(n).fill(0);
  for (let k = 0; k < n; k++) for (let i = 0; i < n; i++) middle[i] = middle[i]! + corners[k]!.at[i]! / n;
  return middle;
}

/** Whether the corners are so close to each other, and their values so alike, that nothing more is won. */
function isSmall(corners: readonly Corner[], tolerance: number): boolean {
  const [best, worst] = [corners[0]!, corners.at(-1)!];
  if (!Number.isFinite(best.value)) return false;
  const isFlat = worst.value - best.value <= tolerance * (Math.abs(best.value) + tolerance);
  return isFlat && corners.every(c => c.at.every((x, i) => Math.abs(x - best.at[i]!) < 0.02));
}
