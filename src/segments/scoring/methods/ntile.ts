import { cutByRank, ntileSizes, type Scoring } from '../axis.js';

/**
 * SQL's `NTILE(n)` over customers from the worst to the best: groups of equal size, the first ones one
 * larger where they do not come out even. Equal values are split in the order of the customers' ids.
 */
const byNtile: Scoring = {
  name: 'ntile',
  summary: 'equal-sized groups; equal values are split by customer id (SQL NTILE)',
  splitsTies: true,
  cut: (axis, bins) => {
    const fromWorst = ntileSizes(axis.values.length, bins);
    // The worst has the most days: groups by rising days are those from the worst, turned round.
    return axis.isLowBest ? cutByRank(axis, fromWorst.reverse(), true) : cutByRank(axis, fromWorst);
  },
};
export default byNtile;
