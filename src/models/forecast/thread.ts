import { fileURLToPath } from 'node:url';
import { Piscina } from 'piscina';
import type { Forecast, ForecastTask } from './forecast.js';

let pool: Piscina | undefined;

/** One thread for the whole process: several forecasts wait for each other there, and hold nobody else up. */
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

/** `forecastOf` in a thread of its own: a backtest computes for some hundred milliseconds at a stretch. */
export const forecastApart = (task: ForecastTask): Promise<Forecast> => thread().run(task);
