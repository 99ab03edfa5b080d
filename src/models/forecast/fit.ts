import { type Minimum, nelderMead } from '../nelder-mead.js';
import { continued, type Smoothed, type Smoothing, type Start, smooth, type Weights } from './smoothing.js';
import { leastStart, seasonalStart } from './starts.js';

/** A smoothing to be fitted: which weights there are to find. */
export interface Fitted {
  readonly kind: Smoothing;
  readonly weights: Weights;
  readonly start: Start;
  readonly end: Smoothed;
  /** The point in the space that is searched, from which a longer history can go on. */
  readonly point: readonly number[];
  ahead(steps: number): number[];
}

/** Which smoothing, and whether its trend fades. */
export interface FitKind extends Smoothing {
  readonly isDamped?: boolean;
}

/** Phi is kept between these, as in R's forecast: below, a trend is gone at once; above, it never fades. */
const DAMPING = { least: 0.8, most: 0.98 };
/** Weights to begin with: a calm, a usual and a lively series. */
const STARTS: readonly number[] = [0.1, 0.35, 0.8];

const toUnit = (x: number): number => 1 / (1 + Math.exp(-x));
const fromUnit = (p: number): number => Math.log(p / (1 - p));

function weightsAt(point: readonly number[], { trend, season, isDamped }: FitKind): Weights {
  let i = 0;
  const next = () => toUnit(point[i++]!);
  const level = next();
  return {
    level,
    trend: trend === 'none' ? 0 : next(),
    season: season === 'none' ? 0 : next(),
    damping: isDamped ? DAMPING.least + (DAMPING.most - DAMPING.least) * next() : 1,
  };
}

const dimensionsOf = ({ trend, season, isDamped }: FitKind): number =>
  1 + (trend === 'none' ? 0 : 1) + (season === 'none' ? 0 : 1) + (isDamped ? 1 : 0);

const leastOf = (found: readonly Minimum[]): Minimum => found.reduce((a, b) => (b.value < a.value ? b : a));
const within = (point: readonly number[], most: number): number[] =>
  point.map(x => Math.max(-most, Math.min(most, x)));

/**
 * Finds the weights with the least squared errors of one step, from several starts or from a point that is
 * known to be near.
 *
 * @param period the length of a season; two whole ones are needed where there are seasons
 */
export function fitSmoothing(
  values: Float64Array,
  kind: FitKind,
  period: number,
  near?: readonly number[],
): Fitted {
  const seasonal = kind.season === 'none' ? undefined : seasonalStart(values, kind.season, period);
  const squares = (point: readonly number[]) => {
    const weights = weightsAt(point, kind);
    return seasonal
      ? smooth(values, kind, weights, seasonal).squares
      : leastStart(values, kind, weights).squares;
  };
  const n = dimensionsOf(kind);
  const starts = near
    ? [near]
    : STARTS.map(p =>
        Array.from({ length: n }, (_, i) =>
          fromUnit(i === 0 ? p : kind.isDamped && i === n - 1 ? 0.9 : p / 3),
        ),
      );
  const options = near ? { step: 0.5, most: 80, tolerance: 1e-6 } : { most: 500, tolerance: 1e-10 };
  const found = starts.map(start => nelderMead(squares, start, options));
  const first = leastOf(found);
  // Far out, a logit hardly changes its weight, and the search may have stopped on such a plain.
  const best = near ? first : leastOf([first, nelderMead(squares, within(first.at, 3), options)]);
  const weights = weightsAt(best.at, kind);
  const start = seasonal ?? leastStart(values, kind, weights).start;
  const end = smooth(values, kind, weights, start);
  const point = within(best.at, 6);
  return { kind, weights, start, end, point, ahead: steps => continued(end, kind, weights.damping, steps) };
}
