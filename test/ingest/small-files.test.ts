import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openTestShop, type TestShop } from '../support/shop.js';

describe('small files of many kinds', () => {
  let shop: TestShop;
  beforeEach(async () => {
    shop = await openTestShop({}, '2026-12-31T10:00:00Z');
  });
  afterEach(() => shop.close());

  const load = (...lines: string[]) => shop.load('sales.csv', `${lines.join('\n')}\n`);

  it('leave costs and payouts of a Dutch payment provider out', async () => {
    const result = await load(
      'Datum;Type;Omschrijving;Bedrag;Saldo',
      '02-03-2026;Betaling;Order 1;50,00;50,00',
      '02-03-2026;Kosten;Transactiekosten;-0,50;49,50',
      '03-03-2026;Betaling;Order 2;80,00;129,50',
      '04-03-2026;Uitbetaling;Naar NL00BANK;-129,50;0,00',
      '14-03-2026;Terugbetaling;Order 2;-20,00;-20,00',
    );
    expect(result.revenue).toBe(11_000);
  });

  it.each([
    ['Czech', 'Datum;Doklad;Zákazník;Částka', 'Neznámý'],
    ['Polish', 'Data;Nr paragonu;Klient;Kwota', 'Klient detaliczny'],
    ['Turkish', 'Tarih;Fiş No;Müşteri;Tutar', 'Perakende Müşteri'],
    ['Swedish', 'Datum;Kvittonr;Kund;Belopp', 'Okänd kund'],
    ['Russian', 'Дата;Чек;Покупатель;Сумма', 'Розничный покупатель'],
  ])('know who is nobody: %s', async (_, header, nobody) => {
    const rows = [`02.03.2026;1;${nobody};10,00`, '13.03.2026;2;Novak;20,00', `14.03.2026;3;${nobody};5,00`];
    expect(await load(header, ...rows)).toMatchObject({ orders: 3, customers: 1, revenue: 3_500 });
  });

  it('know an order by a Swedish receipt number, with tax within', async () => {
    const result = await load(
      'Datum;Kvittonr;Artikel;Antal;Pris;Summa;Varav moms',
      '2026-03-02;501;Kaffe;2;25,00;50,00;5,36',
      '2026-03-02;501;Bulle;1;30,00;30,00;3,21',
      '2026-03-03;503;Kaffe;1;25,00;25,00;2,68',
    );
    expect(result).toMatchObject({ orders: 2, revenue: 10_500 - 1_125 });
  });

  it('do not count a payment beside its invoice', async () => {
    const result = await load(
      'Datum;Vorgang;Nummer;Kunde;Betrag',
      '02.03.2026;Rechnung;R1;Ott;50,00',
      '05.03.2026;Zahlung;Z1;Ott;50,00',
      '13.03.2026;Rechnung;R2;Uhl;20,00',
    );
    expect(result).toMatchObject({ orders: 2, revenue: 7_000 });
  });

  it('read a small file with notes below it, and units below its header', async () => {
    const footers = await load(
      'Datum;Nr.;Kunde;Netto',
      '02.03.2026;1;Ott;10,00',
      '13.03.2026;2;Uhl;20,00',
      ';;Summe;30,00',
      'Gedruckt am 31.03.2026 von Lager;;;',
      'Seite 1 von 1;;;',
    );
    expect(footers).toMatchObject({ revenue: 3_000, orders: 2, refused: [] });
    const units = await shop.load(
      'units.csv',
      'Date,Ticket,Product,Weight,Sales\ndd/mm/yyyy,no.,text,kg,GBP\n13/04/2026,8,Pear,1.5,4.50\n14/04/2026,9,Fig,2,7.00\n',
    );
    expect(units).toMatchObject({ revenue: 1_150, orders: 2, refused: [] });
  });

  it('say what gift cards came to', async () => {
    const result = await load(
      'Receipt;Date;Customer;Product;Qty;Net',
      '1;2026-03-02;Lena;Scarf;1;40.00',
      '2;2026-03-02;Omar;Geschenkgutschein 50;1;50.00',
      '3;2026-03-13;Pia;Gift card holder;1;4.00',
    );
    expect(result.revenue).toBe(9_400);
    expect(result.ledger).toContainEqual({ kind: 'state', what: 'gift cards', rows: 1, amount: 5_000 });
  });

  it('know quantities where a column has 1 throughout', async () => {
    await load('Order,Date,Item,Qty,Price', '1,2026-03-02,Ring,1,100.00', '2,2026-03-13,Pin,1,20.00');
    expect(await shop.figures('sales', 'value')).toMatchObject({ quantity: 2 });
  });

  it.each([
    ['Polish', 'Data;Nr zamówienia;Klient;Kwota', 'looks like PLN'],
    ['Czech', 'Datum;Doklad;Zákazník;Částka', 'looks like CZK'],
    ['German', 'Datum;Beleg;Kunde;Betrag', 'looks like EUR'],
    ['Spanish', 'Fecha;Pedido;Cliente;Importe', 'USD was assumed. SHOP_CURRENCY'],
    ['Portuguese', 'Data da venda;Pedido;Cliente;Valor total', 'USD was assumed. SHOP_CURRENCY'],
  ])('say which currency the language of the headers is at home with: %s', async (_, header, said) => {
    const result = await load(header, '02.03.2026;1;Novak;10,00', '13.03.2026;2;Malý;20,50');
    expect(result.understood?.assumptions.join(' ')).toContain(said);
  });

  it('count pieces in "Returned" beside "Ordered", though they are only zeros and ones', async () => {
    const result = await load(
      'Order,Date,SKU,Ordered,Returned,Unit price',
      '1,2026-03-02,S1,2,1,10.00',
      '1,2026-03-02,S2,1,0,30.00',
      '2,2026-03-13,S1,5,0,10.00',
      '3,2026-03-24,S2,1,1,30.00',
    );
    // 20 + 30 + 50 + 30, less 10 and 30
    expect(result).toMatchObject({ revenue: 9_000, orders: 3 });
  });

  it('know an order by its reference or its basket', async () => {
    const result = await load(
      'Reference,Date,Customer,Product,Qty,Total',
      'R-1,2026-03-02,Ann,Mug,1,10.00',
      'R-1,2026-03-02,Ann,Tea,1,9.00',
      'R-2,2026-03-13,Bob,Mug,2,20.00',
    );
    expect(result).toMatchObject({ orders: 2, customers: 2 });
    const baskets = await shop.load(
      'baskets.csv',
      'line_id,basket,sold_at,shopper,product,pieces,net\n1,B-77,2026-03-22,u1,Mug,1,10.00\n' +
        '2,B-77,2026-03-22,u1,Tea,1,9.00\n3,B-78,2026-03-23,u2,Mug,2,20.00\n',
    );
    expect(baskets).toMatchObject({ orders: 2, customers: 2 });
  });

  it('count neither a Dutch draft nor a balance as a sale', async () => {
    const result = await load(
      'Ordernr;Datum;Klant;Status;Totaal',
      '1;02-03-2026;Bos;Betaald;100,00',
      '2;13-03-2026;Bos;Concept;900,00',
    );
    expect(result).toMatchObject({ revenue: 10_000, orders: 1 });
    const statement = await shop.load(
      'statement.csv',
      'Date,Description,Type,Amount,Balance\n2026-04-01,Opening balance,Balance,0.00,500.00\n' +
        '2026-04-02,Sale 1,Card payment,50.00,550.00\n2026-04-04,Payout,Payout,-500.00,50.00\n',
    );
    expect(statement).toMatchObject({ revenue: 5_000, orders: 1 });
  });
});
