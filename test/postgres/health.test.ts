import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { storeHealth, storeIntegrity } from '../../src/store/engine/health.js';
import { databaseOf } from '../support/database.js';
import { startPostgres, TEMPLATE } from '../support/postgres.js';
import { CORNER_SHOP } from '../support/shop.js';
import { shopAt } from '../support/store-shop.js';

describe('the health of a PostgreSQL store', () => {
  let server: Awaited<ReturnType<typeof startPostgres>>;
  let stopped = false;
  const stop = async () => {
    if (!stopped) await server.stop();
    stopped = true;
  };
  beforeAll(async () => {
    server = await startPostgres();
  }, 120_000);
  afterAll(stop);

  it('is fine until the server stops, whatever the pool is busy with', async () => {
    const url = `${server.url}/${TEMPLATE}`;
    const shop = await shopAt(url);
    await shop.ingest(CORNER_SHOP);
    const { store } = shop.shop;
    const busy = await Promise.all(Array.from({ length: 10 }, () => databaseOf(store).transaction()));
    expect(await storeHealth(store, 30_000)).toEqual({ ok: true });
    for (const trx of busy) await trx.rollback();
    expect(await storeIntegrity(store)).toEqual({ ok: true });

    await stop();
    const shown = url.replace(':password@', ':***@');
    expect(await storeHealth(store, 30_000)).toEqual({
      ok: false,
      reason: `The store ${shown} cannot be reached: the connection was refused, so nothing listens there. Check that the server runs, and host and port in DATABASE_URL.`,
    });
    await expect(shop.ask('sales')).rejects.toMatchObject({
      name: 'StoreError',
      message: expect.stringContaining(shown),
    });
    await shop.close();
  });
});
