import { describe, expect, it } from 'vitest';
import { useShop } from '../../support/profile-shop.js';

const FILE = `ID;Reference;New client;Delivery;Customer;Total;Payment;Status;Date
12;ABCDEFGHI;1;France;A. Ito;63.32;Card;Delivered;2026-03-05 10:00:00
13;JKLMNOPQR;0;France;B. Roy;37.40;Card;Refunded;2026-03-06 11:00:00
14;STUVWXYZA;0;France;C. Day;25.00;Cheque;Canceled;2026-03-06 12:00:00
15;BCDEFGHIJ;0;Spain;A. Ito;20.00;Card;Shipped;2026-03-16 12:00:00
16;BCDEFGHIJ;0;Spain;A. Ito;10.00;Card;Shipped;2026-03-16 12:00:00
17;KLMNOPQRS;1;Spain;D. Fox;15.00;Card;Payment error;2026-03-17 12:00:00
`;

describe('PrestaShop orders', () => {
  const shop = useShop();

  it('counts what was paid, by the reference of the order', async () => {
    const result = await shop.load(FILE);
    expect(result.profile).toBe('PrestaShop orders');
    // 63.32; 37.40, and all of it back; 20.00 + 10.00 of one order in two parts. The file has no pieces.
    expect(result.figures).toMatchObject({ revenue: 93.32, orders: 3, customers: 2 });
    expect(await shop.by('country')).toEqual({ France: 63.32, Spain: 30 });
    expect(result.leftOut).toEqual({ 'failed payments': [1, 15] });
    expect(result.cancelled).toEqual([1, 25]);
    expect(result.assumptions.join(' ')).toContain('with tax and shipping');
  });

  it('is not read so where references are of another kind', async () => {
    expect(
      await shop.profileOf(FILE.replace(/;[A-Z]{9};/g, ref => `;${ref.charCodeAt(1)}-7;`)),
    ).toBeUndefined();
  });
});
