import { describe, expect, it } from 'vitest';
import { useShop } from '../../support/profile-shop.js';

const HEADER = `"Includes Amazon Marketplace, Fulfillment by Amazon (FBA), and Amazon Webstore transactions"
"All amounts in USD, unless specified"
"date/time","settlement id","type","order id","sku","description","quantity","product sales","product sales tax","shipping credits","promotional rebates","marketplace withheld tax","selling fees","fba fees","other","total"`;
const SALE =
  '"Mar 5, 2026 1:05:07 AM PST","9001","Order","111-0000001-0000001","MUG","Mug","2","40.00","3.20","0","-4.00","-3.20","-6.00","-5.00","0","25.00"';

describe('Amazon date range transactions', () => {
  const shop = useShop();

  it('counts product sales less rebates and refunds, and no fees or payouts', async () => {
    const result = await shop.load(
      `${HEADER}
${SALE}
"Mar 6, 2026 2:00:00 AM PST","9001","Order","111-0000002-0000002","POT","Teapot","1","30.00","2.40","0","0","-2.40","-4.50","-4.00","0","21.50"
"Mar 7, 2026 3:00:00 AM PST","9001","Refund","111-0000002-0000002","POT","Teapot","1","-30.00","-2.40","0","0","2.40","3.60","0","0","-26.40"
"Mar 8, 2026 3:00:00 AM PST","9001","Transfer","","","To account ending with: 000","","0","0","0","0","0","0","0","-20.10","-20.10"
`,
    );
    expect(result.profile).toBe('Amazon date range transactions');
    // 40.00 - 4.00 + 30.00 - 30.00; three pieces sold, one came back.
    expect(result.figures).toMatchObject({ revenue: 36, orders: 2 });
    expect(await shop.by('product')).toEqual({ MUG: 36, POT: 0 });
    expect(result.leftOut).toEqual({ 'payouts, fees and other movements of the account': [1, 0] });
  });

  it('is not read so where the total is not the sum of the others', async () => {
    const tampered = SALE.replace('"25.00"', '"75.00"');
    const result = await shop.load(`${HEADER}\n${tampered}\n`).catch(() => undefined);
    expect(result?.profile).toBeUndefined();
  });

  it('is known in German, with discounts and an Erstattung', async () => {
    const result =
      await shop.load(`"Datum/Uhrzeit","Abrechnungsnummer","Typ","Bestellnummer","SKU","Menge","Umsätze","Produktumsatzsteuer","Rabatte aus Werbeaktionen","Verkaufsgebühren","Andere","Gesamt"
"05.03.2026 10:05:07 UTC","9","Bestellung","302-1","MUG","2","40,00","7,60","-4,00","-6,00","0","37,60"
"16.03.2026 11:00:00 UTC","9","Bestellung","302-2","POT","1","30,00","5,70","0","-4,50","0","31,20"
"17.03.2026 12:00:00 UTC","9","Erstattung","302-2","POT","1","-30,00","-5,70","0","3,60","0","-32,10"
"18.03.2026 13:00:00 UTC","9","Übertrag","","","","0","0","0","0","-36,70","-36,70"
`);
    expect(result.profile).toBe('Amazon date range transactions');
    // 40.00 - 4.00 + 30.00 - 30.00
    expect(result.figures).toMatchObject({ revenue: 36, orders: 2 });
  });
});
