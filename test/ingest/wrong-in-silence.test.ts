import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openTestShop, type TestShop } from '../support/shop.js';

/** Files that were read wrongly without a word. */
describe('what files say beside their amounts', () => {
  let shop: TestShop;
  beforeEach(async () => {
    shop = await openTestShop({ SHOP_CURRENCY: 'USD' }, '2026-12-31T10:00:00Z');
  });
  afterEach(() => shop.close());
  const load = (...lines: string[]) => shop.load('file.csv', `${lines.join('\n')}\n`);

  it('a refund that is never the total but the amount without tax is of that', async () => {
    const result = await load(
      'Booking,Date,Guest,Base,Tax,Total,Base refunded',
      'R1,2026-02-03,Ann,310.00,31.00,341.00,0.00',
      'R2,2026-02-05,Bob,533.40,53.34,586.74,533.40',
      'R3,2026-02-06,Cy,74.50,7.45,81.95,14.90',
      'R4,2026-02-07,Dee,200.00,20.00,220.00,0.00',
    );
    // 310 + 533.40 + 74.50 + 200 - 533.40 - 14.90
    expect(result).toMatchObject({ revenue: 56_960, orders: 4 });
  });

  it.each([
    ['Fattura', 'Nota di credito'],
    ['Factura', 'Nota de crédito'],
    ['Facture', "Facture d'avoir"],
    ['Factuur', 'Creditfactuur'],
    ['Rechnung', 'Rechnungskorrektur'],
  ])('of %s and %s without a minus the second is money given back', async (invoice, creditNote) => {
    const result = await load(
      'Tipo,Date,Customer,Total',
      `${invoice},2026-04-13,Ann,120.00`,
      `${invoice},2026-04-14,Bob,80.50`,
      `${creditNote},2026-04-15,Ann,20.00`,
      `${invoice},2026-04-16,Cy,99.50`,
    );
    // 120 + 80.50 - 20 + 99.50
    expect(result).toMatchObject({ revenue: 28_000, orders: 4, returnOrders: 1 });
  });

  it('three digits behind every point may be thousands, and that is said', async () => {
    const { understood } = await load(
      'Ticket,Date,Customer,Sales',
      '1,2026-03-13,Ann,12.250',
      '2,2026-03-14,Bob,8.125',
      '3,2026-03-15,Cy,31.900',
    );
    expect(understood?.assumptions.join(' ')).toContain('If it is 1250, undo this ingest');
  });

  it('credits for what came back are of each line, with its pieces', async () => {
    const result = await load(
      'SO Number,Order Date,Customer,Item,Ordered,Shipped,Returned,Unit Price,Ext Price,Return Credit',
      'S1,2026-01-13,Ann,Hinge,22,22,0,8.49,186.78,0.00',
      'S1,2026-01-13,Ann,Bolt,36,36,6,12.99,467.64,(77.94)',
      'S2,2026-01-14,Bob,Panel,16,5,1,64.00,320.00,(64.00)',
      'S3,2026-01-15,Cy,Bolt,30,30,0,12.99,389.70,0.00',
    );
    // 186.78 + 467.64 + 320 + 389.70 - 77.94 - 64
    expect(result).toMatchObject({ revenue: 122_218, orders: 3 });
    // Shipped 93, less 7
    const { rows } = await shop.answer('sales');
    expect(rows.find(row => row.measure === 'quantity')?.value).toBe(86);
  });

  it('refunds of the line with tax in them are goods in proportion', async () => {
    const result = await load(
      'Order,Date,Customer,Item,Net,VAT,Total,Refunded',
      'A1,2026-01-13,Ann,Mug,100.00,20.00,120.00,0.00',
      'A1,2026-01-13,Ann,Cup,50.00,10.00,60.00,60.00',
      'A2,2026-01-14,Bob,Mug,100.00,20.00,120.00,12.00',
      'A3,2026-01-15,Cy,Cup,50.00,10.00,60.00,0.00',
    );
    // 300, less 50 and a tenth of 100
    expect(result).toMatchObject({ revenue: 24_000, orders: 3 });
  });

  it('vouchers that paid a price together with card and cash are no discounts', async () => {
    const result = await load(
      'Appointment,Date,Client,Treatment,Price,VAT included,Voucher,Card,Cash',
      '1,2026-08-03,Ella,Beard trim,18.00,3.00,18.00,0.00,0.00',
      '2,2026-08-04,Amy,Blow dry,30.00,5.00,0.00,30.00,0.00',
      '3,2026-08-04,Liam,Colour,96.00,16.00,25.00,71.00,0.00',
      '4,2026-08-08,Marcus,Treatment,54.00,9.00,10.00,0.00,44.00',
    );
    // 198 less 33 of VAT
    expect(result).toMatchObject({ revenue: 16_500, orders: 4 });
  });

  it('a direction of 1 and 2 gives the sign: the fewer rows are returns, which is said', async () => {
    const result = await load(
      'Receipt,Date,Customer,Direction,Amount',
      'V1,2026-01-07,Ann,1,40.00',
      'V2,2026-01-08,Bob,1,18.00',
      'V3,2026-01-09,Bob,2,18.00',
      'V4,2026-01-10,Cy,1,22.00',
    );
    expect(result).toMatchObject({ revenue: 6_200, orders: 4, returnOrders: 1 });
    expect(result.understood?.assumptions).toContain('Rows whose "Direction" is 2 are returns.');
  });

  it('a direction of 1 and 2 of which neither is rarer is refused with what both come to', async () => {
    const loading = load(
      'Receipt,Date,Customer,Direction,Amount',
      'V1,2026-01-07,Ann,1,40.00',
      'V2,2026-01-08,Bob,2,18.00',
    );
    await expect(loading).rejects.toThrow('1 rows with "2" of 18.00, 1 rows with "1" of 40.00');
  });

  it('kinds and states are read in Turkish and Korean', async () => {
    const turkish = await load(
      'Fatura No;Belge Türü;Tarih;Müşteri;Tutar',
      'F1;Satış;03.02.2026;Ann;40,00',
      'F2;Satış;04.02.2026;Bob;18,00',
      'F3;İade;05.02.2026;Bob;18,00',
    );
    expect(turkish).toMatchObject({ revenue: 4_000, returnOrders: 1 });
    const { ledger } = await load(
      '주문번호,주문일시,구매자명,총금액,주문상태',
      'K1,2026-02-03,Ann,40.00,배송완료',
      'K2,2026-02-04,Bob,18.00,취소',
    );
    expect(ledger).toContainEqual(
      expect.objectContaining({ kind: 'state', what: 'cancelled', amount: 1_800 }),
    );
  });

  it('numbers that each shop begins again are told by shop, whatever they are called', async () => {
    const rows = ['North', 'South'].flatMap(store =>
      [1, 2, 3, 4, 5, 6].flatMap(n => [
        `${store},000${n},2026-03-0${n},Mug,4.00`,
        `${store},000${n},2026-03-0${n},Cup,3.00`,
      ]),
    );
    expect(await load('Store,Slip of paper,Date,Item,Amount', ...rows)).toMatchObject({
      revenue: 8_400,
      orders: 12,
    });
  });

  it('shipping is known among the goods with the name of who brings it', async () => {
    const { ledger } = await load(
      'Order,Date,Pos,Item,Amount',
      'B1,2026-09-01,1,Mug,35.70',
      'B1,2026-09-01,2,Shipping costs DHL,4.99',
      'B2,2026-09-02,1,Tea,27.00',
      'B3,2026-09-03,1,Pot,34.90',
      'B3,2026-09-03,2,Shipping costs DHL,4.99',
    );
    expect(ledger).toContainEqual(
      expect.objectContaining({ kind: 'state', what: 'shipping and delivery', rows: 2, amount: 998 }),
    );
  });
});
