import { spawnSync } from 'node:child_process';
import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import pino from 'pino';
import { asker } from '../../src/app/ask.js';
import { openShopkeeper, type Shopkeeper } from '../../src/app/shopkeeper.js';
import { readConfig } from '../../src/config/config.js';
import { composeDigest, defaultAsOf } from '../../src/digest/compose/compose.js';
import { currentDay, scoresOf, storeScores } from '../../src/segments/snapshots/score-cache.js';
import { clearMemoized } from '../../src/store/engine/memoize.js';
import { writeLines } from './made-up-lines.js';
import { number, quantile, show, timed } from './timing.js';

const ROUNDS = 5;
/** What may take so long where nothing is kept in memory, milliseconds. */
const QUESTIONS: readonly (readonly [string, number | undefined])[] = [
  ['segment', 60],
  ['segment at-risk', undefined],
  ['segment customer C777', 60],
  ['segment map:eleven', undefined],
  ['segment scoring:rank', undefined],
  ['segment as-of:2024-06-30', undefined],
  ['segment country:"Country 5"', undefined],
  ['segment shifts', undefined],
  ['segment heatmap', undefined],
  ['segment distribution', undefined],
  ['segment clusters', undefined],
  ['segment report', undefined],
  ['segment export', undefined],
];

/** Scoring beside the sqlite3 shell, and first answers about segments. */
export async function benchSegments(folder: string, lines: number): Promise<void> {
  const file = join(folder, 'segments.csv');
  const path = join(folder, 'segments.sqlite');
  await writeLines(file, lines, lines / 10);
  const shop = await openShopkeeper(
    readConfig({ DATABASE_URL: `sqlite:${path}` }),
    pino({ level: 'silent' }),
  );
  await shop.ingest(file);
  console.log(`\n${number(lines)} lines, ${number(lines / 10)} customers on SQLite: segments`);
  await scoring(shop, folder, path);
  console.log('first answers, from the store alone (nothing kept in memory), median and slowest of five');
  for (const [question, most] of QUESTIONS) {
    const times: number[] = [];
    for (let i = 0; i <= ROUNDS; i++) {
      clearMemoized(shop.shop.store);
      times.push((await timed(() => asker(shop.shop).ask(question))).ms);
    }
    // The first one of all loads code.
    const [, ...rest] = times;
    console.log(
      `  ${question.padEnd(44)}${show(quantile(rest, 0.5))}${show(Math.max(...rest))} ms${most ? `  (at most ${most})` : ''}`,
    );
  }
  clearMemoized(shop.shop.store);
  const asOf = await defaultAsOf(shop.shop);
  const digest = await timed(() => composeDigest(shop.shop, asOf));
  console.log(`  ${'digest, composed'.padEnd(44)}${show(digest.ms)}         ms  (at most 3,000)`);
  console.log(`  memory of this process: ${Math.round(process.memoryUsage().rss / 2 ** 20)} MiB`);
  await shop.close();
}

async function scoring(shop: Shopkeeper, folder: string, path: string): Promise<void> {
  const { store, segmenting, today } = shop.shop;
  const { method } = segmenting.segmentation;
  const asOf = (await currentDay(store, today())) ?? 0;
  const own: number[] = [];
  const whole: number[] = [];
  for (let i = 0; i < ROUNDS; i++) {
    clearMemoized(store);
    // Another day than the one that is kept, so that it is worked out.
    own.push((await timed(() => scoresOf(store, { asOf: asOf + 1, method, filters: [], major: 100 }))).ms);
    whole.push((await timed(() => store.write(trx => storeScores(trx, today(), method)))).ms);
  }
  const [scored, kept] = [quantile(own, 0.5), quantile(whole, 0.5)];
  console.log(`  ${'scored, from the lines'.padEnd(64)}${show(scored)} ms`);
  console.log(`  ${'scored and kept, with the cuts of the twelve months before'.padEnd(64)}${show(kept)} ms`);
  const copy = join(folder, 'shell.sqlite');
  copyFileSync(path, copy);
  for (const [name, sql] of SHELL) {
    const times = Array.from({ length: 3 }, () => inShell(copy, sql)).filter(ms => ms !== undefined);
    if (times.length === 0) console.log('  (the sqlite3 shell is not installed: nothing to compare with)');
    else
      console.log(
        `  ${`sqlite3 shell: ${name}`.padEnd(64)}${show(quantile(times, 0.5))} ms  ratio ${(scored / quantile(times, 0.5)).toFixed(2)}, with all that is kept ${(kept / quantile(times, 0.5)).toFixed(2)}`,
      );
  }
}

/** Milliseconds of a script in the shell, its own start taken off; undefined where it is not installed. */
function inShell(database: string, sql: string): number | undefined {
  const run = (input: string) => {
    const start = performance.now();
    const { error, status, stderr } = spawnSync('sqlite3', [database], { input, encoding: 'utf8' });
    if (error) return undefined;
    if (status !== 0) throw new Error(stderr);
    return performance.now() - start;
  };
  const pragmas = 'pragma journal_mode = wal; pragma synchronous = normal; pragma cache_size = -16384;';
  const nothing = run(pragmas);
  const all = run(`${pragmas} drop table if exists scored; ${sql}`);
  return nothing === undefined || all === undefined ? undefined : all - nothing;
}

const FROM_TOTALS =
  'select customer_id, 20000 - last_day as recency, orders, revenue from customer_totals where last_day is not null';
const FROM_ORDERS = `select customer_id, 20000 - max(case when is_return then null else day end) as recency,
  sum(1 - is_return) as orders, sum(revenue) as revenue from orders where customer_id is not null and lines > 0 group by 1`;
const FROM_LINES = `select customer_id, 20000 - max(day) as recency, sum(not is_return) as orders, sum(revenue) as revenue from
  (select customer_id, order_id, min(day) as day, sum(amount) as revenue, min(is_return) as is_return from order_lines
   where customer_id is not null group by order_id) group by 1`;

const ntile = (from: string): string => `create table scored as with t as (${from})
  select customer_id, recency, orders, revenue, ntile(5) over (order by recency desc) as r, ntile(5) over (order by orders) as f,
  ntile(5) over (order by revenue) as m from t;`;

/** Type-7 quantiles, right-closed: the scores that are the product's usual ones. */
const quantiles = (from: string): string => {
  const cut = (axis: string, column: string) =>
    `select '${axis}' as axis, v.low + (n.h - cast(n.h as int)) * (w.low - v.low) as at
     from (select (count(*) - 1) * k / 5.0 as h from t, (select 1 as k union select 2 union select 3 union select 4) group by k) n
     join (select ${column} as low, row_number() over (order by ${column}) - 1 as i from t) v on v.i = cast(n.h as int)
     join (select ${column} as low, row_number() over (order by ${column}) - 1 as i from t) w on w.i = cast(n.h as int) + 1`;
  return `begin; create temp table t as ${from};
    create temp table cuts as ${cut('r', 'recency')} union all ${cut('f', 'orders')} union all ${cut('m', 'revenue')};
    create table scored as select customer_id, recency, orders, revenue,
      5 - (select count(*) from cuts where axis = 'r' and recency > at) as r,
      1 + (select count(*) from cuts where axis = 'f' and orders > at) as f,
      1 + (select count(*) from cuts where axis = 'm' and revenue > at) as m from t;
    commit;`;
};

const SHELL: readonly (readonly [string, string])[] = [
  ['the same quantiles, from the lines', quantiles(FROM_LINES)],
  ['the same quantiles, from totals by customer', quantiles(FROM_TOTALS)],
  ['NTILE, from the orders', ntile(FROM_ORDERS)],
  ['NTILE, from totals by customer', ntile(FROM_TOTALS)],
];
