import { discover } from '../../core/files/discover.js';
import type { Scoring } from './axis.js';

/** How customers are scored: what is measured, and how each axis is cut into groups. */
export interface Method {
  /** Name of the scoring of each axis. */
  readonly r: string;
  readonly f: string;
  readonly m: string;
  /** What frequency counts. */
  readonly frequency: Frequency;
  /** What monetary adds up: everything spent, or the mean of an order. */
  readonly monetary: Monetary;
  /** Scores go from 1 to this. */
  readonly bins: number;
  /** Thresholds for the scoring `cutoffs`, rising: days, a number, major units. */
  readonly cuts: {
    readonly r?: readonly number[];
    readonly f?: readonly number[];
    readonly m?: readonly number[];
  };
}

export const FREQUENCIES = ['orders', 'lines', 'days'] as const;
export type Frequency = (typeof FREQUENCIES)[number];
export const MONETARIES = ['total', 'average'] as const;
export type Monetary = (typeof MONETARIES)[number];
export const AXES = ['r', 'f', 'm'] as const;
export type Axis = (typeof AXES)[number];
export const BINS = { least: 3, most: 10, usual: 5 } as const;

/** Right-closed quintiles with ties together, of orders and of everything spent. */
export const USUAL_METHOD: Method = {
  r: 'quantile',
  f: 'quantile',
  m: 'quantile',
  frequency: 'orders',
  monetary: 'total',
  bins: BINS.usual,
  cuts: {},
};

/** All that tells one method from another, as a text: what stored scores are found by. */
export const methodKey = ({ r, f, m, frequency, monetary, bins, cuts }: Method): string =>
  [r, f, m, frequency, monetary, bins, ...AXES.map(axis => cuts[axis]?.join('/') ?? '')].join(';');

/** The scorings there are, by name: each is one file in scorings/. */
export const scorings: ReadonlyMap<string, Scoring> = new Map(
  (await discover<Scoring>(new URL('./methods/', import.meta.url))).map(s => [s.name, s]),
);

const AXIS_NAMES = { r: 'recency', f: 'frequency', m: 'monetary' } as const;
export const axisName = (axis: Axis): (typeof AXIS_NAMES)[Axis] => AXIS_NAMES[axis];

/** What an axis measures, as a sentence says it. */
export function measured(
  axis: Axis,
  { frequency, monetary }: Pick<Method, 'frequency' | 'monetary'>,
): string {
  if (axis === 'r') return 'days since the last order';
  if (axis === 'f')
    return `number of ${{ orders: 'orders', lines: 'order lines', days: 'days with an order' }[frequency]}`;
  return monetary === 'total' ? 'money spent' : 'money spent per order';
}
