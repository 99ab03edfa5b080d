import { copyFile, open, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { storeHealth, storeIntegrity } from '../../src/store/engine/health.js';
import type { Store } from '../../src/store/engine/store.js';
import { databaseOf } from '../support/database.js';
import { openTestShop, type TestShop } from '../support/shop.js';
import { overwrite } from '../support/store-shop.js';

const PAGE = 4_096;
/** Long enough for a busy machine. */
const PATIENT_MS = 30_000;

describe('the health of a SQLite store', () => {
  let shop: TestShop;
  let store: Store;
  let file: string;
  beforeEach(async () => {
    shop = await openTestShop();
    store = shop.shop.store;
    file = join(shop.folder, 'shop.sqlite');
    const lines = Array.from({ length: 5_000 }, (_, i) => `x${i},2026-02-05,c${i},1.00\n`).join('');
    await shop.load('sales.csv', `Order ID,Order Date,Customer ID,Amount\n${lines}`);
    await databaseOf(store).raw('pragma wal_checkpoint(truncate)');
  });
  afterEach(() => shop.close());

  it('is good while it is read and written', async () => {
    expect(await storeHealth(store, PATIENT_MS)).toEqual({ ok: true });
    expect(await storeIntegrity(store)).toEqual({ ok: true });
    await store.write(async trx => {
      await databaseOf(trx)('store_state').where({ key: 'data_version' }).increment('value', 1);
      expect(await storeHealth(store, PATIENT_MS)).toEqual({ ok: true });
    });
  });

  it('is bad after its file was overwritten', async () => {
    expect((await shop.ask('sales')).headline).toContain('$5,000.00');
    await overwrite(file, PAGE);
    for (const health of [await storeHealth(store, PATIENT_MS), await storeIntegrity(store)])
      expect(health).toEqual({ ok: false, reason: expect.stringMatching(/is damaged.*put a backup/s) });
    await overwrite(file, 0);
    expect(await storeHealth(store, PATIENT_MS)).toEqual({
      ok: false,
      reason: expect.stringContaining("is no store of Shopkeeper's, or its beginning was overwritten."),
    });
  });

  it('is bad by the full check if one page is damaged', async () => {
    const [{ rootpage }] = await databaseOf(store).raw(
      "select rootpage from sqlite_master where name = 'handled_events'",
    );
    const handle = await open(file, 'r+');
    await handle.write(Buffer.alloc(PAGE, 0xa5), 0, PAGE, (rootpage - 1) * PAGE);
    await handle.close();
    // No question reads that page.
    expect(await storeHealth(store, PATIENT_MS)).toEqual({ ok: true });
    expect(await storeIntegrity(store)).toEqual({ ok: false, reason: expect.stringContaining('is damaged') });
  });

  it('is checked fully while questions are answered, with a time limit', async () => {
    const whole = storeIntegrity(store);
    expect(storeIntegrity(store)).toBe(whole);
    expect((await shop.ask('sales')).headline).toContain('$5,000.00');
    expect(await whole).toEqual({ ok: true });
    expect(await storeIntegrity(store, 0)).toEqual({ ok: true });
  });

  it('is bad after its file was deleted or replaced', async () => {
    const gone = { ok: false, reason: expect.stringContaining('was deleted or replaced') };
    await copyFile(file, `${file}.copy`);
    await rename(`${file}.copy`, file);
    expect(await storeHealth(store, PATIENT_MS)).toEqual(gone);
    await rm(file);
    expect(await storeHealth(store, PATIENT_MS)).toEqual(gone);
    await expect(stat(file)).rejects.toThrow('ENOENT');
  });

  it('is bad if the check takes too long', async () => {
    expect(await storeHealth(store, 0)).toEqual({
      ok: false,
      reason: 'The store did not answer within 0 seconds.',
    });
  });
});
