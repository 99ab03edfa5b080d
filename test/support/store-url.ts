import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { inject } from 'vitest';
import { openStore } from '../../src/store/engine/store.js';
import { TEMPLATE } from './postgres.js';

let made = 0;

/** The address of a new, empty store on the engine that this run is for, and what removes it. */
export async function newStoreUrl(folder: string): Promise<{ url: string; remove(): Promise<void> }> {
  if (process.env.TEST_STORE !== 'postgres') {
    const file = join(folder, 'shop.sqlite');
    if (!existsSync(file)) await writeFile(file, await template(), { mode: 0o600 });
    return { url: `sqlite:${file}`, remove: async () => {} };
  }
  const server = inject('postgres');
  const name = `shop_${process.pid}_${made++}`;
  // Copying files takes a third of the work of writing each page to the log.
  await query(server, `create database ${name} template ${TEMPLATE} strategy file_copy`);
  return {
    url: `${server}/${name}`,
    remove: () => query(server, `drop database ${name} with (force)`),
  };
}

let madeTemplate: Promise<Uint8Array> | undefined;

/**
 * The file of a store with all tables and no data, made once: to make the tables takes longer than most
 * tests.
 */
function template(): Promise<Uint8Array> {
  madeTemplate ??= makeTemplate();
  return madeTemplate;
}

async function makeTemplate(): Promise<Uint8Array> {
  const folder = await mkdtemp(join(tmpdir(), 'shopkeeper-template-'));
  const file = join(folder, 'shop.sqlite');
  try {
    await (await openStore(`sqlite:${file}`)).close();
    return await readFile(file);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
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
