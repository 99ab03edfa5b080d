import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pino from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openShopkeeper, type Shopkeeper } from '../../src/app/shopkeeper.js';
import { readConfig } from '../../src/config/config.js';
import { built } from '../support/built.js';
import { databaseOf } from '../support/database.js';
import { newStoreUrl } from '../support/store-url.js';

const CHILD = built('test/support/ingest-child.ts');
const ROWS = 40_000;

/** Rows of orders of two lines. */
const rows = (count: number, amount: string) =>
  `Order ID,Order Date,Customer ID,Country,Amount\n${Array.from({ length: count }, (_, i) => `${i >> 1},2026-0${1 + ((i >> 1) % 9)}-05,c${(i >> 1) % 700},K${i % 40},${amount}\n`).join('')}`;

/** How often the process has said that it looks, or loads, when it is killed, and how long after. */
type Moment = readonly [phase: 'looking' | 'loading', times: number, waitMs: number];

describe('a real process that is killed while it loads a file', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'shopkeeper-kill-'));
    await writeFile(join(folder, 'before.csv'), rows(1_000, '1.00'));
    // Replaces the orders of the first file, and brings more.
    await writeFile(join(folder, 'after.csv'), rows(ROWS, '2.00'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it('leaves the store as before or as after, at every moment', async () => {
    const store = await newStoreUrl(folder);
    const within = async <T>(work: (shopkeeper: Shopkeeper) => Promise<T>): Promise<T> => {
      const shopkeeper = await openShopkeeper(
        readConfig({ DATABASE_URL: store.url }),
        pino({ level: 'silent' }),
        () => new Date('2026-10-01T00:00:00Z'),
      );
      try {
        return await work(shopkeeper);
      } finally {
        await shopkeeper.close();
      }
    };
    const killedAt = ([phase, times, waitMs]: Moment) =>
      new Promise<boolean>(resolve => {
        const child = spawn(process.execPath, [CHILD, store.url, join(folder, 'after.csv')], {
          stdio: ['ignore', 'pipe', 'inherit'],
        });
        let said = 0;
        child.stdout.on('data', (data: Buffer) => {
          for (const line of data.toString().split('\n'))
            if (line.startsWith(phase) && ++said === times) setTimeout(() => child.kill('SIGKILL'), waitMs);
        });
        child.on('close', code => resolve(code === null));
      });
    const state = () =>
      within(async shopkeeper => {
        const db = databaseOf(shopkeeper.shop.store);
        const count = async (table: string) => Number((await db(table).count({ n: '*' }).first())?.n);
        return {
          ingests: await count('ingests'),
          lines: await count('order_lines'),
          aside: await count('lines_aside'),
          orders: await count('orders'),
          columns: await count('line_columns'),
          members: (await db('segment_snapshots').first('facts'))?.facts,
          sales: (await shopkeeper.ask('sales')).headline,
          countries: (await shopkeeper.ask('sales by country')).rows,
        };
      });

    await within(shopkeeper => shopkeeper.ingest(join(folder, 'before.csv')));
    const before = await state();
    expect(before).toMatchObject({ ingests: 1, lines: 1_000, aside: 0, orders: 500 });
    await within(shopkeeper => shopkeeper.ingest(join(folder, 'after.csv')));
    const after = await state();
    expect(after).toMatchObject({ ingests: 2, lines: ROWS, aside: 1_000, orders: ROWS / 2 });
    await within(shopkeeper => shopkeeper.undo(2));
    expect(await state()).toEqual(before);

    const after30 = [20, 60, 120, 200, 300, 450, 700];
    const waits = process.env.TEST_STORE === 'postgres' ? after30.filter((_, i) => i % 2 === 0) : after30;
    const moments: Moment[] = [
      ['looking', 1, 0],
      ...[1, 5, 15, 30].map((times): Moment => ['loading', times, 0]),
      // From the last batches over the indexes, sums and segments to the end; fewer on PostgreSQL.
      ...waits.map((waitMs): Moment => ['loading', 30, waitMs]),
    ];
    let inTheMiddle = 0;
    for (const moment of moments) {
      const wasKilled = await killedAt(moment);
      const now = await state();
      if (now.ingests === 2) {
        expect(now).toEqual(after);
        const last = await within(async shopkeeper => (await shopkeeper.ingests()).at(-1)?.id ?? 0);
        await within(shopkeeper => shopkeeper.undo(last));
      } else {
        expect({ wasKilled, ...now }).toEqual({ wasKilled: true, ...before });
        if (moment[0] === 'loading') inTheMiddle++;
      }
    }
    // Otherwise nothing was tried: the transaction was open at these.
    expect(inTheMiddle).toBeGreaterThanOrEqual(4);
    await store.remove();
  });
});
