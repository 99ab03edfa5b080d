import type { BgNbd } from './bg-nbd.js';
import type { GammaGamma } from './gamma-gamma.js';

/** How customers' orders are expected to go on. Money in minor units. */
export interface ShopModel {
  readonly orders: BgNbd;
  /** Undefined where order values differ too little, or too wildly, to tell customers apart. */
  readonly amounts?: GammaGamma;
  /** The mean of what repeat orders come to. */
  readonly meanAmount: number;
  /** Whether customers are seen to leave; where they are not, the model knows nothing of who has left. */
  readonly showsLeaving: boolean;
}

/** Why there is no model. */
export type Unfit =
  | { readonly why: 'few-customers'; readonly customers: number }
  | { readonly why: 'few-repeaters'; readonly repeaters: number }
  | { readonly why: 'short-history'; readonly days: number }
  | { readonly why: 'not-converged' };
