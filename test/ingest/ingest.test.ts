import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import iconv from 'iconv-lite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openShopkeeper } from '../../src/app/shopkeeper.js';
import { isoOf } from '../../src/core/calendar/days.js';
import { databaseOf } from '../support/database.js';
import { CORNER_SHOP, openTestShop, type TestShop } from '../support/shop.js';

describe('ingest', () => {
  let shop: TestShop;
  beforeEach(async () => {
    shop = await openTestShop();
  });
  afterEach(() => shop.close());
  const lines = async () =>
    Number((await databaseOf(shop.shop.store)('order_lines').count({ n: '*' }).first())?.n);

  it('loads the corner shop to the cent (figures: test/data/README.md)', async () => {
    const result = await shop.ingest(CORNER_SHOP);
    expect(result).toMatchObject({
      loaded: true,
      lines: 11,
      orders: 9,
      customers: 5,
      revenue: 20_310,
      refused: [],
    });
    expect([isoOf(result.firstDay), isoOf(result.lastDay)]).toEqual(['2026-01-05', '2026-03-28']);
    expect(await shop.figures('sales', 'value')).toMatchObject({
      revenue: 203.1,
      orders: 8,
      customers: 5,
      lines: 11,
      quantity: 29,
      averageOrderValue: 25.39,
      repeatRate: 0.2,
    });
  });

  it('changes nothing when the same content comes again, whatever its name', async () => {
    await shop.ingest(CORNER_SHOP);
    const version = await shop.shop.store.dataVersion();
    const again = await shop.load('other-name.csv', await readFile(CORNER_SHOP));
    expect(again).toMatchObject({ loaded: false, lines: 11 });
    expect(await lines()).toBe(11);
    expect(await shop.shop.store.dataVersion()).toBe(version);
  });

  it('replaces the orders that a corrected export names, and leaves the others', async () => {
    await shop.ingest(CORNER_SHOP);
    const result = await shop.load(
      'corrected.csv',
      'Order ID,Order Date,Customer ID,Quantity,Unit Price\nA2,2026-01-21,c2,1,3.35\nA10,2026-04-01,c6,1,10.00\n',
    );
    expect(result).toMatchObject({ lines: 2, ordersReplaced: 1 });
    // 203.10 - 33.50 + 3.35 + 10.00
    expect((await shop.figures('sales', 'value')).revenue).toBe(182.95);
  });

  it('gives a corrected order its new customer, and a customer the newest spelling of the name', async () => {
    await shop.ingest(CORNER_SHOP);
    await shop.load(
      'corrected.csv',
      'Order ID,Order Date,Customer ID,Customer Name,Amount\nA2,2026-01-20,c1,Ana Núñez-Ruiz,33.50\n',
    );
    const { rows } = await shop.answer('segment customer c1');
    expect(rows[0]).toMatchObject({ name: 'Ana Núñez-Ruiz', frequency: 4, monetary: 67.4 });
  });

  it('goes on with an order that an export cut into files was cut within, and replaces it when it comes again', async () => {
    await shop.load(
      'part1.csv',
      'Order ID,Order Date,Product,Amount\n1,2026-01-01,Tea,1.00\n2,2026-01-02,Tea,2.00\n2,2026-01-02,Mug,3.00\n',
    );
    const second = 'Order ID,Order Date,Product,Amount\n2,2026-01-02,Pot,4.00\n3,2026-01-03,Tea,5.00\n';
    expect(await shop.load('part2.csv', second)).toMatchObject({ lines: 2, ordersReplaced: 0 });
    expect(await shop.figures('sales', 'value')).toMatchObject({ revenue: 15, orders: 3, lines: 5 });
    // Order 2 again, with a line that is known: a correction.
    expect(
      await shop.load('again.csv', 'Order ID,Order Date,Product,Amount\n2,2026-01-02,Tea,2.00\n'),
    ).toMatchObject({ ordersReplaced: 1 });
    expect((await shop.figures('sales', 'value')).revenue).toBe(8);
  });

  it('brings the segments up to date in the same transaction', async () => {
    await shop.ingest(CORNER_SHOP);
    const { rows } = await shop.answer('segment');
    expect(rows.reduce((sum, row) => sum + Number(row.customers), 0)).toBe(5);
    // All revenue but the 50.00 that names no customer.
    expect(Math.round(rows.reduce((sum, row) => sum + Number(row.revenue), 0) * 100)).toBe(15_309);
  });

  it('waits when two files come at once, and loads both', async () => {
    const other = 'Order ID,Order Date,Customer ID,Amount\nB1,2026-01-05,c1,1.00\n';
    await Promise.all([shop.ingest(CORNER_SHOP), shop.load('other.csv', other)]);
    expect(await lines()).toBe(12);
  });

  describe('encodings', () => {
    const text =
      'Order ID,Order Date,Customer Name,Amount\n1,2026-01-05,Bólido Niño,1.00\n2,2026-01-06,Königlich Süß,2.00\n';
    it.each(['utf8', 'utf16le', 'windows-1252', 'cp850'])('reads names in %s', async encoding => {
      await shop.load('names.csv', iconv.encode(text, encoding, { addBOM: encoding === 'utf16le' }));
      expect(Object.keys(await shop.figures('sales top-customers', 'revenue'))).toEqual([
        'Königlich Süß',
        'Bólido Niño',
      ]);
    });
  });

  it('reads semicolons, decimal commas and D.M.YYYY', async () => {
    const result = await shop.load(
      'de.csv',
      'Rechnungsnr;Rechnungsdatum;Kundennr;Menge;Einzelpreis (€)\n1;31.01.2026;7;2;2,95\n2;01.02.2026;8;1;1.000,50\n',
    );
    expect(result).toMatchObject({ lines: 2, revenue: 100_640 });
    expect(isoOf(result.lastDay)).toBe('2026-02-01');
  });

  it('says which reading of the dates it assumed where both fit', async () => {
    await shop.close();
    shop = await openTestShop({ DATE_ORDER: 'mdy' });
    const { understood } = await shop.load('us.csv', 'Order ID,Order Date,Amount\n1,01/02/2026,5\n');
    expect(understood?.assumptions[0]).toContain('DATE_ORDER');
  });

  it('does not take a running total or a constant for the amount', async () => {
    const rows = Array.from(
      { length: 30 },
      (_, i) =>
        `${i},2026-01-${String((i % 28) + 1).padStart(2, '0')},${(i % 3) + 1},2.50,${1000 - i * 7},${((i % 3) + 1) * 2.5}`,
    );
    const result = await shop.load(
      'totals.csv',
      `Order ID,Order Date,Quantity,Unit Price,Revenue,Total Sales\n${rows.join('\n')}\n`,
    );
    expect(result.understood?.recognised.find(r => r.role === 'amount')?.header).toBe('Total Sales');
    expect(result.revenue).toBe(15_000);
  });

  it('takes a constant for the amount where the file has nothing better', async () => {
    const rows = Array.from({ length: 20 }, (_, i) => `${i},2026-01-05,5.00`);
    expect(
      await shop.load(
        'fees.csv',
        `Order ID,Order Date,Fee,Amount\n${rows.map(r => r.replace(',5.00', ',x,5.00')).join('\n')}\n`,
      ),
    ).toMatchObject({ revenue: 10_000 });
  });

  it.each([
    [
      'years of two digits stand last',
      'Order ID,Order Date,Amount\n1,01/01/26,1\n2,28/01/26,1\n',
      { lastDay: '2026-01-28', revenue: 200 },
    ],
    [
      'commas are thousands only in groups',
      'Order ID,Order Date,Amount\n1,2026-01-01,"1,234.50"\n2,2026-01-01,10.00\n',
      { lastDay: '2026-01-01', revenue: 124_450 },
    ],
    [
      'points between thousands',
      'Nr;Bestelldatum;Betrag\n1;01.02.2026;1.250\n2;13.02.2026;2.400\n3;14.02.2026;12.000\n',
      { lastDay: '2026-02-14', revenue: 1_565_000 },
    ],
    [
      'German month names',
      'Bestell-Nr.;Datum;Betrag\n1;1. März 2026;5,00\n2;3. Okt 2026;5,00\n',
      { lastDay: '2026-10-03', revenue: 1_000 },
    ],
    [
      'an order total on each line is not the amount',
      'Order ID,Order Date,Item,Item Cost,Quantity,Order Total\n1,2026-01-01,a,2,1,5\n1,2026-01-01,b,3,1,5\n2,2026-01-01,a,2,2,7\n2,2026-01-01,b,3,1,7\n3,2026-01-01,a,2,1,5\n3,2026-01-01,b,3,1,5\n',
      { lastDay: '2026-01-01', revenue: 1_700 },
    ],
    [
      'Shopify names',
      'Name,Created at,Total,Lineitem quantity,Lineitem name,Lineitem price\n#1001,2026-01-01 10:00:00 +0100,10.00,1,Tea,4.00\n#1001,,,1,Pot,6.00\n#1002,2026-01-02 10:00:00 +0100,4.00,1,Tea,4.00\n'.replace(
        '#1001,,,',
        '#1001,2026-01-01 10:00:00 +0100,,',
      ),
      { lastDay: '2026-01-02', revenue: 1_400 },
    ],
    [
      'returns by quantity subtract whatever the sign of their amount',
      'Order ID,Order Date,Quantity,Amount\n1,2026-01-01,2,10.00\n2,2026-01-01,-1,5.00\n',
      { lastDay: '2026-01-01', revenue: 500 },
    ],
  ])('%s', async (_, content, { lastDay, revenue }) => {
    const result = await shop.load('file.csv', content);
    expect({ refused: result.refused, lastDay: isoOf(result.lastDay), revenue: result.revenue }).toEqual({
      refused: [],
      lastDay,
      revenue,
    });
  });

  it('counts an order total once where there is no price to count lines by', async () => {
    const rows = '1,2026-01-01,a,30\n1,2026-01-01,b,30\n2,2026-01-02,a,15\n';
    const result = await shop.load('orders.csv', `Order ID,Order Date,Item,Order Total\n${rows}`);
    expect(result).toMatchObject({ revenue: 4_500, lines: 3 });
    expect(result.understood?.assumptions.join()).toContain('counted once for each order');
  });

  it('does not take three decimals for thousands without a reason', async () => {
    expect(
      await shop.load(
        'kg.csv',
        'Order ID,Order Date,Quantity,Unit Price\n1,2026-01-01,1.250,10.00\n2,2026-01-01,2.500,10.00\n3,2026-01-01,1.125,10.00\n',
      ),
    ).toMatchObject({ revenue: 4_875 });
  });

  it('keeps a dimension in a file of one day, where it does not vary', async () => {
    await shop.load(
      'a.csv',
      'Order ID,Order Date,Store,Amount\n1,2026-01-01,North,1\n2,2026-01-01,South,1\n',
    );
    await shop.load('b.csv', 'Order ID,Order Date,Store,Amount\n3,2026-01-02,North,5\n');
    expect(await shop.figures('sales by store', 'revenue')).toEqual({ North: 6, South: 1 });
  });

  it('keeps the groups of a number that the first file made', async () => {
    await shop.load(
      'a.csv',
      'Order ID,Order Date,Income,Amount\n1,2026-01-01,21000,1\n2,2026-01-01,95000,2\n',
    );
    await shop.load(
      'b.csv',
      'Order ID,Order Date,Income,Amount\n3,2026-01-02,41000,4\n4,2026-01-02,99000,8\n',
    );
    expect(await shop.figures('sales by income', 'revenue')).toEqual({ '80k+': 10, '20k-50k': 5 });
  });

  it('takes the name of a product from a later file', async () => {
    await shop.load('a.csv', 'Order ID,Order Date,SKU,Amount\n1,2026-01-01,P1,1\n');
    await shop.load('b.csv', 'Order ID,Order Date,SKU,Product Name,Amount\n2,2026-01-02,P1,Tea,1\n');
    expect((await shop.answer('sales top-products')).rows).toMatchObject([
      { product: 'P1', name: 'Tea', revenue: 2 },
    ]);
  });

  it('refuses a file in which a quote swallows rows', async () => {
    const rows = Array.from({ length: 20 }, (_, i) => `${i},2026-01-01,x,1.00`);
    rows[3] = '3,2026-01-01,"open,1.00';
    rows[15] = '15,2026-01-01,"x",1.00';
    await expect(
      shop.load('swallow.csv', `Order ID,Order Date,Remark,Amount\n${rows.join('\n')}\n`),
    ).rejects.toThrow('not closed');
  });

  it('does not let a file without names, or a blank cell, take a name away', async () => {
    await shop.ingest(CORNER_SHOP);
    await shop.load('nameless.csv', 'Order ID,Order Date,Customer ID,Amount\nX1,2026-03-28,c1,1.00\n');
    expect((await shop.answer('segment customer c1')).rows[0]).toMatchObject({ name: 'Ana Núñez' });
  });

  it('survives columns named like measures and like parts of the language it is written in', async () => {
    await shop.load(
      'names.csv',
      'Order ID,Order Date,Lines,Constructor,Amount\n1,2026-01-01,A,X,1\n2,2026-01-01,B,Y,2\n',
    );
    expect((await shop.answer('sales by lines')).rows[0]).toMatchObject({
      linesGroup: 'B',
      lines: 1,
      revenue: 2,
    });
    expect(await shop.figures('sales by constructor', 'revenue')).toEqual({ Y: 2, X: 1 });
  });

  it('replaces the last order when a correction of it alone comes', async () => {
    await shop.ingest(CORNER_SHOP);
    await shop.load(
      'a9.csv',
      'Order ID,Order Date,Customer ID,Quantity,Unit Price\nA9,2026-03-28,c1,1,3.35\n',
    );
    // 203.10 - 6.70 + 3.35
    expect((await shop.figures('sales', 'value')).revenue).toBe(199.75);
  });

  it('can be opened and asked while another is writing', async () => {
    await shop.ingest(CORNER_SHOP);
    const other = await openShopkeeper(shop.config, shop.log, shop.now);
    let release = () => {};
    const held = new Promise<void>(resolve => {
      release = resolve;
    });
    const writing = other.shop.store.write(async () => held);
    const third = await openShopkeeper(shop.config, shop.log, shop.now);
    expect((await third.ask('sales')).headline).toContain('$203.10');
    release();
    await writing;
    await third.close();
    await other.close();
  });

  it('refuses a number whose marks are unclear', async () => {
    const good = Array.from({ length: 29 }, (_, i) => `${i},2026-01-05,10.00`);
    const result = await shop.load(
      'marks.csv',
      `Order ID,Order Date,Amount\n${good.join('\n')}\n30,2026-01-05,"12,50"\n`,
    );
    expect(result).toMatchObject({
      revenue: 29_000,
      refused: [{ row: 31, value: '12,50', reason: 'not a number' }],
    });
  });

  it('knows a customer by address before name', async () => {
    const rows =
      '1,2026-01-01,Anna Müller,a@x.de,1\n2,2026-01-01,Anna Müller,b@x.de,1\n3,2026-01-01,,a@x.de,1\n';
    expect(
      await shop.load('mail.csv', `Order ID,Order Date,Customer Name,Email,Amount\n${rows}`),
    ).toMatchObject({ customers: 2 });
  });

  it('refuses amounts in several currencies', async () => {
    await expect(
      shop.load('mixed.csv', 'Order ID,Order Date,Amount,Currency\n1,2026-01-01,5,EUR\n2,2026-01-01,5,JPY\n'),
    ).rejects.toThrow('several currencies: EUR, JPY');
  });

  it('keeps its reading of UTF-8 where one byte is damaged', async () => {
    const text = Buffer.from(
      'Order ID,Order Date,Amount,Customer\n1,2026-01-01,5,Müller Größe äöü ÄÖÜ ßéè\n2,2026-01-01,4,Bad X\n',
    );
    text[text.length - 2] = 0xfc;
    await shop.load('badbyte.csv', text);
    expect((await shop.answer('sales top-customers')).rows[0]?.customer).toBe('Müller Größe äöü ÄÖÜ ßéè');
  });

  it('reads the same file again when DATE_ORDER was changed, in place of the first reading', async () => {
    await shop.close();
    shop = await openTestShop({ DATE_ORDER: 'mdy' });
    const content = 'Order ID,Order Date,Amount\n1,01/02/2026,5\n';
    await shop.load('us.csv', content);
    const other = await openShopkeeper({ ...shop.config, DATE_ORDER: 'dmy' }, shop.log, shop.now);
    const result = await other.ingest(join(shop.folder, 'us.csv'));
    expect({ day: isoOf(result.lastDay), replaced: result.ordersReplaced }).toEqual({
      day: '2026-02-01',
      replaced: 1,
    });
    await other.close();
  });

  it('does not show amounts in another currency than they were loaded in', async () => {
    await shop.ingest(CORNER_SHOP);
    await expect(
      openShopkeeper({ ...shop.config, SHOP_CURRENCY: 'JPY' }, shop.log, shop.now),
    ).rejects.toThrow('holds amounts in USD');
  });

  it('refuses a date that lies years ahead, since it would move every segment', async () => {
    const good = Array.from({ length: 30 }, (_, i) => `${i},2026-01-05,1.00`);
    const result = await shop.load(
      'future.csv',
      `Order ID,Order Date,Amount\n${good.join('\n')}\n31,2206-01-05,1.00\n`,
    );
    expect(result.refused).toMatchObject([
      { row: 32, column: 'Order Date', value: '2206-01-05', reason: 'lies more than a year in the future' },
    ]);
  });

  it('reads a cell of five million characters without stopping to think', async () => {
    const text = `Order ID,Order Date,Amount,Remark\n1,2026-01-05,1.00,${'x'.repeat(5_000_000)}\n`;
    expect(await shop.load('long.csv', text)).toMatchObject({ lines: 1 });
  });

  it('makes each row an order where the file has no order ids', async () => {
    const result = await shop.load(
      'rows.csv',
      'customer_id,order_date,revenue\nAda,2026-01-01,5\nAda,2026-01-01,6\n',
    );
    expect(result).toMatchObject({ lines: 2, orders: 2, customers: 1 });
  });

  describe('bad input is refused with what to do, and the store stays as it was', () => {
    it.each([
      ['empty.csv', '', 'is empty'],
      ['binary.csv', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13, 0, 0]), 'binary'],
      ['sheet.csv', new Uint8Array([0x50, 0x4b, 3, 4, 0, 0]), 'damaged workbook'],
      ['nodate.csv', 'Order ID,Amount\n1,5\n', 'no date column'],
      ['words.csv', 'Order ID,Order Date,Amount\n1,soon,5\n', 'cannot be read as dates: "soon"'],
      ['noamount.csv', 'Order ID,Order Date,Comment\n1,2026-01-01,x\n', 'no amount column'],
      ['header.csv', 'Order ID,Order Date,Amount\n', 'no rows'],
      ['quote.csv', 'Order ID,Order Date,Amount\n1,2026-01-01,"5\n2,2026-01-01,5\n', 'not closed'],
    ])('%s', async (name, content, message) => {
      await expect(shop.load(name, content)).rejects.toThrow(message);
      await expect(shop.load(name, content)).rejects.toMatchObject({
        name: 'IngestError',
        hint: expect.stringMatching(/\S/),
      });
      expect(await lines()).toBe(0);
    });

    it('a file that is not there', async () => {
      await expect(shop.ingest(join(shop.folder, 'none.csv'))).rejects.toThrow('There is no file');
    });

    it('a file of which more than 5 % cannot be read, all of it', async () => {
      await expect(
        shop.load(
          'bad.csv',
          'Order ID,Order Date,Amount\n1,2026-01-01,5\n2,2026-01-02,x\n3,2026-01-03,6\n4,2026-01-04,7\n5,2026-01-05,7\n6,2026-01-05,7\n7,2026-01-05,7\n8,2026-01-05,7\n9,2026-01-05,7\n10,2026-01-05,7\n',
        ),
      ).rejects.toThrow('1 of 10 rows');
      expect(await lines()).toBe(0);
      expect(await shop.shop.store.dataVersion()).toBe(0);
    });
  });

  it('refuses a damaged row with row, column, value and reason in a report, and loads the others', async () => {
    const good = Array.from({ length: 40 }, (_, i) => `${i},2026-01-05,1.00`);
    const result = await shop.load(
      'damaged.csv',
      `Order ID,Order Date,Amount\n${good.join('\n')}\n41,2026-13-45,=1+1\n42,2026-01-05,twelve\n`,
    );
    expect(result).toMatchObject({
      lines: 40,
      refused: [
        { row: 42, column: 'Order Date', value: '2026-13-45', reason: 'not a date' },
        { row: 43, column: 'Amount', value: 'twelve', reason: 'not a number' },
      ],
    });
    const report = await readFile(join(shop.folder, 'damaged.csv.refused.csv'), 'utf8');
    expect(report.split(/\r?\n/)).toEqual([
      'row,column,value,reason',
      '42,Order Date,2026-13-45,not a date',
      '43,Amount,twelve,not a number',
      '',
    ]);
  });
});
