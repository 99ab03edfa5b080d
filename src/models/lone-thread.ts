import { fileURLToPath } from 'node:url';
import { Piscina } from 'piscina';

/** So long a thread without work is kept, milliseconds: starting one takes longer than most of its tasks. */
const IDLE_MS = 30_000;

/**
 * A thread beside the main one, for what computes some hundred milliseconds at a stretch: tasks wait for each
 * other there, and hold nobody else up. It is started with its first task, and ends when it is idle.
 * @param from the `import.meta.url` of a file beside `worker.ts`, whose exports are the tasks; from source,
 *   `worker-from-source.mjs` beside it loads them as the main thread does
 * @returns what runs the task of a name, the default export unless one is given
 */
export function loneThread(from: string): <Result>(task: unknown, name?: string) => Promise<Result> {
  let pool: Piscina | undefined;
  return (task, name) => {
    pool ??= new Piscina({
      filename: fileURLToPath(
        new URL(from.endsWith('.ts') ? './worker-from-source.mjs' : './worker.js', from),
      ),
      minThreads: 0,
      maxThreads: 1,
      idleTimeout: IDLE_MS,
      // From source, a thread needs the same loader as the main one.
      execArgv: [],
    });
    return pool.run(task, name === undefined ? {} : { name });
  };
}
