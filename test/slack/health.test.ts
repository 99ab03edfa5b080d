import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type RunningApp, startApp } from '../support/app.js';
import { databaseOf } from '../support/database.js';
import { openCornerShop, type TestShop } from '../support/shop.js';

describe.each(['http', 'socket'] as const)('health in %s mode', mode => {
  let shop: TestShop;
  let running: RunningApp;
  beforeEach(async () => {
    shop = await openCornerShop();
    running = await startApp(shop, mode);
  });
  afterEach(async () => {
    await running.close();
    await shop.close();
  });
  const get = async (path: string) => {
    const response = await fetch(running.url.replace('/slack/events', path));
    return { status: response.status, body: await response.json() };
  };

  it('is alive and ready', async () => {
    for (const path of ['/healthz', '/readyz', '/health'])
      await expect
        .poll(() => get(path), { timeout: 20_000 })
        .toMatchObject({ status: 200, body: { status: 'ok' } });
  });

  it('is alive but not ready if the store was deleted', async () => {
    await rm(join(shop.folder, 'shop.sqlite'));
    expect((await get('/healthz')).status).toBe(200);
    expect(await get('/readyz')).toEqual({
      status: 503,
      body: { status: 'not ready', problems: { store: expect.stringContaining('store') } },
    });
  });

  it('is alive but not ready if a rarely read part of the store is damaged', async () => {
    const path = join(shop.folder, 'shop.sqlite');
    await databaseOf(shop.shop.store).raw('pragma wal_checkpoint(truncate)');
    const bytes = await readFile(path);
    // The first pages with the list of tables stay intact.
    await writeFile(
      path,
      Buffer.concat([bytes.subarray(0, 8_192), Buffer.alloc(bytes.length - 8_192, 0xa5)]),
    );
    await expect
      .poll(() => get('/readyz'))
      .toMatchObject({
        status: 503,
        body: { problems: { store: expect.any(String) } },
      });
    expect((await get('/healthz')).status).toBe(200);
  });

  it('is alive but not ready while Slack cannot be reached', async () => {
    running.workspace.fail('auth.test', ...Array.from({ length: 9 }, () => ({ status: 500, error: 'away' })));
    await expect
      .poll(() => get('/readyz'))
      .toMatchObject({
        status: 503,
        body: { problems: { slack: expect.any(String) } },
      });
    expect((await get('/healthz')).status).toBe(200);
  });

  it('answers 404 to other methods and paths', async () => {
    const url = running.url.replace('/slack/events', '/readyz');
    expect((await fetch(url, { method: 'POST' })).status).toBe(404);
    expect((await fetch(running.url.replace('/slack/events', '/'))).status).toBe(404);
  });
});
