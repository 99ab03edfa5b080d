import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TestShop } from '../support/shop.js';
import { shopOf } from '../support/shop-of.js';

/** Sales from November 2024 to half of April 2025; none in January. */
const ROWS = [
  '1,2024-11-01,Ann,100.00',
  '2,2024-12-15,Ann,150.00',
  '3,2025-02-15,Bea,60.00',
  '4,2025-03-15,Ann,90.00',
  '5,2025-03-16,Bea,90.00',
  '6,2025-04-15,Bea,45.00',
];

describe('growth from one period to the next', () => {
  let shop: TestShop;
  beforeAll(async () => {
    shop = await shopOf('Order ID,Order Date,Customer,Amount', ROWS, '2025-04-20T00:00:00Z');
  });
  afterAll(() => shop.close());

  const growth = (text: string) => shop.figures(text, 'growth');

  it('is of whole periods; none against nothing, nor of a month in progress', async () => {
    expect(await growth('measure:revenue by:month show:growth')).toEqual({
      '2024-11': null,
      '2024-12': 0.5,
      '2025-01': -1,
      '2025-02': null,
      '2025-03': 2,
      '2025-04': null,
    });
  });

  it('holds the first period that is asked for against the one before it', async () => {
    expect(await growth('measure:orders by:month period:2024-12 show:growth')).toEqual({ '2024-12': 0 });
    expect(await growth('measure:orders by:quarter period:2025 show:growth')).toEqual({
      '2025-Q1': null,
      '2025-Q2': null,
    });
  });

  it('stays what it is where periods are ranked', async () => {
    const { rows } = await shop.answer('measure:revenue by:month top:1 show:growth');
    expect(rows).toEqual([{ month: '2025-03', revenue: 180, growth: 2 }]);
  });

  it('is of fiscal quarters as well', async () => {
    expect(await growth('measure:revenue by:fiscal-quarter fiscal-start:11 show:growth')).toEqual({
      'FY2025 Q1': null,
      'FY2025 Q2': null,
    });
    expect(await growth('measure:revenue by:fiscal-quarter fiscal-start:2 show:growth')).toMatchObject({
      'FY2026 Q1': null,
    });
  });

  it('says which grew most and least', async () => {
    const { question, observations } = await shop.answer('month over month growth');
    expect(question).toBe('sales measure:revenue by:month show:growth');
    expect(observations[0]).toBe(
      'Latest against the month before: Mar 2025 (+200.0%). ' +
        'The strongest growth was in Mar 2025 (+200.0%), the weakest in Jan 2025 (-100.0%).',
    );
  });

  it.each([
    'measure:revenue by:customer show:growth',
    'measure:revenue by:month,customer show:growth',
    'measure:revenue show:growth',
  ])('%j is refused', async text => {
    await expect(shop.ask(text)).rejects.toThrow('Growth is from one period to the next');
  });
});
