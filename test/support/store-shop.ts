import { open, stat } from 'node:fs/promises';
import pino from 'pino';
import { openShopkeeper, type Shopkeeper } from '../../src/app/shopkeeper.js';
import { readConfig } from '../../src/config/config.js';

/** Shopkeeper over a store that exists, on the day after the corner shop's last order. */
export const shopAt = (url: string, env: Record<string, string> = {}): Promise<Shopkeeper> =>
  openShopkeeper(
    readConfig({ DATABASE_URL: url, ...env }),
    pino({ level: 'silent' }),
    () => new Date('2026-03-29T10:00:00Z'),
  );

/** What the corner shop sold: $203.10 of 9 orders (test/data/README.md). */
export const CORNER_SHOP_SALES = '$203.10';

/** Overwrites a file from a byte on, as a failing disk would. */
export async function overwrite(file: string, from: number): Promise<void> {
  const { size } = await stat(file);
  const handle = await open(file, 'r+');
  await handle.write(Buffer.alloc(size - from, 0xa5), 0, size - from, from);
  await handle.close();
}
