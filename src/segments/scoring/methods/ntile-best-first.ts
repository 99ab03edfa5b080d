import { cutByRank, ntileSizes, type Scoring } from '../axis.js';

/**
 * SQL's `NTILE(n)` over customers from the best to the worst, as models that number groups from 1 for the
 * best have it: the best groups are one larger where they do not come out even.
 */
const byNtileFromBest: Scoring = {
  name: 'ntile-best-first',
  summary: 'as ntile, counted from the best: it is the best groups that are one larger',
  splitsTies: true,
  cut: (axis, bins) => {
    const fromBest = ntileSizes(axis.values.length, bins);
    // The best has the fewest days.
    return axis.isLowBest ? cutByRank(axis, fromBest) : cutByRank(axis, fromBest.reverse(), true);
  },
};
export default byNtileFromBest;
