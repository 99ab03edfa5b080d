import { describe, expect, it } from 'vitest';
import { findingsOf } from '../../core/answer/finding-rules.js';
import { formatFor } from '../../core/answer/format.js';
import { shippedMaps } from '../../segments/maps/maps.js';
import type { SegmentSummary } from '../../segments/summary.js';
import { SEGMENT_RULES, type SegmentFacts } from './findings.js';

const five = shippedMaps().find(map => map.name === 'five');

/** Five segments; money in cents. */
function facts(usualGap: number | null): SegmentFacts {
  const sizes = [
    { customers: 10, revenue: 60_000, medianRecency: 20, bigSpenders: { customers: 6, revenue: 45_000 } },
    { customers: 10, revenue: 15_000, medianRecency: 90, bigSpenders: { customers: 1, revenue: 4_000 } },
    { customers: 0, revenue: 0, medianRecency: null, bigSpenders: { customers: 0, revenue: 0 } },
    { customers: 10, revenue: 15_000, medianRecency: 100, bigSpenders: { customers: 2, revenue: 7_000 } },
    { customers: 20, revenue: 10_000, medianRecency: 200, bigSpenders: { customers: 1, revenue: 3_000 } },
  ];
  const segments = sizes.map((size, i): SegmentSummary => {
    const segment = five?.segments[i];
    if (!segment) throw new Error('the map has five segments');
    return {
      ...size,
      segment,
      share: size.customers / 50,
      revenueShare: size.revenue / 100_000,
      orders: size.customers,
      medianFrequency: 1,
      medianMonetary: 1,
      meanR: 1,
      meanF: 1,
      meanM: 1,
    };
  });
  return { segments, customers: 50, withOneOrder: 0, usualGap, format: formatFor('USD') };
}

describe('rules about segments', () => {
  it('speak of what a segment spends on average, not of each customer', () => {
    // 600.00 by ten customers, 1,000.00 by fifty: 60.00 against 20.00.
    expect(findingsOf(SEGMENT_RULES, facts(null)).observations).toContain(
      'VIP customers spent $60.00 on average, 3 times as much as the average customer.',
    );
  });

  it('say that a segment has been away for longer than usual, by its median and the usual gap', () => {
    const sentences = (usualGap: number | null) =>
      findingsOf(SEGMENT_RULES, facts(usualGap)).observations.filter(text => text.includes('away'));
    expect(sentences(60)).toEqual([
      'Half of the loyal customers have been away longer than the usual 60 days between orders.',
    ]);
    expect(sentences(90)).toEqual([]);
    expect(sentences(null)).toEqual([]);
  });

  it('advise to win back first those who spent more than the average customer, in whichever segment', () => {
    expect(findingsOf(SEGMENT_RULES, facts(null)).actions[0]).toBe(
      'At-risk customers and lost customers: Personally contact the 3 who each spent more than the ' +
        'average customer ($100.00 together).',
    );
  });
});
