import { loneThread } from '../lone-thread.js';
import type { Fit } from './fit.js';
import type { Histories, Orders } from './histories.js';
import type { Horizon, Projection } from './project.js';
import type { Rhythms } from './rhythm.js';
import type { ShopModel } from './shop-model.js';

const run = loneThread(import.meta.url);

/** `fitOf` in a thread of its own: a hundred thousand customers take seconds. */
export const fitApart = (orders: Orders, through: number): Promise<Fit> => run({ orders, through }, 'fit');

/** `rhythmsOf` in the same thread. */
export const rhythmsApart = (orders: Orders, through: number): Promise<Rhythms> =>
  run({ orders, through }, 'rhythm');

/** `projectionOf` in the same thread. */
export const projectApart = (model: ShopModel, histories: Histories, horizon: Horizon): Promise<Projection> =>
  run({ model, histories, horizon }, 'project');
