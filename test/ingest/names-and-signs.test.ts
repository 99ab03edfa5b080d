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

  it('slips that begin at 1 each day are orders, of the lines that stand together', async () => {
    const result = await load(
      'Slip,Date,Time,Dish,Qty,Amount',
      ...['06', '07'].flatMap(day => [
        `1,2026-07-${day},12:58,Laksa,1,14.50`,
        `1,2026-07-${day},12:58,Tea,2,7.80`,
        `2,2026-07-${day},13:33,Roti,2,10.40`,
        `2,2026-07-${day},13:33,Tea,1,3.90`,
        `3,2026-07-${day},14:10,Satay,2,19.60`,
        `3,2026-07-${day},14:10,Tea,2,7.80`,
      ]),
    );
    // 64.00 on each of two days
    expect(result).toMatchObject({ revenue: 12_800, orders: 6 });
  });

  it('totals of weeks and totals to date are no sales', async () => {
    const result = await load(
      'Datum;Artikel;Aantal;Omzet',
      '02-03-2026;Boerenbrie;2;16,80',
      '04-03-2026;Jong belegen;3;37,95',
      '08-03-2026;Weektotaal 10;;54,75',
      '09-03-2026;Geitenkaas;5;49,75',
      '15-03-2026;Weektotaal 11;;49,75',
      '15-03-2026;Totaal t/m heden;;104,50',
    );
    // 16.80 + 37.95 + 49.75
    expect(result).toMatchObject({ revenue: 10_450, orders: 3 });
  });

  it('whether prices have the tax in them of which the file has the rates is asked', async () => {
    const loading = load(
      'Rechnung;Datum;Kunde;Preis;MwSt',
      'R1;01.04.2026;Koch;119,00;19 %',
      'R2;15.04.2026;Brandt;107,00;7 %',
      'R3;22.04.2026;Koch;59,50;19 %',
    );
    await expect(loading).rejects.toMatchObject({
      question: {
        kind: 'tax',
        choices: [
          { reading: { maps: [{ column: 4, field: 'onTop' }] }, figures: { revenue: 28_550 } },
          // 100 + 100 + 50
          { reading: { maps: [{ column: 4, field: 'included' }] }, figures: { revenue: 25_000 } },
        ],
      },
    });
  });

  it('states in numbers are told, since nothing says what they mean', async () => {
    const result = await load(
      'Pedido;Fecha;Importe;Estado',
      'P1;09/01/2026;178,02;3',
      'P2;21/01/2026;231,41;3',
      'P3;23/01/2026;50,00;9',
    );
    expect(result.understood?.assumptions.join()).toContain('3 (2 rows), 9 (1 row)');
  });

  it('the net of an order below its prices is asked about, where discounts are not read', async () => {
    const loading = load(
      'Ordine;Data;Articolo;Q.tà;Prezzo unit.;Sconto %;Imponibile ordine',
      '211;02/02/2026;Trapano;1;124,00;50;132,00',
      '211;02/02/2026;Pennello;7;10,00;;132,00',
      '212;16/02/2026;Trapano;2;124,00;50+10;121,60',
      '212;16/02/2026;Pennello;1;10,00;;121,60',
      '213;17/02/2026;Scala;1;88,00;10+5;95,24',
      '213;17/02/2026;Pennello;2;10,00;;95,24',
    );
    // 194 + 258 + 108 before discounts; 132 + 121.60 + 95.24 after them
    await expect(loading).rejects.toMatchObject({
      question: {
        kind: 'amount',
        choices: expect.arrayContaining([
          expect.objectContaining({ figures: expect.objectContaining({ revenue: 56_000 }) }),
          expect.objectContaining({ figures: expect.objectContaining({ revenue: 34_884 }) }),
        ]),
      },
    });
  });
});
