import { gzipSync } from 'node:zlib';
import iconv from 'iconv-lite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isoOf } from '../../src/core/calendar/days.js';
import { openTestShop, type TestShop } from '../support/shop.js';

/** What shop systems and spreadsheets export, in small; the sums are worked out by hand beside each. */
describe('exports', () => {
  let shop: TestShop;
  beforeEach(async () => {
    shop = await openTestShop();
  });
  afterEach(() => shop.close());

  it('of Shopify: an order on several rows, of which only the first has the customer, the country and the total', async () => {
    const rows = [1, 2, 3].flatMap(n => [
      `#100${n},a${n}@x.com,paid,2026-01-0${n} 10:00:00 +0100,USD,10.00,12.00,2026-01-0${n} 10:00:00 +0100,2,Tea,3.00,Spain`,
      `#100${n},a${n}@x.com,,,,,,2026-01-0${n} 10:00:00 +0100,1,Mug,4.00,`,
    ]);
    const result = await shop.load(
      'shopify.csv',
      `Name,Email,Financial Status,Paid at,Currency,Subtotal,Total,Created at,Lineitem quantity,Lineitem name,Lineitem price,Shipping Country\n${rows.join('\n')}\n`,
    );
    // Three times 2 x 3.00 + 4.00
    expect(result).toMatchObject({ lines: 6, orders: 3, customers: 3, revenue: 3_000 });
    expect(await shop.figures('sales by country', 'revenue')).toEqual({ Spain: 30 });
  });

  it('of Amazon: the item price is of the line', async () => {
    const result = await shop.load(
      'amazon.txt',
      'amazon-order-id\tpurchase-date\torder-status\tsales-channel\tproduct-name\tsku\tquantity\tcurrency\titem-price\tship-country\n' +
        '111-1\t2026-01-05T10:00:00+00:00\tShipped\tAmazon.de\tTea\tT1\t2\tEUR\t7.00\tDE\n' +
        '111-2\t2026-01-06T11:00:00+00:00\tShipped\tAmazon.de\tMug\tM1\t1\tEUR\t4.00\tFR\n',
    );
    expect(result).toMatchObject({ revenue: 1_100, currency: 'EUR' });
    expect((await shop.answer('sales')).headline).toContain('€11.00');
  });

  it('of Square: signed money, and the net sales rather than the gross', async () => {
    const result = await shop.load(
      'square.csv',
      'Date,Time,Category,Item,Qty,Gross Sales,Discounts,Net Sales,Tax,Transaction ID,Customer Name\n' +
        '2026-01-05,10:00:00,Drinks,Tea,2.0,$7.00,($0.70),$6.30,$0.50,T1,Ana\n' +
        '2026-01-05,10:00:00,Kitchen,Mug,1.0,"$1,004.00",$0.00,"$1,004.00",$0.50,T1,Ana\n' +
        '2026-01-06,10:00:00,Drinks,Tea,-1.0,($3.50),$0.35,($3.15),$0.00,T2,Ana\n',
    );
    expect(result).toMatchObject({ revenue: 100_715, orders: 2, customers: 1 });
    expect((await shop.figures('sales', 'value')).orders).toBe(1);
  });

  it('of SAP: the names of the tables', async () => {
    const result = await shop.load(
      'sap.txt',
      'VBELN|POSNR|FKDAT|KUNNR|MATNR|FKIMG|NETWR|WAERK|LAND1\n' +
        '90001|10|20260105|C1|M1|2|7.00|EUR|DE\n90001|20|20260105|C1|M2|1|4.00|EUR|DE\n90002|10|20260113|C2|M1|1|3.50|EUR|AT\n',
    );
    expect(result).toMatchObject({ revenue: 1_450, orders: 2, customers: 2, currency: 'EUR' });
  });

  it.each([
    [
      'German',
      'Rechnungs-Nr.;Rechnungsdatum;Kunden-Nr.;Artikel;Menge;Betrag\n1;31.01.2026;7;Tee;2;1.234,50 €\n2;01.02.2026;8;Tasse;1;2,50 €\n',
      123_700,
    ],
    [
      'French',
      'N° commande;Date de commande;N° client;Désignation;Quantité;Montant TTC\n1;31/01/2026;7;Thé;2;1 234,50\n2;01/02/2026;8;Tasse;1;2,50\n',
      123_700,
    ],
    [
      'Spanish',
      'Nº de pedido;Fecha de compra;Cliente;Artículo;Cantidad;Importe total\n1;31/01/2026;Ana;Té;2;1.234,50\n2;01/02/2026;Bob;Taza;1;2,50\n',
      123_700,
    ],
    [
      'Portuguese',
      'Nº do pedido;Data da compra;Cliente;Produto;Quantidade;Valor total\n1;31/01/2026;Ana;Chá;2;"R$ 1.234,50"\n2;01/02/2026;Bob;Xícara;1;"R$ 2,50"\n',
      123_700,
    ],
  ])('of Excel in %s, in the bytes that it writes', async (_, text, revenue) => {
    const result = await shop.load('excel.csv', iconv.encode(text.replaceAll('\n', '\r\n'), 'windows-1252'));
    expect(result).toMatchObject({ revenue, orders: 2, customers: 2, refused: [] });
    expect(isoOf(result.lastDay)).toBe('2026-02-01');
    expect(result.understood?.dimensions).toContain('Product');
  });

  it('in gzip, in columns held apart by spaces, without a header', async () => {
    // The columns of the CDNOW sample: two customer ids, the day, units, dollars.
    const rows = Array.from(
      { length: 40 },
      (_, i) =>
        ` 000${10 + (i % 20)} 00${10 + (i % 20)} 199701${10 + Math.floor(i / 20)}  ${1 + (i % 3)}   ${(9.99 + i).toFixed(2)}`,
    );
    const result = await shop.load('sample.txt.gz', gzipSync(`${rows.join('\n')}\n`));
    // 40 x 9.99 + (0 + ... + 39)
    expect(result).toMatchObject({ lines: 40, customers: 20, revenue: 117_960 });
    expect(result.understood?.assumptions.join(' ')).toContain('--map');
  });

  it('in a language that no list knows: what agrees is taken, and said', async () => {
    const rows = Array.from(
      { length: 12 },
      (_, i) =>
        `2026-01-${10 + i};${1 + (i % 3)};${(2.5 + i).toFixed(2)};${((1 + (i % 3)) * (2.5 + i)).toFixed(2)}`,
    );
    const result = await shop.load('et.csv', `Kuupäev;Kogus;Hind;Väärtus\n${rows.join('\n')}\n`);
    const sum = rows.reduce((total, row) => total + Math.round(Number(row.split(';')[3]) * 100), 0);
    expect(result.revenue).toBe(sum);
    expect(result.understood?.assumptions.join(' ')).toContain('"Kogus" x "Hind"');
  });

  it('with a column of sales and refunds: refunds subtract, and are no orders', async () => {
    const result = await shop.load(
      'pos.csv',
      'Receipt No,Type,Date,Amount\n1,Sale,2026-01-05,10.00\n2,Refund,2026-01-06,4.00\n3,Sale,2026-01-07,1.00\n',
    );
    expect(result.revenue).toBe(700);
    expect((await shop.figures('sales', 'value')).orders).toBe(2);
  });

  it('with credit notes C..., whatever the sign of their quantity', async () => {
    const rows = Array.from({ length: 19 }, (_, i) => `5363${10 + i},2026-01-${10 + i},1,2.00`);
    const result = await shop.load(
      'retail.csv',
      `InvoiceNo,InvoiceDate,Quantity,UnitPrice\n${rows.join('\n')}\nC536340,2026-01-29,1,2.00\n`,
    );
    expect(result.revenue).toBe(3_600);
  });

  it('does not take an order that was returned for one that was bought twice', async () => {
    const result = await shop.load(
      'status.csv',
      'Order ID,Order Date,Status,Amount\n1,2026-01-05,Shipped,10.00\n2,2026-01-06,Returned,4.00\n3,2026-01-07,Cancelled,1.00\n',
    );
    expect(result.revenue).toBe(1_500);
  });

  it('refuses another currency than the store has, and takes the first file’s where none is set', async () => {
    await shop.load('eur.csv', 'Order ID,Order Date,Amount,Currency\n1,2026-01-05,10.00,EUR\n');
    await expect(
      shop.load('gbp.csv', 'Order ID,Order Date,Amount,Currency\n2,2026-01-05,10.00,GBP\n'),
    ).rejects.toThrow("in GBP, but the shop's are in EUR");
  });
});
