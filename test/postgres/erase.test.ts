import pg from 'pg';
import { expect, it } from 'vitest';
import { eraseTraces } from '../../src/store/engine/erase.js';
import { startPostgres, TEMPLATE } from '../support/postgres.js';
import { shopAt } from '../support/store-shop.js';

const CUSTOMERS = ['customers'];

/** On a server of its own: an open transaction here would hold up other tests that erase. */
it('says that deleted rows remain while another database has a transaction open', async () => {
  const server = await startPostgres();
  const other = new pg.Client(`${server.url}/postgres`);
  const shop = await shopAt(`${server.url}/${TEMPLATE}`);
  try {
    await other.connect();
    await other.query('begin');
    await other.query('select txid_current()');
    expect(await eraseTraces(shop.shop.store, CUSTOMERS, 0)).toBe(false);
    await other.query('commit');
    expect(await eraseTraces(shop.shop.store, CUSTOMERS, 60_000)).toBe(true);
  } finally {
    await other.end();
    await shop.close();
    await server.stop();
  }
});
