import type { Logger } from 'pino';
import { storeHealth, storeIntegrity } from '../../store/engine/health.js';
import type { Store } from '../../store/engine/store.js';
import type { Check } from './health.js';

/** The whole of the store is examined no more often: that takes seconds for a large one. */
const EXAMINED_EVERY_MS = 10 * 60_000;

/**
 * Whether questions can be answered from the store: a quick read each time, and what an examination of all of it found
 * last. That runs beside the checks, which do not wait for it. Where the store is, is nobody's business: the log has it.
 */
export function storeCheck(store: Store, log: Logger, now: () => Date): Check {
  let examinedAt = Number.NEGATIVE_INFINITY;
  let damage: string | undefined;
  let logged: string | undefined;
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
      const reason = quick.ok ? damage : quick.reason;
      // Checks are asked for again and again; what is new is worth a line.
      if (reason !== undefined && reason !== logged) log.error({ reason }, 'the store is not well');
      logged = reason;
      return reason === undefined ? undefined : 'the store cannot be read as it should; the log says why';
    },
  };
}
