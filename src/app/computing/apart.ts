import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import type { Logger } from 'pino';
import type { Shop } from '../../answering/shop.js';
import type { Config } from '../../config/config.js';
import type { Store } from '../../store/engine/store.js';
import { computingPool } from './pool.js';
import type { FirstMessage, TaskMessage } from './program.js';
import type { UsedSettings } from './shop.js';
import { type Compute, computingHere, type TaskName, type Tasks } from './tasks.js';

/** How a shop computes. */
export interface Computing {
  readonly compute: Compute;
  /** Waits until it can compute at once. */
  ready(): Promise<void>;
  close(): Promise<void>;
}

/** Nobody waits for these in front of a screen. */
const LAST: ReadonlySet<TaskName> = new Set(['digest']);

/** Processes that compute where the setting says nothing: they leave a core to the app and its charts. */
export const usualProcesses = (): number => (availableParallelism() >= 4 ? 2 : 1);

/**
 * Computes in processes of their own, so that this one answers Slack meanwhile; in this one if none are set,
 * or if no other could read the store. Threads would not do: SQLite's driver ends the whole process where a
 * thread is ended while it reads.
 */
export function computingFor(
  shop: Shop,
  config: Pick<Config, UsedSettings | 'COMPUTE_PROCESSES' | 'COMPUTE_SECONDS'>,
  log: Logger,
): Computing {
  const { COMPUTE_PROCESSES: processes = 0, COMPUTE_SECONDS: mostSeconds, ...settings } = config;
  if (processes === 0 || !canBeShared(shop.store))
    return { compute: computingHere(shop), ready: async () => {}, close: async () => {} };
  const first: FirstMessage = { settings };
  const pool = computingPool({ program: program(), first, processes, mostSeconds, log });
  const compute: Compute = async <N extends TaskName>(name: N, asked: Tasks[N]['asked'], sight = {}) => {
    const message: TaskMessage<N> = { name, asked, sight, today: shop.today() };
    return (await pool.run(message, LAST.has(name) ? 0 : 1)) as Tasks[N]['result'];
  };
  return { compute, ready: pool.ready, close: pool.close };
}

/** A store in memory is this process's alone; one on a full disk is locked while it is read. */
const canBeShared = ({ url, access }: Store): boolean => access !== 'disk full' && !url.includes(':memory:');

function program(): string {
  const self = import.meta.url;
  return fileURLToPath(new URL(self.endsWith('.ts') ? './program-from-source.mjs' : './program.js', self));
}
