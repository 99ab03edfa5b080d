import { join } from 'node:path';
import pino from 'pino';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openShopkeeper, type Shopkeeper } from '../../src/app/shopkeeper.js';
import { composeDigest } from '../../src/digest/compose/compose.js';
import { storePosted } from '../../src/digest/delivery/posted.js';
import { rebuildColumns } from '../../src/store/columns/rebuild.js';
import { totalSums } from '../../src/store/scope/sums.js';
import { scaleAmounts } from '../../src/store/tables/amounts.js';
import { databaseOf } from '../support/database.js';
import { openTestShop, type TestShop } from '../support/shop.js';

const ORDERS = 'Order ID,Order Date,Customer ID,Status,Amount\n';
/** 2,050 + 90,000 + 150. */
const WHOLE = `${ORDERS}1,2026-03-16,c1,Shipped,2050\n2,2026-03-17,c2,Shipped,90000\n3,2026-03-18,c3,Cancelled,150\n`;
/** Order 1 corrected to 2,060. */
const CORRECTED = `${ORDERS}1,2026-03-16,c1,Shipped,2060\n`;
const SUMMARY = 'Customer ID,Total Spent,Orders,Last Order\nc8,700,2,2026-03-01\nc9,900,1,2026-02-01\n';
/** 2,050.50. */
const FRACTION = `${ORDERS}1,2026-03-16,c1,Shipped,2050.50\n`;
const TODAY = '2026-03-29T10:00:00Z';

/** Stands in for another version of Node, which has so many decimals for every currency. */
const intlSays = (digits: number) =>
  vi.spyOn(Intl.NumberFormat.prototype, 'resolvedOptions').mockReturnValue({
    maximumFractionDigits: digits,
  } as Intl.ResolvedNumberFormatOptions);

let opened: { close(): Promise<void> }[] = [];
afterEach(async () => {
  vi.restoreAllMocks();
  for (const one of opened.reverse()) await one.close();
  opened = [];
});

/**
 * A shop that has loaded files in a currency, posted a digest if wanted, and whose books then are in another
 * one.
 */
async function storeMadeAs(
  made: string,
  contents: readonly string[],
  { now = 'HUF', withDigest = false, note }: { now?: string; withDigest?: boolean; note?: object } = {},
): Promise<TestShop> {
  const shop = await openTestShop({ SHOP_CURRENCY: made }, TODAY);
  opened.push(shop);
  for (const [i, content] of contents.entries()) await shop.load(`${i}.csv`, content);
  const db = databaseOf(shop.shop.store);
  if (withDigest) {
    const digest = await composeDigest(shop.shop, shop.shop.today() - 5);
    await storePosted(shop.shop.store, digest, { channel: 'C1', ts: '1.2', at: shop.now() });
    const run = await db('digest_runs').first();
    await db('digest_runs').update({
      asked: run.asked.replace(made, now),
      content: run.content.replaceAll(`"currency":"${made}"`, `"currency":"${now}"`),
    });
  }
  await db('ingests').update({ currency: now });
  await db('store_notes').where({ key: 'amounts' }).delete();
  if (note) await db('store_notes').insert({ key: 'amounts', value: JSON.stringify({ code: now, ...note }) });
  return shop;
}

/** Opens a shop's store as another process does. @returns it, and what it logged */
async function open(shop: TestShop, currency = 'HUF'): Promise<{ own: Shopkeeper; logged: string[] }> {
  const logged: string[] = [];
  const log = pino({ level: 'info' }, { write: (line: string) => logged.push(JSON.parse(line).msg) });
  const own = await openShopkeeper({ ...shop.config, SHOP_CURRENCY: currency }, log, shop.now);
  opened.push(own);
  return { own, logged };
}

/** Every amount that the store keeps, and what is answered from it. */
async function everything({ shop, ask }: Shopkeeper) {
  const db = databaseOf(shop.store);
  const rows = async (table: string, column: string, order: string) =>
    (await db(table).orderBy(order).pluck(column)).map(Number);
  const text = async (question: string) => {
    const { headline, rows, currency } = await ask(question);
    return { headline, rows, currency };
  };
  return {
    ingests: await rows('ingests', 'revenue', 'id'),
    orders: await rows('orders', 'revenue', 'id'),
    lines: await rows('order_lines', 'amount', 'id'),
    aside: await rows('lines_aside', 'amount', 'id'),
    totals: await rows('customer_totals', 'revenue', 'customer_id'),
    summaries: await rows('customer_summaries', 'revenue', 'customer_id'),
    columns: (await totalSums(shop.store, { filters: [] })).revenue,
    ledgers: (await db('digest_runs').pluck('ledger')).map(ledger => JSON.parse(ledger)),
    scores: (await db('segment_snapshots').pluck('facts')).map(facts => JSON.parse(facts)),
    answers: await Promise.all(
      ['sales', 'sales by status', 'sales trend by day', 'segment', 'segment members'].map(q =>
        text(q).catch(String),
      ),
    ),
    customer: await text('segment customer c9'),
  };
}

describe('a file in forints', () => {
  it.each([0, 2])('of 2,050.50 is answered as that, where Intl says %i decimals', async digits => {
    intlSays(digits);
    const shop = await openTestShop({}, TODAY);
    opened.push(shop);
    const content = `${ORDERS.trim()},Currency\n1,2026-03-16,c1,Shipped,2050.50,HUF\n`;
    expect(await shop.load('huf.csv', content)).toMatchObject({
      currency: 'HUF',
      minorDigits: 2,
      revenue: 205_050,
    });
    intlSays(2 - digits);
    const { own, logged } = await open(shop);
    expect((await own.ask('sales')).headline).toContain('2,050.50');
    expect(logged).toEqual([]);
  });

  it.each([
    ['JPY', '1234', 1_234],
    ['CLP', '1234', 1_234],
    ['KWD', '1.234', 1_234],
    ['UYW', '1.2345', 12_345],
  ])('and other files are stored in the minor unit of theirs: %s %s', async (currency, amount, minor) => {
    const shop = await openTestShop({ SHOP_CURRENCY: currency }, TODAY);
    opened.push(shop);
    expect(await shop.load('a.csv', `${ORDERS}1,2026-03-16,c1,Shipped,${amount}\n`)).toMatchObject({
      revenue: minor,
    });
    expect((await shop.figures('sales', 'value')).revenue).toBe(Number(amount));
  });
});

describe('a store with other decimals than the table of currencies', () => {
  const all = [WHOLE, CORRECTED, SUMMARY];
  let wanted: Awaited<ReturnType<typeof everything>>;
  /** What a store of these files in forints holds that was never anything else. */
  beforeEach(async () => {
    const shop = await storeMadeAs('HUF', all, { withDigest: true });
    await databaseOf(shop.shop.store)('store_notes').insert({
      key: 'amounts',
      value: JSON.stringify({ code: 'HUF', digits: 2, table: 2 }),
    });
    wanted = await everything((await open(shop)).own);
    expect(wanted).toMatchObject({
      columns: 9_221_000,
      aside: [205_000],
      ledgers: [{ days: expect.anything() }],
    });
  });

  it('is brought to them, exactly and in everything that it keeps', async () => {
    const shop = await storeMadeAs('JPY', all, { withDigest: true, note: { digits: 0, table: 0 } });
    const version = await shop.shop.store.dataVersion();
    const { own, logged } = await open(shop);
    expect(await everything(own)).toEqual(wanted);
    expect(logged).toEqual([
      'HUF was stored with 0 decimals, ISO 4217 has 2: all amounts were converted, exactly.',
    ]);
    expect(await own.shop.store.dataVersion()).toBe(version + 1);
    expect((await open(shop)).logged).toEqual([]);
  });

  it('is brought to fewer, if nothing is lost by that', async () => {
    const shop = await storeMadeAs('KWD', all, { withDigest: true, note: { digits: 3, table: 3 } });
    const { own, logged } = await open(shop);
    expect(await everything(own)).toEqual(wanted);
    expect(logged).toEqual([
      'HUF was stored with 3 decimals, ISO 4217 has 2: all amounts were converted, exactly.',
    ]);
  });

  it('is brought to them once, by whichever process is first', async () => {
    const shop = await storeMadeAs('JPY', all, { withDigest: true, note: { digits: 0, table: 0 } });
    const both = await Promise.all([open(shop), open(shop)]);
    expect(both.flatMap(({ logged }) => logged)).toHaveLength(1);
    for (const { own } of both) expect(await everything(own)).toEqual(wanted);
  });

  it('keeps its own if some amounts would lose decimals, and is read and loaded by them', async () => {
    const shop = await storeMadeAs('EUR', [FRACTION], { now: 'JPY', note: { digits: 2, table: 2 } });
    const { own, logged } = await open(shop, 'JPY');
    expect(logged).toEqual([
      'JPY was stored with 2 decimals, ISO 4217 has 0: the store keeps its own, since some amounts have more.',
    ]);
    expect((await own.ask('sales')).headline).toContain('¥2,050.50');
    expect(await shop.answer('sales')).toMatchObject({ currency: 'JPY' });
    await shop.load('next.csv', `${ORDERS}2,2026-03-17,c2,Shipped,0.25\n`).catch(String);
    expect(await own.ingest(join(shop.folder, 'next.csv'))).toMatchObject({ minorDigits: 2, revenue: 25 });
    expect((await own.ask('sales')).headline).toContain('¥2,050.75');
    expect((await own.ingests()).map(i => [i.currency, i.minorDigits, i.revenue])).toEqual([
      ['JPY', 2, 205_050],
      ['JPY', 2, 25],
    ]);
    // It was decided, until the table has something else.
    expect((await open(shop, 'JPY')).logged).toEqual([]);
  });

  it('shows its own also if a file needs more decimals to be exact', async () => {
    const shop = await storeMadeAs('EUR', [FRACTION], { now: 'JPY', note: { digits: 2, table: 2 } });
    const { own } = await open(shop, 'JPY');
    await shop.load('next.csv', `${ORDERS}2,2026-03-17,c2,Shipped,0.1375\n`).catch(String);
    expect(await own.ingest(join(shop.folder, 'next.csv'))).toMatchObject({ minorDigits: 2, revenue: 14 });
    expect((await own.ask('sales')).headline).toContain('¥2,050.64');
    expect((await own.ingests()).map(i => [i.minorDigits, i.revenue])).toEqual([
      [2, 205_050],
      [2, 14],
    ]);
    expect((await open(shop, 'JPY')).logged).toEqual([]);
  });

  it('keeps the decimals that lines need, and shows those that the table has now', async () => {
    const shop = await storeMadeAs('EUR', [FRACTION], {
      now: 'HUF',
      note: { digits: 2, shown: 0, table: 0 },
    });
    const { own, logged } = await open(shop);
    expect([(await own.ask('sales')).headline.replaceAll('\u00a0', ' '), logged]).toEqual([
      expect.stringContaining('Ft 2,050.50'),
      [],
    ]);
    const note = await databaseOf(shop.shop.store)('store_notes').where({ key: 'amounts' }).first();
    expect(JSON.parse(note.value)).toEqual({ code: 'HUF', digits: 2, table: 2 });
  });

  it('keeps its own if sums would be too large to be exact', async () => {
    // Eleven of the largest amounts that a line may have; a hundred times their sum is beyond 2^53.
    const rows = Array.from({ length: 11 }, (_, i) => `${i},2026-03-16,c1,Shipped,9000000000000`);
    const large = `${ORDERS}${rows.join('\n')}\n`;
    const shop = await storeMadeAs('JPY', [large], { note: { digits: 0, table: 0 } });
    const { own, logged } = await open(shop);
    expect(logged).toEqual([
      'HUF was stored with 0 decimals, ISO 4217 has 2: the store keeps its own, since the sums would be too large to be exact.',
    ]);
    expect((await own.ask('sales')).headline).toContain('99,000,000,000,000 from');
  });

  it('is read by what is noted in it also by a process that was there before', async () => {
    const shop = await storeMadeAs('EUR', [WHOLE], { now: 'JPY', note: { digits: 2, table: 0 } });
    const { own } = await open(shop, 'JPY');
    expect((await own.ask('sales')).headline).toContain('¥92,200.00');
    await shop.shop.store.write(async trx => {
      await scaleAmounts(trx, 'JPY', 2, 0);
      await rebuildColumns(trx, []);
      await databaseOf(trx)('store_notes')
        .where({ key: 'amounts' })
        .update({ value: JSON.stringify({ code: 'JPY', digits: 0, table: 0 }) });
      await databaseOf(trx)('store_state').where({ key: 'data_version' }).increment('value', 1);
    });
    expect((await own.ask('sales')).headline).toContain('¥92,200 from');
  });

  describe('from before the decimals were noted', () => {
    it('has those that Intl has, and says so with a figure to check', async () => {
      const shop = await storeMadeAs('JPY', all, { note: undefined });
      intlSays(0);
      const { own, logged } = await open(shop);
      expect({ ...(await everything(own)), ledgers: wanted.ledgers }).toEqual(wanted);
      expect(logged.map(l => l.replaceAll('\u00a0', ' '))).toEqual([
        `HUF was stored with 0 decimals, ISO 4217 has 2: all amounts were converted, exactly. It was found so by Intl of Node ${process.versions.node}. 2.csv comes to Ft 1,600.00; if that is wrong, take all files back (ingest --undo) and load them again.`,
      ]);
    });

    it.each([
      // 30 amounts from 2,000 to 4,900, stored as 200000 to 490000: whole forints with two decimals.
      ['HUF', 100, 30, '103,500.00', 'found so by its amounts, all multiples of 100'],
      // Too few to tell.
      ['HUF', 100, 29, '9,860,000.00', 'found so by Intl of Node'],
      // One of them is 2,000.50.
      ['HUF', 100.5, 30, '10,371,750.00', 'found so by Intl of Node'],
      // Rupiahs come in hundreds.
      ['IDR', 100, 30, '10,350,000.00', 'found so by Intl of Node'],
    ])('is told by its amounts, if they can tell: %s %d x %i', async (now, step, orders, total, because) => {
      const rows = Array.from(
        { length: orders },
        (_, i) => `${i},2026-03-16,c${i},Shipped,${(2_000 + i * step).toFixed(2)}`,
      );
      const shop = await storeMadeAs('EUR', [`${ORDERS}${rows.join('\n')}\n`], { now });
      intlSays(0);
      const { own, logged } = await open(shop, now);
      expect((await own.ask('sales')).headline).toContain(total);
      expect(logged).toHaveLength(1);
      expect(logged[0]).toContain(because);
    });

    it('is left as it is where Intl has those of the table', async () => {
      const shop = await storeMadeAs('EUR', [FRACTION]);
      intlSays(2);
      const { own, logged } = await open(shop);
      expect((await own.ask('sales')).headline).toContain('2,050.50');
      expect(logged).toEqual([]);
      // From now on it is noted, whatever Intl says.
      intlSays(0);
      const later = await open(shop);
      expect((await later.own.ask('sales')).headline).toContain('2,050.50');
      expect(later.logged).toEqual([]);
    });

    it.each([
      [
        'EUR',
        0,
        ['HUF was stored with 2 decimals, as ISO 4217 has it: nothing was changed. It was found so'],
      ],
      ['EUR', 2, []],
      [
        'JPY',
        2,
        [
          'HUF was stored with 0 decimals, ISO 4217 has 2: all amounts were converted, exactly. It was found so',
        ],
      ],
    ])('has those that its first digest showed (as %s), though Intl has %i', async (made, intl, said) => {
      const shop = await storeMadeAs(made, all, { withDigest: true });
      intlSays(intl);
      const { own, logged } = await open(shop);
      expect(await everything(own)).toEqual(wanted);
      expect(logged.map(l => l.split(' in the first digest. 2.csv comes to')[0])).toEqual(said);
    });
  });
});
