import { describe, expect, it } from 'vitest';
import { CANDIDATES } from './candidates.js';
import { missesOf } from './intervals.js';

const [candidate] = CANDIDATES;

/** Each of the last three values was forecast as 100. */
const misses = (...values: readonly number[]) =>
  missesOf(
    {
      candidate: candidate as (typeof CANDIDATES)[number],
      origins: [2, 3, 4],
      forecasts: [[100], [100], [100]],
    },
    Float64Array.from(values),
    { from: 0, to: 0 },
    1,
  );

describe('how far forecasts were off', () => {
  it('is a ratio where all values are well above zero', () => {
    const { isRatio, bySteps } = misses(100, 100, 50, 100, 200);
    expect(isRatio).toBe(true);
    // Half of it and twice as much are as far off.
    expect(bySteps[0]?.map(miss => Math.exp(miss))).toEqual([1, 2, 2].map(x => expect.closeTo(x, 10)));
  });

  it('is a difference where one is next to nothing, since it would be off by hundreds', () => {
    expect(misses(100, 100, 0.5, 100, 200)).toMatchObject({ isRatio: false, bySteps: [[0, 99.5, 100]] });
  });
});
