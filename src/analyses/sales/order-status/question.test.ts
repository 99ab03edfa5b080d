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
});
