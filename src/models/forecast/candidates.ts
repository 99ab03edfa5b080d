import { type FitKind, type Fitted, fitSmoothing } from './fit.js';

export const MODELS = [
  'naive',
  'seasonal-naive',
  'simple',
  'holt',
  'damped',
  'holt-winters-additive',
  'holt-winters-multiplicative',
] as const;
export type ModelName = (typeof MODELS)[number];

/** A way to forecast. */
export interface Candidate {
  readonly name: ModelName;
  readonly isNaive: boolean;
  /** The fewest values that it can be made of. */
  least(period: number): number;
  /** Whether it can be made of these values at all. */
  fits(values: Float64Array): boolean;
  /** @param before the same made of fewer of the values, from which the search goes on */
  make(values: Float64Array, period: number, before?: Made): Made;
}

/** A way to forecast that was made of a history. */
export interface Made {
  ahead(steps: number): number[];
  readonly fitted?: Fitted;
}

/** So few values say little of a level and a trend. */
const LEAST = 6;
const isAny = () => true;
/** Ratios need something to be a ratio of. */
const isPositive = (values: Float64Array): boolean => values.every(x => x > 0);

const smoothing = (
  name: ModelName,
  kind: FitKind,
  least: (period: number) => number = () => LEAST,
  fits: Candidate['fits'] = isAny,
): Candidate => ({
  name,
  isNaive: false,
  least,
  fits,
  make: (values, period, before) => {
    const fitted = fitSmoothing(values, kind, period, before?.fitted?.point);
    return { fitted, ahead: steps => fitted.ahead(steps) };
  },
});

const twoSeasons = (period: number): number => 2 * period;

/** The naive forecasts first: of two that are as good, the plainer is taken. */
export const CANDIDATES: readonly Candidate[] = [
  {
    name: 'naive',
    isNaive: true,
    least: () => 1,
    fits: isAny,
    make: values => ({ ahead: steps => new Array<number>(steps).fill(values.at(-1)!) }),
  },
  {
    name: 'seasonal-naive',
    isNaive: true,
    least: period => period,
    fits: isAny,
    make: (values, period) => {
      const season = values.subarray(values.length - period);
      return { ahead: steps => Array.from({ length: steps }, (_, h) => season[h % period]!) };
    },
  },
  smoothing('simple', { trend: 'none', season: 'none' }),
  smoothing('holt', { trend: 'additive', season: 'none' }),
  smoothing('damped', { trend: 'additive', season: 'none', isDamped: true }),
  smoothing('holt-winters-additive', { trend: 'additive', season: 'additive' }, twoSeasons),
  smoothing(
    'holt-winters-multiplicative',
    { trend: 'additive', season: 'multiplicative' },
    twoSeasons,
    isPositive,
  ),
];
