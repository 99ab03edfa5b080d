import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cellAt, cellsOf } from '../../src/segments/maps/cells.js';
import type { SegmentMap } from '../../src/segments/maps/map.js';
import type { TestShop } from '../support/shop.js';
import { figuresOf, madeFile, openShopWith, recordsOf } from '../support/test-data.js';

/**
 * Scores and segments of the invented files, computed apart from the product by test/data/made/figures.py.
 */
const NOW = '2026-11-22T10:00:00Z';

describe('five segments of the model shop', () => {
  const { segments: known } = figuresOf<{ segments: Record<string, unknown> }>('made', 'modelShop');
  let shop: TestShop;
  beforeAll(async () => {
    shop = await openShopWith([madeFile('model-shop.csv.gz')], NOW);
  });
  afterAll(() => shop.close());

  it.each([
    ['map:five frequency:lines scoring:rank', known.linesByRank],
    ['frequency:lines f-scoring:rank', known.linesByRankOfFrequency],
    ['map:five scoring:rank', known.ordersByRank],
    ['', known.orders],
  ])('by "%s"', async (options, customers) => {
    const { rows } = await shop.answer(`segment ${options}`);
    expect(rows.map(row => row.customers)).toEqual(customers);
  });

  it('has the cuts of exact quantiles', async () => {
    const { rows } = await shop.answer('segment cuts as-of:2005-05-31');
    const toTheCent = (cut: unknown) => Math.round(Number(cut) * 100) / 100;
    expect(rows.map(row => [1, 2, 3, 4].map(i => toTheCent(row[`cut${i}`])))).toEqual(known.cutsToTheLastDay);
  });
});

describe('a marketplace where everybody ordered once', () => {
  let shop: TestShop;
  beforeAll(async () => {
    shop = await openShopWith([madeFile('marketplace.csv.gz')], NOW);
  });
  afterAll(() => shop.close());

  it('scores the customers of four places by rank where all frequencies are equal', async () => {
    const { rows } = await shop.answer(
      'segment export map:high-value f-scoring:rank as-of:2025-01-01 location:"Alwar (Rural)",Delhi,Mumbai,"Pune (Urban)" scored:filtered',
    );
    const ours = rows.map(row =>
      [row.customer, row.recency, row.frequency, row.monetary, row.r, row.f, row.m, row.segment].map(String),
    );
    const computed = recordsOf(madeFile('marketplace-scores.csv')).map(row => [
      row['Customer ID'],
      row.Recency,
      row.Frequency,
      String(Number(row.Monetary)),
      row.R_Score,
      row.F_Score,
      row.M_Score,
      row.Segment,
    ]);
    expect(ours.toSorted()).toEqual(computed.toSorted());
  });
});

describe('customer summaries with groups by NTILE', () => {
  let shop: TestShop;
  beforeAll(async () => {
    shop = await openShopWith([madeFile('summaries.csv')], NOW);
  });
  afterAll(() => shop.close());
  const summaries = recordsOf(madeFile('summaries.csv'));

  it.each([
    ['mean order', 'm', 'AvgGroup'],
    ['days since the last order', 'r', 'LastGroup'],
    ['number of orders', 'f', 'VolumeGroup'],
  ])('has the same groups of the %s, 1 for the best, ties by customer', async (_, axis, group) => {
    const { rows } = await shop.answer(
      'segment export map:weighted scoring:ntile-best-first monetary:average best:1',
    );
    expect(Object.fromEntries(rows.map(row => [row.customer, row[axis]]))).toEqual(
      Object.fromEntries(summaries.map(row => [row.CustomerID, Number(row[group])])),
    );
  });

  it('has as many customers in every band of the weighted score', () => {
    const map = shop.shop.segmenting.maps.get('weighted') as SegmentMap;
    const cells = cellsOf(map).segments;
    const places = summaries.map(row => {
      const [r, f, m] = [row.LastGroup, row.VolumeGroup, row.AvgGroup].map(g => 6 - Number(g));
      return cells[cellAt({ r: r as number, f: f as number, m: m as number }, 5)];
    });
    expect(map.segments.map((_, i) => places.filter(place => place === i).length)).toEqual(
      figuresOf<{ bands: number[] }>('made', 'summaries').bands,
    );
  });
});
