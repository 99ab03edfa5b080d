import { fileURLToPath } from 'node:url';
import { LRUCache } from 'lru-cache';
import { Piscina } from 'piscina';
import type { ChartSpec } from '../core/answer/chart-spec.js';

/** Draws charts as PNG images, off the main thread. */
export interface ChartRenderer {
  /** The chart as PNG, at twice the pixels; the same chart again comes from what was drawn before. */
  render(spec: ChartSpec): Promise<Uint8Array>;
  close(): Promise<void>;
}

/** Most images kept; one is some 60 KB. */
const MOST_KEPT = 100;

/**
 * @param workers threads that draw; they start with the first chart
 * @param font path of a further font file, for scripts that the shipped fonts lack (Chinese, Japanese, Korean, ...)
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
  const kept = new LRUCache<string, Promise<Uint8Array>>({ max: MOST_KEPT });
  return {
    render: spec => {
      const key = JSON.stringify(spec);
      const known = kept.get(key);
      if (known) return known;
      const png: Promise<Uint8Array> = pool.run(spec);
      kept.set(key, png);
      png.catch(() => kept.delete(key));
      return png;
    },
    close: () => pool.destroy(),
  };
}
