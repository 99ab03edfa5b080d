import { fileURLToPath } from 'node:url';
import { LRUCache } from 'lru-cache';
import { Piscina } from 'piscina';
import type { ChartSpec } from '../core/answer/chart-spec.js';

/** Draws charts as PNG images, off the main thread. */
export interface ChartRenderer {
  /** The chart as PNG, at twice the pixels; a chart that was drawn before comes from a cache. */
  render(spec: ChartSpec): Promise<Uint8Array>;
  close(): Promise<void>;
}

/** Images in the cache; one is some 60 KB. */
const CACHE_SIZE = 100;

/**
 * @param workers threads that draw; they start with the first chart
 * @param font path of a further font file, for scripts that the shipped fonts lack (Chinese, Japanese, ...)
 */
export function chartRenderer({
  workers = 2,
  font,
}: {
  workers?: number;
  font?: string;
} = {}): ChartRenderer {
  const self = import.meta.url;
  const isTypeScript = self.endsWith('.ts');
  const pool = new Piscina({
    filename: fileURLToPath(new URL(isTypeScript ? './worker-from-source.mjs' : './worker.js', self)),
    workerData: { font },
    minThreads: 0,
    maxThreads: workers,
    idleTimeout: 60_000,
    // Otherwise a worker sleeps between charts with its event loop stopped, the memory of native canvases is
    // never given back, and each chart keeps some 5 MB.
    atomics: 'disabled',
    // From source, a worker needs the same loader as the main thread.
    execArgv: [],
  });
  const drawn = new LRUCache<string, Promise<Uint8Array>>({ max: CACHE_SIZE });
  return {
    render: spec => {
      const key = JSON.stringify(spec);
      const cached = drawn.get(key);
      if (cached) return cached;
      const png: Promise<Uint8Array> = pool.run(spec);
      drawn.set(key, png);
      png.catch(() => drawn.delete(key));
      return png;
    },
    close: () => pool.destroy(),
  };
}
