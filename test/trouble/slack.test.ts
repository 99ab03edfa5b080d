import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Shopkeeper } from '../../src/app/shopkeeper.js';
import { describeError } from '../../src/core/errors.js';
import { type RunningApp, startApp, textOf } from '../support/app.js';
import { databaseOf } from '../support/database.js';
import { openTestShop, type TestShop } from '../support/shop.js';
import { overwrite, shopAt } from '../support/store-shop.js';

/** The store is damaged while the app runs. */
describe('Slack, with a store that was damaged', () => {
  let shop: TestShop;
  let fresh: Shopkeeper;
  let running: RunningApp;
  beforeEach(async () => {
    shop = await openTestShop();
    const file = join(shop.folder, 'shop.sqlite');
    const lines = Array.from({ length: 2_000 }, (_, i) => `x${i},2026-02-05,c${i},1.00\n`).join('');
    await shop.load('sales.csv', `Order ID,Order Date,Customer ID,Amount\n${lines}`);
    await databaseOf(shop.shop.store).raw('pragma wal_checkpoint(truncate)');
    // A new connection: the one that has just written has all data in memory.
    fresh = await shopAt(`sqlite:${file}`);
    await overwrite(file, 4_096 * 20);
    running = await startApp(fresh, 'http');
  });
  afterEach(async () => {
    await running.close();
    await fresh.close();
    await shop.close();
  });

  it.each([
    ['/sales', 'by month'],
    ['/segment', ''],
    ['/digest', 'preview'],
  ])('explains the problem to the sender of %s %s in plain words', async (command, text) => {
    const next = running.workspace.nextPosted();
    await running.workspace.command(command, text);
    const posted = await next;
    expect(posted.ephemeral).toBe(true);
    expect(textOf(posted)).toContain('is damaged: some of it can no longer be read.');
    expect(textOf(posted)).toContain('put a backup of them in their place');
    expect(textOf(posted)).not.toMatch(/SQLITE_|select|`|order_lines/);
  });
});

describe('an unexpected error', () => {
  it('is described without its own text', () => {
    const error = Object.assign(new Error('select `id` from `orders` - SQLITE_ERROR: secret'), { code: 'X' });
    expect(describeError(error)).toBe('Something went wrong inside Shopkeeper.\nThe details are in the log.');
    expect(describeError('postgres://u:secret@h', 'See there.')).toBe(
      'Something went wrong inside Shopkeeper.\nSee there.',
    );
  });
});
