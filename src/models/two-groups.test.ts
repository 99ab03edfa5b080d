import { describe, expect, it } from 'vitest';
import { differenceInterval } from '../core/proportions.js';
import { meanDifference, sampleOf } from './two-groups.js';

describe('the difference of two groups', () => {
  it('of means has the interval of R for Student’s sleep data', () => {
    // Student (1908), table of additional hours of sleep; R: t.test(extra ~ group, data = sleep).
    const first = [0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0];
    const second = [1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4];
    const found = meanDifference(sampleOf(first), sampleOf(second));
    expect(found?.freedom).toBeCloseTo(17.776, 3);
    expect(found?.low).toBeCloseTo(-3.3654832, 6);
    expect(found?.high).toBeCloseTo(0.2054832, 6);
  });

  it('of proportions has the interval of Newcombe’s table', () => {
    // Newcombe (1998 b), table II, method 10: 56/70 - 48/80, and 9/10 - 3/10.
    const [low, high] = differenceInterval({ part: 56, whole: 70 }, { part: 48, whole: 80 });
    expect([low, high].map(v => v.toFixed(4))).toEqual(['0.0524', '0.3339']);
    const [lower, upper] = differenceInterval({ part: 9, whole: 10 }, { part: 3, whole: 10 });
    expect([lower, upper].map(v => v.toFixed(4))).toEqual(['0.1705', '0.8090']);
  });

  it('is not told from single values, or where nothing varies', () => {
    expect(meanDifference(sampleOf([1]), sampleOf([1, 2]))).toBeUndefined();
    expect(meanDifference(sampleOf([1, 1]), sampleOf([1, 1]))).toBeUndefined();
    expect(meanDifference(sampleOf([]), sampleOf([]))).toBeUndefined();
  });
});
