import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openTestShop, type TestShop } from '../support/shop.js';

/** Readings that names decide and no value proves are said; values that do decide are not asked about. */
describe('what is said of readings', () => {
  let shop: TestShop;
  beforeEach(async () => {
    shop = await openTestShop({}, '2026-12-31T10:00:00Z');
  });
  afterEach(() => shop.close());
  const load = (...lines: string[]) => shop.load('file.csv', `${lines.join('\n')}\n`);
  const said = async (...lines: string[]) => ((await load(...lines)).understood?.assumptions ?? []).join(' ');

  it('a price beside quantities, of things that were each sold once', async () => {
    const text = await said(
      'Receipt,Date,Lot,Qty,Price GBP',
      'A1,2026-02-07,Oil lamp,1,118.50',
      'A2,2026-02-08,Wall plate,2,87.50',
      'A3,2026-02-09,Pewter mug,4,40.00',
    );
    // 118.50 + 175 + 160, against 118.50 + 87.50 + 40
    expect(text).toContain('the price of one piece: "Qty" x "Price GBP" is 453.50');
    expect(text).toContain('they come to 246.00');
  });

  it('nothing of a price that is the same whatever the quantity, or is called a unit price', async () => {
    const rows = ['A1,2026-02-07,Mug,1', 'A2,2026-02-08,Tea,2', 'A3,2026-02-09,Mug,3', 'A4,2026-02-09,Tea,4'];
    const priced = rows.map(row => `${row},${row.includes('Mug') ? '8.50' : '4.00'}`);
    expect(await said('Receipt,Date,Lot,Qty,Price', ...priced)).not.toContain('price of one piece');
    const once = ['A1,2026-02-07,Mug,1,8.50', 'A2,2026-02-08,Tea,2,4.00', 'A3,2026-02-09,Pot,3,20.00'];
    expect(await said('Receipt,Date,Lot,Qty,Unit price', ...once)).not.toContain('price of one piece');
  });

  it('a dollar sign in a place with another dollar', async () => {
    const rows = ['Buffalo NY', 'Toronto ON', 'Buffalo NY'].map(
      (store, i) => `B${i},2026-01-0${i + 1},${store},$8.00`,
    );
    const text = await said('Receipt,Date,Store,Amount', ...rows);
    expect(text).toContain(
      '"$" stands for several currencies: USD was taken, though "Store" has "Toronto ON"',
    );
  });

  it('nothing of a dollar sign in places of the United States', async () => {
    const rows = ['Buffalo NY', 'Santa Fe, New Mexico', 'Ontario, CA'].map(
      (c, i) => `B${i},2026-01-0${i + 1},"${c}",$8.00`,
    );
    expect(await said('Receipt,Date,Category,Amount', ...rows)).not.toContain('stands for several');
  });

  it('two shops that number from 1 on, told by a column of any name', async () => {
    const slips = ['Centro', 'Stazione'].flatMap((place, p) =>
      Array.from({ length: 12 }, (_, i) => {
        const day = String(1 + Math.floor(i / (3 - p))).padStart(2, '0');
        return [
          `${i + 1};${day}/08/2026;${place};Cono;3,50`,
          `${i + 1};${day}/08/2026;${place};Granita;3,80`,
        ];
      }).flat(),
    );
    const result = await load('Scontrino;Data;Luogo;Articolo;Totale riga', ...slips);
    expect(result).toMatchObject({ orders: 24, lines: 48 });
    expect(result.understood?.assumptions.join(' ')).toContain('its number and its "Luogo"');
  });

  it('no departments of one order, in a file sorted by them', async () => {
    const lines = ['Bakery', 'Drinks'].flatMap(department =>
      Array.from(
        { length: 12 },
        (_, i) => `${i + 1};0${1 + Math.floor(i / 2)}/08/2026;${department};${i + 1},50`,
      ),
    );
    expect(await load('Scontrino;Data;Reparto;Totale riga', ...lines)).toMatchObject({
      orders: 12,
      lines: 24,
    });
  });

  it('leaves deposits and advertising out of a statement that has fees', async () => {
    const result = await load(
      'Date,Type,Title,Amount,Net',
      '2026-09-29,Fee,Processing fee,--,-$1.51',
      '2026-09-29,Sale,Payment for Order #1,$42.14,$42.14',
      '2026-09-25,Deposit,$342.62 sent to your bank account,--,--',
      '2026-09-25,Fee,Processing fee,--,-$3.17',
      '2026-09-25,Sale,Payment for Order #2,$97.45,$97.45',
      '2026-09-15,Marketing,Ads,--,-$12.00',
    );
    expect(result).toMatchObject({ orders: 2, revenue: 13_959 });
  });
});
