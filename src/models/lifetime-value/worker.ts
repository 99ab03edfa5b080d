import { type Fit, fitOf } from './fit.js';
import type { Histories, Orders } from './histories.js';
import { type Horizon, type Projection, projectionOf } from './project.js';
import { type Rhythms, rhythmsOf } from './rhythm.js';
import type { ShopModel } from './shop-model.js';

/** What the thread does that fits the models to a shop. */
export const fit = ({ orders, through }: { orders: Orders; through: number }): Fit => fitOf(orders, through);

/** What it does to say how often customers come back. */
export const rhythm = ({ orders, through }: { orders: Orders; through: number }): Rhythms =>
  rhythmsOf(orders, through);

/** What it does to say what is expected of each customer. */
export const project = (of: { model: ShopModel; histories: Histories; horizon: Horizon }): Projection =>
  projectionOf(of.model, of.histories, of.horizon);
