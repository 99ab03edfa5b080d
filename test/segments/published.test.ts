import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TestShop } from '../support/shop.js';
import { shopOf } from '../support/shop-of.js';
import { figuresOf, openShopWith, realFile, recordsOf } from '../support/test-data.js';

/**
 * The R package rfm on its own sample data: figures that the package publishes (test/data/real/README.md).
 */
describe('the R package rfm and its sample data', () => {
  let shop: TestShop;
  beforeAll(async () => {
    shop = await openShopWith([realFile('rfm-orders.csv.gz')], '2026-11-22T10:00:00Z');
  });
  afterAll(() => shop.close());
  const BY = 'map:r-package scoring:quantile-half-open as-of:2006-12-31';
  const theirs = recordsOf(realFile('rfm-scores.csv.gz'));

  it('gives the same cuts', async () => {
    const { rows } = await shop.answer(`segment cuts ${BY}`);
    expect(rows.map(row => [1, 2, 3, 4].map(i => row[`cut${i}`]))).toEqual([
      [115, 181, 297.4, 482],
      [4, 5, 6, 8],
      [255.8, 382, 506.4, 666],
    ]);
  });

  it('gives as many customers in every group', async () => {
    const { rows } = await shop.answer(`segment cuts ${BY}`);
    expect(rows.map(row => [1, 2, 3, 4, 5].map(i => row[`score${i}`]))).toEqual([
      [197, 200, 199, 199, 200],
      [268, 187, 176, 244, 120],
      [200, 200, 198, 202, 195],
    ]);
  });

  it('gives every customer the same recency, frequency, monetary, scores and segment', async () => {
    const { rows } = await shop.answer(`segment export ${BY}`);
    const ours = rows.map(({ customer, recency, frequency, monetary, r, f, m, segment }) => [
      customer,
      recency,
      frequency,
      monetary,
      `${r}${f}${m}`,
      segment,
    ]);
    const published = theirs.map(row => [
      row.customer_id,
      Number(row.recency_days),
      Number(row.transaction_count),
      Number(row.amount),
      row.rfm_score,
      row.segment_docs,
    ]);
    expect(ours.toSorted(byFirst)).toEqual(published.toSorted(byFirst));
  });

  it('gives the published customers, orders and revenue of every segment', async () => {
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

  it('has the eleven segments by right-closed cuts', async () => {
    const { rows } = await shop.answer('segment map:eleven as-of:2006-12-31');
    expect(rows.map(row => row.customers)).toEqual([162, 175, 155, 17, 43, 129, 28, 119, 39, 53, 75]);
  });

  it('has the revenue of the file', async () => {
    const { revenue } = figuresOf<{ revenue: number }>('real', 'rfmOrders');
    expect(await shop.figures('sales', 'value')).toMatchObject({ revenue });
  });
});

describe('openretailscience and its tests', () => {
  it('has the recency and the groups of test_rfm, which counts NTILE(10) from 0', async () => {
    const shop = await shopOf('Order ID,Order Date,Customer,Amount', [
      '1,2025-03-01,1,100',
      '2,2025-02-15,2,200',
      '3,2025-01-30,3,150',
      '4,2025-03-10,4,300',
      '5,2025-02-20,5,250',
    ]);
    const { rows } = await shop.answer('segment export scoring:ntile bins:10 as-of:2025-03-17');
    const byCustomer = rows.toSorted((a, b) => Number(a.customer) - Number(b.customer));
    expect(byCustomer.map(({ recency, r, f, m }) => [recency, r, f, m].map(Number))).toEqual([
      [16, 3 + 1, 0 + 1, 0 + 1],
      [30, 1 + 1, 1 + 1, 2 + 1],
      [46, 0 + 1, 2 + 1, 1 + 1],
      [7, 4 + 1, 3 + 1, 4 + 1],
      [25, 2 + 1, 4 + 1, 3 + 1],
    ]);
    await shop.close();
  });
});

const byFirst = ([a]: readonly unknown[], [b]: readonly unknown[]): number =>
  String(a) < String(b) ? -1 : 1;
