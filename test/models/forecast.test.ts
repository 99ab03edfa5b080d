import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fitSmoothing } from '../../src/models/forecast/fit.js';
import { type Forecast, forecastOf } from '../../src/models/forecast/forecast.js';
import { around, reach, reaches } from '../../src/models/forecast/intervals.js';
import { continued, type Smoothing, smooth } from '../../src/models/forecast/smoothing.js';
import { forecastApart } from '../../src/models/forecast/thread.js';
import { AIR_PASSENGERS, AUSAIR, LIVESTOCK, OIL } from './published-series.js';

const SIMPLE: Smoothing = { trend: 'none', season: 'none' };
const task = (values: readonly number[], steps = 3, season = 12) => ({
  values,
  season,
  steps,
  sum: { from: 0, to: steps - 1 },
});
/** Seeded, about normal. */
function noise(seed: number): () => number {
  let state = seed;
  const next = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
  return () => Math.sqrt(-2 * Math.log(next() + 1e-12)) * Math.cos(2 * Math.PI * next());
}

describe('exponential smoothing', () => {
  it('finds what statsmodels finds for the oil series', () => {
    const { weights, start, ahead } = fitSmoothing(Float64Array.from(OIL), SIMPLE, 1);
    expect(weights.level).toBeCloseTo(0.891998, 4);
    expect(start.level).toBeCloseTo(447.47844, 4);
    expect(ahead(1)[0]).toBeCloseTo(496.493543, 3);
  });

  it.each([
    [0.2, 484.802468],
    [0.6, 501.837461],
  ])('forecasts the oil series with alpha %d as %d (statsmodels)', (level, next) => {
    const start = { level: OIL[0] as number, trend: 0, season: [], from: 0 };
    const end = smooth(OIL, SIMPLE, { level, trend: 0, season: 0, damping: 1 }, start);
    expect(continued(end, SIMPLE, 1, 1)[0]).toBeCloseTo(next, 5);
  });

  it.each([
    ['additive', [43.76, 45.59, 47.43, 49.27, 51.1]],
    ['exponential', [44.6, 47.24, 50.04, 53.01, 56.15]],
  ] as const)('forecasts ausair with an %s trend as Hyndman & Athanasopoulos do', (trend, next) => {
    const [first, second] = AUSAIR as readonly [number, number];
    const kind: Smoothing = { trend, season: 'none' };
    const step = trend === 'additive' ? second - first : second / first;
    const start = { level: first, trend: step, season: [], from: 0 };
    const end = smooth(AUSAIR, kind, { level: 0.8, trend: 0.2, season: 0, damping: 1 }, start);
    expect(continued(end, kind, 1, 5).map(x => Math.round(x * 100) / 100)).toEqual(next);
  });

  it('fits a damped trend to the livestock series at least as well as statsmodels', () => {
    const values = Float64Array.from(LIVESTOCK);
    const { weights, end } = fitSmoothing(values, { trend: 'additive', season: 'none', isDamped: true }, 1);
    expect(end.squares).toBeLessThan(6036.57);
    expect(weights.level).toBeCloseTo(0.98, 1);
    expect(weights.damping).toBeCloseTo(0.98, 2);
  });

  it("finds what R's HoltWinters finds for AirPassengers", () => {
    const { weights, end, ahead } = fitSmoothing(
      Float64Array.from(AIR_PASSENGERS),
      { trend: 'additive', season: 'multiplicative' },
      12,
    );
    expect(weights.level).toBeCloseTo(0.2755925, 4);
    expect(weights.trend).toBeCloseTo(0.03269295, 4);
    expect(weights.season).toBeCloseTo(0.8707292, 4);
    expect(end.level).toBeCloseTo(469.32, 2);
    expect(end.trend).toBeCloseTo(3.0215, 3);
    expect(end.squares).toBeCloseTo(16570.78, 2);
    const published = [447.0559, 419.7123, 464.8671, 496.0839];
    for (const [h, value] of ahead(4).entries())
      expect(Math.abs(value - (published[h] as number))).toBeLessThan(0.002);
  });
});

describe('forecastOf', () => {
  it('takes Holt-Winters for AirPassengers, by half the error of the seasonal naive forecast', () => {
    const { model, isSeasonal, tested, tests } = forecastOf(task(AIR_PASSENGERS));
    expect({ model, isSeasonal, tests }).toEqual({
      model: 'holt-winters-multiplicative',
      isSeasonal: true,
      tests: 24,
    });
    const naive = tested.find(t => t.model === 'seasonal-naive');
    expect((tested[0]?.error ?? 0) / (naive?.error ?? 0)).toBeLessThan(0.5);
  });

  it('takes the naive forecast for a random walk, which nothing beats by much', () => {
    const next = noise(3);
    let level = 1000;
    const walk = Array.from({ length: 80 }, () => (level += 20 * next()));
    const { steps, tested } = forecastOf(task(walk));
    const naive = tested.find(t => t.model === 'naive');
    expect((tested[0]?.error ?? 0) / (naive?.error ?? 0)).toBeGreaterThan(0.9);
    expect(Math.abs((steps[0]?.value ?? 0) - level)).toBeLessThan(60);
  });

  it('has no seasons before two whole ones can be tested', () => {
    const names = forecastOf(task(AIR_PASSENGERS.slice(0, 27))).tested.map(t => t.model);
    expect(names).toEqual(expect.arrayContaining(['naive', 'seasonal-naive']));
    expect(names.some(name => name.startsWith('holt-winters'))).toBe(false);
    const { isSeasonal, tested } = forecastOf(task(AIR_PASSENGERS.slice(0, 23)));
    expect(isSeasonal).toBe(false);
    expect(tested.map(t => t.model)).not.toContain('seasonal-naive');
  });

  it('goes on with a constant, without any width', () => {
    const { steps, sum, isConstant, model } = forecastOf(task(new Array<number>(40).fill(7)));
    expect({ isConstant, model, sum: sum.value }).toEqual({ isConstant: true, model: 'naive', sum: 21 });
    for (const { value, likely, veryLikely } of steps)
      expect({ value, likely, veryLikely }).toEqual({
        value: 7,
        likely: { low: 7, high: 7 },
        veryLikely: { low: 7, high: 7 },
      });
  });

  it('does not forecast nothing for a shop that sells now and then', () => {
    const values = Array.from({ length: 60 }, (_, i) => (i % 5 === 2 ? 50 : 0));
    const { sum } = forecastOf(task(values, 10, 7));
    expect(sum.value).toBeGreaterThan(40);
    expect(sum.value).toBeLessThan(200);
  });

  it('is refused for a history that is too short, or of what is no number', () => {
    expect(() => forecastOf(task([1, 2, 3]))).toThrow(RangeError);
    expect(() => forecastOf(task([...OIL, Number.NaN]))).toThrow(RangeError);
  });

  it('covers what comes about as often as it says', () => {
    const next = noise(11);
    let [within, all, widely, those] = [0, 0, 0, 0];
    for (let run = 0; run < 60; run++) {
      const series = Array.from({ length: 43 }, (_, i) => (200 + i) * (1 + 0.1 * next()));
      forecastOf(task(series.slice(0, 40))).steps.forEach(({ likely, veryLikely }, h) => {
        const actual = series[40 + h] as number;
        if (likely) [within, all] = [within + Number(actual >= likely.low && actual <= likely.high), all + 1];
        if (veryLikely)
          [widely, those] = [
            widely + Number(actual >= veryLikely.low && actual <= veryLikely.high),
            those + 1,
          ];
      });
    }
    expect(within / all).toBeGreaterThan(0.74);
    expect(within / all).toBeLessThan(0.9);
    expect(widely / those).toBeGreaterThan(0.91);
  });

  const figures = ({ steps, sum }: Forecast): number[] =>
    [...steps, sum].flatMap(s =>
      [s.value, s.likely, s.veryLikely].flatMap(x => (typeof x === 'object' ? [x.low, x.high] : (x ?? []))),
    );
  const anySeries = fc.array(fc.oneof(fc.integer({ min: -50, max: 1000 }), fc.constant(0)), {
    minLength: 10,
    maxLength: 40,
  });

  it('never says what is no number, nor less than nothing of what never was', () => {
    fc.assert(
      fc.property(anySeries, fc.integer({ min: 1, max: 12 }), (values, steps) => {
        const all = figures(forecastOf(task(values, steps, 4)));
        expect(all.every(Number.isFinite)).toBe(true);
        if (values.every(x => x >= 0)) expect(all.every(x => x >= 0)).toBe(true);
      }),
      { numRuns: 60, seed: 1 },
    );
  });

  it('is of the same size as its series', () => {
    fc.assert(
      fc.property(anySeries, values => {
        const [one, thousand] = [values, values.map(x => x * 1024)].map(v => forecastOf(task(v, 2, 4)));
        expect(thousand?.model).toBe(one?.model);
        figures(thousand as Forecast).forEach((x, i) => {
          expect(x / 1024).toBeCloseTo(figures(one as Forecast)[i] as number, 6);
        });
      }),
      { numRuns: 40, seed: 2 },
    );
  });

  it('comes to the same in a thread of its own', async () => {
    expect(await forecastApart(task(OIL))).toEqual(forecastOf(task(OIL)));
  });
});

describe('intervals', () => {
  it('reach as far as split conformal prediction says', () => {
    const nine = [1, 2, 3, 4, 5, 6, 7, 8, 9];
    expect(reach(nine, 0.8)).toBe(8);
    expect(reach(nine, 0.95)).toBeUndefined();
    expect(reach(nine.slice(0, 4), 0.8)).toBe(4);
    expect(reach(nine.slice(0, 3), 0.8)).toBeUndefined();
  });

  it('widen as a random walk where no test reached, and never narrow', () => {
    const far = reaches([[1, 2, 3, 4], [1, 1, 1, 1], [5]], 0.8);
    expect(far).toEqual([4, 4, 4 * Math.sqrt(3 / 2)]);
  });

  it('are ratios, or end at zero', () => {
    expect(around(10, Math.log(2), true, 0)).toEqual({ low: 5, high: expect.closeTo(20, 9) });
    expect(around(10, 12, false, 0)).toEqual({ low: 0, high: 22 });
    expect(around(10, 12, false, Number.NEGATIVE_INFINITY)).toEqual({ low: -2, high: 22 });
  });
});
