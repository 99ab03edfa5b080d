import { readdirSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mapsWith } from '../../src/segments/maps/maps.js';
import { compareKeys, groupOf } from '../../src/segments/scoring/axis.js';
import { type Method, scorings, USUAL_METHOD } from '../../src/segments/scoring/method.js';
import { notesOnScores, scoreCustomers } from '../../src/segments/scoring/scores.js';
import { shiftsBetween } from '../../src/segments/shifts.js';
import { customersOf, placeOf, snapshotOf } from '../../src/segments/snapshots/snapshot.js';
import { summarise } from '../../src/segments/summary.js';
import { type Buyer, contextOf, figuresOf, plainScores } from '../support/rfm.js';

const AS_OF = 1_000;
const { all: MAPS } = mapsWith();

const buyers = fc
  .array(
    fc.record({
      orders: fc.integer({ min: 1, max: 12 }),
      more: fc.integer({ min: 0, max: 20 }),
      revenue: fc.oneof(fc.integer({ min: -5_000, max: 1_000_000 }), fc.constantFrom(0, 1_000, 2_000)),
      lastDay: fc.integer({ min: 0, max: 900 }),
      letter: fc.constantFrom('a', 'B', 'z', 'Ö', '7'),
    }),
    { minLength: 1, maxLength: 60 },
  )
  .map(list =>
    list.map(
      ({ orders, more, revenue, lastDay, letter }, i): Buyer => ({
        key: `${letter}${(i * 37) % 101}-${i}`,
        orders,
        lines: orders + more,
        days: Math.max(1, orders - (more % 3)),
        revenue,
        lastDay,
      }),
    ),
  );

const scoring = fc.constantFrom(
  'quantile',
  'quantile-half-open',
  'rank',
  'ntile',
  'ntile-best-first',
  'cutoffs',
);
const method = fc
  .record({
    r: scoring,
    f: scoring,
    m: scoring,
    frequency: fc.constantFrom('orders' as const, 'lines' as const, 'days' as const),
    monetary: fc.constantFrom('total' as const, 'average' as const),
    bins: fc.integer({ min: 3, max: 10 }),
  })
  .map((some): Method => {
    const steps = (by: number) => Array.from({ length: some.bins - 1 }, (_, i) => (i + 1) * by);
    return { ...some, cuts: { r: steps(90), f: steps(2), m: steps(1_000) } };
  });

const score = (some: readonly Buyer[], by: Method = USUAL_METHOD, asOf = AS_OF) =>
  scoreCustomers(figuresOf(some), asOf, by, contextOf(some));
const scoresByKey = (some: readonly Buyer[], by: Method) => {
  const scored = score(some, by);
  return new Map(
    some.map((b, i) => [b.key, [scored.r[i], scored.f[i], scored.m[i]] as [number, number, number]]),
  );
};

describe('scores', () => {
  it('are, by every method, those computed directly from the definitions', () => {
    fc.assert(
      fc.property(buyers, method, (some, by) => {
        const scored = score(some, by);
        expect(some.map((b, i) => ({ key: b.key, r: scored.r[i], f: scored.f[i], m: scored.m[i] }))).toEqual(
          plainScores(some, AS_OF, by),
        );
      }),
      { numRuns: 400 },
    );
  });

  it('do not depend on the order of the rows', () => {
    fc.assert(
      fc.property(buyers, method, fc.integer(), (some, by, seed) => {
        const shuffled = some
          .map((b, i) => ({ b, at: Math.sin(seed + i) }))
          .sort((x, y) => x.at - y.at)
          .map(({ b }) => b);
        expect([...scoresByKey(shuffled, by)].sort()).toEqual([...scoresByKey(some, by)].sort());
      }),
    );
  });

  it('rise with each axis; equal values get equal scores where ties stay together', () => {
    fc.assert(
      fc.property(buyers, method, (some, by) => {
        const { r, f, m, recency, frequency, monetary } = score(some, by);
        const axes = [
          [Array.from(recency, d => -d), r, by.r],
          [[...frequency], f, by.f],
          [[...monetary], m, by.m],
        ] as const;
        for (const [values, scores, scoringOfAxis] of axes)
          for (let a = 0; a < values.length; a++)
            for (let b = 0; b < values.length; b++) {
              const [x, y] = [values[a] as number, values[b] as number];
              if (x < y) expect(scores[a]).toBeLessThanOrEqual(scores[b] as number);
              if (x === y && !scorings.get(scoringOfAxis)?.splitsTies) expect(scores[a]).toBe(scores[b]);
            }
      }),
    );
  });

  it('of one customer follow from the cuts alone', () => {
    fc.assert(
      fc.property(buyers, method, (some, by) => {
        const scored = score(some, by);
        some.forEach((b, i) => {
          expect(by.bins + 1 - groupOf(scored.recency[i] as number, scored.cuts.r, b.key)).toBe(scored.r[i]);
          expect(groupOf(scored.frequency[i] as number, scored.cuts.f, b.key)).toBe(scored.f[i]);
          expect(groupOf(scored.monetary[i] as number, scored.cuts.m, b.key)).toBe(scored.m[i]);
        });
      }),
    );
  });

  it('cut 92 customers by rank into 19 18 18 18 19 and by ntile into 19 19 18 18 18 (pandas, SQL)', () => {
    const some = Array.from({ length: 92 }, (_, i) => ({
      key: `c${String(i).padStart(2, '0')}`,
      lastDay: 1,
      orders: 1 + (i % 4),
      revenue: 100,
    }));
    const sizes = (by: Partial<Method>) => {
      const { f } = score(some, { ...USUAL_METHOD, ...by });
      return [1, 2, 3, 4, 5].map(s => f.filter(v => v === s).length);
    };
    expect(sizes({ f: 'rank' })).toEqual([19, 18, 18, 18, 19]);
    expect(sizes({ f: 'ntile' })).toEqual([19, 19, 18, 18, 18]);
    expect(sizes({ f: 'ntile-best-first' })).toEqual([18, 18, 18, 19, 19]);
  });

  it('cut at type-7 quantiles (numpy.quantile([1..10], [.2, .4, .6, .8]) = 2.8 4.6 6.4 8.2)', () => {
    const some = Array.from({ length: 10 }, (_, i) => ({
      key: `${i}`,
      lastDay: 0,
      orders: i + 1,
      revenue: 0,
    }));
    const { at } = score(some).cuts.f;
    expect(at.map(c => Math.round(c * 1e9) / 1e9)).toEqual([2.8, 4.6, 6.4, 8.2]);
  });

  it('say when customers are too few, or too alike, to be told apart', () => {
    const alike = Array.from({ length: 10 }, (_, i) => ({
      key: `${i}`,
      orders: 1,
      revenue: 100,
      lastDay: 5,
    }));
    expect(notesOnScores(score(alike.slice(0, 2)))).toEqual([{ kind: 'fewToScore', customers: 2, bins: 5 }]);
    expect(notesOnScores(score(alike))).toEqual(
      ['days since the last order', 'number of orders', 'money spent'].map(measure => ({
        kind: 'fewGroups',
        measure,
        groups: 1,
        bins: 5,
      })),
    );
  });

  it('put customers in the order of their ids: numbers by size, then text by code points', () => {
    expect(['b', '10', 'B', '9', 'a', '007', 'Ö'].sort(compareKeys)).toEqual([
      '9',
      '10',
      '007',
      'B',
      'a',
      'b',
      'Ö',
    ]);
  });

  it('come from one file each', () => {
    const folder = new URL('../../src/segments/scoring/methods/', import.meta.url);
    const files = readdirSync(folder).map(file => file.replace(/\.ts$/, ''));
    expect([...scorings.keys()].sort()).toEqual(files.sort());
  });
});

describe('segments', () => {
  it('hold every customer exactly once, and add up to all, by every method and map', () => {
    fc.assert(
      fc.property(buyers, method, fc.constantFrom(...MAPS), (some, by, map) => {
        const snapshot = snapshotOf(score(some, by), map);
        const summaries = summarise(snapshot);
        const sum = (of: (s: (typeof summaries)[number]) => number) =>
          summaries.reduce((t, s) => t + of(s), 0);
        expect(sum(s => s.customers)).toBe(some.length);
        expect(sum(s => s.orders)).toBe(some.reduce((t, b) => t + b.orders, 0));
        expect(sum(s => s.revenue)).toBe(some.reduce((t, b) => t + b.revenue, 0));
        for (const customer of customersOf(snapshot))
          expect(placeOf(snapshot, customer.customerId)).toBeDefined();
        expect(placeOf(snapshot, some.length + 1)).toBeUndefined();
      }),
    );
  });

  it('shift so that everybody is counted once, and the matrix adds up to both snapshots', () => {
    fc.assert(
      fc.property(buyers, buyers, fc.constantFrom(...MAPS), (a, b, map) => {
        const [few, many] = a.length < b.length ? [a, b] : [b, a];
        const before = snapshotOf(score(few, USUAL_METHOD, 950), map);
        const after = snapshotOf(score(many, USUAL_METHOD, 1_000), map);
        const { moves, stayed, matrix, segments } = shiftsBetween(before, after);
        expect(moves.length + stayed).toBe(many.length);
        segments.forEach((segment, s) => {
          const was = customersOf(before).filter(c => c.segment.key === segment.key).length;
          const is = customersOf(after).filter(c => c.segment.key === segment.key).length;
          expect(matrix[s]?.reduce((x, y) => x + y, 0)).toBe(was);
          expect(matrix.reduce((x, row) => x + (row[s] as number), 0)).toBe(is);
        });
      }),
    );
  });
});
