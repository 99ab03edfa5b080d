import { createWriteStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SeededRandom } from '../../seeds/random.js';
import { ShopkeeperError } from '../../src/core/errors.js';
import { databaseOf } from '../support/database.js';
import { CORNER_SHOP, openTestShop, type TestShop } from '../support/shop.js';
import { workbook } from '../support/workbook.js';

/** Most of it is about reading files; on PostgreSQL a few show that a refused one leaves nothing behind. */
const isPostgres = process.env.TEST_STORE === 'postgres';
const BROKEN_FILES = isPostgres ? 24 : 120;
const RANDOM_FILES = isPostgres ? 4 : 20;

describe('broken files', () => {
  let shop: TestShop;
  beforeAll(async () => {
    shop = await openTestShop();
  });
  afterAll(() => shop.close());

  const state = async () => ({
    version: await shop.shop.store.dataVersion(),
    lines: Number((await databaseOf(shop.shop.store)('order_lines').count({ n: '*' }).first())?.n),
  });

  /** A file is loaded whole, or refused in words with what to do, and then nothing has changed. */
  const loadOrRefuse = async (name: string, content: Uint8Array | string) => {
    const before = await state();
    try {
      const result = await shop.load(name, content);
      if (result.loaded) await shop.undo(result.id);
      return 'loaded';
    } catch (error) {
      expect(error).toBeInstanceOf(ShopkeeperError);
      expect((error as ShopkeeperError).hint).toMatch(/\S/);
      expect(await state()).toEqual(before);
      return 'refused';
    }
  };

  it('cut, with bytes changed, taken out or put in: loaded or refused, never half', async () => {
    const random = new SeededRandom(11);
    const text = await readFile(CORNER_SHOP);
    const rows = text.toString().trim().split('\n');
    const originals = [
      text,
      gzipSync(text),
      workbook({ Sheet1: rows.map(row => row.split(',')) }),
      Buffer.from(text.toString(), 'utf16le'),
    ];
    const ends = new Set<string>();
    for (let i = 0; i < BROKEN_FILES; i++) {
      const original = originals[i % originals.length] as Buffer;
      const bytes = Buffer.from(original);
      const at = random.whole(0, bytes.length - 1);
      const kind = random.whole(0, 3);
      const broken =
        kind === 0
          ? bytes.subarray(0, at)
          : kind === 1
            ? Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + random.whole(1, 20))])
            : kind === 2
              ? Buffer.concat([
                  bytes.subarray(0, at),
                  Buffer.from(Array.from({ length: 9 }, () => random.whole(0, 255))),
                  bytes.subarray(at),
                ])
              : bytes.fill(random.whole(0, 255), at, at + random.whole(1, 8));
      ends.add(await loadOrRefuse(`broken-${i}`, broken));
    }
    expect([...ends].sort()).toEqual(['loaded', 'refused']);
  });

  it('of random bytes', async () => {
    const random = new SeededRandom(5);
    for (let i = 0; i < RANDOM_FILES; i++) {
      const bytes = Buffer.from(Array.from({ length: random.whole(1, 3_000) }, () => random.whole(0, 255)));
      expect(await loadOrRefuse(`random-${i}`, bytes)).toBe('refused');
    }
  });

  it('with 100,000 columns', async () => {
    const header = Array.from({ length: 100_000 }, (_, i) => `c${i}`).join(',');
    await expect(shop.load('wide.csv', `${header}\n1,2,3\n`)).rejects.toThrow('has 100000 columns');
  });

  it('with names and values that mean something to a database', async () => {
    const odd = ['?', "'; drop table orders; --", '"', '$1', '{{x}}', '\\', 'ünï', ':name', '??'];
    const header = `Order ID,Order Date,Amount,${odd.map(o => `"${o.replaceAll('"', '""')} kind"`).join(',')}`;
    const rows = Array.from(
      { length: 30 },
      (_, i) =>
        `${i}?,2026-01-05,1.00,${odd.map((o, k) => `"${o.replaceAll('"', '""')}${(i + k) % 2}"`).join(',')}`,
    );
    const result = await shop.load('odd.csv', `${header}\n${rows.join('\n')}\n`);
    expect(result).toMatchObject({ lines: 30, orders: 30, revenue: 3_000 });
    await shop.undo(result.id);
  });

  it('with a zero byte, half a letter, and a value of ten thousand letters', async () => {
    const header = 'Order ID,Order Date,Amount,Product\n';
    const rows = ['1,2026-01-05,1.00,a\0b', `2,2026-01-05,1.00,${'x'.repeat(10_000)}`, '3,2026-01-05,1.00,c'];
    const utf16 = Buffer.concat([
      Buffer.from([0xff, 0xfe]),
      Buffer.from(`${header}${rows.join('\n')}\n4,2026-01-05,1.00,`, 'utf16le'),
      Buffer.from([0x00, 0xd8]),
      Buffer.from('z\n', 'utf16le'),
    ]);
    expect(await loadOrRefuse('odd-letters.csv', utf16)).toBe('loaded');
  });

  it('with one line of 40 million characters, within bounds of memory and time', async () => {
    const path = join(shop.folder, 'line.csv');
    const out = createWriteStream(path);
    out.write('Order ID,Order Date,Amount,Remark\n1,2026-01-05,1.00,"');
    for (let i = 0; i < 40; i++) out.write('x'.repeat(1_000_000));
    out.end();
    await finished(out);
    await expect(shop.ingest(path)).rejects.toThrow('longer than');
  });

  it('in gzip that unpack to far more than they are', async () => {
    const rows = '1,2026-01-05,1.00\n'.repeat(1_000_000);
    // What was compressed one after another unpacks to all of it.
    const packed = gzipSync(rows);
    const bomb = Buffer.concat([
      gzipSync('Order ID,Order Date,Amount\n'),
      ...Array.from({ length: 17 }, () => packed),
    ]);
    await expect(shop.load('bomb.csv.gz', bomb)).rejects.toThrow('as no sales file does');
    await expect(shop.load('cut.csv.gz', gzipSync(rows.slice(0, 90_000)).subarray(0, 200))).rejects.toThrow(
      'cannot be unpacked',
    );
  });
});
