import { copyFileSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cellAt, cellsOf } from '../../src/segments/maps/cells.js';
import type { SegmentMap } from '../../src/segments/maps/map.js';
import { sharedFile } from '../support/shared-data.js';
import { openTestShop, type TestShop } from '../support/shop.js';

/** Published results, computed by others (their sources are in the folder's README), by the questions that ask for them. */

const records = (path: string): Record<string, string>[] =>
  Papa.parse<Record<string, string>>(readFileSync(path, 'utf8'), { header: true, skipEmptyLines: true }).data;

/** A shop that has loaded a shared file; its folder cannot be written to, so a copy is. */
async function shopWith(path: string): Promise<TestShop> {
  const shop = await openTestShop({}, '2026-11-22T10:00:00Z');
  const copy = join(shop.folder, 'file.csv');
  copyFileSync(path, copy);
  await shop.ingest(copy);
  return shop;
}

const rfm = sharedFile('r-rfm/orders.csv');
const rfmScores = sharedFile('r-rfm/scores.csv');
describe.skipIf(!rfm || !rfmScores)('the R package rfm and its sample data', () => {
  let shop: TestShop;
  beforeAll(async () => {
    shop = await shopWith(rfm as string);
  });
  afterAll(() => shop.close());
  const BY = 'map:r-package scoring:quantile-half-open as-of:2006-12-31';

  it('cuts and sizes of the groups', async () => {
    const { rows } = await shop.answer(`segment cuts ${BY}`);
    const numbers = (name: string) => rows.map(row => [1, 2, 3, 4, 5].map(i => row[`${name}${i}`]));
    expect(numbers('cut').map(cuts => cuts.slice(0, 4))).toEqual([
      [115, 181, 297.4, 482],
      [4, 5, 6, 8],
      [255.8, 382, 506.4, 666],
    ]);
    expect(numbers('score')).toEqual([
      [197, 200, 199, 199, 200],
      [268, 187, 176, 244, 120],
      [200, 200, 198, 202, 195],
    ]);
  });

  it('every customer: recency, frequency, monetary, scores, segment', async () => {
    const { rows } = await shop.answer(`segment export ${BY}`);
    const ours = new Map(rows.map(row => [row.customer, row]));
    const theirs = records(rfmScores as string);
    expect(rows).toHaveLength(995);
    expect(theirs).toHaveLength(995);
    for (const row of theirs) {
      const { recency, frequency, monetary, r, f, m, segment } = ours.get(row.customer_id as string) ?? {};
      expect([row.customer_id, recency, frequency, monetary, `${r}${f}${m}`, segment]).toEqual([
        row.customer_id,
        Number(row.recency_days),
        Number(row.transaction_count),
        Number(row.amount),
        row.rfm_score,
        row.segment_docs,
      ]);
    }
  });

  it('every row of the table of its map: customers, orders, revenue', async () => {
    const { rows } = await shop.answer(`segment ${BY}`);
    expect(rows.map(row => [row.segment, row.customers, row.orders, row.revenue])).toEqual([
      ['Champions', 35, 316, 31_646],
      ['Potential Loyalist', 342, 2_211, 204_856],
      ['Loyal Customers', 170, 799, 76_562],
      ['Promising', 9, 28, 4_249],
      ['New Customers', 104, 329, 28_837],
      ["Can't Lose Them", 47, 274, 32_446],
      ['At Risk', 28, 216, 22_227],
      ['Need Attention', 10, 57, 4_562],
      ['About To Sleep', 102, 283, 23_449],
      ['Lost', 148, 393, 35_324],
    ]);
  });

  it('the eleven segments by right-closed cuts', async () => {
    const { rows } = await shop.answer('segment map:eleven as-of:2006-12-31');
    expect(rows.map(row => row.customers)).toEqual([162, 175, 155, 17, 43, 129, 28, 119, 39, 53, 75]);
  });
});

const classic = sharedFile('classic-models/sales_data_sample.csv');
describe.skipIf(!classic)('the published five segments of classic-models', () => {
  let shop: TestShop;
  beforeAll(async () => {
    shop = await shopWith(classic as string);
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

const amazon = sharedFile('amazon/orders.csv');
const amazonSegments = sharedFile('amazon/published-segments.csv');
describe.skipIf(!amazon || !amazonSegments)('the published segments of amazon, six locations', () => {
  let shop: TestShop;
  beforeAll(async () => {
    shop = await shopWith(amazon as string);
  });
  afterAll(() => shop.close());

  it('all 1,859 rows, all columns', async () => {
    const { rows } = await shop.answer(
      'segment export map:high-value f-scoring:rank as-of:2025-01-01 location:"Alwar (Rural)",Bangalore,Chennai,Delhi,Mumbai,"Pune (Urban)"',
    );
    const ours = new Map(rows.map(row => [row.customer, row]));
    const theirs = records(amazonSegments as string);
    expect([rows.length, theirs.length]).toEqual([1_859, 1_859]);
    for (const row of theirs) {
      const { recency, frequency, monetary, r, f, m, segment } = ours.get(row['Customer ID'] as string) ?? {};
      expect([recency, frequency, monetary, r, f, m, segment]).toEqual([
        ...[row.Recency, row.Frequency, row.Monetary, row.R_Score, row.F_Score, row.M_Score].map(Number),
        row.Segment,
      ]);
    }
  });
});

const quintiles = sharedFile('quintiles/rfmModel.csv');
describe.skipIf(!quintiles)('the published quintiles of customer summaries', () => {
  let shop: TestShop;
  beforeAll(async () => {
    shop = await shopWith(quintiles as string);
  });
  afterAll(() => shop.close());

  it('groups of mean invoice, days and invoices, 1 for the best, but where equal values are split', async () => {
    const { rows } = await shop.answer(
      'segment export map:weighted scoring:ntile-best-first monetary:average best:1',
    );
    const ours = new Map(rows.map(row => [row.customer, row]));
    const theirs = records(quintiles as string);
    expect(rows).toHaveLength(166);
    const columns = [
      ['m', 'AvgGroup', 'CustomerAverage'],
      ['r', 'LastGroup', 'DaysSinceLast'],
      ['f', 'VolumeGroup', 'CustomerVolume'],
    ] as const;
    for (const [axis, group, value] of columns) {
      for (const row of theirs) {
        // A value that stands in two groups is one that was split, in an order that was not published.
        const groups = new Set(theirs.filter(t => t[value] === row[value]).map(t => Number(t[group])));
        expect(groups, `${row.CustomerID} ${axis}`).toContain(ours.get(row.CustomerID as string)?.[axis]);
      }
      const sizes = (of: (g: number) => number) => [1, 2, 3, 4, 5].map(of);
      expect(sizes(g => rows.filter(row => row[axis] === g).length)).toEqual(
        sizes(g => theirs.filter(row => Number(row[group]) === g).length),
      );
    }
  });

  it('32, 51, 63 and 20 customers in the bands of the weighted score of its groups', () => {
    const map = shop.shop.segmenting.maps.get('weighted') as SegmentMap;
    const cells = cellsOf(map).segments;
    const sizes = map.segments.map(() => 0);
    for (const row of records(quintiles as string)) {
      const [r, f, m] = [row.LastGroup, row.VolumeGroup, row.AvgGroup].map(g => 6 - Number(g));
      const at = cells[cellAt({ r: r as number, f: f as number, m: m as number }, 5)] as number;
      sizes[at] = (sizes[at] as number) + 1;
    }
    expect(sizes).toEqual([32, 51, 63, 20]);
  });
});
