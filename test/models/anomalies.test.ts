import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SeededRandom } from '../../seeds/random.js';
import { anomaliesOf } from '../../src/models/anomalies/anomalies.js';
import { generalisedEsd } from '../../src/models/anomalies/generalised-esd.js';
import { studentT } from '../../src/models/student-t.js';
import { ROSNER } from './published-series.js';

describe('the generalised ESD test', () => {
  it("finds the three outliers of Rosner's example, although its first two steps fail", () => {
    const { steps, outliers } = generalisedEsd(ROSNER, 10, 0.05);
    expect(steps.map(s => Number(s.statistic.toFixed(6)))).toEqual([
      3.118906, 2.942973, 3.179424, 2.810181, 2.81558, 2.848172, 2.279327, 2.310366, 2.101581, 2.067178,
    ]);
    expect(steps.map(s => Number(s.critical.toFixed(6)))).toEqual([
      3.158794, 3.15143, 3.14389, 3.136165, 3.128247, 3.120128, 3.111796, 3.103243, 3.094456, 3.085425,
    ]);
    expect(outliers.map(i => ROSNER[i])).toEqual([6.01, 5.42, 5.34]);
  });

  // Tables of t: NIST/SEMATECH e-Handbook, 1.3.6.7.2.
  it.each([
    [0.975, 1, 12.706],
    [0.95, 10, 1.812],
    [0.999, 30, 3.385],
    [0.975, 100, 1.984],
    [0.5, 7, 0],
  ])('has t of %d with %d degrees of freedom as %d', (p, freedom, t) => {
    expect(studentT(p, freedom)).toBeCloseTo(t, 3);
  });

  it('finds nothing in equal values', () => {
    expect(generalisedEsd(new Array<number>(30).fill(3), 3, 0.05).outliers).toEqual([]);
  });
});

/** Two years of days: weekdays, a trend, closed Sundays, and some noise. */
const days = Array.from({ length: 728 }, (_, i) =>
  i % 7 === 6 ? 0 : (1000 + i) * (1 + 0.15 * (i % 7)) * (1 + (((i * 7919) % 97) - 48) / 1000),
);
const task = (values: readonly number[], season = 7, window = 29) => ({
  values,
  season,
  window,
  alpha: 0.05,
});
const changed = (at: number, factor: number) => days.map((x, i) => (i === at ? x * factor : x));

describe('anomaliesOf', () => {
  it('tells nothing of a shop that sold on two days, neither of a usual weekday', () => {
    expect(anomaliesOf(task(days.map((_, i) => (i === 0 || i === 200 ? 500 : 0)))).isSparse).toBe(true);
  });

  it('finds nothing where weekdays and trend explain everything', () => {
    expect(anomaliesOf(task(days)).found).toEqual([]);
  });

  it.each([
    [302, 1.8],
    [301, 0.4],
    [726, 1.9],
    [0, 0.3],
  ])('finds day %d, which sold %d times as much', (at, factor) => {
    const { found } = anomaliesOf(task(changed(at, factor)));
    expect(found.map(f => f.index)).toEqual([at]);
    expect((found[0]?.value ?? 0) / (found[0]?.usual ?? 1)).toBeCloseTo(factor, 0);
  });

  it('takes no last week for out of line because the shop grows, and finds one that halves', () => {
    const random = new SeededRandom(7);
    // Twelve uniform numbers less six are normal, as near as matters here: noise of 3 %.
    const noise = () => Array.from({ length: 12 }, () => random.next()).reduce((sum, x) => sum + x, -6);
    const weeks = Array.from({ length: 60 }, (_, i) => 1000 * 1.03 ** i * Math.exp(0.03 * noise()));
    const isLastFound = (values: readonly number[]) =>
      anomaliesOf(task(values, 52, 13)).found.some(f => f.index === values.length - 1);
    const cuts = Array.from({ length: 20 }, (_, i) => weeks.slice(0, 41 + i));
    // Alpha is .05. Before the ends had a slope, it was more than half of them.
    expect(cuts.filter(isLastFound).length).toBeLessThanOrEqual(1);
    expect(cuts.filter(cut => isLastFound([...cut.slice(0, -1), cut.at(-1)! / 2]))).toHaveLength(20);
  });

  it('says nothing of a day that is usually closed, nor does it let it disturb the others', () => {
    const open = days.map((x, i) => (i === 342 ? 5000 : x));
    expect(anomaliesOf(task(open))).toMatchObject({ found: [], tested: 624 });
  });

  it('tells where most values are zero', () => {
    const rare = Array.from({ length: 540 }, (_, i) => (i % 9 === 0 ? 20 + (i % 7) : 0));
    expect(anomaliesOf(task(rare)).isSparse).toBe(true);
    expect(anomaliesOf(task(days)).isSparse).toBe(false);
  });

  it('takes the season out only where the history has three', () => {
    const months = Array.from({ length: 30 }, (_, i) => 100 + (i % 12) * 10);
    expect(anomaliesOf(task(months, 12, 13)).isSeasonal).toBe(false);
    expect(anomaliesOf(task([...months, ...months], 12, 13)).isSeasonal).toBe(true);
  });

  it('is refused for a history that is too short, or of what is no number', () => {
    expect(() => anomaliesOf(task([1, 2, 3]))).toThrow(RangeError);
    expect(() => anomaliesOf(task([...days, Number.NaN]))).toThrow(RangeError);
  });

  const anySeries = fc.array(fc.integer({ min: -20, max: 500 }), { minLength: 25, maxLength: 60 });

  it('finds the same whatever the unit, and whatever is added where some are below zero', () => {
    fc.assert(
      fc.property(anySeries, fc.constantFrom(2, 64), fc.constantFrom(0, -256), (values, factor, more) => {
        const base = [...values, -1];
        const moved = base.map(x => x * factor + more);
        const [a, b] = [base, moved].map(v => anomaliesOf(task(v)).found.map(f => f.index));
        expect(b).toEqual(a);
      }),
      { numRuns: 60, seed: 3 },
    );
  });

  it('never says what is no number', () => {
    fc.assert(
      fc.property(anySeries, values => {
        const { found, usual } = anomaliesOf(task(values));
        expect(usual.every(Number.isFinite)).toBe(true);
        expect(found.every(f => Number.isFinite(f.statistic) && f.index < values.length)).toBe(true);
      }),
      { numRuns: 60, seed: 4 },
    );
  });
});
