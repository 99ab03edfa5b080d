import type { Logger } from 'pino';
import { storeHealth, storeIntegrity } from '../../store/engine/health.js';
import type { Store } from '../../store/engine/store.js';
import type { Check } from './health.js';

/** A full check takes seconds for a large store, so it runs no more often than this. */
const FULL_CHECK_EVERY_MS = 10 * 60_000;

/**
 * Whether questions can be answered from the store: a quick read each time, and the result of the last full
 * check. The full check runs in the background. The problem is described without the store's address, which
 * only the log has.
 */
export function storeCheck(store: Store, log: Logger, now: () => Date): Check {
  let fullCheckAt = Number.NEGATIVE_INFINITY;
  let damage: string | undefined;
  let logged: string | undefined;
  const checkFully = async () => {
    const integrity = await storeIntegrity(store);
    damage = integrity.ok ? undefined : integrity.reason;
  };
  return {
    name: 'store',
    problem: async () => {
      const time = now().getTime();
      if (Math.abs(time - fullCheckAt) >= FULL_CHECK_EVERY_MS) {
        fullCheckAt = time;
        void checkFully();
      }
      const quick = await storeHealth(store);
      const reason = quick.ok ? damage : quick.reason;
      // Health checks are frequent; only a new problem is logged.
      if (reason !== undefined && reason !== logged) log.error({ reason }, 'the store has a problem');
      logged = reason;
      return reason === undefined ? undefined : 'the store cannot be read properly; see the log';
    },
  };
}
