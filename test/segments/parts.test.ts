import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isoOf } from '../../src/core/calendar/days.js';
import { median, medianInPlace } from '../../src/core/statistics.js';
import type { SegmentMap } from '../../src/segments/maps/map.js';
import { mapsWith } from '../../src/segments/maps/maps.js';
import { USUAL_METHOD } from '../../src/segments/scoring/method.js';
import { scoreCustomers } from '../../src/segments/scoring/scores.js';
import {
  defaultOptions,
  optionsText,
  optionsWith,
  SEGMENTATION_OPTIONS,
} from '../../src/segments/segmentation/options.js';
import { newBest, shiftsBetween, slipped, wonBack } from '../../src/segments/shifts.js';
import { pastCutsOf, segmentsAsOf } from '../../src/segments/snapshots/as-of.js';
import { snapshotOf } from '../../src/segments/snapshots/snapshot.js';
import { databaseOf } from '../support/database.js';
import { contextOf, figuresOf } from '../support/rfm.js';
import { openTestShop } from '../support/shop.js';

const maps = mapsWith();

describe('moves', () => {
  it('slip from those who stay to those who leave, come back the other way, and neither within', () => {
    const map = maps.get('five') as SegmentMap;
    // Scores are set by thresholds, so that each customer's segment is known.
    const method = {
      ...USUAL_METHOD,
      r: 'cutoffs',
      f: 'cutoffs',
      m: 'cutoffs',
      cuts: { r: [10, 20, 30, 40], f: [1, 2, 3, 4], m: [1, 2, 3, 4] },
    };
    const at = (rows: readonly [key: string, days: number, orders: number][]) => {
      const buyers = rows.map(([key, days, orders]) => ({ key, lastDay: 100 - days, orders, revenue: 900 }));
      return snapshotOf(scoreCustomers(figuresOf(buyers), 100, method, contextOf(buyers)), map);
    };
    const before = at([
      ['a', 5, 5],
      ['b', 35, 5],
      ['c', 35, 5],
      ['d', 5, 1],
      ['e', 5, 3],
    ]);
    const after = at([
      ['a', 35, 5], // VIP -> At Risk
      ['b', 35, 1], // At Risk -> Lost: gone before, and no slip
      ['c', 5, 5], // At Risk -> VIP
      ['d', 5, 1], // Potential Loyalist, stayed
      ['e', 35, 1], // Loyal -> Lost
      ['n', 5, 5], // new, VIP
    ]);
    const shifts = shiftsBetween(before, after);
    const ids = (moves: readonly { customer: { customerId: number } }[]) =>
      moves.map(m => m.customer.customerId);
    expect(ids(slipped(shifts))).toEqual([1, 5]);
    expect(ids(wonBack(shifts))).toEqual([3]);
    expect(ids(newBest(shifts))).toEqual([3]);
    expect(shifts.stayed).toBe(1);
  });
});

describe('options', () => {
  it('written are those that were read', () => {
    const usual = defaultOptions(maps.get('five') as SegmentMap);
    const option = fc.constantFrom(
      ['map', 'eleven'],
      ['scoring', 'rank'],
      ['f-scoring', 'ntile'],
      ['frequency', 'lines'],
      ['monetary', 'average'],
      ['weights', '0.5,0.3,0.2'],
      ['best', '1'],
      ['scored', 'filtered'],
      ['as-of', '2026-03-31'],
    );
    const groups = fc.constantFrom([['bins', '7']], [['r-cuts', '30,60,90.5,180']], []);
    fc.assert(
      fc.property(fc.array(option), groups, (some, more) => {
        const said = [...some, ...more] as unknown as [string, string][];
        const segmentation = optionsWith(said, usual, maps);
        const text = optionsText(segmentation, usual);
        const again = text
          .split(' ')
          .filter(word => word !== '')
          .map((word): [string, string] => word.split(':') as [string, string]);
        expect(optionsWith(again, usual, maps)).toEqual(segmentation);
      }),
    );
    expect(SEGMENTATION_OPTIONS.map(o => o.name)).toContain('as-of');
  });

  it('keep the number of scores where the shop has thresholds of its own', () => {
    const own = optionsWith(
      [['r-cuts', '30,60,90,180']],
      defaultOptions(maps.get('five') as SegmentMap),
      maps,
    );
    const asked = optionsWith(
      [
        ['scoring', 'quantile'],
        ['bins', '4'],
      ],
      own,
      maps,
    );
    expect(optionsText(asked, own)).toBe('scoring:quantile bins:4');
  });
});

describe('medians', () => {
  it('selected are those of sorted values', () => {
    const whole = fc.array(fc.integer({ min: -50, max: 50 }), { maxLength: 60 });
    fc.assert(
      fc.property(whole, values => {
        expect(medianInPlace(Int32Array.from(values))).toBe(median(values));
        expect(medianInPlace(Float64Array.from(values))).toBe(median(values));
      }),
      { numRuns: 500 },
    );
  });
});

describe('past months', () => {
  it('are the last twelve that have ended, with customers of summaries from their last order on', async () => {
    const shop = await openTestShop({}, '2026-03-20T00:00:00Z');
    const lines = Array.from({ length: 30 }, (_, i) => {
      const day = isoOf(20_150 + i * 9);
      return `o${i},${day},c${i % 7},${(i + 1) * 3}`;
    });
    await shop.load('lines.csv', `Order ID,Order Date,Customer ID,Amount\n${lines.join('\n')}\n`);
    await shop.load(
      'people.csv',
      'Customer ID,Orders,Total Spent,Last Order Date\ns1,4,400,2025-06-15\ns2,2,50,2025-11-02\n',
    );
    const { segmentation } = shop.shop.segmenting;
    const asOf = 20_150 + 29 * 9 + 1;
    const past = await shop.shop.read(view => pastCutsOf(view, asOf, segmentation));
    expect(isoOf(asOf)).toBe('2025-11-20');
    expect(past.map(p => isoOf(p.asOf))).toEqual([
      // Nobody had ordered before 3 March 2025.
      ...['2025-03-31', '2025-04-30', '2025-05-31', '2025-06-30', '2025-07-31', '2025-08-31'],
      ...['2025-09-30', '2025-10-31'],
    ]);
    for (const { asOf: day, cuts } of past)
      expect(cuts).toEqual((await shop.shop.read(view => segmentsAsOf(view, day, segmentation))).scored.cuts);
    await shop.close();
  });

  it('and all others give an order with lines of several customers to the first of them', async () => {
    const shop = await openTestShop({}, '2026-03-20T00:00:00Z');
    await shop.load(
      'mixed.csv',
      'Order ID,Order Date,Customer ID,Product,Amount\nx,2026-01-05,zoe,Tea,1\ny,2026-01-06,amy,Tea,1\nz,2026-01-07,amy,Tea,5\nz,2026-01-07,zoe,Cup,7\n',
    );
    // Zoe came first into the store, so the whole of order z is hers, as it is in the orders' own totals.
    const { rows } = await shop.answer('segment export');
    expect(rows.map(r => [r.customer, r.frequency, r.monetary])).toEqual([
      ['zoe', 2, 13],
      ['amy', 1, 1],
    ]);
    const { store } = shop.shop;
    const totals = await databaseOf(store)('customer_totals')
      .orderBy('customer_id')
      .select('orders', 'revenue');
    expect(totals.map(t => [Number(t.orders), Number(t.revenue)])).toEqual([
      [2, 1_300],
      [1, 100],
    ]);
    await shop.close();
  });
});
