import { fileURLToPath } from 'node:url';
import { Piscina } from 'piscina';
import type { Clustered, Clusters } from './figures.js';

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

/** `clustersOf` in a thread of its own: it computes for some hundred milliseconds at a stretch. */
export function clustersApart(
  { recency, frequency, monetary, figures: { revenue } }: Clustered,
  wanted?: number,
): Promise<Clusters | undefined> {
  return thread().run({ scored: { recency, frequency, monetary, figures: { revenue } }, wanted });
}
