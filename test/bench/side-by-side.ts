import { join } from 'node:path';
import pino from 'pino';
import { asker } from '../../src/app/ask.js';
import { openShopkeeper, type Shopkeeper } from '../../src/app/shopkeeper.js';
import { readConfig } from '../../src/config/config.js';
import { clearMemoized } from '../../src/store/engine/memoize.js';
import { CLICKHOUSES } from '../support/clickhouse.js';
import { startPostgres, TEMPLATE } from '../support/postgres.js';
import { duckdbTimes, SAME } from './engines.js';
import { writeLines } from './made-up-lines.js';
import { number, quantile, show, timed } from './timing.js';

const ROUNDS = 5;

interface Times {
  readonly name: string;
  /** Milliseconds by question: of the very first answer, and the median of those after it. */
  readonly first: ReadonlyMap<string, number>;
  readonly later: ReadonlyMap<string, number>;
}

/**
 * First answers to the same questions on every engine that is installed, and the same figures in DuckDB, in
 * one run. Answers and what they were made of are forgotten each time; what an engine keeps by itself is not.
 */
export async function benchSideBySide(folder: string, lines: number): Promise<void> {
  const csv = join(folder, 'side-by-side.csv');
  await writeLines(csv, lines, Math.round(lines / 10));
  const all: Times[] = [];
  const measure = async (name: string, env: Record<string, string>) => {
    all.push(await timesOf(name, env, csv));
  };
  const file = (name: string) => `sqlite:${join(folder, `${name}.sqlite`)}`;
  await measure('SQLite', { DATABASE_URL: file('side') });
  const postgres = await startPostgres();
  try {
    await measure('PostgreSQL', { DATABASE_URL: `${postgres.url}/${TEMPLATE}` });
  } finally {
    await postgres.stop();
  }
  for (const { name, start } of CLICKHOUSES) {
    const servers = await start();
    try {
      await measure(name, { DATABASE_URL: file(name), LINES_URL: servers.one });
    } finally {
      await servers.close();
    }
  }
  const duckdb = await duckdbTimes(csv);
  print(lines, all, duckdb);
}

async function timesOf(name: string, env: Record<string, string>, csv: string): Promise<Times> {
  const log = pino({ level: 'silent' });
  const shop = await openShopkeeper(readConfig(env), log, () => new Date('2026-01-05T09:00:00Z'));
  try {
    await shop.ingest(csv);
    const [first, later] = [new Map<string, number>(), new Map<string, number>()];
    for (const { question } of SAME) {
      first.set(question, await answerTime(shop, question));
      const times: number[] = [];
      for (let i = 0; i < ROUNDS; i++) times.push(await answerTime(shop, question));
      later.set(question, quantile(times, 0.5));
    }
    return { name, first, later };
  } finally {
    await shop.close();
  }
}

async function answerTime({ shop }: Shopkeeper, question: string): Promise<number> {
  clearMemoized(shop.store);
  return (await timed(() => asker(shop).ask(question))).ms;
}

function print(lines: number, all: readonly Times[], duckdb: ReadonlyMap<string, number>): void {
  const names = [...all.map(({ name }) => name), 'DuckDB'];
  const head = names.map(name => name.slice(0, 11).padStart(12)).join('');
  for (const kind of ['first', 'later'] as const) {
    const asked = kind === 'first' ? 'asked for the first time' : `median of ${ROUNDS} more`;
    console.log(`\n${number(lines)} lines, milliseconds: ${asked}`);
    console.log(`  ${''.padEnd(52)}${head}`);
    for (const { question } of SAME) {
      const times = [...all.map(engine => engine[kind].get(question)), duckdb.get(question)];
      console.log(`  ${question.padEnd(52)}${times.map(ms => show(ms).padStart(12)).join('')}`);
    }
    const ratios = all.slice(1).map(({ name, [kind]: times }) => {
      const each = [...times].map(([question, ms]) => ms / (all[0]?.[kind].get(question) ?? Number.NaN));
      return `${name} ${quantile(each, 0.5).toFixed(2)}`;
    });
    console.log(`  median of the ratios to SQLite: ${ratios.join(', ')}`);
  }
}
