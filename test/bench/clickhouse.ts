import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import pino from 'pino';
import { openShopkeeper, type Shopkeeper } from '../../src/app/shopkeeper.js';
import { readConfig } from '../../src/config/config.js';
import { answerJson } from '../../src/core/answer/answer.js';
import { clearMemoized } from '../../src/store/engine/memoize.js';
import { checkLines, linesOf, moveLines } from '../../src/store/lines/index.js';
import { startServers } from '../support/clickhouse.js';
import { writeLines } from './made-up-lines.js';
import { number, timed } from './timing.js';

const MAIN = new URL('../../dist/src/surfaces/cli/main.js', import.meta.url).pathname;

const QUESTIONS = [
  'sales',
  'sales last 90 days',
  'sales trend by month',
  'sales by country',
  'sales top-products 2024-02-10..2025-03-03',
  'sales top-customers',
  'sales by category and country',
  'sales by country category:"Category 3" status:Shipped',
  'customers with more than 5 orders',
  'median order value by country',
  'segment report',
  'segment shifts',
  'sales cohorts',
  'sales why',
];

interface Engine {
  readonly name: string;
  readonly env: Readonly<Record<string, string>>;
}

/**
 * The same questions to the columns, to one ClickHouse and to two as a cluster: first answers must be the
 * same. Then loads into the cluster are killed, and what is there must be what a load that ended left.
 * @param isOfKills leaves the questions out
 */
export async function benchClickHouse(folder: string, lines: number, isOfKills: boolean): Promise<void> {
  const servers = await startServers();
  const engines: readonly Engine[] = [
    { name: 'columns', env: {} },
    { name: 'one server', env: { LINES_URL: servers.one } },
    { name: 'two servers', env: { LINES_URL: servers.both, LINES_CLUSTER: 'shop' } },
  ];
  try {
    if (!isOfKills) await askEach(folder, lines, engines);
    await benchKills(folder, engines[2]?.env ?? {});
  } finally {
    await servers.close();
  }
}

async function askEach(folder: string, lines: number, engines: readonly Engine[]): Promise<void> {
  const csv = join(folder, 'lines.csv');
  await writeLines(csv, lines, Math.round(lines / 10));
  const made = join(folder, 'made.sqlite');
  await within({ DATABASE_URL: `sqlite:${made}` }, async shop => {
    await timedAs('load into the columns', () => shop.ingest(csv));
  });
  const answers = new Map<string, string[]>();
  for (const { name, env } of engines) {
    const own = join(folder, `${name.replaceAll(' ', '-')}.sqlite`);
    await copyFile(made, own);
    await within({ DATABASE_URL: `sqlite:${own}`, ...env }, async shop => {
      if (name !== 'columns')
        await timedAs(`move to ${name}`, () => moveLines(shop.shop.store, 'clickhouse'));
      answers.set(name, await askAll(name, shop));
    });
  }
  const [expected, ...others] = [...answers.values()];
  const differing = others.flatMap(list => list.filter((text, i) => text !== expected?.[i]));
  console.log(`Answers that differ: ${differing.length}.`);
}

async function within(env: Record<string, string>, work: (shop: Shopkeeper) => Promise<void>): Promise<void> {
  const log = pino({ level: 'silent' });
  const shop = await openShopkeeper(readConfig(env), log, () => new Date('2026-01-15T12:00:00Z'));
  try {
    await work(shop);
  } finally {
    await shop.close();
  }
}

async function timedAs<T>(name: string, work: () => Promise<T>): Promise<T> {
  const { ms, result } = await timed(work);
  console.log(`${name}: ${number(Math.round(ms))} ms`);
  return result;
}

async function askAll(engine: string, shop: Shopkeeper): Promise<string[]> {
  const answers: string[] = [];
  for (const text of QUESTIONS) {
    clearMemoized(shop.shop.store);
    const ask = async () => JSON.stringify(answerJson(await shop.ask(text)));
    answers.push(await timedAs(`${engine}: ${text}`, ask));
  }
  return answers;
}

const KILLS = 30;
const ORDERS = 2_000;

/** Kills as many loads, at all stages, and looks at what is there after each. */
async function benchKills(folder: string, lines: Readonly<Record<string, string>>): Promise<void> {
  const env = { DATABASE_URL: `sqlite:${join(folder, 'killed.sqlite')}`, ...lines };
  const file = async (i: number) => {
    const path = join(folder, `load-${i}.csv`);
    const rows = Array.from(
      { length: ORDERS },
      (_, n) => `${i * ORDERS + n},2025-03-${String(1 + (n % 28)).padStart(2, '0')},c${n % 300},${i + 1}.00`,
    );
    await writeFile(path, `Order ID,Order Date,Customer ID,Total\n${rows.join('\n')}\n`);
    return path;
  };
  let [killed, wrong, loaded] = [0, 0, 0];
  let whole = 2_000;
  for (let i = 0; i <= KILLS; i++) {
    const began = performance.now();
    const load = spawn(process.execPath, [MAIN, 'ingest', await file(i)], {
      env: { ...process.env, ...env },
      stdio: 'ignore',
    });
    const ended = once(load, 'exit');
    // The first one is let be, and tells how long a load takes.
    if (i > 0) await Promise.race([ended, wait((whole * i) / KILLS)]);
    if (i > 0 && load.exitCode === null) {
      load.kill('SIGKILL');
      killed++;
    }
    await ended;
    if (i === 0) whole = performance.now() - began;
    await within(env, async ({ shop, ingests }) => {
      const all = (await ingests()).map(ingest => Number(/load-(\d+)/.exec(ingest.file)?.[1]));
      loaded = all.length;
      const revenue = all.reduce((sum, n) => sum + ORDERS * (n + 1) * 100, 0);
      const { total } = await (await linesOf(shop.store)).sums({ filters: [] }, [], {});
      const found = await checkLines(shop.store);
      if (loaded === 0) throw new Error('The load that was let be did not end well: run npm run build');
      if (total.revenue !== revenue || total.lines !== all.length * ORDERS || found?.missing !== 0) wrong++;
    });
  }
  console.log(
    `${killed} of ${KILLS} loads killed, ${loaded - 1} ended before; ` +
      `anything half there, or lost: ${wrong} times.`,
  );
}
