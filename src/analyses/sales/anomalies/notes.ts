import type { Column } from '../../../core/answer/answer.js';
import { capital, type Format, plural } from '../../../core/answer/format.js';
import { type Note, remark } from '../../../core/answer/notes.js';
import { showPeriod } from '../../../core/calendar/grain.js';
import type { Anomalies } from '../../../models/anomalies/anomalies.js';
import type { Series } from '../../../query/series.js';
import { ALPHA, type AnomalyGrain, type Floor } from './figures.js';

/** So many are shown in the table, and explained. */
export const MOST_ROWS = 20;

/** How much has to differ, in words: ` by 10.0% and $500.00 or more`. */
export function floorText({ share, amount }: Floor, unit: Column['unit'], format: Format): string {
  const parts = [
    ...(share === undefined ? [] : [format.share(share)]),
    ...(amount === undefined ? [] : [format.figure(amount, unit)]),
  ];
  return parts.length === 0 ? '' : ` by ${parts.join(' and ')} or more`;
}

/** How differences are counted. */
const scaleWords = (scale: Anomalies['scale'], grain: AnomalyGrain): string =>
  ({
    logarithm: ' Differences are measured as ratios.',
    root: ` Differences are of square roots, since some ${grain}s have nothing.`,
    plain: '',
  })[scale];

/** How it was found, and what was left out. */
export function notesOf(
  series: Series,
  { isSeasonal, scale, tested }: Anomalies,
  floor: Floor,
  count: number,
  grain: AnomalyGrain,
  format: Format,
): Note[] {
  const season = { day: 'by weekday', week: 'by week of the year', month: 'by month of the year' }[grain];
  const known = isSeasonal
    ? `the trend and a season ${season}`
    : `the trend alone: a season takes three ${grain === 'day' ? 'weeks' : 'years'} of history`;
  const floorNote = floorText(floor, series.measure.unit, format);
  return [
    `What is usual is worked out from medians, as ${known}.${scaleWords(scale, grain)} ` +
      `${plural(tested, grain)} were tested (Rosner's generalised ESD test, alpha ${ALPHA}).`,
    ...(floorNote ? [`Only those that differ${floorNote} are shown.`] : []),
    ...(series.open
      ? [`${capital(showPeriod(grain, series.open.period.from))} is not over and left out.`]
      : []),
    ...(count > MOST_ROWS ? [`The table has the latest ${MOST_ROWS} of ${count}.`] : []),
    ...(series.filled > 0
      ? [`${plural(series.filled, grain)} without a figure counted as the one before.`]
      : []),
  ].map(remark);
}
