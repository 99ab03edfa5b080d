import type { Segment } from '../../segments/maps/map.js';
import type { Move, Shifts } from '../../segments/shifts.js';
import { averageSpent, bigSpendersOf } from '../../segments/summary.js';
import type { AdvisedGroup } from './advice.js';

/** Customers who moved into a segment, as a group to act on. */
export function movedGroup(moves: readonly Move[], to: Segment, { after }: Shifts): AdvisedGroup {
  const [best] = after.map.segments;
  const spent = moves.map(m => m.customer.spent);
  const allFromBest = best !== undefined && !best.leaving && moves.every(m => m.from?.key === best.key);
  return {
    segment: to,
    customers: moves.length,
    bigSpenders: bigSpendersOf(spent, averageSpent(after)),
    ...(allFromBest && { cameFromBest: best }),
  };
}
