import { type ChildProcess, fork } from 'node:child_process';
import { on, once } from 'node:events';
import { fileURLToPath } from 'node:url';
import PQueue from 'p-queue';
import type { Logger } from 'pino';
import type { Config } from '../../config/config.js';
import { ShopkeeperError } from '../../core/errors.js';
import type { IngestResult, Understanding } from '../../ingest/load/result.js';
import type { Progress } from '../../ingest/understand/ingest-settings.js';
import type { UndoResult } from '../../ingest/undo.js';
import type { Store } from '../../store/engine/store.js';
import type { Loader } from './loader.js';
import {
  type LoadJob,
  type LoadMessage,
  type LoadSettings,
  type LoadTask,
  loadErrorFrom,
} from './messages.js';

/** A loader, and what ends what it has begun. */
export interface Loading {
  readonly loader: Loader;
  /** Ends what is under way: what was not finished is not kept. */
  close(): Promise<void>;
}

/** Others wait: each takes a few hundred megabytes, and loads wait for each other at the store anyway. */
const AT_ONCE = 2;

/** As the command line loads: little memory, at the price of some time (its first line). */
const NODE_FLAGS = [
  '--max-semi-space-size=16',
  '--heap-growing-percent=50',
  '--no-allocation-site-pretenuring',
  '--expose-gc',
];

/**
 * A process waits so long for another task: of many small files each would take longer to start one than to
 * be read.
 */
const IDLE_MS = 10_000;
/** One that has taken more memory ends with its task, which gives it back. */
const MOST_IDLE_BYTES = 300 * 1024 * 1024;

/**
 * Loads files in a process of its own, so that this one answers Slack meanwhile; in this one if the settings
 * want no processes, or if no other could write to the store. The process ends soon after its task, and can
 * be ended at any time: a load is one transaction.
 */
export function loadingFor(
  here: Loader,
  { url, access }: Pick<Store, 'url' | 'access'>,
  config: LoadSettings & Pick<Config, 'COMPUTE_PROCESSES'>,
  { now, log }: { readonly now: () => Date; readonly log: Logger },
): Loading {
  if ((config.COMPUTE_PROCESSES ?? 0) === 0 || access === 'disk full' || url.includes(':memory:'))
    return { loader: here, close: async () => {} };
  const processes = loadingProcesses();
  const run = <T>(task: LoadTask, onProgress?: (progress: Progress) => void) =>
    processes.run({ settings: settingsOf(config), now: now(), task }, onProgress, log) as AsyncGenerator<T>;
  return {
    loader: {
      understandAll: (paths, options = {}) => run<Understanding>({ kind: 'understand', paths, options }),
      ingestAll: (paths, onProgress, options = {}) =>
        run<IngestResult>({ kind: 'ingest', paths, options }, onProgress),
      undo: async id => {
        for await (const undone of run<UndoResult>({ kind: 'undo', id })) return undone;
        throw endedError();
      },
    },
    close: processes.close,
  };
}

/** What such a process needs to know; nothing of Slack. */
const settingsOf = (config: LoadSettings): LoadSettings => ({
  DATABASE_URL: config.DATABASE_URL,
  LINES_URL: config.LINES_URL,
  LINES_CLUSTER: config.LINES_CLUSTER,
  SHOP_CURRENCY: config.SHOP_CURRENCY,
  SHOP_TIMEZONE: config.SHOP_TIMEZONE,
  RATES_FILE: config.RATES_FILE,
  DATE_ORDER: config.DATE_ORDER,
  MAX_REFUSED_PERCENT: config.MAX_REFUSED_PERCENT,
  EXCLUDED_STATUSES: config.EXCLUDED_STATUSES,
  REFUNDS_COUNT_ON: config.REFUNDS_COUNT_ON,
  NUMBER_GROUPS: config.NUMBER_GROUPS,
  SEGMENT_MAP: config.SEGMENT_MAP,
  SEGMENT_OPTIONS: config.SEGMENT_OPTIONS,
});

/** A process that works on one task. */
interface Turn {
  readonly child: ChildProcess;
  /** @param isUsable whether it may be given another task */
  end(isUsable: boolean): void;
}

function loadingProcesses() {
  const turns = new PQueue({ concurrency: AT_ONCE });
  const running = new Set<ChildProcess>();
  const idle = new Map<ChildProcess, NodeJS.Timeout>();
  let isClosed = false;
  const start = (log: Logger): ChildProcess => {
    const child = started();
    log.debug({ pid: child.pid }, 'a process that loads was started');
    running.add(child);
    child.once('exit', () => {
      running.delete(child);
      clearTimeout(idle.get(child));
      idle.delete(child);
    });
    return child;
  };
  const takeIdle = (): ChildProcess | undefined => {
    const [child] = idle.keys();
    if (!child) return undefined;
    clearTimeout(idle.get(child));
    idle.delete(child);
    return child;
  };
  /** A process, when it is its turn, which lasts until the task ends. */
  const next = (log: Logger) =>
    new Promise<Turn>((resolve, reject) => {
      void turns.add(async () => {
        if (isClosed) return reject(stoppingError());
        const child = takeIdle() ?? start(log);
        const isUsable = await new Promise<boolean>(end => resolve({ child, end }));
        if (isUsable && !isClosed && child.connected) {
          idle.set(child, setTimeout(() => child.kill('SIGKILL'), IDLE_MS).unref());
          return;
        }
        const isGone = once(child, 'exit');
        if (child.kill('SIGKILL') && running.has(child)) await isGone.catch(() => {});
        running.delete(child);
      });
    });
  async function* run(job: LoadJob, onProgress: ((progress: Progress) => void) | undefined, log: Logger) {
    const { child, end } = await next(log);
    let isUsable = false;
    try {
      const messages = on(child, 'message', { close: ['exit'] });
      child.send(job);
      for await (const [message] of messages as AsyncIterable<[LoadMessage]>) {
        if ('progress' in message) onProgress?.(message.progress);
        else if ('result' in message) yield message.result;
        else {
          isUsable = message.bytes < MOST_IDLE_BYTES;
          if ('error' in message) throw loadErrorFrom(message.error);
          return;
        }
      }
      if (isClosed) throw stoppingError();
      log.error({ code: child.exitCode, signal: child.signalCode }, 'a process that loads has ended');
      throw endedError();
    } finally {
      end(isUsable);
    }
  }
  return {
    run,
    close: async () => {
      isClosed = true;
      for (const child of running) child.kill('SIGKILL');
      await turns.onIdle();
    },
  };
}

function started(): ChildProcess {
  const self = import.meta.url;
  const program = self.endsWith('.ts') ? './program-from-source.mjs' : './program.js';
  const child = fork(fileURLToPath(new URL(program, self)), {
    // Structured clones: what is undefined, a date or a map arrives as that.
    serialization: 'advanced',
    // Standard output may be a protocol's.
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    execArgv: NODE_FLAGS,
  });
  // That it could not be started is said to whoever waits for it.
  child.on('error', () => {});
  return child;
}

const endedError = (): ShopkeeperError =>
  new ShopkeeperError(
    'Reading the file ended halfway, most likely for lack of memory.',
    'On the machine I run on, `shopkeeper ingest` loads files of any size.',
  );

const stoppingError = (): ShopkeeperError =>
  new ShopkeeperError('I am being restarted.', 'Please try again in a minute.');
