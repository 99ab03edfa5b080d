import { quantile } from '../../../core/statistics.js';
import type { Scoring } from '../axis.js';

/**
 * Type-7 quantiles (Hyndman & Fan 1996; the default of R and numpy), right-closed as pandas' `qcut` is: a
 * value on a cut falls below it. Equal values get equal scores.
 */
const byQuantile: Scoring = {
  name: 'quantile',
  summary: 'quantiles; a value on a cut falls below it, equal values stay together (pandas qcut)',
  cut: ({ sorted }, bins) => ({
    at: Array.from({ length: bins - 1 }, (_, i) => quantile(sorted, (i + 1) / bins)),
    onCut: 'below',
  }),
};
export default byQuantile;
