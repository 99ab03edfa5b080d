import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { segmentOf } from '../../src/segments/map.js';
import { segmentMap } from '../../src/segments/maps.js';
import { binOf, quantileCuts } from '../../src/segments/quantile.js';
import { shiftsBetween } from '../../src/segments/shifts.js';
import { scoreCustomers } from '../../src/segments/snapshot.js';

const totals = fc
  .array(
    fc.record({
      orders: fc.integer({ min: 1, max: 30 }),
      revenue: fc.integer({ min: -5_000, max: 1_000_000 }),
      lastDay: fc.integer({ min: 0, max: 900 }),
    }),
    { maxLength: 80 },
  )
  .map(list => list.map((t, i) => ({ customerId: i + 1, ...t })));

describe('scoring', () => {
  it('cuts at type-7 quantiles (numpy.quantile([1..10], [.2, .4, .6, .8]) = 2.8 4.6 6.4 8.2)', () => {
    const cuts = quantileCuts([10, 1, 9, 2, 8, 3, 7, 4, 6, 5], 5);
    expect(cuts.map(c => Math.round(c * 1e9) / 1e9)).toEqual([2.8, 4.6, 6.4, 8.2]);
    expect([2, 3, 5, 8.2, 9].map(v => binOf(v, cuts))).toEqual([1, 2, 3, 4, 5]);
  });

  it('keeps equal values together, whatever the order of the rows, and is monotone', async () => {
    const map = await segmentMap('five');
    fc.assert(
      fc.property(totals, fc.integer(), (customers, seed) => {
        const scored = scoreCustomers(customers, 1_000, map).customers;
        const shuffled = [...customers].sort(
          (a, b) => ((a.customerId * 7 + seed) % 11) - ((b.customerId * 7 + seed) % 11),
        );
        const again = new Map(scoreCustomers(shuffled, 1_000, map).customers.map(c => [c.customerId, c]));
        for (const c of scored) expect(again.get(c.customerId)).toEqual(c);
        for (const a of scored) {
          for (const b of scored) {
            if (a.monetary <= b.monetary) expect(a.m).toBeLessThanOrEqual(b.m);
            if (a.frequency <= b.frequency) expect(a.f).toBeLessThanOrEqual(b.f);
            if (a.recency <= b.recency) expect(a.r).toBeGreaterThanOrEqual(b.r);
          }
        }
      }),
    );
  });

  it('puts every customer into exactly one segment of the map', async () => {
    const map = await segmentMap('five');
    const keys = map.segments.map(s => s.key);
    for (const r of [1, 2, 3, 4, 5])
      for (const f of [1, 2, 3, 4, 5])
        for (const m of [1, 2, 3, 4, 5]) expect(keys).toContain(segmentOf(map, { r, f, m }));
  });

  it('names the corners of the five-segment map as it is published', async () => {
    const map = await segmentMap('five');
    const of = (r: number, f: number, m: number) => segmentOf(map, { r, f, m });
    expect([of(5, 5, 5), of(4, 4, 3), of(3, 2, 5), of(2, 3, 5), of(2, 2, 5)]).toEqual([
      'vip',
      'loyal',
      'potential',
      'at-risk',
      'lost',
    ]);
  });

  it('says when customers are too few, or too alike, to be told apart', async () => {
    const map = await segmentMap('five');
    const alike = Array.from({ length: 10 }, (_, i) => ({
      customerId: i,
      orders: 1,
      revenue: 100,
      lastDay: 5,
    }));
    expect(scoreCustomers(alike.slice(0, 2), 10, map).notes[0]).toContain('say little');
    expect(scoreCustomers(alike, 10, map).notes).toEqual(
      ['recency', 'number of orders', 'money spent'].map(
        what => `All customers have the same ${what}, so it does not tell them apart.`,
      ),
    );
  });

  it('moves between two snapshots reconcile with their sizes', async () => {
    const map = await segmentMap('five');
    fc.assert(
      fc.property(totals, totals, (a, b) => {
        const after = a.length >= b.length ? a : b;
        const shifts = shiftsBetween(
          scoreCustomers(a.length >= b.length ? b : a, 950, map),
          scoreCustomers(after, 1_000, map),
        );
        expect(shifts.moves.length + shifts.stayed).toBe(after.length);
      }),
    );
  });
});
