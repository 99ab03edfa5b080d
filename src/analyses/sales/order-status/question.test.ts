import { describe, expect, it } from 'vitest';
import { shopOf } from '../../../../test/support/shop-of.js';

describe('sales order-status', () => {
  it('tells cancelled orders from returned and waiting ones', async () => {
    const statuses = ['Shipped', 'Cancelled', 'Refunded', 'Not cancelled', 'On Hold', 'Processed'];
    const shop = await shopOf(
      'Order ID,Order Date,Customer,Status,Amount',
      statuses.map((status, i) => `${i},2026-03-0${i + 1},C${i},${status},${(i + 1) * 10}`),
    );
    const { headline, observations, followUps } = await shop.answer('order status');
    expect(headline).toBe('1 order worth $20.00 was cancelled: 9.5% of revenue.');
    expect(observations).toEqual([
      'Cancelled: 1 order worth $20.00 (9.5% of revenue).',
      'Refunded: 1 order worth $30.00 (14.3% of revenue).',
      'On Hold: 1 order still to come, worth $50.00 (23.8% of revenue).',
    ]);
    expect(followUps[0]).toBe('sales -status:Cancelled');
    await shop.close();
  });

  it('calls cancelled orders larger from three on', async () => {
    // 300 each, cancelled, beside ten of 100: with three an average of 146.15.
    const rows = (cancelled: number) =>
      Array.from({ length: 10 + cancelled }, (_, i) =>
        i < 10 ? `${i},2026-03-01,C,Shipped,100` : `${i},2026-03-01,C,Cancelled,300`,
      );
    const larger = async (cancelled: number) => {
      const shop = await shopOf('Order ID,Order Date,Customer,Status,Amount', rows(cancelled));
      const { observations } = await shop.answer('order status');
      await shop.close();
      return observations.filter(o => o.startsWith('Cancelled orders are larger'));
    };
    expect(await larger(2)).toEqual([]);
    expect(await larger(3)).toEqual([
      'Cancelled orders are larger than others: $300.00 on average, against $146.15 overall.',
    ]);
  });
});
