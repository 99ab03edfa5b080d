import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openTestShop, type TestShop } from '../support/shop.js';

/** Files whose headers no list knows: what the columns are follows from their values, or is asked. */
describe('columns without telling names', () => {
  let shop: TestShop;
  beforeEach(async () => {
    shop = await openTestShop({ SHOP_CURRENCY: 'GBP' }, '2026-12-31T10:00:00Z');
  });
  afterEach(() => shop.close());

  it('are quantity, price, discount, amount and order where the sums say so', async () => {
    const rows = Array.from({ length: 12 }, (_, i) => {
      const day = `2026-03-${String(i + 1).padStart(2, '0')}`;
      const who = i % 3 === 0 ? 'Walk-in' : `c${i % 4}@example.com`;
      const off = i % 2 === 0 ? 1 : 0;
      // 2 x 9.50 less off, and 1 x 4.00
      return [
        `D-${100 + i},${day},${who},Tulips,2,9.50,${off}.00,${19 - off}.00,Sale`,
        `D-${100 + i},${day},${who},Card,1,4.00,0.00,4.00,Sale`,
      ];
    }).flat();
    const result = await shop.load(
      'flowers.csv',
      [
        'Docket,Sold On,Who,What,How many,Each,Off,To pay,Kind',
        ...rows,
        'D-101,2026-03-20,c1@example.com,Card,1,4.00,0.00,4.00,Refund',
        'Q-1,2026-03-21,c1@example.com,Tulips,10,9.50,0.00,95.00,Quote',
        'Printed by Jo,,,,,,,,',
        '',
      ].join('\n'),
    );
    // Twelve times 19 + 4, less six times 1.00 off, less the card that came back.
    expect(result).toMatchObject({ revenue: 26_600, orders: 12, customers: 4, refused: [] });
    expect(result.ledger).toContainEqual({
      kind: 'leftOut',
      what: 'quotes and drafts',
      rows: 1,
      amount: 9_500,
    });
    expect(result.understood?.assumptions.join(' ')).toContain('Rows whose "Kind" is refund are returns.');
  });

  it('are asked about where nothing tells which is the amount, with what each would give', async () => {
    const rows = ['2026-03-01,Tulips,9.50,12.00', '2026-03-02,Card,4.00,5.50', '2026-03-03,Vase,15.00,21.00'];
    await expect(shop.load('two.csv', `Day,Thing,Alpha,Beta\n${rows.join('\n')}\n`)).rejects.toMatchObject({
      question: {
        kind: 'amount',
        file: 'two.csv',
        choices: [
          { reading: { columns: ['Alpha'] }, figures: { revenue: 2_850, orders: 3 } },
          { reading: { columns: ['Beta'] }, figures: { revenue: 3_850, orders: 3 } },
        ],
      },
    });
  });
});
