import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cellAt, cellsOf } from '../../src/segments/maps/cells.js';
import type { SegmentMap } from '../../src/segments/maps/map.js';
import { sharedFile } from '../support/shared-data.js';
import { openTestShop, type TestShop } from '../support/shop.js';
import { openShopWith, recordsOf } from '../support/test-data.js';

/**
 * Published results, computed by others (their sources are in the folder's README), by the questions that ask
 * for them.
 */
const NOW = '2026-11-22T10:00:00Z';

describe('the published five segments of classic-models', () => {
  let shop: TestShop;
  beforeAll(async () => {
    shop = await openShopWith([sharedFile('classic-models/sales_data_sample.csv')], NOW);
  });
  afterAll(() => shop.close());

  it.each([
    ['map:five frequency:lines scoring:rank', [21, 16, 18, 18, 19]],
    // R and M by quintiles, F by the rank, as the report has it.
    ['frequency:lines f-scoring:rank', [21, 16, 18, 18, 19]],
    ['map:five scoring:rank', [19, 27, 9, 9, 28]],
    ['', [14, 5, 36, 3, 34]],
  ])('%s', async (by, customers) => {
    const { rows } = await shop.answer(`segment ${by}`);
    expect(rows.map(row => row.customers)).toEqual(customers);
  });

  it('cuts, counted to the last day itself', async () => {
    const { rows } = await shop.answer('segment cuts as-of:2005-05-31');
    const toTheCent = (cut: unknown) => Math.round(Number(cut) * 100) / 100;
    expect(rows.map(row => [1, 2, 3, 4].map(i => toTheCent(row[`cut${i}`])))).toEqual([
      [54.8, 144.4, 196.6, 257.8],
      [2, 3, 3, 4],
      [64_640.03, 79_323.37, 100_479.96, 133_744.52],
    ]);
  });
});

describe('the published segments of amazon, six locations', () => {
  let shop: TestShop;
  beforeAll(async () => {
    shop = await openShopWith([sharedFile('amazon/orders.csv')], NOW);
  });
  afterAll(() => shop.close());

  it('all 1,859 rows, all columns', async () => {
    const { rows } = await shop.answer(
      'segment export map:high-value f-scoring:rank as-of:2025-01-01 location:"Alwar (Rural)",Bangalore,Chennai,Delhi,Mumbai,"Pune (Urban)" scored:filtered',
    );
    const ours = rows.map(row =>
      [row.customer, row.recency, row.frequency, row.monetary, row.r, row.f, row.m, row.segment].map(String),
    );
    const published = recordsOf(sharedFile('amazon/published-segments.csv')).map(row => [
      row['Customer ID'],
      ...[row.Recency, row.Frequency, row.Monetary, row.R_Score, row.F_Score, row.M_Score].map(number =>
        String(Number(number)),
      ),
      row.Segment,
    ]);
    expect(published).toHaveLength(1_859);
    expect(ours.toSorted()).toEqual(published.toSorted());
  });
});

describe('the published quintiles of customer summaries', () => {
  let shop: TestShop;
  beforeAll(async () => {
    shop = await openShopWith([sharedFile('quintiles/rfmModel.csv')], NOW);
  });
  afterAll(() => shop.close());

  const theirs = recordsOf(sharedFile('quintiles/rfmModel.csv'));
  const columns = [
    ['mean invoice', 'm', 'AvgGroup', 'CustomerAverage'],
    ['days', 'r', 'LastGroup', 'DaysSinceLast'],
    ['invoices', 'f', 'VolumeGroup', 'CustomerVolume'],
  ] as const;
  const ourGroups = async (axis: 'r' | 'f' | 'm') => {
    const { rows } = await shop.answer(
      'segment export map:weighted scoring:ntile-best-first monetary:average best:1',
    );
    return new Map(rows.map(row => [row.customer, row[axis]]));
  };

  it.each(
    columns,
  )('has the groups of %s, 1 for the best, but where equal values are split', async (...column) => {
    const [, axis, group, value] = column;
    const ours = await ourGroups(axis);
    // A value that stands in two groups is one that was split, in an order that was not published.
    const groupsOf = (row: Record<string, string>) =>
      theirs.filter(t => t[value] === row[value]).map(t => Number(t[group]));
    const differ = theirs.filter(row => !groupsOf(row).includes(Number(ours.get(row.CustomerID))));
    expect(differ).toEqual([]);
  });

  it.each(columns)('has groups of the same sizes by %s', async (_, axis, group) => {
    const ours = [...(await ourGroups(axis)).values()];
    const sizes = (groups: readonly unknown[]) =>
      [1, 2, 3, 4, 5].map(g => groups.filter(x => x === g).length);
    expect(sizes(ours)).toEqual(sizes(theirs.map(row => Number(row[group]))));
  });

  it('has 32, 51, 63 and 20 customers in the bands of the weighted score of its groups', () => {
    const map = shop.shop.segmenting.maps.get('weighted') as SegmentMap;
    const cells = cellsOf(map).segments;
    const places = theirs.map(row => {
      const [r, f, m] = [row.LastGroup, row.VolumeGroup, row.AvgGroup].map(g => 6 - Number(g));
      return cells[cellAt({ r: r as number, f: f as number, m: m as number }, 5)];
    });
    expect(map.segments.map((_, i) => places.filter(place => place === i).length)).toEqual([32, 51, 63, 20]);
  });
});

/** The map of ten segments by R and F that tutorials teach, as its rules are written there. */
const TEN: readonly (readonly [key: string, r: readonly [number, number], f: readonly [number, number]])[] = [
  ['champions', [5, 5], [4, 5]],
  ['loyal', [3, 4], [4, 5]],
  ['potential', [4, 5], [2, 3]],
  ['new', [5, 5], [1, 1]],
  ['promising', [4, 4], [1, 1]],
  ['attention', [3, 3], [3, 3]],
  ['about-to-sleep', [3, 3], [1, 2]],
  ['at-risk', [1, 2], [3, 4]],
  ['cant-lose', [1, 2], [5, 5]],
  ['hibernating', [1, 2], [1, 2]],
];

describe('the ten segments of tutorials, on the purchases of online-retail', () => {
  it('hold as many customers as by their definition', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'shopkeeper-ten-'));
    const path = join(folder, 'ten.json');
    const texts = { colour: '#0b6fb8', who: '', impact: '', actions: ['Write to them'] };
    const segments = TEN.map(([key]) => ({ key, title: key, one: key, many: key, ...texts }));
    const rules = TEN.map(([segment, r, f]) => ({ segment, r, f }));
    writeFileSync(path, JSON.stringify({ name: 'ten', title: 'Ten segments', segments, rules }));
    // Quantity and price above zero, no cancellations, with a customer; a row for each invoice.
    const invoices = new Map<string, { row: Record<string, string>; thousandths: number }>();
    for (const part of [1, 2, 3])
      for (const row of recordsOf(sharedFile(`online-retail/full-part${part}of3.csv.gz`))) {
        const amount = Math.round(Number(row.Quantity) * Number(row.UnitPrice) * 1000);
        if (!row.CustomerID || Number(row.Quantity) <= 0 || amount <= 0 || row.InvoiceNo?.startsWith('C'))
          continue;
        const invoice = invoices.get(row.InvoiceNo ?? '') ?? { row, thousandths: 0 };
        invoices.set(row.InvoiceNo ?? '', { ...invoice, thousandths: invoice.thousandths + amount });
      }
    const lines = [...invoices].map(
      ([id, { row, thousandths }]) =>
        `${id},${row.InvoiceDate?.slice(0, 10)},${row.CustomerID},${(thousandths / 1000).toFixed(3)}`,
    );
    const shop = await openTestShop({ SEGMENT_MAP: path }, NOW);
    await shop.load('purchases.csv', `Order ID,Order Date,Customer ID,Amount\n${lines.join('\n')}\n`);
    const { rows } = await shop.answer('segment f-scoring:rank as-of:2011-12-11');
    expect(rows.map(row => [row.segment, row.customers])).toEqual([
      ['champions', 633],
      ['loyal', 819],
      ['potential', 484],
      ['new', 42],
      ['promising', 94],
      ['attention', 187],
      ['about-to-sleep', 352],
      ['at-risk', 593],
      ['cant-lose', 63],
      ['hibernating', 1_071],
    ]);
    expect(await shop.figures('sales', 'value')).toMatchObject({ customers: 4_338, revenue: 8_911_407.9 });
    await shop.close();
    rmSync(folder, { recursive: true });
  });
});
