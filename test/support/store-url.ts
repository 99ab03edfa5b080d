import { join } from 'node:path';
import pg from 'pg';
import { inject } from 'vitest';
import { TEMPLATE } from './postgres.js';

let made = 0;

/** The address of a new, empty store on the engine that this run is for, and what removes it. */
export async function newStoreUrl(folder: string): Promise<{ url: string; remove(): Promise<void> }> {
  if (process.env.TEST_STORE !== 'postgres')
    return { url: `sqlite:${join(folder, 'shop.sqlite')}`, remove: async () => {} };
  const server = inject('postgres');
  const name = `shop_${process.pid}_${made++}`;
  await query(server, `create database ${name} template ${TEMPLATE}`);
  return {
    url: `${server}/${name}`,
    remove: () => query(server, `drop database ${name} with (force)`),
  };
}

async function query(server: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: `${server}/postgres` });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
