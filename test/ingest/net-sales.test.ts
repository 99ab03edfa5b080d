import { describe, expect, it } from 'vitest';
import { readWritten } from '../support/expect-totals.js';

/** What they are, the file, and its net sales, worked out by hand. */
const FILES: readonly (readonly [string, string, number])[] = [
  [
    'in Italian, with Imponibile, Imposta and Totale',
    `Numero fattura;Data fattura;Cliente;Descrizione;Quantità;Prezzo unitario;Aliquota IVA;Imponibile;Imposta;Totale
1/2026;05/01/2026;Rossi Srl;Sedia;4;50,00;22;200,00;44,00;244,00
2/2026;09/01/2026;Bianchi;Tavolo;1;300,00;22;300,00;66,00;366,00
3/2026;21/01/2026;Rossi Srl;Lampada;3;40,00;22;120,00;26,40;146,40
`,
    // 200.00 + 300.00 + 120.00
    620,
  ],
  [
    'in Polish, with a net price of one beside the net value of the line',
    `Nr zamówienia;Data sprzedaży;Produkt;Ilość;Cena netto;Rabat;Wartość netto;VAT;Wartość brutto
101;03.03.2025;Rower;1;1 800,00;0,00;1 800,00;414,00;2 214,00
101;03.03.2025;Kask;1;120,00;12,00;108,00;24,84;132,84
102;05.03.2025;Dętka;4;25,00;0,00;100,00;23,00;123,00
104;02.04.2025;Dętka;2;25,00;5,00;45,00;10,35;55,35
106;14.04.2025;Kask;-1;120,00;0,00;-120,00;-27,60;-147,60
107;28.04.2025;Rower;2;1 800,00;360,00;3 240,00;745,20;3 985,20
`,
    // 1,800.00 + 108.00 + 100.00 + 45.00 - 120.00 + 3,240.00
    5_173,
  ],
  [
    'whose price of one is called an amount',
    `Order,Date,Item,Pieces,Net Amount,Reduction,To Pay
1,2026-01-05,Mug,2,12.00,0.00,24.00
1,2026-01-05,Tea,3,8.00,4.00,20.00
2,2026-01-06,Pot,1,36.00,6.00,30.00
3,2026-01-17,Mug,5,12.00,10.00,50.00
4,2026-01-19,Tea,2,8.00,1.00,15.00
`,
    // 24.00 + 20.00 + 30.00 + 50.00 + 15.00
    139,
  ],
  [
    'of a German till that has rates of tax and no amounts of it',
    `Bonnr;Datum;Uhrzeit;Artikel;Menge;Einzelpreis brutto;MwSt-Satz;Gesamt brutto
501;05.01.2026;09:00;Brot;2;5,35;7%;10,70
501;05.01.2026;09:00;Kerze;1;11,90;19%;11,90
502;06.01.2026;09:30;Brot;1;5,35;7%;5,35
503;16.01.2026;10:10;Kerze;3;11,90;19%;35,70
`,
    // 10.70 and 5.35 with 7 %, 11.90 and 35.70 with 19 %
    55,
  ],
  [
    'with a unit price that includes VAT beside its rate',
    `Order,Date,Product,Qty,Unit Price incl. VAT,VAT %
1,2026-01-05,Mug,2,12.00,20
2,2026-01-06,Tea,1,24.00,20
3,2026-01-07,Pot,1,36.00,20
4,2026-01-17,Mug,5,12.00,20
`,
    // (2 x 12.00 + 24.00 + 36.00 + 5 x 12.00) / 1.2
    120,
  ],
  [
    'with a total after a discount of unit prices that include VAT',
    `Stall,Receipt no.,Sold on,Item,Qty,Unit price (incl. VAT),VAT %,Disc.,Line total
North,1,2025-10-03,Goat cheese,2,5.35,7,0.00,10.70
North,2,2025-10-03,Honey,1,10.70,7,0.00,10.70
South,1,2025-10-03,Honey,3,10.70,7,10.70,21.40
South,2,2025-10-10,Apple juice,6,2.38,19,2.38,11.90
`,
    // (10.70 + 10.70 + 21.40) / 1.07 + 11.90 / 1.19
    50,
  ],
  [
    'with a refunded amount beside the amount',
    `Order Number,Order Date,Customer,Amount,Refunded Amount
1,2026-01-05,Ana,50.00,0.00
2,2026-01-06,Ben,30.00,30.00
3,2026-01-07,Cleo,20.00,5.00
4,2026-01-17,Ana,10.00,0.00
`,
    // 50.00 + 30.00 - 30.00 + 20.00 - 5.00 + 10.00
    75,
  ],
  [
    'with sales and returns of each day',
    `Date,SKU,Product,Sales,Returns
2026-01-05,A1,Mug,50.00,10.00
2026-01-06,A1,Mug,30.00,0.00
2026-01-07,B2,Tea,40.00,10.00
2026-01-17,B2,Tea,20.00,0.00
`,
    // 50.00 - 10.00 + 30.00 + 40.00 - 10.00 + 20.00
    120,
  ],
  [
    'with pieces sold and pieces that came back',
    `Invoice,Date,Item,Qty Sold,Qty Returned,Unit Price
1,2026-01-05,Mug,5,1,10.00
2,2026-01-06,Mug,3,0,10.00
3,2026-01-07,Tea,8,2,5.00
4,2026-01-17,Tea,4,0,5.00
`,
    // (5 - 1) x 10.00 + 3 x 10.00 + (8 - 2) x 5.00 + 4 x 5.00
    120,
  ],
  [
    'of a Korean marketplace',
    `주문번호,결제일,구매자명,상품명,수량,상품가격,상품별 할인액,상품별 총 주문금액,배송비 합계
2026010501,2026-01-05 10:00,김,컵,2,10000,1000,19000,3000
2026010501,2026-01-05 10:00,김,차,1,5000,0,5000,3000
2026010601,2026-01-06 11:00,이,차,3,5000,500,14500,0
2026011701,2026-01-17 11:00,김,주전자,1,30000,0,30000,3000
`,
    // 19,000 + 5,000 + 14,500 + 30,000
    68500,
  ],
  [
    'in Portuguese, whose total shows that the subtotal is before the discount',
    `Número do Pedido;Data;Cliente;E-mail;Status do Pagamento;Subtotal;Desconto;Valor do Frete;Total
101;05/01/2026;Ana;ana@x.br;Confirmado;100,00;10,00;15,00;105,00
102;06/01/2026;Bia;bia@x.br;Confirmado;50,00;0,00;0,00;50,00
103;17/01/2026;Ana;ana@x.br;Confirmado;1.200,00;200,00;30,00;1.030,00
104;18/01/2026;Caio;caio@x.br;Recusado;80,00;0,00;10,00;90,00
`,
    // 100.00 - 10.00 + 50.00 + 1,200.00 - 200.00; the last was refused
    1140,
  ],
  [
    'in Spanish, with invoices and credit notes above zero',
    `UUID,Folio,Fecha Emision,RFC Receptor,Nombre Receptor,Tipo,SubTotal,Descuento,IVA Trasladado,Total,Estado
aa-1,1,2026-01-05,XAX1,Ana SA,Ingreso,1000.00,100.00,144.00,1044.00,Vigente
aa-2,2,2026-01-06,XBX1,Ben SA,Ingreso,500.00,0.00,80.00,580.00,Vigente
aa-3,3,2026-01-07,XBX1,Ben SA,Egreso,200.00,0.00,32.00,232.00,Vigente
aa-4,4,2026-01-17,XAX1,Ana SA,Ingreso,300.00,0.00,48.00,348.00,Vigente
`,
    // 1,000.00 - 100.00 + 500.00 - 200.00 + 300.00
    1500,
  ],
  [
    'of a till with a column for each rate of tax',
    `Nº Ticket;Fecha;Hora;Camarero;Base 10%;IVA 10%;Base 21%;IVA 21%;Total
1;05/01/2026;13:00;Luis;20,00;2,00;10,00;2,10;34,10
2;05/01/2026;14:00;Luis;30,00;3,00;0,00;0,00;33,00
3;16/01/2026;13:30;Eva;10,00;1,00;20,00;4,20;35,20
4;17/01/2026;14:30;Eva;0,00;0,00;50,00;10,50;60,50
`,
    // 34.10 - 4.10 + 33.00 - 3.00 + 35.20 - 5.20 + 60.50 - 10.50
    140,
  ],
  [
    'with a column of rounding',
    `Beleg-Nr;Datum;Kunde;Betrag exkl. MWST;MWST;Rundung;Total CHF
1;05.01.2026;Ana;1'000.00;81.00;0.00;1'081.00
2;06.01.2026;Beat;45.50;3.69;0.01;49.20
3;17.01.2026;Ana;20.10;1.63;0.02;21.75
4;18.01.2026;Cla;2'500.00;202.50;0.00;2'702.50
`,
    // 1,000.00 + 45.50 + 20.10 + 2,500.00
    3565.6,
  ],
  [
    'in Turkish, with tax within the total',
    `Sipariş No;Sipariş Tarihi;Müşteri;Ürün Adı;Adet;Birim Fiyat;KDV Oranı;KDV Tutarı;Toplam Tutar
1;05.01.2026;Ayşe;Bardak;2;600,00;20;200,00;1.200,00
2;06.01.2026;Can;Çay;1;110,00;10;10,00;110,00
3;17.01.2026;Ayşe;Demlik;1;1.800,00;20;300,00;1.800,00
4;18.01.2026;Ece;Çay;3;110,00;10;30,00;330,00
`,
    // 1,200.00 - 200.00 + 110.00 - 10.00 + 1,800.00 - 300.00 + 330.00 - 30.00
    2900,
  ],
  [
    'of subscriptions, with credits that were used',
    `Invoice Number,Customer Id,Customer Email,Invoice Date,Status,Sub Total,Discount,Tax,Total,Credits Applied,Amount Paid,Amount Due
1,c1,a@x.com,2026-01-05,Paid,100.00,10.00,18.00,108.00,8.00,100.00,0.00
2,c2,b@x.com,2026-01-06,Payment Due,50.00,0.00,10.00,60.00,0.00,0.00,60.00
3,c3,c@x.com,2026-01-07,Voided,70.00,0.00,14.00,84.00,0.00,0.00,0.00
4,c1,a@x.com,2026-01-17,Paid,200.00,20.00,36.00,216.00,0.00,216.00,0.00
`,
    // 100.00 - 10.00 + 50.00 + 200.00 - 20.00; one was voided
    320,
  ],
  [
    'with a price for a hundred pieces',
    `Invoice,Date,Customer,Item,Quantity,Price per 100,Amount
1,2026-01-05,Ana,Screw,250,12.00,30.00
2,2026-01-06,Ben,Nail,1000,4.00,40.00
3,2026-01-16,Ana,Bolt,500,20.00,100.00
4,2026-01-17,Cleo,Screw,100,12.00,12.00
`,
    // 30.00 + 40.00 + 100.00 + 12.00
    182,
  ],
  [
    'of a marketplace in Indonesia, with points between thousands',
    `No. Pesanan,Status Pesanan,Waktu Pesanan Dibuat,Nama Produk,SKU Induk,Harga Awal,Harga Setelah Diskon,Jumlah,Returned quantity,Total Harga Produk,Ongkos Kirim Dibayar oleh Pembeli,Total Pembayaran,Username (Pembeli)
A1,Selesai,2026-01-05 10:00,Cangkir,M1,20.000,18.000,2,0,36.000,9.000,45.000,ana
A2,Selesai,2026-01-06 10:00,Teh,T1,15.000,15.000,1,0,15.000,0,15.000,ben
A3,Selesai,2026-01-16 10:00,Teh,T1,15.000,12.000,3,0,36.000,9.000,45.000,ana
A4,Selesai,2026-01-17 10:00,Teko,P1,90.000,90.000,1,0,90.000,9.000,99.000,cleo
`,
    // 36,000 + 15,000 + 36,000 + 90,000
    177000,
  ],
  [
    'of tickets, with fees beside what was paid',
    `Order #,Order Date,First Name,Email,Quantity,Ticket Type,Order Type,Total Paid,Eventbrite Fees,Eventbrite Payment Processing,Attendee Status
1001,2026-01-05 10:00:00,Ana,a@x.com,1,Adult,PayPal Completed,30.00,1.50,0.90,Attending
1001,2026-01-05 10:00:00,Ana,a@x.com,1,Adult,PayPal Completed,30.00,1.50,0.90,Attending
1002,2026-01-06 10:00:00,Ben,b@x.com,1,Child,PayPal Completed,15.00,1.00,0.45,Attending
1003,2026-01-16 10:00:00,Cleo,c@x.com,1,Adult,PayPal Completed,30.00,1.50,0.90,Attending
`,
    // 30.00 + 30.00 + 15.00 + 30.00
    105,
  ],
  [
    'with list price, discount in percent and net price',
    `Belegnr.;Belegdatum;Kunde;Artikel;Menge;Listenpreis;Rabatt %;Nettopreis
1;05.01.2026;Ana;Stuhl;4;100,00;10;90,00
1;05.01.2026;Ana;Tisch;1;400,00;0;400,00
2;06.01.2026;Ben;Stuhl;2;100,00;20;80,00
3;17.01.2026;Ana;Lampe;3;50,00;10;45,00
`,
    // 4 x 90.00 + 400.00 + 2 x 80.00 + 3 x 45.00
    1055,
  ],
  [
    'in which coupons and shipping are rows',
    `Order,Date,Customer,Item,Type,Qty,Price,Line Total
1,2026-01-05,Ana,Mug,product,2,10.00,20.00
1,2026-01-05,Ana,SAVE5,coupon,1,-5.00,-5.00
1,2026-01-05,Ana,Parcel,shipping,1,4.00,4.00
2,2026-01-06,Ben,Tea,product,3,5.00,15.00
2,2026-01-06,Ben,Parcel,shipping,1,4.00,4.00
3,2026-01-17,Ana,Pot,product,1,30.00,30.00
`,
    // 20.00 - 5.00 + 15.00 + 30.00, without the parcels
    60,
  ],
  [
    'with a net price of one and a commission',
    `Auftrag;Datum;Artikel;Anzahl;Preis netto;Commissie
1;05.01.2026;Tasse;2;10,00;2,00
2;06.01.2026;Tee;3;4,00;1,20
3;17.01.2026;Kanne;1;30,00;3,00
`,
    // 2 x 10.00 + 3 x 4.00 + 30.00
    62,
  ],
  [
    'whose total of the order stands on its lines, with shipping',
    `Order number,Date,Buyer,Item,Qty,Price,Shipping rate,Total
1,2026-03-05,Ana,Mug,2,18.00,5.00,59.00
1,2026-03-05,Ana,Tea,1,18.00,5.00,59.00
2,2026-03-16,Ben,Tea,1,18.00,0.00,18.00
3,2026-03-27,Cy,Pot,1,30.00,5.00,35.00
`,
    // 2 x 18.00 + 18.00 + 18.00 + 30.00
    102,
  ],
  [
    'with pieces that came back, zero or one of each line',
    `Order,Date,Item,Deal Price,Quantity,Returned quantity,Subtotal
1,2026-03-05,Mug,18.00,2,0,36.00
2,2026-03-06,Tea,9.00,3,1,27.00
3,2026-03-17,Pot,45.00,1,0,45.00
`,
    // 36.00 + 27.00 - 9.00 + 45.00
    99,
  ],
  [
    'of payments with a number and an amount paid',
    `Payment no,Paid on,Member no,Plan,Amount paid
1,03/02/2026,M1,Gold,50.00
2,13/02/2026,M2,Silver,30.00
3,23/02/2026,M1,Gold,50.00
`,
    // 50.00 + 30.00 + 50.00
    130,
  ],
  [
    'of events, with refunds among them',
    `Event,Date,Email,Value,Order
Placed Order,2026-03-05,ana@x.com,59.00,1001
Placed Order,2026-03-06,ben@x.com,33.00,1002
Refunded Order,2026-03-07,ben@x.com,33.00,1002
Placed Order,2026-03-18,ana@x.com,20.00,1003
`,
    // 59.00 + 33.00 - 33.00 + 20.00
    79,
  ],
  [
    "with local amounts, rates and the shop's own",
    `Order ID,Order Date,Customer,Currency,Local Amount,Exchange Rate,Amount USD
1,2026-01-05,Ana,EUR,100.00,1.10,110.00
2,2026-01-06,Ben,GBP,50.00,1.30,65.00
3,2026-01-16,Cleo,USD,40.00,1.00,40.00
4,2026-01-17,Ana,EUR,30.00,1.12,33.60
`,
    // 110.00 + 65.00 + 40.00 + 33.60
    248.6,
  ],
];

/** Exports of tills, marketplaces and ledgers in several countries, in small. */
describe('net sales of a file', () => {
  it.each(FILES)('%s', async (_, text, net) => {
    const read = await readWritten({ 'export.csv': text });
    expect(read.kind === 'read' ? read.totals.revenue / 100 : read).toBe(net);
  });

  it('takes off converted refunds of converted amounts', async () => {
    const text = [
      'Ref,Created,Converted Refund,Charged,Refund,Currency,Converted Amount,Converted Currency',
      ...[1, 2, 3, 4].map(n => `p${n},2026-03-0${n},0.00,${n}0.00,0.00,eur,${n}0.00,eur`),
      ...[5, 6, 7, 8].map(n => `p${n},2026-03-0${n},9.00,${n}0.00,10.00,usd,${n * 9}.00,eur`),
    ].join('\n');
    const read = await readWritten({ 'export.csv': text });
    // 10.00 + 20.00 + 30.00 + 40.00, and 90 % of 50.00 + 60.00 + 70.00 + 80.00, less 4 x 9.00
    expect(read.kind === 'read' ? read.totals.revenue / 100 : read).toBe(298);
  });

  it('asks where an amount and quantity x price say different things, and no sum shows why', async () => {
    const read = await readWritten({
      'export.csv': `Order,Date,Item,Qty,Unit Price,Amount
1,2026-01-05,Mug,2,10.00,27.50
2,2026-01-06,Tea,1,5.00,8.10
3,2026-01-07,Pot,1,30.00,33.40
4,2026-01-17,Mug,3,10.00,51.00
`,
    });
    expect(read).toEqual({ kind: 'asked', about: 'amount' });
  });
});
