import { loneThread } from '../lone-thread.js';
import type { Forecast, ForecastTask } from './forecast.js';

const run = loneThread(import.meta.url);

/** `forecastOf` in a thread of its own: a backtest computes for some hundred milliseconds at a stretch. */
export const forecastApart = (task: ForecastTask): Promise<Forecast> => run(task);
