import { expect, it } from 'vitest';
import { realFile, recordsOf } from '../../../test/support/test-data.js';
import { expectedOrders, fitBgNbd, probabilityAlive } from './bg-nbd.js';

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

it('has nobody leave where no orders show it, and orders at the mean rate', () => {
  // Customers who order every so many weeks to the very end: the likelihood rises as a goes to 0.
  const customers = Array.from({ length: 60 }, (_, i) => {
    const gap = 7 * (1 + (i % 6));
    const repeats = Math.floor(364 / gap);
    return { repeats, recency: repeats * gap, age: 364 };
  });
  const of = (key: 'repeats' | 'recency' | 'age') => Int32Array.from(customers, c => c[key]);
  const { model, isConverged } = fitBgNbd({
    customer: Int32Array.from(customers.keys()),
    repeats: of('repeats'),
    recency: of('recency'),
    age: of('age'),
    mean: new Float64Array(60),
  });
  expect([isConverged, model.a]).toEqual([true, 0]);
  const history = { x: 3, recency: 40, age: 52 };
  expect(probabilityAlive(model, history)).toBe(1);
  expect(expectedOrders(model, history, 26)).toBeCloseTo(((model.r + 3) * 26) / (model.alpha + 52), 12);
});
