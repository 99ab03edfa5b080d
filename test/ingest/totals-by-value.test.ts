import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openTestShop, type TestShop } from '../support/shop.js';

/** Rows that add up others, in words that are on no list: told by what they lack and what they come to. */
describe('rows of totals', () => {
  let shop: TestShop;
  beforeEach(async () => {
    shop = await openTestShop({ SHOP_CURRENCY: 'EUR' }, '2026-12-31T10:00:00Z');
  });
  afterEach(() => shop.close());
  const load = (...lines: string[]) => shop.load('file.csv', `${lines.join('\n')}\n`);
  const leftOut = (result: Awaited<ReturnType<typeof load>>) =>
    result.ledger.filter(e => e.kind === 'leftOut');

  it('of days, which have a date, and of all', async () => {
    const result = await load(
      'Kviitung;Kuupäev;Toode;Tk;Summa',
      ...['1;01.06.2026;Kruus;2;24,00', '2;01.06.2026;Pott;1;30,50', ';01.06.2026;Päeva jagu;3;54,50'],
      ...['3;02.06.2026;Kruus;1;12,00', ';02.06.2026;Päeva jagu;1;12,00'],
      ...['4;03.06.2026;Pott;2;61,00', '5;03.06.2026;Kann;1;45,00', ';03.06.2026;Päeva jagu;3;106,00'],
      ';;Kõik koos;7;172,50',
    );
    // 24 + 30.50 + 12 + 61 + 45
    expect(result).toMatchObject({ revenue: 17_250, orders: 5, lines: 5 });
    expect(leftOut(result)).toEqual([
      // The three days and the whole
      expect.objectContaining({ what: 'rows of totals', rows: 4, amount: 34_500 }),
    ]);
  });

  it('of groups that they name, at the end of the file', async () => {
    const result = await load(
      'Pvm,Myymälä,Tuote,Summa',
      ...['2026-06-01,Espoo,Muki,12.10', '2026-06-01,Turku,Muki,12.20', '2026-06-02,Espoo,Pannu,30.35'],
      ...['2026-06-03,Turku,Kannu,45.55', '2026-06-04,Espoo,Muki,12.15', '2026-06-05,Turku,Kannu,45.60'],
      ...[',Espoo,,54.60', ',Turku,,103.35'],
    );
    expect(result).toMatchObject({ revenue: 15_795, lines: 6 });
  });

  it('above what they add up', async () => {
    const result = await load(
      'Nr,Date,Item,Total',
      ...[',,Zumqua A,42.75', '1,2026-06-01,Mug,12.25', '2,2026-06-01,Pot,30.50'],
      ...[',,Zumqua B,57.75', '3,2026-06-02,Mug,12.25', '4,2026-06-03,Jug,45.50'],
    );
    expect(result).toMatchObject({ revenue: 10_050, lines: 4 });
  });

  it('that may be a sale are asked about, with what each answer gives', async () => {
    const rows = [
      'Date,Customer,Item,Amount',
      ...['2026-06-01,Ann,Mug,12.25', '2026-06-01,Ben,Pot,30.50', '2026-06-02,,Sundry,42.75'],
      ...['2026-06-03,Ann,Mug,12.25', '2026-06-04,Ben,Pot,30.50', '2026-06-05,Ann,Pot,30.50'],
    ];
    await expect(load(...rows)).rejects.toMatchObject({ question: { kind: 'totals' } });
    const path = `${shop.folder}/file.csv`;
    const without = await shop.ingest(path, undefined, { map: ['Amount=amountWithTotals'] });
    expect(without).toMatchObject({ revenue: 11_600, orders: 5 });
    await shop.undo(without.id);
    expect(await shop.ingest(path, undefined, { map: ['Amount=everyAmount'] })).toMatchObject({
      revenue: 15_875,
    });
  });

  it('are no sales of which less is known: equal ones, free ones, or sums by chance', async () => {
    const result = await load(
      'Date,Customer,Item,Amount',
      ...[
        '2026-06-01,Ann,Mug,12.25',
        '2026-06-01,,Mug,12.25',
        '2026-06-02,Ben,Pot,30.50',
        '2026-06-02,,Bag,0.00',
      ],
      ...[
        '2026-06-03,,Pot,30.50',
        '2026-06-04,Ann,Mug,12.25',
        '2026-06-04,Ann,Bag,1.00',
        '2026-06-05,,Pot,30.50',
      ],
    );
    expect(result).toMatchObject({ revenue: 12_925, lines: 8 });
  });

  it('have no number of their own: a sale that comes to as much as two others by chance is not asked about', async () => {
    const result = await load(
      'Order,Date,Customer,Email,Accepts Marketing,Amount',
      ...['1,2026-06-01,Ann,ann@example.com,yes,80.00', '2,2026-06-02,Ben,ben@example.com,no,70.00'],
      // 20 = 10 + 10
      ...['3,2026-06-03,Cyd,cyd@example.com,,20.00', '4,2026-06-04,Dee,dee@example.com,no,10.00'],
      '5,2026-06-05,Eli,eli@example.com,yes,10.00',
    );
    expect(result).toMatchObject({ revenue: 19_000, orders: 5 });
  });
});
