import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import PQueue from 'p-queue';
import type { Logger } from 'pino';
import { plural } from '../../core/answer/format.js';
import { type ErrorData, errorFrom } from '../../core/error-data.js';
import { ShopkeeperError } from '../../core/errors.js';

/** What a process sends back for each message, the last of it. */
export type Reply = { readonly result: unknown } | { readonly error: ErrorData };

/** Before that, the rows of a long result in portions: what is read in one piece holds everybody else up. */
export interface Portion {
  readonly rows: readonly unknown[];
}

export interface PoolOptions {
  /** The program that each process runs: it replies to each message with a `Reply`. */
  readonly program: string;
  /** The first message to each process, which it replies to when it is ready. */
  readonly first: object;
  readonly processes: number;
  /** What takes longer is ended, seconds. */
  readonly mostSeconds: number;
  readonly log: Logger;
}

/** Processes that each compute one thing at a time. */
export interface ComputingPool {
  /** Waits until the first processes are ready, or have ended. */
  ready(): Promise<void>;
  /**
   * Has a message replied to by the next process that is free.
   * @param priority of those that wait, the highest goes first
   * @throws the error of the reply, or a ShopkeeperError if the process ended or took too long
   */
  run(message: object, priority: number): Promise<unknown>;
  /** Waits for what is being computed, a while at most, and ends the processes. */
  close(): Promise<void>;
}

/** How long `close` waits for what is being computed. */
const DRAIN_MS = 2_000;

/** A process, and when it is ready for its first message. */
interface Started {
  readonly child: ChildProcess;
  readonly ready: Promise<unknown>;
}

/** Starts the processes. One that ends is replaced by need. */
export function computingPool(options: PoolOptions): ComputingPool {
  const { processes, mostSeconds, log } = options;
  const waiting = new PQueue({ concurrency: processes });
  const running = new Set<ChildProcess>();
  const idle = new Set<Started>();
  let isClosed = false;
  const start = (): Started => {
    const own = started(options);
    running.add(own.child);
    own.child.once('exit', (code, signal) => {
      running.delete(own.child);
      idle.delete(own);
      if (!isClosed) log.error({ code, signal }, 'a process that computes has ended');
    });
    return own;
  };
  for (let i = 0; i < processes; i++) idle.add(start());
  const ready = Promise.all([...idle].map(own => own.ready));
  return {
    ready: async () => void (await ready),
    run: (message, priority) =>
      waiting.add(
        async () => {
          if (isClosed) throw stoppingError();
          const [own = start()] = idle;
          idle.delete(own);
          await own.ready;
          const reply = await replyOf(own.child, message, mostSeconds);
          idle.add(own);
          if ('error' in reply) throw errorFrom(reply.error);
          return reply.result;
        },
        { priority },
      ),
    close: async () => {
      isClosed = true;
      await Promise.race([waiting.onIdle(), wait(DRAIN_MS, undefined, { ref: false })]);
      const ended = [...running].map(child => once(child, 'exit'));
      for (const child of running) child.kill('SIGKILL');
      await Promise.all(ended);
    },
  };
}

function started({ program, first, mostSeconds }: PoolOptions): Started {
  const child = fork(program, {
    // Structured clones: what is undefined, a date or a map arrives as that.
    serialization: 'advanced',
    // Standard output may be a protocol's (`shopkeeper mcp`).
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    execArgv: [],
  });
  // That it could not be started, or sent to, is said to whoever waits for its reply.
  child.on('error', () => {});
  return { child, ready: replyOf(child, first, mostSeconds).catch(() => {}) };
}

/** Sends a message and waits for its reply. @throws ShopkeeperError if there is none */
function replyOf(child: ChildProcess, message: object, mostSeconds: number): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const end = (settle: () => void) => {
      clearTimeout(limit);
      child.off('message', onReply).off('exit', onEnd).off('error', onEnd);
      settle();
    };
    const rows: unknown[] = [];
    const onReply = (reply: Reply | Portion) => {
      if ('rows' in reply) for (const row of reply.rows) rows.push(row);
      else end(() => resolve(rows.length > 0 ? withRows(reply, rows) : reply));
    };
    const onEnd = () => end(() => reject(endedError()));
    const limit = setTimeout(() => {
      end(() => reject(tooLongError(mostSeconds)));
      child.kill('SIGKILL');
    }, mostSeconds * 1_000);
    child.on('message', onReply).on('exit', onEnd).on('error', onEnd);
    child.send(message, error => error && onEnd());
  });
}

const withRows = (reply: Reply, rows: readonly unknown[]): Reply =>
  'result' in reply ? { result: Object.assign({}, reply.result, { rows }) } : reply;

const endedError = (): ShopkeeperError =>
  new ShopkeeperError(
    'Computing the answer ended halfway, most likely for lack of memory.',
    'Please ask again, about a shorter period or fewer things if it happens again.',
  );

const tooLongError = (seconds: number): ShopkeeperError =>
  new ShopkeeperError(
    `Computing the answer took longer than ${plural(seconds, 'second')}, so I stopped it.`,
    'Please ask about a shorter period or fewer things.',
  );

const stoppingError = (): ShopkeeperError =>
  new ShopkeeperError('I am being restarted.', 'Please ask again in a minute.');
