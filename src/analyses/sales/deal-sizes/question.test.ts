import { expect, it } from 'vitest';
import { shopOf } from '../../../../test/support/shop-of.js';

it('sales deal-sizes gives the median and the quartiles of orders', async () => {
  const shop = await shopOf(
    'Order ID,Order Date,Customer,Amount',
    [10, 20, 30, 40, 400].map((amount, i) => `${i},2026-01-05,C${i},${amount}`),
  );
  const { headline, rows, observations } = await shop.answer('sales deal-sizes');
  expect(headline).toBe('The median of 5 orders is $30.00; half of them lie between $20.00 and $40.00.');
  // Tukey: beyond 40 + 1.5 x 20 = 70.
  expect(rows[0]).toMatchObject({ median: 30, q1: 20, q3: 40, least: 10, most: 400, outliers: 1 });
  expect(observations).toContain('1 order is far from the usual size; the largest order is $400.00.');
  await shop.close();
});

it('sales deal-sizes says of one value that it is the only one', async () => {
  const one = await shopOf('Order ID,Order Date,Customer,Country,Amount', [
    '1,2026-01-05,Ann,Spain,10',
    '2,2026-01-06,Bob,Spain,30',
  ]);
  expect((await one.answer('sales deal-sizes by country')).headline).toBe(
    'Spain is the only country: $40.00, at a median of $20.00 a line.',
  );
  await one.close();
});
