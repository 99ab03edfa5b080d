import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import pino from 'pino';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Loading } from '../../src/app/loading/in-own-process.js';
import type { IngestResult } from '../../src/ingest/load/result.js';
import { built } from '../support/built.js';
import { CORNER_SHOP, openTestShop, type TestShop } from '../support/shop.js';

/** As it was compiled: its processes start in a fraction of the time. */
const { loadingFor } = (await import(
  built('src/app/loading/in-own-process.ts')
)) as typeof import('../../src/app/loading/in-own-process.js');

const HEADER = 'Order ID,Order Date,Customer ID,Product Name,Quantity,Unit Price';
/** Orders of one line of 1.00 each. */
const orders = (count: number): string =>
  [HEADER, ...Array.from({ length: count }, (_, i) => `L${i},2026-03-01,c${i % 99},Tea,1,1.00`)].join('\n');

/** Two columns of money, and nothing that says which is the amount of the sale. */
const UNCLEAR = [
  'Order ID,Order Date,Customer,Alpha,Beta',
  ...Array.from({ length: 40 }, (_, i) => {
    const day = String(13 + (i % 15)).padStart(2, '0');
    return `O${i},2026-01-${day},c${i % 7},${10 + i}.50,${40 + i * 2}.25`;
  }),
].join('\n');

async function all<T>(results: AsyncIterable<T>): Promise<T[]> {
  const found: T[] = [];
  for await (const result of results) found.push(result);
  return found;
}

describe('files that are loaded by another process', () => {
  let shop: TestShop;
  let apart: Loading;
  beforeEach(async () => {
    shop = await openTestShop({ MAX_REFUSED_PERCENT: '50' });
    const { loader, config, now, log } = shop;
    apart = loadingFor(loader, shop.shop.store, { ...config, COMPUTE_PROCESSES: 1 }, { now, log });
  });
  afterEach(async () => {
    await apart.close();
    await shop.close();
  });
  const written = async (name: string, content: string): Promise<string> => {
    const path = join(shop.folder, name);
    await writeFile(path, content);
    return path;
  };
  const lines = async () => (await shop.ingests()).reduce((sum, ingest) => sum + ingest.lines, 0);

  it('are read, loaded and taken back as in this process, with progress', async () => {
    expect(apart.loader).not.toBe(shop.loader);
    const rows = (await readFile(CORNER_SHOP, 'utf8')).replace('2026-01-05,c1', 'yesterday,c1');
    const paths = [await written('corner-shop.csv', rows)];
    const understood = await all(apart.loader.understandAll(paths));
    expect(understood).toEqual(await all(shop.loader.understandAll(paths)));
    const phases = new Set<string>();
    const loaded = await all(apart.loader.ingestAll(paths, ({ phase }) => phases.add(phase)));
    expect(loaded).toMatchObject([{ loaded: true, lines: 10, refusedCount: 1, currency: 'USD' }]);
    expect(phases.size).toBeGreaterThan(0);
    expect(await readFile(loaded[0]?.refusalReport ?? '', 'utf8')).toContain('yesterday');
    // 203.10 without the 6.70 of the row that cannot be read (test/data/README.md).
    expect((await shop.answer('sales')).headline).toContain('$196.40');
    const { id = 0 } = loaded[0] ?? {};
    expect(await apart.loader.undo(id)).toMatchObject({ id, lines: 10, linesBack: 0 });
    const here = await all(shop.loader.ingestAll(paths));
    // What was understood also says what the store knew by then of its amounts.
    const figuresOf = ({ id: _, understood: __, ...figures }: IngestResult) => figures;
    expect(here.map(figuresOf)).toEqual(loaded.map(figuresOf));
  });

  it('are asked about with the same question, and read by the answer', async () => {
    const paths = [await written('export.csv', UNCLEAR)];
    const asked = async (loader: Loading['loader']) =>
      all(loader.ingestAll(paths)).catch(({ name, question, notes }) => ({
        name,
        question,
        notes,
      }));
    const question = await asked(apart.loader);
    expect(question).toMatchObject({ name: 'IngestError', question: { file: 'export.csv' } });
    expect(question).toEqual(await asked(shop.loader));
    const [result] = await all(apart.loader.ingestAll(paths, undefined, { map: ['Beta=amount'] }));
    // 40 rows of 40.25 + 2 i: 40 x 40.25 + 2 x 780.
    expect(result).toMatchObject({ revenue: 317_000, orders: 40 });
  });

  it('are read one after another by one process, also after one that was refused', async () => {
    const started: unknown[] = [];
    const log = pino({ level: 'debug' }, { write: line => started.push(JSON.parse(line)) });
    const { loader, config, now } = shop;
    const counted = loadingFor(loader, shop.shop.store, { ...config, COMPUTE_PROCESSES: 1 }, { now, log });
    try {
      for (const name of ['a', 'b', 'no sales', 'c']) {
        const content = name === 'no sales' ? 'nothing' : orders(3).replaceAll('\nL', `\n${name}`);
        const paths = [await written(`${name}.csv`, content)];
        const understood = all(counted.loader.understandAll(paths));
        if (name === 'no sales') await expect(understood).rejects.toThrow();
        else {
          await understood;
          await all(counted.loader.ingestAll(paths));
        }
      }
      expect(await lines()).toBe(9);
      expect(started).toMatchObject([{ msg: 'a process that loads was started' }]);
    } finally {
      await counted.close();
    }
  });

  it('are refused with the same words', async () => {
    const paths = [await written('notes.csv', 'no sales at all\nhere')];
    const refusal = async (loader: Loading['loader']) =>
      all(loader.ingestAll(paths)).catch(({ name, message, hint }) => ({ name, message, hint }));
    expect(await refusal(apart.loader)).toEqual(await refusal(shop.loader));
    expect(await refusal(apart.loader)).toMatchObject({ name: 'IngestError' });
    await expect(apart.loader.undo(7)).rejects.toThrow('There is no ingest 7.');
  });

  it('are not loaded in part if the app stops meanwhile, and can be loaded then', async () => {
    const paths = [await written('many.csv', orders(30_000))];
    let closed: Promise<void> | undefined;
    const stopped = all(
      apart.loader.ingestAll(paths, () => {
        closed ??= apart.close();
      }),
    );
    await expect(stopped).rejects.toThrow('I am being restarted.');
    await closed;
    await expect(all(apart.loader.understandAll(paths))).rejects.toThrow('I am being restarted.');
    expect(await lines()).toBe(0);
    await all(shop.loader.ingestAll(paths));
    expect(await lines()).toBe(30_000);
  });
});
