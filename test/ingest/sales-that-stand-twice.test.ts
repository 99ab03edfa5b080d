import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openTestShop, type TestShop } from '../support/shop.js';

/** Lists in which a sale has several rows or shares its number, and rows that are no sale of their own. */
describe('sales that stand twice', () => {
  let shop: TestShop;
  beforeEach(async () => {
    shop = await openTestShop({ SHOP_CURRENCY: 'EUR' }, '2026-12-31T10:00:00Z');
  });
  afterEach(() => shop.close());
  const load = (...lines: string[]) => shop.load('file.csv', `${lines.join('\n')}\n`);
  const leftOut = (result: Awaited<ReturnType<typeof load>>) =>
    Object.fromEntries(
      result.ledger.filter(e => e.kind === 'leftOut').map(e => [e.what, [e.rows, e.amount]]),
    );
  const sales = async () => {
    const { orders, quantity, customers } = await shop.figures('sales', 'value');
    return { orders: Number(orders), quantity: Number(quantity), customers: Number(customers) };
  };

  it('an order and its invoice are one sale, and a credit note without a minus is taken off', async () => {
    const result = await load(
      'Belegart;Belegnr;Datum;Vorgang;Kunde;Betrag netto',
      'Auftrag;AU-1;02.02.2026;W80;Anna;102,50',
      'Rechnung;RE-1;03.02.2026;W80;Anna;102,50',
      'Auftrag;AU-2;03.02.2026;W81;Ben;621,70',
      'Auftrag;AU-3;14.02.2026;W82;Cleo;74,80',
      'Lieferschein;LS-2;15.02.2026;W81;Ben;621,70',
      'Rechnung;RE-2;15.02.2026;W81;Ben;621,70',
      'Lieferschein;LS-3;15.02.2026;W82;Cleo;74,80',
      'Lieferschein;LS-1;16.02.2026;W80;Anna;102,50',
      'Rechnung;RE-3;16.02.2026;W82;Cleo;74,80',
      'Gutschrift;GS-1;20.02.2026;W82;Cleo;30,00',
      'Auftrag;AU-4;22.02.2026;W83;Ben;55,00',
      'Rechnung;RE-9;25.02.2026;;Dora;10,00',
    );
    // 102.50 + 621.70 + 74.80 + 10.00 - 30.00
    expect(result).toMatchObject({ revenue: 77_900 });
    expect(leftOut(result)).toEqual({
      // 102.50 + 621.70 + 74.80, twice
      'orders that stand in the list as invoices too': [3, 79_900],
      'delivery notes that stand in the list as invoices too': [3, 79_900],
      'orders without an invoice': [1, 5_500],
    });
  });

  it('an invoice may name its order in a column of its own', async () => {
    const result = await load(
      'Doc,Number,Refers to,Day,Client,Net',
      'Sales order,SO1,,2026-03-02,Ann,100.00',
      'Sales order,SO2,,2026-03-03,Bob,60.00',
      'Invoice,IN1,SO1,2026-03-04,Ann,100.00',
      'Sales order,SO3,,2026-03-05,Cy,20.00',
      'Invoice,IN2,SO2,2026-03-06,Bob,60.00',
      'Invoice,IN3,SO3,2026-03-07,Cy,20.00',
    );
    expect(result).toMatchObject({ revenue: 18_000, orders: 3 });
  });

  it('a long list in which some invoices are of no order is refused, as rows are told by their kind', async () => {
    // 2,200 orders, a third of them invoiced, and every ninth sale has an invoice alone.
    const rows = Array.from({ length: 2_200 }, (_, i) => {
      const sale = `2026-03-${String(1 + (i % 28)).padStart(2, '0')},C${i % 40},${10 + i}.00`;
      if (i % 9 === 4) return [`Invoice,I${i},,${sale}`];
      return [`Order,O${i},O${i},${sale}`, ...(i % 3 === 0 ? [`Invoice,I${i},O${i},${sale}`] : [])];
    }).flat();
    await expect(load('Kind,Number,Order ref,Date,Customer,Net', ...rows)).rejects.toThrow(
      'some invoices are of orders in the list, and some are sales of their own',
    );
  });

  it('where few orders have an invoice, the orders are the sales', async () => {
    const orders = [1, 2, 3, 4, 5, 6, 7, 8].map(n => `commande,C${n},2026-03-0${n},Client ${n},${n}0.00`);
    const result = await load(
      'Pièce,Référence,Date,Client,Montant HT',
      ...orders,
      ...[1, 2, 3].map(n => `facture,C${n},2026-03-09,Client ${n},${n}0.00`),
      'facture,C99,2026-03-09,Client 9,7.00',
    );
    // 10 + 20 + ... + 80, and the invoice without an order
    expect(result).toMatchObject({ revenue: 36_700, orders: 9 });
    expect(leftOut(result)).toEqual({ 'invoices that stand in the list as orders too': [3, 6_000] });
  });

  it('is not asked what an order is where an invoice has the number of its order', async () => {
    const orders = [1, 2, 3, 4, 5, 6, 7, 8, 9].map(n => `2026-03-0${n},Order,#${n},Client ${n},${n}0.00`);
    const invoices = [1, 4, 7].map(n => `2026-03-1${n},Invoice,#${n},Client ${n},${n}0.00`);
    const result = await load('Date,What,Order ref,Customer,Amount', ...orders, ...invoices);
    // 10 + 20 + ... + 90
    expect(result).toMatchObject({ revenue: 45_000, orders: 9 });
  });

  it('a word for nothing is zero among numbers, and half a dozen is six', async () => {
    const result = await load(
      'No,Date,Item,Qty,List price,Rebate',
      '1,2026-03-02,Egg,half dozen,1.00,none',
      '2,2026-03-03,Egg,1 dozen,1.00,10 %',
      '3,2026-03-04,Egg,2 pcs,1.00,none',
      '4,2026-03-05,Egg,3 pcs,1.00,5 %',
    );
    // 6 + 12 - 1.20 + 2 + 3 - 0.15
    expect(result).toMatchObject({ revenue: 2_165 });
  });

  it('what an account got after fees is not what was sold for, whatever the columns are called', async () => {
    const result = await load(
      'Data;Kto;Brutto;Opłaty;Netto;Saldo',
      '01.03.2026;Ala;100,00;-3,00;97,00;97,00',
      '02.03.2026;Jan;50,00;-1,50;48,50;145,50',
      '03.03.2026;Ewa;20,00;-0,60;19,40;164,90',
      '04.03.2026;Ala;80,00;-2,40;77,60;242,50',
      '05.03.2026;Jan;30,00;-0,90;29,10;271,60',
      '06.03.2026;Ewa;40,00;-1,20;38,80;310,40',
      '07.03.2026;Ala;60,00;-1,80;58,20;368,60',
    );
    // 100 + 50 + 20 + 80 + 30 + 40 + 60
    expect(result).toMatchObject({ revenue: 38_000, orders: 7 });
    expect(result.understood?.assumptions.join(' ')).toContain(
      '"Saldo" is the balance of an account, and goes on by "Netto", which is after the fees in "Opłaty".',
    );
  });

  it('orders and invoices that share no reference are all sales', async () => {
    const result = await load(
      'Type,Number,Date,Client,Net',
      ...[1, 2, 3, 4].map(n => `Order,A${n},2026-03-0${n},Ann,10.00`),
      ...[5, 6, 7, 8].map(n => `Invoice,B${n},2026-03-0${n},Ann,10.00`),
    );
    expect(result).toMatchObject({ revenue: 8_000, orders: 8 });
  });

  const TOKENS = [
    ...['02,Morning,1,Tea,2.00', '02,Morning,1,Cake,3.00', '02,Morning,2,Tea,2.00', '02,Morning,3,Tea,2.00'],
    ...['02,Evening,1,Tea,2.00', '02,Evening,2,Cake,3.00', '02,Evening,2,Tea,2.00', '02,Evening,3,Tea,2.00'],
    ...['03,Morning,1,Tea,2.00', '03,Morning,2,Cake,3.00', '03,Morning,2,Tea,2.00', '03,Morning,3,Tea,2.00'],
    ...['03,Evening,1,Cake,3.00', '03,Evening,2,Tea,2.00', '03,Evening,3,Tea,2.00', '03,Evening,3,Tea,2.00'],
  ].map(row => `2026-03-${row}`);

  it.each(['Token', 'Ticket'])('"%s" begins again in each shift', async name => {
    const result = await load(`Date,Shift,${name},Item,Amount`, ...TOKENS);
    // Four shifts of three; by day and number alone there would be six
    expect(result).toMatchObject({ orders: 12, lines: 16 });
    expect(result.understood?.assumptions.join(' ')).toContain(
      `Numbers in "${name}" begin again (1 stands for several orders), so an order is its number and its day ` +
        'and "Shift".',
    );
  });

  it.each([
    ['numbers of rows', [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]],
    ['numbers of lines', [1, 2, 1, 1, 2, 3, 1, 2, 1, 1, 2, 1]],
  ])('%s do not make orders', async (_, numbers) => {
    const result = await load(
      'Date,Item,Row,Amount',
      ...numbers.map((n, i) => `2026-03-0${1 + Math.floor(i / 4)},Tea ${i % 3},${n},${i + 1}.50`),
    );
    expect(result).toMatchObject({ orders: 12 });
  });

  it('a voucher as a row of its own is no piece and no return', async () => {
    const result = await load(
      'Auftrag;Datum;Kunde;Positionstyp;Artikel;Menge;Gesamt Netto',
      'A1;01.04.2026;Anna;Artikel;Mühle;1;59,00',
      'A1;01.04.2026;Anna;Gutschein;FRUEHLING10;1;-5,90',
      'A2;02.04.2026;Ben;Artikel;Tee;3;14,40',
      'A3;03.04.2026;Cleo;Artikel;Mühle;1;59,00',
      'A3;03.04.2026;Cleo;Gutschein;FRUEHLING10;1;-5,90',
    );
    // 59.00 + 14.40 + 59.00 - 2 x 5.90
    expect(result).toMatchObject({ revenue: 12_060, orders: 3 });
    expect(await sales()).toMatchObject({ orders: 3, quantity: 5 });
    expect(result.ledger).toEqual([
      { kind: 'state', what: 'vouchers and discounts', rows: 2, amount: -1_180 },
    ]);
  });

  it('a voucher that was sold and came back is a return', async () => {
    const result = await load(
      'Order,Date,Item,Qty,Amount',
      '1,2026-04-01,Mug,1,9.00',
      '2,2026-04-02,Spa voucher,1,50.00',
      '3,2026-04-03,Mug,2,18.00',
      '4,2026-04-04,Spa voucher,-1,-50.00',
    );
    expect(result.ledger).toMatchObject([{ kind: 'returns', rows: 1, amount: -5_000 }]);
  });

  it.each([
    ['test_mode', 'true', 'false'],
    ['Test?', 'Yes', ''],
    ['livemode', 'false', 'true'],
    ['Sandbox', '1', '0'],
    ['is_live', 'f', 't'],
    ['Testbestellung', 'ja', 'nein'],
    ['Mode test', 'Vrai', 'Faux'],
    ['environment', 'sandbox', 'production'],
    ['Mode', 'TRAINING', 'SALE'],
  ])('test orders by "%s" are left out', async (header, yes, no) => {
    const result = await load(
      `Order,Date,Customer,${header},Amount`,
      `1,2026-04-01,Ann,${no},10.00`,
      `2,2026-04-02,Me,${yes},99.00`,
      `3,2026-04-03,Bob,${no},20.00`,
    );
    expect(result).toMatchObject({ revenue: 3_000, orders: 2 });
    expect(Object.keys(leftOut(result)).join()).toMatch(/^tests/);
  });
});
