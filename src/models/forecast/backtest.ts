import { CANDIDATES, type Candidate, type Made } from './candidates.js';

/**
 * A backtest from a rolling origin (Tashman 2000; Hyndman & Athanasopoulos, chapter 5.10): each way to
 * forecast is made of the values up to an origin alone, forecasts what came next, and is held against it;
 * again from a later origin, and so on.
 */
export interface Backtest {
  readonly candidate: Candidate;
  /** How many values each test began with, ascending. */
  readonly origins: readonly number[];
  /** By origin: what was forecast for each step that the history has. */
  readonly forecasts: readonly (readonly number[])[];
  /** The last one that was made, from which a search goes on. */
  readonly last?: Made;
}

/** Tests at most: enough for an interval of 95 %, which takes 19. */
const MOST_ORIGINS = 24;
/** Tests at least, for an interval of 80 %. */
export const FEWEST_ORIGINS = 4;
/** Origins are at most so far apart. */
const WIDEST = 5;

/**
 * How far origins are from each other: so far that they spread over the history, and not a part of a season,
 * which would have all tests begin on Mondays.
 */
function spacing(room: number, period: number): number {
  for (let apart = Math.min(WIDEST, Math.floor(room / MOST_ORIGINS)); apart > 1; apart--)
    if (period % apart !== 0) return apart;
  return 1;
}

/** Where a candidate's tests begin: the latest origins of which it can be made, with at least one step. */
export function originsOf(n: number, least: number, apart: number): number[] {
  const origins: number[] = [];
  for (let at = n - 1; at >= least && origins.length < MOST_ORIGINS; at -= apart) origins.push(at);
  return origins.reverse();
}

/** The naive forecasts need no more than a value or a season, but are tested where the others can be. */
const leastOf = (candidate: Candidate, period: number): number =>
  Math.max(LEAST_HISTORY, candidate.least(period));

/** Tests one candidate from each of its origins. */
function backtest(
  candidate: Candidate,
  values: Float64Array,
  period: number,
  horizon: number,
  apart: number,
): Backtest {
  const origins = originsOf(values.length, leastOf(candidate, period), apart);
  let last: Made | undefined;
  const forecasts = origins.map(at => {
    last = candidate.make(values.subarray(0, at), period, last);
    return last.ahead(Math.min(horizon, values.length - at));
  });
  return { candidate, origins, forecasts, ...(last && { last }) };
}

/** No test begins with fewer values. */
export const LEAST_HISTORY = 6;

/** Tests everything that can be made of a history. @param period 1 where it carries no seasons */
export function backtests(values: Float64Array, period: number, horizon: number): Backtest[] {
  const n = values.length;
  const able = CANDIDATES.filter(
    c =>
      (period > 1 || c.least(2) === c.least(3)) && c.fits(values) && n - leastOf(c, period) >= FEWEST_ORIGINS,
  );
  // All have their tests at the same places, as far as each goes back.
  const apart = spacing(n - Math.max(...able.map(c => leastOf(c, period))), period);
  return able.map(candidate => backtest(candidate, values, period, horizon, apart));
}

/** How a way to forecast did. */
export interface Score {
  readonly backtest: Backtest;
  /**
   * The mean absolute error over all steps of the tests that all took part in; of a sparse series the root of
   * the mean square.
   */
  readonly error: number;
  readonly tests: number;
}

/**
 * Whether so many values are zero that the least absolute error is made by forecasting nothing, always: their
 * median is what it is least around, and the mean is what adds up to the right total.
 */
const isSparse = (values: Float64Array): boolean => values.filter(x => x === 0).length > values.length / 4;

/** All by their error in the tests that they have in common, the least first. */
export function scored(all: readonly Backtest[], values: Float64Array): Score[] {
  const common = commonOrigins(all);
  const power = isSparse(values) ? 2 : 1;
  return all
    .map(own => {
      let [sum, count] = [0, 0];
      own.origins.forEach((at, i) => {
        if (!common.has(at)) return;
        for (const [h, value] of (own.forecasts[i] ?? []).entries()) {
          sum += Math.abs(value - values[at + h]!) ** power;
          count++;
        }
      });
      const mean = (sum / Math.max(1, count)) ** (1 / power);
      const error = Number.isFinite(mean) ? mean : Number.POSITIVE_INFINITY;
      return { backtest: own, error, tests: common.size };
    })
    .sort((a, b) => a.error - b.error);
}

const commonOrigins = (all: readonly Backtest[]): Set<number> =>
  new Set(all[0]?.origins.filter(at => all.every(own => own.origins.includes(at))));
