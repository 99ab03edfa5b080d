import { ShopkeeperError } from '../../../core/errors.js';
import type { Scoring } from '../axis.js';

/** Thresholds that a person gives; a value on one falls below it. */
const byCutoffs: Scoring = {
  name: 'cutoffs',
  summary: 'fixed thresholds, given by r-cuts:, f-cuts: and m-cuts:',
  cut: ({ cutoffs }, bins) => {
    if (cutoffs?.length !== bins - 1)
      throw new ShopkeeperError(
        `Scores 1 to ${bins} need ${bins - 1} thresholds.`,
        'For example r-cuts:30,60,90,180',
      );
    return { at: cutoffs, onCut: 'below' };
  },
};
export default byCutoffs;
