import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

/** Where packages put the server; tests that need it are left out where it is not (vitest.config.ts). */
export const CLICKHOUSE_SERVER = ['/usr/sbin/clickhouse-server', '/usr/bin/clickhouse-server'].find(
  existsSync,
);

/** A newer ClickHouse in one process, with which lines are tested where it is installed (CONTRIBUTING.md). */
const CHDB = existsSync(new URL('../../node_modules/chdb/package.json', import.meta.url));

/** Each ClickHouse that is installed: its name, and how it is started. */
export const CLICKHOUSES: readonly { readonly name: string; readonly start: () => Promise<Servers> }[] = [
  ...(CLICKHOUSE_SERVER ? [{ name: 'clickhouse-server', start: startServers }] : []),
  ...(CHDB ? [{ name: 'chdb', start: startChdb }] : []),
];

/** Two servers on loopback, with data of their own: the shards of the cluster `shop`. chdb is one alone. */
export interface Servers {
  /** LINES_URL of the first server alone. */
  readonly one: string;
  /** LINES_URL of both, to be used with LINES_CLUSTER=shop. */
  readonly both: string;
  /** The settings that have lines on all of them. */
  readonly settings: Readonly<Record<string, string>>;
  /** Asks the first server. */
  ask(sql: string, port?: number): Promise<string>;
  readonly ports: readonly number[];
  /** Stops the second server. */
  stopSecond(): Promise<void>;
  startSecond(): Promise<void>;
  close(): Promise<void>;
}

interface Place {
  readonly http: number;
  readonly tcp: number;
  readonly between: number;
}

export async function startServers(): Promise<Servers> {
  const folder = await mkdtemp(join(tmpdir(), 'shopkeeper-clickhouse-'));
  const free = await freePorts(6);
  const places = [0, 3].map(i => ({ http: free[i], tcp: free[i + 1], between: free[i + 2] }) as Place);
  const [first, second] = places as [Place, Place];
  for (const place of places) await prepare(join(folder, String(place.http)), place, places);
  const start = (place: Place) => startServer(join(folder, String(place.http)), place.http);
  const running = [await start(first), await start(second)] as [ChildProcess, ChildProcess];
  const both = `clickhouse://127.0.0.1:${first.http},127.0.0.1:${second.http}/default`;
  return {
    one: `clickhouse://127.0.0.1:${first.http}/default`,
    both,
    settings: { LINES_URL: both, LINES_CLUSTER: 'shop' },
    ports: [first.http, second.http],
    ask: (sql, port = first.http) => askAt(port, sql),
    stopSecond: () => stop(running[1]),
    startSecond: async () => {
      running[1] = await start(second);
    },
    close: async () => {
      await Promise.all(running.map(stop));
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function askAt(port: number, sql: string): Promise<string> {
  const response = await fetch(`http://127.0.0.1:${port}/`, { method: 'POST', body: sql });
  return (await response.text()).trim();
}

/** chdb in a process of its own, which speaks HTTP as a server does (chdb-server.mjs). */
export async function startChdb(): Promise<Servers> {
  const folder = await mkdtemp(join(tmpdir(), 'shopkeeper-chdb-'));
  const [port = 0] = await freePorts(1);
  const program = new URL('chdb-server.mjs', import.meta.url).pathname;
  const start = () =>
    untilItAnswers(spawn(process.execPath, [program, folder, String(port)], { stdio: 'ignore' }), {
      port,
      why: async () => 'it ended at once',
    });
  let running = await start();
  const one = `clickhouse://127.0.0.1:${port}/default`;
  return {
    one,
    both: one,
    settings: { LINES_URL: one },
    ports: [port],
    ask: sql => askAt(port, sql),
    stopSecond: () => stop(running),
    startSecond: async () => {
      running = await start();
    },
    close: async () => {
      await stop(running);
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function prepare(folder: string, { http, tcp, between }: Place, all: readonly Place[]): Promise<void> {
  await mkdir(folder);
  const shards = all.map(
    place => `<shard><replica><host>127.0.0.1</host><port>${place.tcp}</port></replica></shard>`,
  );
  await writeFile(
    join(folder, 'users.xml'),
    `<yandex><profiles><default>
    <connect_timeout_with_failover_ms>500</connect_timeout_with_failover_ms></default>
    <reading><readonly>1</readonly></reading></profiles>
    <users><default><password></password><networks><ip>127.0.0.1</ip></networks><profile>default</profile>
    <quota>default</quota></default>
    <reader><password>right</password><networks><ip>127.0.0.1</ip></networks><profile>reading</profile>
    <quota>default</quota></reader></users><quotas><default></default></quotas></yandex>`,
  );
  await writeFile(
    join(folder, 'config.xml'),
    `<yandex><logger><level>error</level><log>${folder}/log</log>
    <errorlog>${folder}/errors</errorlog></logger><http_port>${http}</http_port><tcp_port>${tcp}</tcp_port>
    <interserver_http_port>${between}</interserver_http_port>
    <listen_host>127.0.0.1</listen_host><path>${folder}/data/</path><tmp_path>${folder}/tmp/</tmp_path>
    <users_config>${folder}/users.xml</users_config><default_profile>default</default_profile>
    <default_database>default</default_database><mark_cache_size>104857600</mark_cache_size>
    <remote_servers><shop>${shards.join('')}</shop></remote_servers></yandex>`,
  );
}

async function startServer(folder: string, port: number): Promise<ChildProcess> {
  const server = spawn(CLICKHOUSE_SERVER ?? '', [`--config-file=${folder}/config.xml`], { stdio: 'ignore' });
  const why = () => readFile(join(folder, 'errors'), 'utf8').catch(() => 'it ended at once');
  return untilItAnswers(server, { port, why });
}

async function untilItAnswers(
  server: ChildProcess,
  { port, why }: { readonly port: number; readonly why: () => Promise<string> },
): Promise<ChildProcess> {
  for (let tries = 0; tries < 600; tries++) {
    if (server.exitCode !== null) throw new Error(await why());
    if (
      await fetch(`http://127.0.0.1:${port}/ping`).then(
        r => r.ok,
        () => false,
      )
    )
      return server;
    await wait(50);
  }
  throw new Error('ClickHouse did not start in time');
}

async function stop(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return;
  const ended = once(server, 'exit');
  server.kill('SIGKILL');
  await ended;
}

/** Ports that nobody listens on; all are held until the last is found, so that none is found twice. */
async function freePorts(count: number): Promise<number[]> {
  const servers = Array.from({ length: count }, () => createServer().listen(0, '127.0.0.1'));
  await Promise.all(servers.map(server => once(server, 'listening')));
  const ports = servers.map(server => {
    const address = server.address();
    return typeof address === 'object' && address ? address.port : 0;
  });
  await Promise.all(servers.map(server => new Promise(done => server.close(done))));
  return ports;
}
