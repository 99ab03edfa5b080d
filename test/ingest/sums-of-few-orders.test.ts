import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openTestShop, type TestShop } from '../support/shop.js';

describe('sums in files of few orders', () => {
  let shop: TestShop;
  beforeEach(async () => {
    shop = await openTestShop({}, '2026-12-31T10:00:00Z');
  });
  afterEach(() => shop.close());

  const load = (...lines: string[]) => shop.load('sales.csv', `${lines.join('\n')}\n`);

  const COUPONS = [
    'Order No,Order Date,Customer,Item,Qty,Price,Coupon Amount',
    '71,2026-03-02,Ada,Tea,2,8.00,3.00',
    '71,2026-03-02,Ada,Pot,1,15.00,3.00',
    '72,2026-03-14,Ben,Tea,1,8.00,0.00',
  ];

  it('ask whether a discount that all lines of an order have is of each line', async () => {
    await expect(load(...COUPONS)).rejects.toMatchObject({
      question: {
        kind: 'discount',
        choices: [
          // 31 + 8, less 3 once
          { reading: { maps: [{ column: 6, field: 'orderDiscount' }] }, figures: { revenue: 3_600 } },
          { reading: { maps: [{ column: 6, field: 'discount' }] }, figures: { revenue: 3_300 } },
        ],
      },
    });
  });

  it('take a discount off once, or off each line, as the person says', async () => {
    const path = join(shop.folder, 'sales.csv');
    await writeFile(path, COUPONS.join('\n'));
    const map = (field: string) => shop.ingest(path, undefined, { map: [`Coupon Amount=${field}`] });
    expect(await map('orderDiscount')).toMatchObject({ revenue: 3_600, orders: 2 });
    expect(await map('discount')).toMatchObject({ revenue: 3_300, orders: 2 });
  });

  it('take a coupon off once where the total of the order shows it', async () => {
    const result = await load(
      'Order No,Order Date,Customer,Item,Qty,Price,Coupon,Order Total',
      '71,2026-03-02,Ada,Tea,2,8.00,3.00,28.00',
      '71,2026-03-02,Ada,Pot,1,15.00,3.00,28.00',
      '72,2026-03-14,Ben,Tea,1,8.00,0.00,8.00',
      '73,2026-03-21,Cy,Pot,2,15.00,5.00,41.00',
      '73,2026-03-21,Cy,Tea,2,8.00,5.00,41.00',
    );
    expect(result).toMatchObject({ revenue: 7_700, orders: 3 });
  });

  it('take off a coupon in money that stands on the first line alone', async () => {
    const result = await load(
      'Bestellnr;Datum;Kunde;Artikel;Menge;Einzelpreis;Gutschein',
      '4401;02.03.2026;Vogt;Kissen;2;20,00;10,00',
      '4401;02.03.2026;Vogt;Decke;1;60,00;',
      '4402;14.03.2026;Ruf;Kissen;1;20,00;',
    );
    expect(result.revenue).toBe(11_000);
  });

  it('take a discount that says it is of one piece off each piece', async () => {
    const result = await load(
      'Order,Date,Customer,Item,Qty,Unit Price,Unit Discount',
      'A1,2026-03-02,Kim,Lamp,2,50.00,5.00',
      'A2,2026-03-13,Lou,Bulb,10,5.00,0.50',
    );
    expect(result.revenue).toBe(9_000 + 4_500);
  });

  it('show that a total on each line is that of its order, whatever it is called', async () => {
    const result = await load(
      'Datum;Order;Klant;Artikel;Aantal;Stukprijs;Bedrag',
      '02-03-2026;1;Bos;Ring;1;100,00;200,00',
      '02-03-2026;1;Bos;Ketting;2;50,00;200,00',
      '13-03-2026;2;Dam;Ring;1;100,00;100,00',
      '14-03-2026;3;Bos;Pin;3;20,00;110,00',
      '14-03-2026;3;Bos;Ketting;1;50,00;110,00',
    );
    expect(result).toMatchObject({ revenue: 41_000, orders: 3 });
  });

  it('show that an amount is of one piece where the totals of orders do', async () => {
    const result = await load(
      'Commande;Date;Client;Article;Nb;Montant;Total commande',
      '1;02/03/2026;Anne;Tasse;2;10,00;29,00',
      '1;02/03/2026;Anne;Thé;3;3,00;29,00',
      '2;13/03/2026;Luc;Pot;2;30,00;60,00',
      '3;14/03/2026;Anne;Thé;4;3,00;12,00',
    );
    expect(result.revenue).toBe(10_100);
  });

  it.each([
    [
      'its tax and total',
      'Datum;Doklad;Položka;Množství;Cena bez DPH;DPH;Celkem s DPH',
      ['2.3.2026;1;Křeslo;1;1000,00;210,00;1210,00', '2.3.2026;1;Stůl;2;3000,00;630,00;3630,00'],
      ['13.3.2026;2;Židle;4;2000,00;420,00;2420,00'],
      600_000,
    ],
    [
      'what is paid out of it',
      'Order ID;Sold on;Item;Units;Commission;Your payout;Sale price',
      ['1;2026-03-02;Print;1;2.00;18.00;20.00', '2;2026-03-13;Frame;2;6.00;54.00;60.00'],
      ['3;2026-03-14;Print;2;4.00;36.00;40.00'],
      12_000,
    ],
  ])('show that a price is of the whole line by %s', async (_, header, first, more, revenue) => {
    expect((await load(header, ...first, ...more)).revenue).toBe(revenue);
  });

  it('take a price without tax where a rate on top gives the amount', async () => {
    const result = await load(
      'Fecha,Pedido,Cliente,Producto,Unidades,Precio,IVA %,Importe con IVA',
      '03/03/2026,P-11,Ana Ruiz,Camisa,2,20.00,21,48.40',
      '03/03/2026,P-11,Ana Ruiz,Pan,10,1.00,4,10.40',
      '25/03/2026,P-13,Ana Ruiz,Falda,1,50.00,21,60.50',
    );
    expect(result.revenue).toBe(10_000);
  });

  it('take no shipping out of an amount that is quantity x price less a discount', async () => {
    const result = await load(
      'Data da venda;Pedido;Cliente;Produto;Qtde;Valor unitário;Desconto;Frete;Valor total',
      '02/03/2026;7001;João;Caneca;2;R$ 40,00;R$ 8,00;R$ 15,00;R$ 72,00',
      '02/03/2026;7001;João;Camiseta;1;R$ 1.100,00;R$ 0,00;R$ 15,00;R$ 1.100,00',
      '25/03/2026;7003;João;Boné;3;R$ 30,00;R$ 9,00;R$ 12,00;R$ 81,00',
    );
    expect(result.revenue).toBe(125_300);
  });

  it('take a discount off once where subtotal, shipping and total stand on each line, too', async () => {
    const result = await load(
      'order_no,order_date,email,sku,qty,unit_price,subtotal,discount,shipping,total',
      'A1,2026-03-02,a@x.org,M,2,10.00,29.00,5.00,4.00,28.00',
      'A1,2026-03-02,a@x.org,T,1,9.00,29.00,5.00,4.00,28.00',
      'A2,2026-03-13,b@x.org,P,1,30.00,30.00,0.00,4.00,34.00',
      'A3,2026-03-14,a@x.org,T,3,9.00,27.00,2.00,4.00,29.00',
    );
    expect(result.revenue).toBe(2_400 + 3_000 + 2_500);
  });
});
