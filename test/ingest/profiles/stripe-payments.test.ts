import { describe, expect, it } from 'vitest';
import { useShop } from '../../support/profile-shop.js';

const HEADER =
  'id,Created date (UTC),Amount,Amount Refunded,Currency,Captured,Converted Amount,Converted Amount Refunded,Converted Currency,Fee,Mode,Status,Customer Email';
const PAID = 'ch_1A,2026-03-05 10:00:00,60.00,0.00,eur,true,60.00,0.00,eur,1.15,Live,Paid,ana@example.com';

const OLDER =
  'id,Description,Seller Message,Created (UTC),Amount,Amount Refunded,Currency,Converted Amount,Converted Amount Refunded,Fee,Tax,Converted Currency,Mode,Status,Customer ID,Customer Email';

describe('Stripe payments', () => {
  const shop = useShop();

  it("counts payments in the account's currency, less refunds", async () => {
    const result = await shop.load(
      `${HEADER}
${PAID}
ch_1B,2026-03-06 11:00:00,40.00,10.00,usd,true,36.00,9.00,eur,1.30,Live,Partially refunded,ben@example.com
ch_1C,2026-03-06 11:05:00,40.00,0.00,usd,false,36.00,0.00,eur,0.00,Live,Failed,ben@example.com
ch_1D,2026-03-07 08:00:00,20.00,0.00,eur,true,20.00,0.00,eur,0.55,Test,Paid,dev@example.com
ch_1E,2026-03-08 08:00:00,25.00,25.00,eur,true,25.00,25.00,eur,0.65,Live,Refunded,cleo@example.com
ch_1F,2026-03-09 08:00:00,15.00,0.00,eur,false,15.00,0.00,eur,0.00,Live,Uncaptured,cleo@example.com
`,
    );
    expect(result.profile).toBe('Stripe payments');
    expect(result.currency).toBe('EUR');
    // 60.00 + 36.00 - 9.00 + 25.00 - 25.00
    expect(result.figures).toMatchObject({ revenue: 87, orders: 3, customers: 3 });
    expect(await shop.by('customer')).toEqual({
      'ana@example.com': 60,
      'ben@example.com': 27,
      'cleo@example.com': 0,
    });
    expect(result.leftOut).toEqual({
      'failed, cancelled and uncaptured payments': [2, 51],
      'test payments': [1, 20],
    });
    expect(result.assumptions.join(' ')).toContain('Receipts are counted, with tax and shipping');
  });

  it('does not take refunds for the payments, though they are in several currencies too', async () => {
    const rows = Array.from({ length: 30 }, (_, i) => {
      const [amount, refunded] = i % 2 ? ['40.00', '10.00'] : ['30.00', '0.00'];
      const [converted, back] = i % 2 ? ['36.00', '9.00'] : ['30.00', '0.00'];
      const [currency, status] = i % 2 ? ['usd', 'Partially refunded'] : ['eur', 'Paid'];
      return `ch_${i},2026-03-05 10:00:00,${amount},${refunded},${currency},true,${converted},${back},eur,1.00,Live,${status},c${i}@example.com`;
    });
    const result = await shop.load(`${HEADER}\n${rows.join('\n')}\n`);
    expect(result.profile).toBe('Stripe payments');
    // 15 x 30.00 + 15 x (36.00 - 9.00)
    expect(result.figures).toMatchObject({ revenue: 855, orders: 30, customers: 30 });
  });

  it('takes the currency of what it counts where all charges are in another one', async () => {
    const result = await shop.load(
      `${OLDER}
ch_1,Order 1,Payment complete.,2019-03-05 10:00,40.00,10.00,usd,36.00,9.00,1.30,0.00,eur,Live,Paid,cus_1,ben@example.com
ch_2,Order 2,Payment complete.,2019-03-06 10:00,20.00,0.00,usd,18.10,0.00,0.90,0.00,eur,Live,Paid,cus_2,ana@example.com
`,
    );
    expect(result.profile).toBe('Stripe payments');
    expect(result.currency).toBe('EUR');
    // 36.00 - 9.00 + 18.10
    expect(result.figures).toMatchObject({ revenue: 45.1, orders: 2, customers: 2 });
  });

  it('counts amounts where nothing was converted', async () => {
    const result = await shop.load(
      `id,Created (UTC),Amount,Amount Refunded,Currency,Captured,Status,Customer Email
py_1,2026-03-05 10:00,"1.200,50","0,00",eur,true,Paid,ana@example.com
py_2,2026-03-06 10:00,"40,00","10,25",eur,true,Paid,ben@example.com
`,
    );
    expect(result.profile).toBe('Stripe payments');
    // 1,200.50 + 40.00 - 10.25
    expect(result.figures).toMatchObject({ revenue: 1230.25, orders: 2, customers: 2 });
  });

  it('is not known where more is refunded than was paid, or by other ids', async () => {
    const tampered = PAID.replace('true,60.00,0.00', 'true,60.00,99.00');
    expect((await shop.load(`${HEADER}\n${tampered}\n`)).profile).toBeUndefined();
    expect((await shop.load(`${HEADER}\n${PAID.replace('ch_1A', '1001')}\n`)).profile).toBeUndefined();
  });
});
