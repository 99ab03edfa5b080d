import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pino from 'pino';
import { openShopkeeper, type Shopkeeper } from '../../src/app/shopkeeper.js';
import { readConfig } from '../../src/config/config.js';
import { answerJson } from '../../src/core/answer/answer.js';
import { built } from './built.js';
import { newStoreUrl } from './store-url.js';

/** A real shop in a temporary store, whose clock stands still unless it is handed one. */
export interface TestShop extends Shopkeeper {
  readonly folder: string;
  /** Writes a file into the shop's folder and loads it. */
  load(name: string, content: string | Uint8Array): ReturnType<Shopkeeper['ingest']>;
  /** The answer as its JSON contract. */
  answer(text: string): Promise<ReturnType<typeof answerJson>>;
  /** One column of an answer by the values of its first. */
  figures(text: string, column: string): Promise<Record<string, unknown>>;
}

export const CORNER_SHOP = new URL('../data/corner-shop.csv', import.meta.url).pathname;

/**
 * Draws for all test shops of a process: a thread that loads Chart.js takes longer to start than most tests
 * take, and three times as long from source. It ends with the process.
 */
const { chartRenderer } = (await import(
  built('src/charts/renderer.ts')
)) as typeof import('../../src/charts/renderer.js');
const charts = chartRenderer({ workers: 1 });

/**
 * @param now the moment that the clock shows, or a clock; the day after the corner shop's last order unless
 * given
 */
export async function openTestShop(
  env: Record<string, string> = {},
  now: string | (() => Date) = '2026-03-29T10:00:00Z',
): Promise<TestShop> {
  const folder = await mkdtemp(join(tmpdir(), 'shopkeeper-test-'));
  const store = await newStoreUrl(folder);
  // TEST_COMPUTE_PROCESSES=1 has all tests computed by another process (CONTRIBUTING.md).
  const COMPUTE_PROCESSES = process.env.TEST_COMPUTE_PROCESSES;
  const config = readConfig({ DATABASE_URL: store.url, COMPUTE_PROCESSES, ...env });
  const clock = typeof now === 'string' ? () => new Date(now) : now;
  const shopkeeper = await openShopkeeper(config, pino({ level: 'silent' }), clock);
  const answer = async (text: string) => answerJson(await shopkeeper.ask(text));
  return {
    ...shopkeeper,
    charts,
    folder,
    load: async (name, content) => {
      const path = join(folder, name);
      await writeFile(path, content);
      return shopkeeper.ingest(path);
    },
    answer,
    figures: async (text, column) => {
      const { columns, rows } = await answer(text);
      const key = columns[0]?.key ?? '';
      return Object.fromEntries(rows.map(row => [String(row[key]), row[column]]));
    },
    close: async () => {
      await shopkeeper.close();
      await store.remove();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** A test shop that has loaded the corner shop's eleven lines (test/data/README.md has its figures). */
export async function openCornerShop(env: Record<string, string> = {}, now?: string): Promise<TestShop> {
  const shop = await openTestShop(env, now);
  await shop.ingest(CORNER_SHOP);
  return shop;
}
