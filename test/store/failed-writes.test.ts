import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { knexOf } from '../../src/store/engine/connection.js';
import type { WriteTransaction } from '../../src/store/engine/transaction.js';
import { openTestShop, type TestShop } from '../support/shop.js';

/**
 * SQLite's driver runs statements on several threads: a `ROLLBACK` could overtake one that was sent before it,
 * which then stood in the store for good. A load that began again left a batch of 1,026 orders so.
 */
describe('a write that fails while its statements are under way', () => {
  let shop: TestShop;
  beforeAll(async () => {
    shop = await openTestShop();
  });
  afterAll(() => shop.close());

  const insert = (trx: WriteTransaction, key: string) => knexOf(trx)('store_state').insert({ key, value: 1 });

  it('leaves nothing', async () => {
    const { store } = shop.shop;
    for (let round = 0; round < 50; round++)
      await expect(
        store.write(async trx => {
          // Sent, and not waited for.
          for (let i = 0; i < 10; i++) insert(trx, `left ${round}-${i}`).catch(() => {});
          throw new Error('the work failed');
        }),
      ).rejects.toThrow('the work failed');
    expect(await knexOf(store)('store_state').where('key', 'like', 'left%')).toEqual([]);
  });

  it('ends also where one of them fails', async () => {
    const { store } = shop.shop;
    await expect(
      store.write(async trx => {
        for (const sql of ['select nothing from nowhere', 'no statement at all'])
          knexOf(trx)
            .raw(sql)
            .catch(() => {});
        insert(trx, 'data_version').catch(() => {});
        throw new Error('the work failed');
      }),
    ).rejects.toThrow('the work failed');
    // The lock is free again.
    await store.write(async trx => void (await insert(trx, 'after all')));
    expect(await knexOf(store)('store_state').where({ key: 'after all' })).toHaveLength(1);
  });
});
