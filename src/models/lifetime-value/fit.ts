import { fitBgNbd, meanLeaving } from './bg-nbd.js';
import { fitGammaGamma } from './gamma-gamma.js';
import { type Histories, historiesOf, type Orders } from './histories.js';
import { type Holdout, holdoutOf } from './holdout.js';
import type { ShopModel, Unfit } from './shop-model.js';

/** Fewer of these tell nothing of how customers come back. */
export const FEWEST_CUSTOMERS = 30;
export const FEWEST_REPEATERS = 15;
export const FEWEST_DAYS = 84;

/**
 * If fewer than one in a thousand repeat orders is the last by the model, the likelihood has its maximum at
 * customers who never leave: they may have, but orders like these do not show it.
 */
const LEAST_LEAVING = 0.001;

/** A model of this shop's customers, or why there is none. */
export type Fit =
  | { readonly isFitted: false; readonly unfit: Unfit }
  | {
      readonly isFitted: true;
      readonly histories: Histories;
      readonly model: ShopModel;
      readonly logLikelihood: number;
      /** How the same would have done on the last part of the history; undefined where it is too short. */
      readonly holdout?: Holdout;
    };

/** Fits both models on all orders up to a day, and tries them on a part that is held back. */
export function fitOf(orders: Orders, through: number): Fit {
  const histories = historiesOf(orders, through);
  const fitted = modelOf(histories);
  if ('why' in fitted) return { isFitted: false, unfit: fitted };
  const holdout = holdoutOf(orders, through, histories, modelOf);
  return {
    isFitted: true,
    histories,
    model: fitted.model,
    logLikelihood: fitted.logLikelihood,
    ...(holdout && { holdout }),
  };
}

/** Fits both models on histories, or says what is missing. */
function modelOf(histories: Histories): Unfit | { model: ShopModel; logLikelihood: number } {
  const { repeats, age, mean } = histories;
  const repeaters = repeats.reduce((sum, x) => sum + (x > 0 ? 1 : 0), 0);
  const days = age.reduce((most, d) => Math.max(most, d), 0);
  if (repeats.length < FEWEST_CUSTOMERS) return { why: 'few-customers', customers: repeats.length };
  if (days < FEWEST_DAYS) return { why: 'short-history', days };
  if (repeaters < FEWEST_REPEATERS) return { why: 'few-repeaters', repeaters };
  const orders = fitBgNbd(histories);
  if (!orders.isConverged) return { why: 'not-converged' };
  const amounts = fitGammaGamma(histories);
  // In whole minor units, so that the sum is the same in any order of the customers.
  const later = repeats.reduce((sum, x, i) => sum + Math.round(x * mean[i]!), 0);
  const model: ShopModel = {
    orders: orders.model,
    meanAmount: Math.max(0, later / repeats.reduce((sum, x) => sum + x, 0)),
    showsLeaving: meanLeaving(orders.model) >= LEAST_LEAVING,
    ...(amounts?.isConverged && { amounts: amounts.model }),
  };
  return { model, logLikelihood: orders.logLikelihood };
}
