/**
 * Exponential smoothing in the error-correcting form that R's HoltWinters uses (Holt 1957, Winters 1960;
 * Hyndman & Athanasopoulos, Forecasting: Principles and Practice, chapter 8): a level, a trend that may fade
 * (Gardner & McKenzie 1985), and a season that is added or multiplies.
 */

/** What a series is taken to be made of. */
export interface Smoothing {
  readonly trend: 'none' | 'additive' | 'exponential';
  readonly season: 'none' | 'additive' | 'multiplicative';
}

/** How much of each new error goes into the level (alpha), trend (beta) and season (gamma), each 0 to 1. */
export interface Weights {
  readonly level: number;
  readonly trend: number;
  readonly season: number;
  /** Phi: what is left of the trend after each step; 1 unless it fades. */
  readonly damping: number;
}

/** Where smoothing begins. */
export interface Start {
  readonly level: number;
  readonly trend: number;
  /** One for each place in a season, the place of `from` first; empty without seasons. */
  readonly season: readonly number[];
  /** The index of the first value that is forecast from the start. */
  readonly from: number;
}

/** What is known after the last value, and how far the forecasts of one step were off. */
export interface Smoothed {
  /** The sum of the squared errors of one step; infinite where the recursion breaks down. */
  readonly squares: number;
  readonly level: number;
  readonly trend: number;
  /** The season of the next steps, in their order. */
  readonly season: readonly number[];
}

/** Runs over a series, from the start to its end. @param errors takes the error of each step, if given */
export function smooth(
  values: ArrayLike<number>,
  { trend: trendKind, season: seasonKind }: Smoothing,
  { level: alpha, trend: beta, season: gamma, damping: phi }: Weights,
  start: Start,
  errors?: Float64Array,
): Smoothed {
  const [isGrowth, isRatio, isAdded] = [
    trendKind === 'exponential',
    seasonKind === 'multiplicative',
    seasonKind === 'additive',
  ];
  const length = Math.max(1, start.season.length);
  const season = Float64Array.from(start.season.length > 0 ? start.season : [isRatio ? 1 : 0]);
  let { level, trend } = start;
  let squares = 0;
  let place = 0;
  for (let i = start.from; i < values.length; i++) {
    const x = values[i]!;
    const own = season[place]!;
    const slope = isGrowth ? trend ** phi : phi * trend;
    const expected = trendKind === 'none' ? level : isGrowth ? level * slope : level + slope;
    const error = x - (isRatio ? expected * own : expected + own);
    if (errors) errors[i] = error;
    squares += error * error;
    const seen = isRatio ? x / own : x - own;
    const next = alpha * seen + (1 - alpha) * expected;
    if (trendKind === 'additive') trend = beta * (next - level) + (1 - beta) * slope;
    else if (isGrowth) trend = beta * (next / level) + (1 - beta) * slope;
    if (isRatio) season[place] = gamma * (x / next) + (1 - gamma) * own;
    else if (isAdded) season[place] = gamma * (x - next) + (1 - gamma) * own;
    level = next;
    place = place + 1 === length ? 0 : place + 1;
  }
  return {
    squares: Number.isFinite(squares) ? squares : Number.POSITIVE_INFINITY,
    level,
    trend,
    season: Array.from(season, (_, i) => season[(place + i) % length]!),
  };
}

/** The values of the next steps. */
export function continued(
  { level, trend, season }: Smoothed,
  { trend: trendKind, season: seasonKind }: Smoothing,
  phi: number,
  steps: number,
): number[] {
  const ahead: number[] = [];
  // phi + phi^2 + ... + phi^h
  let faded = 0;
  for (let h = 1; h <= steps; h++) {
    faded += phi ** h;
    const course =
      trendKind === 'none'
        ? level
        : trendKind === 'additive'
          ? level + faded * trend
          : level * trend ** faded;
    const own = season[(h - 1) % season.length] ?? 0;
    ahead.push(
      seasonKind === 'multiplicative' ? course * own : seasonKind === 'additive' ? course + own : course,
    );
  }
  return ahead;
}
