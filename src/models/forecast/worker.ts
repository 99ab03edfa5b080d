import { type Forecast, type ForecastTask, forecastOf } from './forecast.js';

/** What the forecasts' thread does: a series in, its forecast out. */
export default function forecast(task: ForecastTask): Forecast {
  return forecastOf(task);
}
