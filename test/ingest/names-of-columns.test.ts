import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openTestShop, type TestShop } from '../support/shop.js';

describe('what columns are called', () => {
  let shop: TestShop;
  beforeEach(async () => {
    shop = await openTestShop();
  });
  afterEach(() => shop.close());
  const load = (...rows: string[]) => shop.load('file.csv', `${rows.join('\n')}\n`);

  it('a running number called Sale is no amount, and amounts with two signs are refused', async () => {
    const rows = (sign: string) => [
      'Sale,Day,Total',
      ...['28.50', '500.00', '38.00', '96.00'].map((amount, i) => `${77 + i},2026-03-0${i + 1},$${amount}`),
      `81,2026-03-09,${sign}10.00`,
    ];
    await expect(load(...rows('€'))).rejects.toThrow(/several currencies: USD, EUR/);
    // 28.50 + 500 + 38 + 96 + 10
    expect(await load(...rows('$'))).toMatchObject({ revenue: 67_250, orders: 5 });
  });

  it('a Beleg is an order, and a gross amount says that it has tax in it', async () => {
    const result = await load(
      'Beleg;Datum;Kunde;Artikel;Warengruppe;Menge;VK brutto;Rabatt %;Zeile brutto',
      'R-101;02.03.2026;Jansen, Ute;Schlauch;Teile;2;7,90;0;15,80',
      'R-101;02.03.2026;Jansen, Ute;Montage;Werkstatt;1;25,00;0;25,00',
      'R-103;05.03.2026;Okoye, Ben;Schloss;Zubehör;1;79,00;10;71,10',
      'R-103;05.03.2026;Okoye, Ben;Tour 5;Räder;1;2.499,00;10;2.249,10',
      'R-104;09.03.2026;Ruiz, Ana;Helm;Zubehör;1;59,00;15;50,15',
      'G-105;14.03.2026;Okoye, Ben;Schloss;Zubehör;-1;79,00;10;-71,10',
    );
    // 15.80 + 25 + 71.10 + 2,249.10 + 50.15 - 71.10: three orders, and one of returns alone.
    expect(result).toMatchObject({ revenue: 234_005, orders: 4, customers: 3 });
    expect((await shop.answer('sales')).headline).toContain('$2,340.05 from 3 orders by 3 customers');
    expect(result.understood?.assumptions.join(' ')).toContain(
      'Revenue includes tax, as "Zeile brutto" does',
    );
    const { rows } = await shop.answer('revenue by category');
    expect(rows[0]).toMatchObject({ warengruppe: 'Räder', revenue: 2249.1 });
  });

  it('Ticket n° is an order, begun again each day, and Remise € says the currency', async () => {
    const result = await load(
      'Ticket n°,Date,Heure,Serveur,Article,Famille,Qté,PU TTC,Remise €,Total TTC,TVA %',
      '0001,01/04/2026,08:12,Nora,Espresso,Boissons,2,"2,20","0,00","4,40",10',
      '0001,01/04/2026,08:12,Nora,Croissant,Viennoiserie,1,"1,80","0,00","1,80",5.5',
      '0002,01/04/2026,12:31,Sam,Plat du jour,Plats,3,"14,50","3,00","40,50",10',
      '0002,01/04/2026,12:31,Sam,Vin rouge,Alcools,1,"22,00","0,00","22,00",20',
      '0001,02/04/2026,08:20,Nora,Espresso,Boissons,1,"2,20","0,00","2,20",10',
      '0002,02/04/2026,19:45,Sam,Plat du jour,Plats,2,"14,50","0,00","29,00",10',
    );
    // 4.40/1.1 + 1.80/1.055 + 40.50/1.1 + 22/1.2 + 2.20/1.1 + 29/1.1 = 89.221...
    expect((await shop.answer('sales')).headline).toContain('€89.22 from 4 orders');
    expect(result.currency).toContain('EUR');
  });

  it('what was paid by a gift card is a part of the price, and no other amount', async () => {
    const result = await load(
      'Ticket;Date;Client;Prestation;Prix HT;Réglé en bon cadeau;Réglé en CB',
      '410;16/03/2026;Anaïs;Soin;65,00;0,00;65,00',
      '411;20/03/2026;Rémi;Soin;65,00;65,00;0,00',
      '412;22/03/2026;Anaïs;Massage;80,00;0,00;80,00',
    );
    expect(result).toMatchObject({ revenue: 21_000, orders: 3, customers: 2 });
  });

  it('a price of one is multiplied, less the pieces that came back', async () => {
    const result = await load(
      'N° commande;Date;Client;Produit;Qté commandée;Qté retournée;PU HT',
      '880;16/06/2026;Noir;Broche;1;0;12,50',
      '880;16/06/2026;Noir;Sac;4;1;59,00',
      '881;17/06/2026;Paul;Foulard;4;2;35,00',
    );
    // 12.50 + 3 x 59 + 2 x 35
    expect(result).toMatchObject({ revenue: 25_950, orders: 2 });
  });

  it('Account or Name alone is the customer, unless it names what was sold', async () => {
    const sold = await load(
      'Inv,Inv date,Account,Net',
      '10,2026-01-17,Kerr,24.40',
      '11,2026-01-18,Todd,44.15',
    );
    expect(sold).toMatchObject({ customers: 2 });
    const named = await load(
      'Order,Date,Name,Qty,Total',
      '90,2026-02-17,Mug,2,24.40',
      '91,2026-02-18,Pot,1,44.15',
    );
    expect(named).toMatchObject({ customers: 0 });
  });

  it('shipping as a row among the goods counts, and people are told', async () => {
    const result = await load(
      'Bestellnr;Bestelldatum;E-Mail;Position;Menge;Summe netto',
      '20;16.06.2026;h@x.example;Decke;3;177,00',
      '21;17.06.2026;f@x.example;Kissen;2;58,00',
      '21;17.06.2026;f@x.example;Versandkosten;1;4,95',
      '22;18.06.2026;f@x.example;Versandtasche;1;9,00',
    );
    expect(result.revenue).toBe(24_895);
    expect(result.ledger).toEqual([{ kind: 'state', what: 'shipping and delivery', rows: 1, amount: 495 }]);
  });

  it('of a settlement the principal counts, and neither shipping nor fees, given back or not', async () => {
    const result = await load(
      'settlement-id,transaction-type,order-id,posted-date,sku,price-type,amount',
      '18,Order,406-1,2026-08-23,SKU-8,Principal,8.99',
      '18,Order,406-1,2026-08-23,SKU-8,Shipping,3.99',
      '18,Order,406-1,2026-08-23,SKU-8,Commission,-1.35',
      '18,Order,406-1,2026-08-23,SKU-8,FBAPerUnitFulfillmentFee,-3.10',
      '18,Order,406-2,2026-08-24,SKU-9,Principal,5.00',
      '18,Refund,406-1,2026-08-25,SKU-8,Principal,-8.99',
      '18,Refund,406-1,2026-08-25,SKU-8,Commission,1.35',
    );
    // 8.99 + 5.00 - 8.99
    expect(result.revenue).toBe(500);
  });

  it('the price that goods were sold at counts, not the list price', async () => {
    const result = await load(
      'Sale,Date,Customer,Item,Qty,List price,Sold at',
      '1,2026-01-15,Ann,Mug,2,12.00,10.00',
      '2,2026-01-16,Bob,Tea,3,5.00,5.00',
      '3,2026-01-17,Ann,Pot,1,40.00,30.00',
    );
    // 2 x 10 + 3 x 5 + 30
    expect(result.revenue).toBe(6_500);
  });

  it('s/ IVA is without tax, c/ IVA with it, and a currency in any name of money is that of the file', async () => {
    const rows = ['Loja;Data;Talão;Artigo;Valor s/ IVA;IVA;Valor c/ IVA (€)'];
    for (let i = 1; i <= 6; i++) rows.push(`Baixa;0${i}/08/2026;T${i};Postal;${i},00;0,23;${i},23`);
    // 1 + 2 + ... + 6
    expect(await load(...rows)).toMatchObject({ revenue: 2_100, orders: 6, currency: 'EUR' });
  });

  it('tips among the goods count and are told; voided and cancelled Swedish orders are known', async () => {
    const result = await load(
      'Order;Datum;Status;Artikel;Antal;Summa;Valuta',
      '1;2026-03-02;Betald;Soppa;1;90,00;SEK',
      '1;2026-03-02;Betald;Dricks;1;10,00;SEK',
      '2;2026-03-03;Makulerad;Soppa;1;90,00;SEK',
      '3;2026-03-04;Avbokad;Soppa;1;90,00;SEK',
      '4;2026-03-05;Betald;Lax;1;120,00;SEK',
      '5;2026-03-06;Betald;Kaffe;1;30,00;SEK',
    );
    // The voided order is left out; the cancelled one counts and is told: 90 + 10 + 90 + 120 + 30.
    expect(result).toMatchObject({ revenue: 34_000, orders: 4 });
    expect(JSON.stringify(result)).toMatch(/tips|cancelled/);
  });

  it('a price of a hundred pieces without an amount is refused, not multiplied', async () => {
    const rows = ['Beleg;Datum;Artikel;Menge;Preis;PE'];
    for (let i = 1; i <= 6; i++) rows.push(`L${i};0${i}.09.2026;Schraube;2000;12,40;${i % 2 ? 100 : 1}`);
    await expect(load(...rows)).rejects.toThrow(/"PE" of .* says that a price can be of 100 pieces/);
  });
});
