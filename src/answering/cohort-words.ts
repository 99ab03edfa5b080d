import { capital, type Format } from '../core/answer/format.js';
import { type Grain, showPeriod } from '../core/calendar/grain.js';
import type { StandingOut } from '../measures/cohorts.js';

/** `the month after`, `3 months after` */
export const ageText = (age: number, grain: Grain): string =>
  age === 1 ? `the ${grain} after` : `${age} ${grain}s after`;

/** By how much a cohort differs from those before it, and how sure that is. */
export function standsOutText(
  { cohort, age, own, earlier, interval, chance, comparisons }: StandingOut,
  grain: Grain,
  format: Format,
): string {
  const [share, other] = [own, earlier].map(({ part, whole }) => format.share(part / whole));
  const word = own.part / own.whole > earlier.part / earlier.whole ? 'more' : 'fewer';
  const points = interval
    .map(Math.abs)
    .sort((a, b) => a - b)
    .map(v => (v * 100).toFixed(1));
  const p = chance < 0.001 ? 'p < 0.001' : `p = ${chance.toFixed(3)}`;
  const among = comparisons === 1 ? '' : ` among ${format.count(comparisons)} comparisons`;
  return (
    `${capital(showPeriod(grain, cohort.period.from))} keeps ${word} of its customers than those ` +
    'before it: ' +
    `${share} of ${format.count(own.whole)} ordered ${ageText(age, grain)}, against ${other} of ` +
    `${format.count(earlier.whole)} (${points.join(' to ')} points, 95% interval; ${p}${among}).`
  );
}
