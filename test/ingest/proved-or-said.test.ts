import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openTestShop, type TestShop } from '../support/shop.js';

/** What the values of a file prove, or what is said because they do not. */
describe('files whose values decide', () => {
  let shop: TestShop;
  beforeEach(async () => {
    shop = await openTestShop({ SHOP_CURRENCY: 'USD' }, '2026-12-31T10:00:00Z');
  });
  afterEach(() => shop.close());
  const load = (...lines: string[]) => shop.load('file.csv', `${lines.join('\n')}\n`);

  it('an order number of any name is known by the rows below it that have none', async () => {
    const result = await load(
      'Referencia del pedido,Cliente,Fecha del pedido,Estado,Producto,Cantidad,Precio,Subtotal',
      'S101,Ana,2026-03-05,Pedido,Taza,2,20,40',
      ',,,,Tetera,1,30,30',
      'S102,Ben,2026-03-06,Pedido,Tetera,1,30,30',
      'S103,Cleo,2026-03-07,Presupuesto,Taza,1,20,20',
      'S104,Ana,2026-03-08,Pedido,Taza,4,20,80',
      ',,,,Tetera,2,30,60',
    );
    // 40 + 30 + 30 + 80 + 60; the quote is left out
    expect(result).toMatchObject({ revenue: 24_000, orders: 3, lines: 5 });
  });

  it('a product of columns proves points between thousands', async () => {
    const { revenue } = await load(
      'date,order,customer,product,quantity,price,amount',
      '2026-04-03,P1,Ray,Chair,10,125,1.250',
      '2026-04-04,P2,Gil,Table,4,480,1.920',
      '2026-04-05,P3,Ray,Table,5,480,2.400',
      '2026-04-06,P4,Sue,Sofa,3,1.350,4.050',
    );
    // 1,250 + 1,920 + 2,400 + 4,050
    expect(revenue).toBe(962_000);
  });

  it('a product of columns proves decimals of three digits, and nothing is said of thousands', async () => {
    const { revenue, understood } = await load(
      'date,order,customer,product,quantity,price,amount',
      '2026-04-03,P1,Ray,Diesel,8.250,1.500,12.375',
      '2026-04-04,P2,Gil,Diesel,10.500,1.250,13.125',
      '2026-04-05,P3,Ray,Petrol,6.500,1.750,11.375',
      '2026-04-06,P4,Sue,Petrol,9.250,1.500,13.875',
    );
    // 12.375 + 13.125 + 11.375 + 13.875
    expect(revenue).toBe(5075);
    expect(understood?.assumptions.join(' ')).not.toContain('1.250');
  });

  it('where nothing tells decimals from thousands, both sums are said', async () => {
    const { understood } = await load(
      'Ticket,Date,Customer,Sales',
      '1,2026-03-13,Ann,12.250',
      '2,2026-03-14,Bob,8.125',
      '3,2026-03-15,Cy,31.900',
    );
    // 12.250 + 8.125 + 31.900
    expect(understood?.assumptions.join(' ')).toContain('all of them 52.275; ');
    expect(understood?.assumptions.join(' ')).toContain('would be 52,275');
  });

  it.each([
    ['Tyyppi', 'Lasku', 'Hyvityslasku', 'Tarjous'],
    ['Dokumenttype', 'Faktura', 'Kreditnota', 'Tilbud'],
    ['Típus', 'Számla', 'Helyesbítő számla', 'Díjbekérő'],
  ])('in "%s", %s is a sale, %s is given back and %s is no sale', async (kind, sale, back, quote) => {
    const result = await load(
      `Date,${kind},Customer,Total`,
      `2026-04-13,${sale},Ann,120.00`,
      `2026-04-14,${sale},Bob,80.50`,
      `2026-04-15,${back},Ann,20.00`,
      `2026-04-15,${quote},Dee,900.00`,
      `2026-04-16,${sale},Cy,99.50`,
    );
    // 120 + 80.50 - 20 + 99.50
    expect(result).toMatchObject({ revenue: 28_000, orders: 4, returnOrders: 1 });
  });

  it('a second list of the same days without order numbers is added, and that is said', async () => {
    const head = 'Date,Item,Total,Customer';
    await load(head, '2026-05-01,Soap,4.50,Ann', '2026-05-02,Soap,4.50,Bob', '2026-05-03,Comb,3.00,Cy');
    const { ledger, lines } = await load(
      head,
      '2026-05-02,Soap,4.50,Bob',
      '2026-05-03,Comb,2.00,Cy',
      '2026-05-03,Towel,9.00,Dee',
      '2026-05-04,Comb,3.00,Ann',
    );
    expect(lines).toBe(4);
    // 4.50 + 2.00 + 9.00 on the second and third of May; the first of them is the earlier row again
    expect(ledger).toContainEqual({ kind: 'sharedDays', rows: 3, amount: 1550, equal: 1 });
  });

  it("an amount of the line or of one piece is the line's, and the other sum is said", async () => {
    const { revenue, understood } = await load(
      'Encomenda,Data,Cliente,Artigo,Qtd,Valor',
      'E1,2026-02-02,Ana,Mesa,3,177.18',
      'E2,2026-02-09,Rui,Banco,2,27.97',
      'E3,2026-02-12,Ana,Vaso,4,48.62',
    );
    // 177.18 + 27.97 + 48.62; 3 x 177.18 + 2 x 27.97 + 4 x 48.62
    expect(revenue).toBe(25_377);
    expect(understood?.assumptions.join(' ')).toContain('"Qtd" x "Valor" would be 781.96');
  });

  it('a price beside boxes and pieces per box is of the box, and the other sum is said', async () => {
    const { revenue, understood } = await load(
      'Order,Date,Customer,Item,Boxes,Pieces per box,Price',
      'P1,2026-05-01,Ann,Napkins,3,24,4.80',
      'P2,2026-05-01,Bob,Boards,1,10,8.90',
      'P3,2026-05-02,Cy,Straws,2,6,7.25',
    );
    // 3 x 4.80 + 8.90 + 2 x 7.25; 3 x 24 x 4.80 + 10 x 8.90 + 2 x 6 x 7.25
    expect(revenue).toBe(3780);
    expect(understood?.assumptions.join(' ')).toContain('all comes to 521.6');
  });
});
