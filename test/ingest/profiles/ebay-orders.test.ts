import { describe, expect, it } from 'vitest';
import { useShop } from '../../support/profile-shop.js';

const FILE = `,,,,,,,,
Sales Record Number,Order Number,Buyer Username,Item Number,Item Title,Quantity,Sold For,Shipping And Handling,Total Price,Sale Date,Paid On Date
,,,,,,,,,,
101,12-00001-00001,ana_i,,,3,$50.00,$5.00,$55.00,Mar-05-26,Mar-05-26
101,12-00001-00001,ana_i,2000001,Mug,2,$15.00,,,Mar-05-26,Mar-05-26
101,12-00001-00001,ana_i,2000002,Tea,1,$20.00,,,Mar-05-26,Mar-05-26
102,12-00001-00002,ben_r,2000003,Teapot,1,$30.00,$5.00,$35.00,Mar-06-26,Mar-06-26
103,12-00001-00003,cleo_d,2000002,Tea,1,$20.00,$0.00,$20.00,Mar-07-26,

4,record(s) downloaded,"from Mar-05-26 00:00:00 to Mar-07-26 23:59:59"
Seller ID : shop_example
`;

describe('eBay orders', () => {
  const shop = useShop();

  it('counts the items alone, at their unit price, of orders that were paid', async () => {
    const result = await shop.load(FILE);
    expect(result.profile).toBe('eBay orders');
    expect(result.currency).toBe('USD');
    // 2 x 15.00 + 20.00 + 30.00; the third order was never paid.
    expect(result.figures).toEqual({ revenue: 80, orders: 2, customers: 2, quantity: 4 });
    expect(await shop.by('product')).toEqual({ 2000001: 30, 2000002: 20, 2000003: 30 });
    expect(result.leftOut).toEqual({
      notes: [3, 0],
      'rows that add up their order': [1, 50],
      'unpaid orders': [1, 20],
    });
    expect(result.assumptions.join(' ')).toContain('not in this file');
  });

  it('reads the Australian report, with a tax that only the total has, and an order without a number', async () => {
    const result = await shop.load(
      `"Sales Record Number","Order Number","Buyer Username","Item Number","Item Title","Custom Label","Quantity","Sold For","Postage And Handling","Total Price","Sale Date"
"12","16-00001-00001","ana_i","2000001","Mug","MUG","1","AU $100.00","AU $10.00","AU $110.00","26-May-26"
"13","01-00001-00002","ben_r","","","","2","AU $50.00","AU $10.00","AU $66.00","26-May-26"
"13","01-00001-00002","ben_r","2000002","Tea","TEA","1","AU $20.00","","","26-May-26"
"13","01-00001-00002","ben_r","2000003","Teapot","","1","AU $30.00","","","26-May-26"
"14","","cleo_d","2000002","Tea","TEA","3","AU $20.00","AU $9.00","AU $69.00","25-May-26"
"3","record(s) downloaded",,,,,,,,,
"Seller ID : shop_example",,,,,,,,,,
`,
    );
    expect(result.profile).toBe('eBay orders');
    expect(result.currency).toBe('AUD');
    // 100.00 + 20.00 + 30.00 + 3 x 20.00
    expect(result.figures).toEqual({ revenue: 210, orders: 3, customers: 3, quantity: 6 });
    expect(await shop.by('product')).toEqual({ MUG: 100, TEA: 80, Teapot: 30 });
  });

  it('takes Sold For as the line where the total shows it', async () => {
    const result = await shop.load(
      FILE.replace('Teapot,1,$30.00', 'Teapot,2,$30.00').replace('$15.00', '$30.00'),
    );
    // 30.00 + 20.00 + 30.00
    expect(result.figures).toMatchObject({ revenue: 80, quantity: 5 });
  });

  it('is not read so where totals are no sums', async () => {
    const result = await shop.load(FILE.replace('$35.00', '$95.00')).catch(() => undefined);
    expect(result?.profile).toBeUndefined();
  });
});
