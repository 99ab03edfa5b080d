import { mkdir, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { noteText } from '../../src/core/answer/notes.js';
import { openTestShop, type TestShop } from '../support/shop.js';
import { WooShop } from '../support/woo-shop.js';
import { zip } from '../support/zip.js';

/** As the European Central Bank publishes them: units for one euro. */
const CSV = 'Date,USD,JPY,\n2026-03-06,1.20,160,\n2026-03-02,1.25,150,\n2026-02-27,1.00,N/A,\n';
const XML = `<?xml version="1.0"?><gesmes:Envelope><Cube><Cube time='2026-03-09'>
  <Cube currency='USD' rate='1.60'/><Cube currency='JPY' rate='161'/></Cube></Cube></gesmes:Envelope>`;

let shop: TestShop;
let folder: string;
beforeEach(async () => {
  shop = await openTestShop({ SHOP_CURRENCY: 'EUR' });
  folder = join(shop.folder, 'rates');
  await mkdir(folder);
});
afterEach(() => shop.close());

async function put(name: string, content: string | Uint8Array): Promise<void> {
  await writeFile(join(folder, name), content);
  await utimes(join(folder, name), new Date('2026-03-10'), new Date('2026-03-10'));
}
const add = () =>
  shop.sources.add({ kind: 'folder', name: 'ecb', settings: { path: folder, holds: 'rates' } });
const FILE = `Order ID,Date,Customer ID,Product,Amount,Currency
1,2026-03-01,c1,Tea,10.00,USD
2,2026-03-03,c2,Tea,10.00,USD
3,2026-03-07,c3,Mug,3000,JPY
4,2026-03-07,c3,Mug,5.00,EUR
`;

describe('a source of exchange rates', () => {
  it('converts files by the last rate that is not later, which answers say', async () => {
    await expect(shop.load('a.csv', FILE)).rejects.toThrow('has amounts in several currencies');
    await add();
    await put('eurofxref-hist.zip', zip({ 'eurofxref-hist.csv': CSV }));
    expect(await shop.sources.run('ecb')).toMatchObject({ files: { loaded: ['eurofxref-hist.zip'] } });
    await shop.load('a.csv', FILE);
    // 10 / 1 + 10 / 1.25 + 3000 / 160 + 5
    expect((await shop.figures('sales', 'value')).revenue).toBe(41.75);
    const answer = await shop.ask('sales');
    expect(answer.notes.map(noteText)).toContain(
      "Amounts in JPY and USD are converted to EUR by the rate of each sale's day.",
    );
    await put('eurofxref-daily.xml', XML);
    await shop.sources.run('ecb');
    await shop.load(
      'b.csv',
      'Order ID,Date,Customer ID,Product,Amount,Currency\n5,2026-03-10,c1,Tea,8.00,USD\n',
    );
    expect((await shop.figures('sales', 'value')).revenue).toBe(46.75);
    await put('broken.csv', 'Date,Rate\n2026-03-01,1\n');
    expect((await shop.sources.run('ecb')).files?.refused[0]?.reason).toContain('no file of rates');
  });

  it('converts a shop by the rate of the order, so that what is paid back in full is nothing', async () => {
    const woo = new WooShop(3);
    let now = Date.parse('2026-03-02T10:00:00Z');
    woo.now = () => new Date(now);
    const url = await woo.start();
    vi.stubEnv('WOO_KEY', 'ck_1');
    vi.stubEnv('WOO_SECRET', 'cs_1');
    const settings = { url, key: 'env:WOO_KEY', secret: 'env:WOO_SECRET', private: 'yes' };
    const addWoo = () => shop.sources.add({ kind: 'woocommerce', name: 'woo', settings });
    try {
      const order = woo.place(1);
      await expect(addWoo()).rejects.toThrow("amounts are in USD, and the shop's are in EUR");
      await add();
      await put('rates.csv', CSV);
      await shop.sources.run('ecb');
      expect((await addWoo()).findings.at(-1)).toContain('Amounts in USD are converted to EUR');
      await shop.sources.run('woo');
      const [sold] = Object.values(woo.truth().byDay);
      expect((await shop.figures('sales', 'value')).revenue).toBe(Math.round((sold ?? 0) / 1.25) / 100);
      now = Date.parse('2026-03-07T10:00:00Z');
      woo.refund(order, 1, 0);
      await shop.sources.run('woo', { full: true });
      const truth = Object.values(woo.truth().byDay);
      expect(truth).toHaveLength(2);
      expect((await shop.figures('sales', 'value')).revenue).toBe(
        truth.reduce((sum, cents) => sum + Math.round(cents / 1.25), 0) / 100,
      );
    } finally {
      vi.unstubAllEnvs();
      await woo.stop();
    }
  });

  it('is of a kind that gives files', async () => {
    await expect(
      shop.sources.add({ kind: 'folder', name: 'x', settings: { path: folder, holds: 'prices' } }),
    ).rejects.toThrow('holds=prices is not known');
  });
});
