import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pino from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openShopkeeper } from '../../src/app/shopkeeper.js';
import { readConfig } from '../../src/config/config.js';
import { answerJson } from '../../src/core/answer/answer.js';
import { databaseOf } from '../support/database.js';
import { writeDistinctCsv, writeDistinctWorkbook } from '../support/distinct-lines.js';
import { ingestAlone } from '../support/run-alone.js';

/** The benchmark loads a million (npm run bench -- store); a fifth of that took 380 MiB before. */
const COUNT = 200_000;
const MOST_MIB = 300;

describe('a file in which every line has its own order, customer and product', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'shopkeeper-distinct-'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  const measures = async (url: string) => {
    const shopkeeper = await openShopkeeper(readConfig({ DATABASE_URL: url }), pino({ level: 'silent' }));
    const { rows } = answerJson(await shopkeeper.ask('sales'));
    const held = async (table: string) =>
      Number((await databaseOf(shopkeeper.shop.store)(table).count({ n: '*' }).first())?.n);
    const counts = [await held('customers'), await held('dimension_values')];
    await shopkeeper.close();
    return { ...Object.fromEntries(rows.map(row => [row.measure, row.value])), counts };
  };

  it('loads within bounds of memory, and so does a second file of the same customers', async () => {
    const url = `sqlite:${join(folder, 'csv.sqlite')}`;
    const paths = ['first.csv', 'second.csv'].map(name => join(folder, name));
    for (const [i, path] of paths.entries())
      await writeDistinctCsv(path, { count: COUNT, firstOrder: i * COUNT });
    const results = await ingestAlone(url, paths);
    expect(results.map(r => r.said)).toEqual([`${COUNT} lines`, `${COUNT} lines`]);
    for (const { peak } of results) expect(peak).toBeLessThan(MOST_MIB);
    // 22,222 times 1 + 2 + ... + 9, and 1 and 2 more; twice. Values: the products and 40 countries.
    expect(await measures(url)).toMatchObject({
      revenue: 2 * (22_222 * 45 + 3),
      orders: 2 * COUNT,
      counts: [COUNT, COUNT + 40],
    });
  }, 240_000);

  it('loads as a workbook of shared texts', async () => {
    const url = `sqlite:${join(folder, 'workbook.sqlite')}`;
    const count = 30_000;
    const path = join(folder, 'book.xlsx');
    await writeDistinctWorkbook(path, { count });
    const [result] = await ingestAlone(url, [path]);
    expect(result?.said).toBe(`${count} lines`);
    expect(result?.peak).toBeLessThan(MOST_MIB);
    // 3,333 times 1 + 2 + ... + 9, and 1 + 2 + 3 more.
    expect(await measures(url)).toMatchObject({
      revenue: 3_333 * 45 + 6,
      orders: count,
      counts: [count, count + 40],
    });
  }, 240_000);
});
