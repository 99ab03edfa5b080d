import { quantile } from '../../../core/statistics.js';
import type { Scoring } from '../axis.js';

/**
 * Type-7 quantiles with one added to each cut; a value on a cut lies above it. As the R package `rfm`
 * scores.
 */
const halfOpen: Scoring = {
  name: 'quantile-half-open',
  summary: 'quantiles with 1 added; a value on a cut lies above it (the R package rfm)',
  cut: ({ sorted, step }, bins) => ({
    at: Array.from({ length: bins - 1 }, (_, i) => quantile(sorted, (i + 1) / bins) + step),
    onCut: 'above',
  }),
};
export default halfOpen;
