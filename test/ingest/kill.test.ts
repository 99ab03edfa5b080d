import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import pino from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readConfig } from '../../src/config/config.js';
import { openShopkeeper } from '../../src/shopkeeper.js';
import { newStoreUrl } from '../support/store-url.js';

const CHILD = fileURLToPath(new URL('../support/ingest-child.ts', import.meta.url));
const ROWS = 12_000;

/** Rows of two a line, 1.00 each, orders of two lines. */
const rows = (count: number, amount: string) =>
  `Order ID,Order Date,Customer ID,Country,Amount\n${Array.from({ length: count }, (_, i) => `${i >> 1},2026-0${1 + (i % 9)}-05,c${i % 700},K${i % 40},${amount}\n`).join('')}`;

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
    const open = () =>
      openShopkeeper(
        readConfig({ DATABASE_URL: store.url }),
        pino({ level: 'silent' }),
        () => new Date('2026-10-01T00:00:00Z'),
      );
    const first = await open();
    await first.ingest(join(folder, 'before.csv'));
    await first.close();

    /** Ends the process when it has said so many lines, and so many milliseconds after. */
    const killed = (lines: number, wait: number) =>
      new Promise<boolean>(resolve => {
        const child = spawn(
          process.execPath,
          ['--import', 'tsx', CHILD, store.url, join(folder, 'after.csv')],
          {
            stdio: ['ignore', 'pipe', 'inherit'],
          },
        );
        let said = 0;
        child.stdout.on('data', (data: Buffer) => {
          for (const _ of data.toString().matchAll(/\n/g))
            if (++said === lines) setTimeout(() => child.kill('SIGKILL'), wait);
        });
        child.on('close', code => resolve(code === null));
      });

    const state = async () => {
      const shop = await open();
      const { db } = shop.shop.store;
      const count = async (table: string) => Number((await db(table).count({ n: '*' }).first())?.n);
      const result = {
        ingests: await count('ingests'),
        lines: await count('order_lines'),
        aside: await count('lines_aside'),
        orders: await count('orders'),
        sales: (await shop.ask('sales')).headline,
        version: await shop.shop.store.dataVersion(),
      };
      await shop.close();
      return result;
    };

    const before = await state();
    expect(before).toMatchObject({ ingests: 1, lines: 1_000, aside: 0, orders: 500 });
    // From the first look at the file to the last moments of the transaction.
    const moments = [
      [1, 0],
      [3, 0],
      [5, 0],
      [6, 0],
      [6, 30],
      [6, 80],
      [6, 150],
      [6, 250],
      [6, 400],
    ] as const;
    let after: typeof before | undefined;
    for (const [lines, wait] of moments) {
      const wasKilled = await killed(lines, wait);
      const now = await state();
      if (now.ingests === 1) expect({ wasKilled, ...now }).toEqual({ wasKilled: true, ...before });
      else {
        after ??= now;
        expect(now).toEqual(after);
      }
    }
    const last = await open();
    await last.ingest(join(folder, 'after.csv'));
    await last.close();
    expect(await state()).toMatchObject({ ingests: 2, lines: ROWS, aside: 1_000, orders: ROWS / 2 });
    if (after) expect(await state()).toEqual(after);
    await store.remove();
  }, 180_000);
});
