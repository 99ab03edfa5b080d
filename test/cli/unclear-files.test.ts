import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runInProcess } from '../support/command-in-process.js';
import { runCommand } from '../support/command-line.js';

/** Files that leave something open, loaded where no terminal is: by a script or a timer. */
describe('shopkeeper ingest without a terminal', () => {
  let folder: string;
  let file: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'shopkeeper-unclear-'));
    file = join(folder, 'two.csv');
    await writeFile(
      file,
      'Day,Thing,Alpha,Beta,Note\n2026-03-01,Tulips,9.50,12.00,\n2026-03-02,Card,4.00,5.50,\n',
    );
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));
  const env = () => ({ DATABASE_URL: `sqlite:${join(folder, 'shop.sqlite')}`, SHOP_CURRENCY: 'USD' });
  const run = (...args: string[]) => runInProcess(args, env());

  it('refuses with the question, what each answer gives, and the --map that gives it', async () => {
    const { code, err, out } = await runCommand(['ingest', file], { env: env() });
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain('Which column of two.csv is the amount of a sale?');
    expect(err).toContain('"Alpha": $13.50 in 2 orders, Mar 1 – Mar 2, 2026\n    --map "Alpha=amount"');
    expect(err).toContain('--map "Beta=amount"');
    expect((await run('ingests')).out).toContain('No file was loaded yet.');
  });

  it('explains each decision and the next best, and loads nothing', async () => {
    const { code, out } = await run('ingest', file, '--explain');
    expect(code).toBe(0);
    expect(out).toMatch(/Amount: "Alpha" \(\d+ % sure\)/);
    expect(out).toContain('would give $17.50 in 2 orders');
    expect((await run('ingests')).out).toContain('No file was loaded yet.');
  });

  it('loads with the --map, and remembers it until it is removed', async () => {
    expect((await run('ingest', file, '--map', 'Beta=amount')).out).toContain('Your answer is remembered');
    const next = join(folder, 'next.csv');
    await writeFile(next, 'Day,Thing,Alpha,Beta,Note\n2026-04-01,Vase,15.00,21.00,\n');
    const second = await run('ingest', next, '--columns');
    expect(second.out).toContain('$21.00');
    expect(second.out).toContain('Read as you answered for two.csv');
    expect(second.out).toMatch(/Note +│ empty/);
    expect((await run('mappings')).out).toContain('Beta=amount');
    expect((await run('mappings', 'remove', '1')).code).toBe(0);
    expect((await run('mappings')).out).toContain('No answers are remembered.');
    expect(await run('mappings', 'remove', '1')).toMatchObject({ code: 2 });
  });
});
