import { expect, it } from 'vitest';
import { realFile, recordsOf } from '../../../test/support/test-data.js';
import { expectedOrders, probabilityAlive } from './bg-nbd.js';

/** The parameters that the rounded weeks of CDNOW's summary give, and what is published of its customers. */
const MODEL = { r: 0.24259, alpha: 4.41353, a: 0.79289, b: 2.42575 };
const histories = new Map(
  recordsOf(realFile('cdnow-summary.csv.gz')).map(row => [
    Number(row.ID),
    { x: Number(row.frequency), recency: Number(row.recency), age: Number(row.T) },
  ]),
);
const of = (id: number) => histories.get(id) ?? { x: 0, recency: 0, age: 0 };

it('expects of (2, 30.43, 38.86) what is published', () => {
  expect(of(1)).toEqual({ x: 2, recency: 30.43, age: 38.86 });
  expect(expectedOrders(MODEL, of(1), 39)).toBeCloseTo(1.2259, 4);
  expect(probabilityAlive(MODEL, of(1))).toBeCloseTo(0.72661, 5);
});

it.each([
  [509, 0.424877],
  [841, 0.474738],
  [1981, 0.486526],
  [157, 0.662396],
  [1516, 0.710623],
])('expects of customer %d in the coming week %d orders', (id, orders) => {
  expect(expectedOrders(MODEL, of(id), 1)).toBeCloseTo(orders, 5);
});
