import { describe, expect, it } from 'vitest';
import { useShop } from '../../support/profile-shop.js';

const HEADER =
  'Date,Receipt Number,Line Type,Customer Code,Customer Name,Quantity,Subtotal,Sales Tax,Discount,Total,Paid,Details,Register,Status,SKU';

describe('Lightspeed X-Series sales', () => {
  const shop = useShop();

  it('counts the sale lines alone, less returns', async () => {
    const result = await shop.load(
      `${HEADER}
2026-03-05 10:00:00,501,Sale,ANA-1,Ana Ito,3,54.00,5.40,6.00,59.40,59.40,,Main,CLOSED,
2026-03-05 10:00:00,501,Sale Line,ANA-1,Ana Ito,2,36.00,3.60,4.00,39.60,,Mug,Main,CLOSED,MUG
2026-03-05 10:00:00,501,Sale Line,ANA-1,Ana Ito,1,18.00,1.80,2.00,19.80,,Tea,Main,CLOSED,TEA
2026-03-05 10:00:00,501,Payment,ANA-1,Ana Ito,,,,,,59.40,Credit Card,Main,CLOSED,
2026-03-06 10:00:00,502,Sale,,,-1,-18.00,-1.80,0,-19.80,-19.80,,Main,CLOSED,
2026-03-06 10:00:00,502,Sale Line,,,-1,-18.00,-1.80,0,-19.80,,Tea,Main,CLOSED,TEA
2026-03-07 10:00:00,503,Sale Line,,,1,20.00,2.00,0,22.00,,Tea,Main,VOIDED,TEA
`,
    );
    expect(result.profile).toBe('Lightspeed X-Series sales');
    // 36.00 + 18.00 - 18.00; 502 is a return, 503 voided.
    expect(result.figures).toEqual({ revenue: 36, orders: 1, customers: 1, quantity: 2 });
    expect(result.leftOut).toMatchObject({ payments: [1, 0], 'voided receipts': [1, 20] });
  });

  it('is not known by a Total that is no sum of the others', async () => {
    expect(
      await shop.profileOf(
        `${HEADER}
2026-03-05 10:00:00,501,Sale Line,ANA-1,Ana Ito,2,36.00,3.60,4.00,36.00,,Mug,Main,CLOSED,MUG
2026-03-05 10:00:00,501,Sale Line,ANA-1,Ana Ito,1,18.00,1.80,2.00,18.00,,Tea,Main,CLOSED,TEA
`,
      ),
    ).toBeUndefined();
  });
});
