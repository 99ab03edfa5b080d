import { describe, expect, it } from 'vitest';
import { histogramOf } from './histogram.js';

describe('histograms', () => {
  it('count a value on an edge in the column that starts there, and far values together', () => {
    expect(histogramOf([0, 1, 9, 10, 11, 19, 20], 2)).toEqual({
      from: [0, 10, 20],
      counts: [3, 3, 1],
      isOpen: false,
    });
    const { counts, isOpen } = histogramOf([...Array.from({ length: 99 }, (_, i) => i), 10_000], 10);
    expect(isOpen).toBe(true);
    expect(counts.reduce((a, b) => a + b, 0)).toBe(100);
    expect(counts.length).toBeLessThan(12);
  });
});
