import { storeHealth, storeIntegrity } from '../store/health.js';
import type { Store } from '../store/store.js';
import type { Check } from './health.js';

/** The whole of the store is examined no more often: that takes seconds for a large one. */
const EXAMINED_EVERY_MS = 10 * 60_000;

/**
 * Whether questions can be answered from the store: a quick read each time, and what an examination of all of it found
 * last. That runs beside the checks, which do not wait for it.
 */
export function storeCheck(store: Store, now: () => Date): Check {
  let examinedAt = Number.NEGATIVE_INFINITY;
  let damage: string | undefined;
  const examine = async () => {
    const found = await storeIntegrity(store);
    damage = found.ok ? undefined : found.reason;
  };
  return {
    name: 'store',
    problem: async () => {
      const moment = now().getTime();
      if (Math.abs(moment - examinedAt) >= EXAMINED_EVERY_MS) {
        examinedAt = moment;
        void examine();
      }
      const quick = await storeHealth(store);
      return quick.ok ? damage : quick.reason;
    },
  };
}
