import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import pg from 'pg';
import { startPostgres } from '../support/postgres.js';
import { number } from './timing.js';

const ORDERS = 100_000;
const ROWS = 200_000;
const SAMPLE_MS = 250;

/**
 * History by sources, each in a process of its own as `shopkeeper sources run` reads it: orders of a
 * WooCommerce shop over HTTP, and rows of a query in PostgreSQL. Then again, when nothing has changed.
 */
export async function benchSources(folder: string): Promise<void> {
  const woo = createServer(wooOf(ORDERS));
  await new Promise<void>(resolve => woo.listen(0, '127.0.0.1', resolve));
  const at = woo.address();
  const url = `http://127.0.0.1:${typeof at === 'object' ? at?.port : ''}`;
  const env = { WOO_KEY: 'ck', WOO_SECRET: 'cs', TILL_PASSWORD: 'password' };
  const shop = `woocommerce shop url=${url} key=env:WOO_KEY secret=env:WOO_SECRET private=yes`;
  await measured(`${number(ORDERS)} orders of WooCommerce`, join(folder, 'woo.sqlite'), shop, env);
  woo.closeAllConnections();
  woo.close();

  const { url: server, stop } = await startPostgres();
  try {
    const client = new pg.Client(`${server}/postgres`);
    await client.connect();
    await client.query(`create table sold as
      select (i / 2)::text as order_id, 'c' || i % 20000 as customer_id,
      date '2024-01-01' + i / 300 as date, 'Product ' || i % 500 as product, 1 + i % 3 as quantity,
      (500 + i % 9000) / 100.0 as amount, timestamp '2024-01-01' + i * interval '5 minutes' as updated_at
      from generate_series(0, ${ROWS - 1}) i`);
    await client.end();
    const query = join(folder, 'sold.sql');
    await writeFile(query, 'select * from sold');
    const address = server.replace(':password', '');
    const login = `url=${address}/postgres password=env:TILL_PASSWORD`;
    const till = `sql till ${login} query=${query} cursor=updated_at currency=USD`;
    await measured(`${number(ROWS)} rows by SQL`, join(folder, 'sql.sqlite'), till, env);
  } finally {
    await stop();
  }
}

async function measured(
  what: string,
  store: string,
  added: string,
  env: Readonly<Record<string, string>>,
): Promise<void> {
  const all = { ...process.env, ...env, DATABASE_URL: `sqlite:${store}` };
  const words = added.split(' ');
  await command(['add', ...words], all);
  const name = words[1] ?? '';
  const first = await command(['run', name], all);
  const again = await command(['run', name], all);
  const quarter = Math.ceil(first.memory.length / 4);
  const peaks = [0, 1, 2, 3].map(i => Math.max(0, ...first.memory.slice(i * quarter, (i + 1) * quarter)));
  console.log(
    `${what}: ${first.seconds.toFixed(1)} s, memory at most ${peaks.join(', ')} MB in its four quarters; ` +
      `again ${again.seconds.toFixed(1)} s. ${first.said.trim()} ${again.said.trim()}`,
  );
}

/** Runs a command of the built product. @returns how long it took, and its memory every so often in MB */
async function command(
  args: readonly string[],
  env: NodeJS.ProcessEnv,
): Promise<{ seconds: number; memory: readonly number[]; said: string }> {
  const began = performance.now();
  const memory: number[] = [];
  const child = spawn('node', ['dist/src/surfaces/cli/main.js', 'sources', ...args], { env });
  let said = '';
  child.stdout.on('data', part => {
    said += part;
  });
  child.stderr.on('data', part => {
    said += part;
  });
  const sampling = setInterval(() => memory.push(residentMb(child.pid)), SAMPLE_MS);
  const code = await new Promise(resolve => child.once('close', resolve));
  clearInterval(sampling);
  if (code !== 0) throw new Error(`sources ${args.join(' ')}: ${said}`);
  return { seconds: (performance.now() - began) / 1_000, memory, said };
}

function residentMb(pid: number | undefined): number {
  try {
    const kilobytes = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    return Math.round(Number(kilobytes ?? 0) / 1024);
  } catch {
    return 0;
  }
}

/** WooCommerce's orders by the second of their change, each a minute after the one before, of two lines. */
function wooOf(orders: number) {
  const start = Date.parse('2025-01-01T00:00:00Z');
  const at = (i: number) => new Date(start + i * 60_000).toISOString().slice(0, 19);
  const line = (i: number) => ({
    name: `Product ${i % 500}`,
    quantity: 1 + (i % 3),
    subtotal: ((500 + (i % 9_000)) / 100).toFixed(2),
    total: ((500 + (i % 9_000)) / 100).toFixed(2),
    total_tax: '0.00',
  });
  const order = (i: number) => ({
    id: i + 1,
    number: String(i + 1),
    status: 'completed',
    currency: 'USD',
    date_created_gmt: at(i),
    date_modified_gmt: at(i),
    customer_id: 1 + (i % 20_000),
    billing: { first_name: 'Ana', last_name: 'Gil', email: '', postcode: '', city: 'Porto', country: 'PT' },
    line_items: [line(i), line(i * 7)],
    fee_lines: [],
    refunds: [],
  });
  return (asked: IncomingMessage, reply: ServerResponse): void => {
    const { pathname, searchParams: query } = new URL(asked.url ?? '/', 'http://shop');
    const after = Date.parse(`${query.get('modified_after') ?? '1970-01-01T00:00:00'}Z`);
    const excluded = new Set((query.get('exclude') ?? '').split(',').map(Number));
    const size = Number(query.get('per_page') ?? 10);
    const found: unknown[] = [];
    const first = Math.max(0, Math.floor((after - start) / 60_000) + 1);
    const last = pathname.endsWith('/orders') ? orders : 0;
    for (let i = first; i < last && found.length < size; i++) if (!excluded.has(i + 1)) found.push(order(i));
    const body = pathname.endsWith('/system_status') ? { settings: { currency: 'USD' } } : found;
    reply.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  };
}
