import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dayFromIso, isoOf } from '../../src/core/calendar/days.js';
import { composeDigest } from '../../src/digest/compose/compose.js';
import { readDigestRequest } from '../../src/digest/subscriptions/request.js';
import type { TestShop } from '../support/shop.js';
import { shopOf } from '../support/shop-of.js';

const FIRST = dayFromIso('2024-01-01') as number;
/** A Wednesday. */
const ODD = dayFromIso('2024-04-10') as number;

/**
 * Six to nine orders a day for 140 days, each of two pieces for 20, and a return of one of 2 to 5 of them: in
 * France, but for one a day in Spain. On one day Spain has 15 orders more and of 40, and returns of 200.
 */
const ROWS = Array.from({ length: 140 }, (_, i) => {
  const day = isoOf(FIRST + i);
  const isOdd = FIRST + i === ODD;
  const noise = (i * 7919) % 13;
  const count = 6 + (noise % 4);
  const order = (n: number, country: string, amount: number) =>
    `${i}-${n},${day},C${(i + n * 7) % 60},${country},${amount > 0 ? 2 : -1},${amount}.00`;
  return [
    ...Array.from({ length: count }, (_, n) => order(n, 'France', 20 + ((i + n) % 3))),
    order(50, 'Spain', 20),
    order(60, 'France', -(2 + (noise % 4))),
    ...(isOdd ? Array.from({ length: 15 }, (_, n) => order(100 + n, 'Spain', 40)) : []),
    ...(isOdd ? [order(200, 'Spain', -200)] : []),
  ];
}).flat();

describe('alerts about other measures than revenue', () => {
  let shop: TestShop;
  beforeAll(async () => {
    shop = await shopOf('Order ID,Order Date,Customer,Country,Quantity,Amount', ROWS, '2024-06-01T12:00:00Z');
  });
  afterAll(() => shop.close());

  const alert = async (text: string, asOf: number) =>
    composeDigest(shop.shop, asOf, await readDigestRequest(text, shop.shop));

  it.each([
    ['orders', 'orders', 'Spain'],
    ['customers', 'customers', 'Spain'],
    ['units', 'units', 'Spain'],
    ['average order', '$', 'Spain'],
    ['refund rate', '%', 'Spain'],
  ])('%s of a day are told once, with the cause', async (measure, unit, cause) => {
    const text = `daily when ${measure} of a day is out of line by more than 10%`;
    const { withheld, headline } = await alert(text, ODD + 1);
    expect(withheld).toBeUndefined();
    expect(headline.title).toMatch(/^.+ out of line: Wed, Apr 10, 2024$/);
    expect(headline.headline).toContain(unit);
    expect(headline.headline).toContain('instead of about');
    expect(headline.headline).toContain(`most of all ${cause}`);
    expect((await alert(text, ODD)).withheld).toContain('No day is out of line');
    expect((await alert(text, ODD + 2)).withheld).toContain('No day is out of line');
  });

  it.each([
    ["a day's orders are out of line", { grain: 'day', measure: 'orders', floor: {} }],
    ['orders are out of line', { grain: 'day', measure: 'orders', floor: {} }],
    ['weekly when units are unusual', { grain: 'week', measure: 'units', floor: {} }],
    [
      'the average order value of a month is out of line by at least $5',
      { grain: 'month', measure: 'average-order', floor: { amount: 5 } },
    ],
    [
      'return rate by week is out of line by 20%',
      { grain: 'week', measure: 'return-rate', floor: { share: 0.2 } },
    ],
    ['revenue of a week is out of line', { grain: 'week', floor: {} }],
  ])('reads %j', async (text, expected) => {
    const request = await readDigestRequest(text.includes('when ') ? text : `when ${text}`, shop.shop);
    expect(request.alert).toEqual({ kind: 'out of line', ...expected });
    expect(request.grain).toBe(expected.grain);
  });
});
