import { decompose } from './decomposition.js';
import { generalisedEsd } from './generalised-esd.js';

/** The fewest values: the test is an approximation that Rosner found good from 25 on. */
export const FEWEST_FOR_ANOMALIES = 25;
/** Of more values than this share, none is out of line: they are the line. */
const MOST_SHARE = 0.1;
const MOST = 50;

/** A series, and what counts as much. */
export interface AnomalyTask {
  /** Finite, in the order of time, without gaps; at least FEWEST_FOR_ANOMALIES. */
  readonly values: readonly number[];
  /** How many values make a season: 7 of days, 12 of months. */
  readonly season: number;
  /** How many values the trend is the median of, odd. */
  readonly window: number;
  /** The probability of finding anything where there is nothing. */
  readonly alpha: number;
}

/** A value that trend and season do not explain. */
export interface Anomaly {
  readonly index: number;
  readonly value: number;
  readonly usual: number;
  /** How many standard deviations it is from what is usual, the outliers before it left out. */
  readonly statistic: number;
}

export interface Anomalies {
  /** In the order of time. */
  readonly found: readonly Anomaly[];
  readonly usual: readonly number[];
  readonly isRatio: boolean;
  readonly isSeasonal: boolean;
  /** How many values were tested: those of places in the season that are always zero are not. */
  readonly tested: number;
}

/** The values of a series that are out of line. */
export function anomaliesOf({ values, season, window, alpha }: AnomalyTask): Anomalies {
  if (values.length < FEWEST_FOR_ANOMALIES || !values.every(Number.isFinite))
    throw new RangeError(`Anomalies need ${FEWEST_FOR_ANOMALIES} finite values or more.`);
  const { usual: fitted, rest, isRatio, isSeasonal } = decompose(values, season, window);
  const isNeverBelow = values.every(x => x >= 0);
  const usual = fitted.map(x => (isNeverBelow ? Math.max(0, x) : x));
  const isOpen = Array.from({ length: season }, (_, place) =>
    values.some((x, i) => i % season === place && x !== 0),
  );
  // A shop that is closed on Sundays is always as expected then, which would make all other days look odd.
  const places = [...values.keys()].filter(i => !isSeasonal || isOpen[i % season]);
  const most = Math.min(MOST, Math.max(1, Math.floor(places.length * MOST_SHARE)));
  const { steps, outliers } = generalisedEsd(
    places.map(i => rest[i]!),
    most,
    alpha,
  );
  const found = outliers.map((place, k) => {
    const index = places[place]!;
    return {
      index,
      value: values[index]!,
      usual: usual[index]!,
      statistic: steps[k]?.statistic ?? 0,
    };
  });
  return {
    found: found.sort((a, b) => a.index - b.index),
    usual,
    isRatio,
    isSeasonal,
    tested: places.length,
  };
}
