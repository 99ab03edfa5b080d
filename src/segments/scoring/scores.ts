import type { SegmentNote } from '../../core/answer/segment-notes.js';
import type { Day } from '../../core/calendar/days.js';
import type { CustomerPurchases } from '../../store/lines/index.js';
import type { Scores } from '../maps/map.js';
import { type AxisCuts, type AxisValues, groupOf, groupsOf, type KeyOrder } from './axis.js';
import { AXES, type Axis, type Method, measured, scorings } from './method.js';

/** Everybody's recency, frequency, monetary and scores as of a day: position i is one customer throughout. */
export interface ScoredCustomers {
  readonly asOf: Day;
  readonly method: Method;
  readonly figures: CustomerPurchases;
  /** Whole days from the last order to the as-of day. */
  readonly recency: Int32Array;
  readonly frequency: Int32Array;
  /** Minor units; a mean is not rounded. */
  readonly monetary: Float64Array;
  /** 1 to the number of bins; the highest is best. */
  readonly r: Uint8Array;
  readonly f: Uint8Array;
  readonly m: Uint8Array;
  /** Where each axis is cut, in days, orders and minor units. */
  readonly cuts: Readonly<Record<Axis, AxisCuts>>;
}

/** What scoring needs to know besides the figures. */
export interface ScoringContext {
  /** Minor units in a major one: 100 for dollars. */
  readonly major: number;
  /** Customers' keys in the order of the figures; only asked for by methods that split equal values. */
  readonly keys: () => KeyOrder;
}

/** Scores customers by a method (docs/segments.md). */
export function scoreCustomers(
  figures: CustomerPurchases,
  asOf: Day,
  method: Method,
  context: ScoringContext,
): ScoredCustomers {
  const axes = axesOf(figures, asOf, method);
  const cuts = cutsOf(figures, asOf, method, context);
  const scores = (axis: Axis) => {
    const groups = groupsOf(axisValues(valuesOf(axes, axis), axis, method, context), cuts[axis]);
    // The fewest days are the best.
    return axis === 'r' ? groups.map(g => method.bins + 1 - g) : groups;
  };
  return { asOf, method, figures, ...axes, r: scores('r'), f: scores('f'), m: scores('m'), cuts };
}

/** Where a method cuts the axes. */
export function cutsOf(
  figures: CustomerPurchases,
  asOf: Day,
  method: Method,
  context: ScoringContext,
): ScoredCustomers['cuts'] {
  const axes = axesOf(figures, asOf, method);
  const cut = (axis: Axis): AxisCuts => {
    // Nobody is cut by nothing.
    if (figures.count === 0) return { at: [], onCut: 'below' };
    const scoring = scorings.get(method[axis]);
    if (!scoring) throw new RangeError(`no scoring "${method[axis]}"`);
    return scoring.cut(axisValues(valuesOf(axes, axis), axis, method, context), method.bins);
  };
  return { r: cut('r'), f: cut('f'), m: cut('m') };
}

/** One customer's scores, by cuts that were made of all. Recency in days, money in minor units. */
export const scoresBy = (
  cuts: ScoredCustomers['cuts'],
  values: Readonly<Record<Axis, number>>,
  key: string,
  bins: number,
): Scores => ({
  r: bins + 1 - groupOf(values.r, cuts.r, key),
  f: groupOf(values.f, cuts.f, key),
  m: groupOf(values.m, cuts.m, key),
});

type Axes = Pick<ScoredCustomers, 'recency' | 'frequency' | 'monetary'>;
const valuesOf = (axes: Axes, axis: Axis) =>
  axis === 'r' ? axes.recency : axis === 'f' ? axes.frequency : axes.monetary;

/** What is measured of each customer, from what they have bought. */
export function axesOf(
  figures: CustomerPurchases,
  asOf: Day,
  { frequency, monetary }: Pick<Method, 'frequency' | 'monetary'>,
): Pick<ScoredCustomers, 'recency' | 'frequency' | 'monetary'> {
  const { revenue, orders } = figures;
  return {
    recency: figures.lastDay.map(day => asOf - day),
    frequency: figures[frequency],
    monetary: monetary === 'total' ? revenue : revenue.map((sum, i) => sum / orders[i]!),
  };
}

function axisValues(
  values: Int32Array | Float64Array,
  axis: Axis,
  { cuts }: Method,
  { major, keys }: ScoringContext,
): AxisValues {
  const step = axis === 'm' ? major : 1;
  let sorted: Int32Array | Float64Array | undefined;
  return {
    values,
    get sorted() {
      sorted ??= values.slice().sort();
      return sorted;
    },
    step,
    isLowBest: axis === 'r',
    // 12.34 x 100 is not exactly 1,234.
    cutoffs: cuts[axis]?.map(cut => Math.round(cut * step * 1e6) / 1e6),
    keys,
  };
}

/** How many different scores there are. */
function groupCount(scores: Uint8Array): number {
  const isThere = new Uint8Array(256);
  for (let i = 0; i < scores.length; i++) isThere[scores[i] as number] = 1;
  return isThere.reduce((sum, flag) => sum + flag, 0);
}

/** What limits scores: too few customers, or equal values that leave fewer groups than scores. */
export function notesOnScores(scored: ScoredCustomers): SegmentNote[] {
  const { bins, ...method } = scored.method;
  const customers = scored.figures.count;
  if (customers === 0) return [];
  if (customers < bins) return [{ kind: 'fewToScore', customers, bins }];
  return AXES.flatMap((axis): SegmentNote[] => {
    const groups = groupCount(scored[axis]);
    if (groups === bins || method[axis] === 'cutoffs') return [];
    return [{ kind: 'fewGroups', measure: measured(axis, method), groups, bins }];
  });
}
