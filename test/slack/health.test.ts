import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type RunningApp, startApp } from '../support/app.js';
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

  it('is live and ready', async () => {
    for (const path of ['/healthz', '/readyz', '/health'])
      await expect
        .poll(() => get(path), { timeout: 20_000 })
        .toEqual({ status: 200, body: { status: 'ok' } });
  });

  it('is live but not ready if the store cannot be read, and says so without secrets', async () => {
    await shop.shop.store.close();
    expect((await get('/healthz')).status).toBe(200);
    expect(await get('/readyz')).toEqual({
      status: 503,
      body: { status: 'not ready', problems: { store: expect.any(String) } },
    });
  });

  it('answers nothing else at its paths', async () => {
    const url = running.url.replace('/slack/events', '/readyz');
    expect((await fetch(url, { method: 'POST' })).status).toBe(404);
    expect((await fetch(running.url.replace('/slack/events', '/'))).status).toBe(404);
  });
});
