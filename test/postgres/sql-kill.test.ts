import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { expect, inject, it, vi } from 'vitest';
import { expectTruthAfterKills, type Killed } from '../support/killed-source.js';
import { type Clock, type LedgerOrder, LedgerShop } from '../support/ledger-shop.js';

const NOT_SOLD = new Set(['shipping', 'tip', 'gift card']);
const QUERY = `select order_id, sold_at as date, customer as customer_id, email, product, quantity, amount,
  updated_at from sold`;

/** A shop that writes what it sells into a PostgreSQL. */
function sql(folder: string, clock: Clock): Killed {
  const server = inject('postgres');
  const ledger = new LedgerShop(11, clock);
  const owner = new pg.Client(`${server}/postgres`);
  const till = new pg.Client(`${server}/killed`);
  const shown = new Map<number, string>();
  return {
    kind: 'sql',
    forgets: true,
    settings: {
      password: 'env:SQL_PASSWORD',
      query: join(folder, 'orders.sql'),
      cursor: 'updated_at',
      currency: 'USD',
    },
    place: () => ledger.place(1),
    happen: () => ledger.happen(),
    show: async () => {
      const gone = [...shown.keys()].filter(id => !ledger.orders.has(id));
      const changed = [...ledger.orders.values()].filter(o => shown.get(o.id) !== JSON.stringify(o));
      await till.query('begin');
      await till.query('delete from sold where order_id = any($1)', [
        [...gone, ...changed.map(o => o.id)].map(String),
      ]);
      await till.query('insert into sold select * from json_populate_recordset(null::sold, $1)', [
        JSON.stringify(changed.flatMap(rowsOf)),
      ]);
      await till.query('commit');
      for (const id of gone) shown.delete(id);
      for (const order of changed) shown.set(order.id, JSON.stringify(order));
    },
    truth: () => ledger.truth('UTC'),
    start: async () => {
      await owner.connect();
      await owner.query('drop database if exists killed with (force)');
      await owner.query('create database killed');
      await till.connect();
      await till.query(`create table sold (order_id text, sold_at timestamptz, customer text, email text,
        product text, quantity int, amount numeric(12, 2), updated_at timestamptz)`);
      return `${server.replace(/\/\/.*@/, '//postgres@')}/killed`;
    },
    stop: async () => {
      await till.end();
      await owner.query('drop database killed with (force)');
      await owner.end();
    },
  };
}

const rowsOf = ({ id, entries, changed, customer, email, isTest }: LedgerOrder) =>
  isTest
    ? []
    : entries.flatMap(({ at, lines }) =>
        lines
          .filter(({ kind }) => !NOT_SOLD.has(kind))
          .map(({ product, pieces, cents }) => ({
            order_id: String(id),
            sold_at: at,
            customer: customer === undefined ? null : `c${customer}`,
            email,
            product,
            quantity: pieces,
            amount: (cents / 100).toFixed(2),
            updated_at: changed,
          })),
      );

it('a query is the truth after its processes were killed while they read it', async () => {
  vi.stubEnv('SQL_PASSWORD', 'password');
  const folder = await mkdtemp(join(tmpdir(), 'shopkeeper-killed-'));
  await writeFile(join(folder, 'orders.sql'), QUERY);
  await expect(expectTruthAfterKills(clock => sql(folder, clock))).resolves.toBeUndefined();
  await rm(folder, { recursive: true, force: true });
}, 3_600_000);
