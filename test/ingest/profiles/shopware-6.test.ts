import { describe, expect, it } from 'vitest';
import { useShop } from '../../support/profile-shop.js';

const FILE = `id;order_number;customer_firstname;customer_lastname;customer_email;amount_total;order_state_id;line_items;order_date_time
0190aa01;10021;Ana;Ito;ana@example.com;65.45;018f0001;2x Mug|1x Tea;2026-03-05T09:00:00.000+00:00
0190aa02;10022;Ben;Roy;ben@example.com;41.65;018f0001;1x Teapot;2026-03-06T10:00:00.000+00:00
0190aa03;10023;Cleo;Day;cleo@example.com;29.75;018f0002;1x Tea;2026-03-06T11:00:00.000+00:00
`;

describe('Shopware 6 orders', () => {
  const shop = useShop();

  it('counts what orders come to, and says what is within', async () => {
    const result = await shop.load(FILE);
    expect(result.profile).toBe('Shopware 6 orders');
    // 65.45 + 41.65 + 29.75. The file tells neither cancelled orders nor refunds, nor how many pieces.
    expect(result.figures).toMatchObject({ revenue: 136.85, orders: 3, customers: 3 });
    expect(result.leftOut).toEqual({});
    expect(result.assumptions.join(' ')).toContain('cancelled orders cannot be told');
    expect(result.assumptions.join(' ')).toContain('with tax and shipping');
  });

  it('is not read so where states are words', async () => {
    expect(
      await shop.profileOf(FILE.replaceAll('018f0001', 'completed').replaceAll('018f0002', 'open')),
    ).toBeUndefined();
  });
});
