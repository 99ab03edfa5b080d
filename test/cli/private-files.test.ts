import { execFile, execFileSync } from 'node:child_process';
import { chmod, mkdir, mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writePrivateFile } from '../../src/core/files/private-file.js';
import { openStore } from '../../src/store/engine/store.js';
import { runInProcess } from '../support/command-in-process.js';
import { runCommand } from '../support/command-line.js';
import { CORNER_SHOP } from '../support/shop.js';

const OPEN_TO_ALL = 'umask 022';

describe('files that Shopkeeper writes', () => {
  let folder: string;
  let env: Record<string, string>;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'shopkeeper-private-'));
    await chmod(folder, 0o755);
    env = { DATABASE_URL: `sqlite:${path('made/data/shop.sqlite')}`, TMPDIR: path('tmp') };
    await mkdir(path('tmp'));
    await chmod(path('tmp'), 0o755);
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  const path = (name: string) => join(folder, name);
  const modeOf = async (name: string) => ((await stat(path(name))).mode & 0o777).toString(8);
  const run = (...args: string[]) => runCommand(args, { env, first: OPEN_TO_ALL });
  const runHere = async (...args: string[]) => {
    const before = process.umask(0o022);
    try {
      return await runInProcess(args, env);
    } finally {
      process.umask(before);
    }
  };

  it('include a store that only its owner can read, in its own folder', async () => {
    expect(await run('ingest', CORNER_SHOP)).toMatchObject({ code: 0 });
    const store = await openStore(env.DATABASE_URL ?? '');
    await store.dataVersion();
    expect((await readdir(path('made/data'))).sort()).toEqual([
      'shop.sqlite',
      'shop.sqlite-shm',
      'shop.sqlite-wal',
    ]);
    for (const name of ['', '-shm', '-wal']) expect(await modeOf(`made/data/shop.sqlite${name}`)).toBe('600');
    expect([await modeOf('made'), await modeOf('made/data')]).toEqual(['700', '700']);
    expect(await modeOf('.')).toBe('755');

    // The files of an older store are readable by everybody. The next command that opens it restricts them.
    for (const name of ['', '-shm', '-wal']) await chmod(path(`made/data/shop.sqlite${name}`), 0o644);
    await chmod(path('made/data'), 0o755);
    expect(await runHere('ask', 'sales')).toMatchObject({ code: 0 });
    for (const name of ['', '-shm', '-wal']) expect(await modeOf(`made/data/shop.sqlite${name}`)).toBe('600');
    // An existing folder keeps its permissions, since it may be shared.
    expect(await modeOf('made/data')).toBe('755');
    await store.close();
  });

  it('include exports and charts that only their owner can read', async () => {
    await writeFile(path('old.csv'), 'open to all\n');
    await chmod(path('old.csv'), 0o644);
    const files = ['--csv', path('old.csv'), '--html', path('a.html'), '--chart', path('a.png')];
    expect(await run('ask', 'segment bars', ...files)).toMatchObject({ code: 0 });
    for (const name of ['old.csv', 'a.html', 'a.png', 'a-2.png']) expect(await modeOf(name)).toBe('600');
  });

  it('include a report of refused rows that only its owner can read', async () => {
    const good = Array.from({ length: 30 }, (_, i) => `${i},2026-01-05,c${i},1.00\n`).join('');
    await writeFile(
      path('sales.csv'),
      `Order ID,Order Date,Customer ID,Amount\n${good}31,never,c31,anna@x.org\n`,
    );
    expect((await runHere('ingest', path('sales.csv'))).out).toContain('sales.csv.refused.csv');
    expect(await modeOf('sales.csv.refused.csv')).toBe('600');
  });

  it('include the demo files, which only their owner can read', async () => {
    expect(await run('demo', '--once')).toMatchObject({ code: 0 });
    const [made] = await readdir(path('tmp')).then(all => all.filter(n => n.startsWith('shopkeeper-demo-')));
    expect(await modeOf(`tmp/${made}`)).toBe('700');
    const names = await readdir(path(`tmp/${made}`));
    expect(names).toContain('demo-shop.csv');
    expect(names.filter(name => name.endsWith('.png')).length).toBeGreaterThan(1);
    for (const name of names) expect(await modeOf(`tmp/${made}/${name}`)).toBe('600');
  });

  it('do not include pipes, whose permissions stay', async () => {
    execFileSync('mkfifo', ['-m', '644', path('pipe')]);
    const reader = promisify(execFile)('cat', [path('pipe')]);
    await writePrivateFile(path('pipe'), 'through');
    expect((await reader).stdout).toBe('through');
    expect(await modeOf('pipe')).toBe('644');
  });
});
