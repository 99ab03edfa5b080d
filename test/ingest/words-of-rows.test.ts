import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openTestShop, type TestShop } from '../support/shop.js';

/** What words in rows mean: totals of named periods, words that nobody knows, ids of nobody. */
describe('words of rows', () => {
  let shop: TestShop;
  beforeEach(async () => {
    shop = await openTestShop({ SHOP_CURRENCY: 'EUR' }, '2026-12-31T10:00:00Z');
  });
  afterEach(() => shop.close());
  const load = (...lines: string[]) => shop.load('file.csv', `${lines.join('\n')}\n`);

  it.each([
    'SUBTOTAL SEMANA 23',
    'TOTAL JUNIO',
    'Summe KW 23',
    'Sous-total semaine 23',
    'Totale giugno 2026',
    'Total for the week 23',
    'Total 06/2026',
    'Sum 13.06.',
    'Totalt juni',
  ])('"%s" is a total, though it has a date', async total => {
    const result = await load(
      'Fecha;Artículo;Vendedor;Uds.;Importe',
      '01/06/2026;Abanico;Rocío;2;25,80',
      '03/06/2026;Mantón;Rocío;1;89,00',
      '13/06/2026;Abanico;Tomás;1;12,90',
      `13/06/2026;${total};;;127,70`,
    );
    expect(result).toMatchObject({ lines: 3, revenue: 12_770 });
  });

  it('rows that stand there twice count, and are told with their money', async () => {
    const rows = [4, 5, 6, 7, 8].map(n => `2026-06-0${n},Jar of jam,${n}.50`);
    const result = await load('Date,Item,Amount', ...rows, ...rows);
    // 2 x (4.50 + ... + 8.50)
    expect(result).toMatchObject({ lines: 10, revenue: 6_500 });
    expect(result.understood?.assumptions.join(' ')).toContain(
      '5 of 10 rows are the same as an earlier row, word for word: 32.50.',
    );
  });

  it('products may begin with "Total"', async () => {
    const result = await load(
      'Date,Product,Amount',
      '2026-06-01,Total Care,5.00',
      '2026-06-02,Total 7 Day Shampoo,4.00',
      '2026-06-03,Soap,1.00',
    );
    expect(result).toMatchObject({ lines: 3, revenue: 1_000 });
  });

  it('a status that nobody knows counts, and is told with its money', async () => {
    const result = await load(
      'Tilausnro;Päivä;Tuote;Summa;Tila',
      ...['Toimitettu', 'Lähetetty', 'Hyllytetty', 'Toimitettu', 'Toimitettu', 'Hyllytetty'].map(
        (state, i) => `${9000 + i};0${i + 1}.02.2026;Muki;${i + 10},00;${state}`,
      ),
    );
    // 10 to 15; rows 3 and 6 with 12 and 15
    expect(result).toMatchObject({ orders: 6, revenue: 7_500 });
    expect(result.ledger).toContainEqual(
      expect.objectContaining({
        kind: 'state',
        what: 'with the unknown word "Hyllytetty" in "Tila"',
        rows: 2,
        amount: 2_700,
      }),
    );
  });

  it('kinds of products and of customers are no unknown words', async () => {
    const result = await load(
      'Order,Date,Type,Member status,Payment,Amount',
      ...['Mug', 'Tea', 'Cup', 'Sale', 'Tea', 'Mug'].map(
        (type, i) =>
          `${i},2026-02-0${i + 1},${type},${i % 2 ? 'Gold' : 'Blue'},${i % 2 ? 'Card' : 'Cash'},5.00`,
      ),
    );
    expect(result.ledger.filter(e => e.kind === 'state')).toEqual([]);
  });

  it('knows returns by a type in Romanian and cancelled orders in Vietnamese', async () => {
    const returns = await load(
      'Nr. document;Data;Tip;Produs;Valoare',
      '1;04.05.2026;Vânzare;Cană;15,00',
      '2;05.05.2026;Vânzare;Ceai;20,00',
      '3;06.05.2026;Retur;Cană;15,00',
    );
    expect(returns).toMatchObject({ revenue: 2_000, orders: 3, returnOrders: 1 });
    const cancelled = await load(
      'Mã đơn,Ngày bán,Sản phẩm,Thành tiền,Trạng thái',
      'DH1,13/06/2026,Trà,40,Hoàn thành',
      'DH2,14/06/2026,Trà,45,Đã hủy',
      'DH3,15/06/2026,Trà,50,Hoàn thành',
    );
    expect(cancelled.ledger).toContainEqual(
      expect.objectContaining({ kind: 'state', what: 'cancelled', rows: 1, amount: 4_500 }),
    );
  });

  it('an id whose name is always that of nobody is nobody', async () => {
    const result = await load(
      'Beleg;Kd-Nr;Kunde;Datum;Betrag',
      'R1;1043;Thomas Krüger;04.05.2026;10,00',
      'R2;99999;Laufkundschaft;05.05.2026;10,00',
      'R3;1071;Thomas Krüger;06.05.2026;10,00',
      'R4;99999;Laufkundschaft;07.05.2026;10,00',
    );
    expect(result).toMatchObject({ customers: 2, orders: 4 });
  });

  it('reads an id that is written as a formula', async () => {
    const result = await load(
      'Date,Sale,Description,Quantity,Subtotal',
      '10/13/2026,"=""220000000455""",Chain,2,79.00',
      '10/13/2026,"=""220000000455""",Tyre,1,49.00',
      '10/14/2026,"=""220000000456""",Chain,1,39.50',
      '10/15/2026,"=""220000000457""",Chain,1,39.50',
      '10/15/2026,"=""220000000458""",Bell,1,9.50',
      '10/16/2026,"=""220000000459""",Bell,1,9.50',
    );
    expect(result).toMatchObject({ lines: 6, orders: 5, revenue: 22_600 });
  });
});
