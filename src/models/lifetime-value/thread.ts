import { fileURLToPath } from 'node:url';
import { Piscina } from 'piscina';
import type { Fit } from './fit.js';
import type { Histories, Orders } from './histories.js';
import type { Horizon, Projection } from './project.js';
import type { Rhythms } from './rhythm.js';
import type { ShopModel } from './shop-model.js';

let pool: Piscina | undefined;

/** One thread for the whole process: several questions wait for each other there, and hold nobody else up. */
function thread(): Piscina {
  const self = import.meta.url;
  const file = self.endsWith('.ts') ? './worker-from-source.mjs' : './worker.js';
  pool ??= new Piscina({
    filename: fileURLToPath(new URL(file, self)),
    minThreads: 0,
    maxThreads: 1,
    idleTimeout: 30_000,
    // From source, a thread needs the same loader as the main one.
    execArgv: [],
  });
  return pool;
}

/** `fitOf` in a thread of its own: a hundred thousand customers take seconds. */
export const fitApart = (orders: Orders, through: number): Promise<Fit> =>
  thread().run({ orders, through }, { name: 'fit' });

/** `rhythmsOf` in the same thread. */
export const rhythmsApart = (orders: Orders, through: number): Promise<Rhythms> =>
  thread().run({ orders, through }, { name: 'rhythm' });

/** `projectionOf` in the same thread. */
export const projectApart = (model: ShopModel, histories: Histories, horizon: Horizon): Promise<Projection> =>
  thread().run({ model, histories, horizon }, { name: 'project' });
