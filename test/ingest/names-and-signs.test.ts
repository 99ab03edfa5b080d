import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openTestShop, type TestShop } from '../support/shop.js';

describe('what names and signs say', () => {
  let shop: TestShop;
  beforeEach(async () => {
    shop = await openTestShop({ SHOP_CURRENCY: 'USD' }, '2026-12-31T10:00:00Z');
  });
  afterEach(() => shop.close());
  const load = (...lines: string[]) => shop.load('file.csv', `${lines.join('\n')}\n`);

  it('numbers of invoices that might be days are no dates', async () => {
    const result = await load(
      'Fakturanr;Fakturadato;Kunde;Netto',
      '20260101;09.01.2026;Ann AS;100,00',
      '20260102;10.01.2026;Bo AS;250,50',
      '20260103;13.02.2026;Ann AS;75,00',
    );
    // 100 + 250.50 + 75, on 9 January to 13 February
    expect(result).toMatchObject({ revenue: 42_550, orders: 3 });
    expect(await shop.figures('sales trend by day', 'revenue')).toHaveProperty('2026-02-13');
  });

  it('percents beside a tax are its rates, whatever they are called', async () => {
    const result = await load(
      'Számlaszám;Kelt;Termék;Mennyiség;Bruttó egységár;Bruttó érték;ÁFA mérték;ÁFA összeg',
      'SZ-1;2026.03.03.;Lekvár;2;1270;2540;27%;540',
      'SZ-2;2026.03.04.;Könyv;1;2100;2100;5%;100',
      'SZ-3;2026.03.05.;Lekvár;1;1270;1270;27%;270',
    );
    // 2000 + 2000 + 1000: only the tax itself is taken out
    expect(result).toMatchObject({ revenue: 500_000, orders: 3 });
  });

  it.each([
    ['Stornováno', 'ano', 'ne'],
    ['Anulowane', 'tak', 'nie'],
    ['Peruutettu', 'kyllä', 'ei'],
    ['Annullerad', 'ja', 'nej'],
    ['Annullata', 'sì', 'no'],
    ['Geannuleerd', 'ja', 'nee'],
  ])('%s says which orders were called off', async (header, yes, no) => {
    const result = await load(
      `Order,Date,Item,Amount,${header}`,
      `A1,2026-03-01,Mug,40.00,${no}`,
      `A2,2026-03-02,Cup,18.00,${yes}`,
      `A3,2026-03-03,Mug,22.00,${no}`,
    );
    expect(result.ledger.find(e => e.kind === 'cancelled')).toMatchObject({ rows: 1, amount: 1_800 });
    expect(await shop.figures('sales', 'value')).toMatchObject({ revenue: 62, orders: 2 });
  });
});
