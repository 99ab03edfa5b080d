import { cutByRank, type Scoring } from '../axis.js';

/**
 * Quantiles of the ranks 1 to n, as pandas' `qcut` of `rank(method="first")`: groups as equal as can be.
 * Equal values are split in the order of the customers' ids.
 */
const byRank: Scoring = {
  name: 'rank',
  summary: 'quantiles of the rank; equal values are split by customer id (pandas qcut of rank)',
  splitsTies: true,
  cut: (axis, bins) => {
    const count = axis.values.length;
    // Type 7 over 1 to n: the cut at p is 1 + (n - 1) p, and a rank on it falls below.
    const below = (i: number) => Math.min(count, Math.floor(1 + ((count - 1) * i) / bins));
    const ends = Array.from({ length: bins - 1 }, (_, i) => below(i + 1));
    return cutByRank(
      axis,
      [...ends, count].map((end, i) => end - (i === 0 ? 0 : ends[i - 1]!)),
    );
  },
};
export default byRank;
