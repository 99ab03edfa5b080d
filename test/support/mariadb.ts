import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm, statfs } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const SERVER = ['/usr/sbin/mariadbd', '/usr/local/bin/mariadbd', '/opt/homebrew/bin/mariadbd'].find(
  existsSync,
);
const LACKING =
  'No MariaDB on this machine: the tests that read one are not part of this run (apt-get install ' +
  '--no-install-recommends mariadb-server-core mariadb-client-core).';

/** Whether this machine has a MariaDB. Says so loudly if not; where REQUIRE_MARIADB is set, it must. */
export function hasMariadb(): boolean {
  if (SERVER !== undefined) return true;
  if (process.env.REQUIRE_MARIADB) throw new Error(LACKING);
  console.warn(`\n*** ${LACKING} ***\n`);
  return false;
}

/** Starts a MariaDB of the tests' own on a free port of this machine. @returns its port, and what ends it */
export async function startMariadb(): Promise<{ port: number; stop(): Promise<void> }> {
  if (SERVER === undefined) throw new Error(LACKING);
  const memory = await statfs('/dev/shm').catch(() => undefined);
  const isRoomy = memory && memory.bavail * memory.bsize > 2 ** 29;
  const folder = await mkdtemp(join(isRoomy ? '/dev/shm' : tmpdir(), 'shopkeeper-maria-'));
  const user = process.getuid?.() === 0 ? ['--user=root'] : [];
  const data = `--datadir=${join(folder, 'data')}`;
  await promisify(execFile)('mariadb-install-db', [
    '--no-defaults',
    data,
    ...user,
    '--skip-test-db',
    '--skip-name-resolve',
    '--auth-root-authentication-method=normal',
  ]);
  const port = await freePort();
  const server = spawn(
    SERVER,
    [
      '--no-defaults',
      data,
      ...user,
      '--bind-address=127.0.0.1',
      `--port=${port}`,
      `--socket=${join(folder, 'socket')}`,
      `--pid-file=${join(folder, 'pid')}`,
      '--innodb-flush-log-at-trx-commit=0',
      '--innodb-buffer-pool-size=16M',
      '--skip-name-resolve',
      // Times that say no zone are those of Berlin, as on a server that stands there.
      '--default-time-zone=+01:00',
    ],
    { stdio: ['ignore', 'ignore', 'pipe'] },
  );
  await ready(server);
  return {
    port,
    stop: async () => {
      const ended = new Promise(resolve => server.once('exit', resolve));
      server.kill('SIGKILL');
      await ended;
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Waits until the server says that it takes connections. */
function ready(server: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let said = '';
    server.stderr?.on('data', (part: Buffer) => {
      said += part.toString();
      if (said.includes('ready for connections')) resolve();
    });
    server.once('exit', code => reject(new Error(`MariaDB ended with ${code}: ${said.slice(-500)}`)));
  });
}

function freePort(): Promise<number> {
  return new Promise(resolve => {
    const probe = createServer();
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
