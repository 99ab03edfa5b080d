import { decompose, type Scale } from './decomposition.js';
import { generalisedEsd } from './generalised-esd.js';

/** The fewest values: the test is an approximation that Rosner found good from 25 on. */
export const FEWEST_FOR_ANOMALIES = 25;
/** Of more values than this share, none is out of line: they are the line. */
const MOST_SHARE = 0.1;
const MOST = 50;
/** Weekdays can be closed; a week or a month of each year is rather one without sales. */
const CLOSED_WITHIN = 8;
/** A weekday is closed if it has sales no more often than this. */
const CLOSED = 0.1;

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
  readonly scale: Scale;
  readonly isSeasonal: boolean;
  /** How many values were tested: those of a weekday that is usually closed are not. */
  readonly tested: number;
  /** Whether most of them are zero: then a value that is not is no exception. */
  readonly isSparse: boolean;
}

/** The values of a series that are out of line. */
export function anomaliesOf({ values, season, window, alpha }: AnomalyTask): Anomalies {
  if (values.length < FEWEST_FOR_ANOMALIES || !values.every(Number.isFinite))
    throw new RangeError(`Anomalies need ${FEWEST_FOR_ANOMALIES} finite values or more.`);
  const isOpen = Array.from({ length: season }, (_, place) => {
    const own = values.filter((_, i) => i % season === place);
    return own.filter(x => x !== 0).length > own.length * CLOSED;
  });
  // A shop that is closed on Sundays has a week of six days: its Sundays are as expected, and tell nothing.
  const isShort = season < CLOSED_WITHIN && values.length >= 2 * season;
  const places = [...values.keys()].filter(i => !isShort || isOpen[i % season]);
  const length = isShort ? Math.max(1, isOpen.filter(Boolean).length) : season;
  const {
    usual: fitted,
    rest,
    scale,
    isSeasonal,
  } = decompose(
    places.map(i => values[i]!),
    length,
    window,
  );
  const usual = values.map(() => 0);
  for (const [place, i] of places.entries()) usual[i] = fitted[place]!;
  const most = Math.min(MOST, Math.max(1, Math.floor(places.length * MOST_SHARE)));
  const { steps, outliers } = generalisedEsd(rest, most, alpha);
  const found = outliers.map((place, k) => {
    const index = places[place]!;
    return { index, value: values[index]!, usual: usual[index]!, statistic: steps[k]?.statistic ?? 0 };
  });
  return {
    found: found.sort((a, b) => a.index - b.index),
    usual,
    scale,
    isSeasonal,
    tested: places.length,
    // Where hardly any weekday ever has sales, too few days are left to test.
    isSparse:
      places.length < FEWEST_FOR_ANOMALIES || places.filter(i => values[i] === 0).length * 2 > places.length,
  };
}
