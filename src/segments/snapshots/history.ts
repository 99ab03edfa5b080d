import type { Day } from '../../core/calendar/days.js';
import type { CustomerOrder } from '../../store/tables/customers.js';
import { cellAt, cellsOf } from '../maps/cells.js';
import { OTHERS, type Scores, type Segment } from '../maps/map.js';
import { scoresBy } from '../scoring/scores.js';
import type { SegmentationOptions } from '../segmentation/options.js';
import type { PastCuts } from './score-cache.js';

/** A customer as of a past day. */
export interface PastSegment {
  readonly asOf: Day;
  readonly scores: Scores;
  readonly segment: Segment;
}

/** Which segment a customer was in on each day with known cuts, from the first order on. */
export function segmentHistory(
  orders: readonly CustomerOrder[],
  key: string,
  past: readonly PastCuts[],
  { map, method, weights }: SegmentationOptions,
): PastSegment[] {
  const cells = cellsOf(map, method.bins, weights).segments;
  return past.flatMap(({ asOf, cuts }) => {
    const until = orders.filter(o => o.day <= asOf);
    const sales = until.filter(o => o.sales > 0);
    const last = sales.at(-1);
    if (!last) return [];
    const revenue = until.reduce((sum, o) => sum + o.revenue, 0);
    const frequency = {
      orders: sales.length,
      lines: sales.reduce((sum, o) => sum + o.sales, 0),
      days: new Set(sales.map(o => o.day)).size,
    };
    const values = {
      r: asOf - last.day,
      f: frequency[method.frequency],
      m: method.monetary === 'total' ? revenue : revenue / sales.length,
    };
    const scores = scoresBy(cuts, values, key, method.bins);
    const segment = map.segments[cells[cellAt(scores, method.bins)] as number] ?? OTHERS;
    return [{ asOf, scores, segment }];
  });
}
