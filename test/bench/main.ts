/**
 * `npm run bench [LINES]`: how long things take, on this machine in one run. Prints seconds and, where the sqlite3
 * shell is installed, the ratio to its plain `.import` of the same file. No assertion: timings are no tests.
 */
import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import pino from 'pino';
import { SeededRandom } from '../../seeds/random.js';
import { dayFromIso, isoOf } from '../../src/calendar/days.js';
import { readConfig } from '../../src/config/config.js';
import { composeDigest, defaultAsOf } from '../../src/digest/compose.js';
import { openShopkeeper } from '../../src/shopkeeper.js';

const LINES = Number(process.argv[2] ?? 200_000);
const QUESTIONS = [
  'sales',
  'sales trend by month',
  'sales top-countries',
  'sales top-products',
  'sales by category 2025',
  'segment',
  'segment at-risk',
];

const folder = await mkdtemp(join(tmpdir(), 'shopkeeper-bench-'));
const file = join(folder, 'lines.csv');
await writeLines(file, LINES);

const config = readConfig({ DATABASE_URL: `sqlite:${join(folder, 'bench.sqlite')}` });
const shopkeeper = await openShopkeeper(config, pino({ level: 'silent' }));
const ingest = await timed(() => shopkeeper.ingest(file));
console.log(
  `${LINES.toLocaleString('en-US')} lines, ${Math.round(LINES / 10).toLocaleString('en-US')} customers`,
);
console.log(
  `ingest              ${seconds(ingest.ms)}  ${Math.round(LINES / (ingest.ms / 1000)).toLocaleString('en-US')} lines/s, peak memory ${Math.round(process.resourceUsage().maxRSS / 1024)} MiB`,
);
const shell = importWithShell();
if (shell)
  console.log(
    `  sqlite3 .import   ${seconds(shell)}  ratio ${(ingest.ms / shell).toFixed(1)} (it makes no indexes, dimensions or segments)`,
  );

for (const question of QUESTIONS) {
  const first = await timed(() => shopkeeper.ask(question));
  const again = await timed(() => shopkeeper.ask(question));
  console.log(`${question.padEnd(26)} ${ms(first.ms)} ms, again ${ms(again.ms)} ms`);
}
const asOf = await defaultAsOf(shopkeeper.shop);
const digest = await timed(() => composeDigest(shopkeeper.shop, asOf));
console.log(`${'digest, composed'.padEnd(26)} ${ms(digest.ms)} ms`);

const chart = (await shopkeeper.ask('sales top-countries')).charts[0];
if (chart) {
  const cold = await timed(() => shopkeeper.charts.render(chart));
  const warm = await timed(() =>
    Promise.all(
      Array.from({ length: 20 }, (_, i) => shopkeeper.charts.render({ ...chart, subtitle: `${i}` })),
    ),
  );
  console.log(`${'chart'.padEnd(26)} ${ms(cold.ms)} ms the first, ${ms(warm.ms / 20)} ms each of twenty`);
}
await shopkeeper.close();
await rm(folder, { recursive: true, force: true });

async function timed<T>(work: () => Promise<T>): Promise<{ ms: number; result: T }> {
  const start = performance.now();
  const result = await work();
  return { ms: performance.now() - start, result };
}

function importWithShell(): number | undefined {
  const start = performance.now();
  const run = spawnSync('sqlite3', [
    join(folder, 'shell.sqlite'),
    '-cmd',
    '.mode csv',
    `.import ${file} lines`,
  ]);
  return run.status === 0 ? performance.now() - start : undefined;
}

function ms(value: number): string {
  return value.toFixed(1).padStart(8);
}

function seconds(value: number): string {
  return `${(value / 1000).toFixed(2)} s`;
}

/** Lines of a made-up shop, the same on every run. */
async function writeLines(path: string, count: number): Promise<void> {
  const random = new SeededRandom(7);
  const out = createWriteStream(path);
  out.write(
    'Order ID,Order Date,Customer ID,Product Code,Category,Country,Status,Quantity,Unit Price,Amount\n',
  );
  const start = dayFromIso('2023-01-01') as number;
  for (let i = 0; i < count; i++) {
    const order = Math.floor(i / 2.5);
    const day = isoOf(start + Math.floor((order / (count / 2.5)) * 1_095));
    const quantity = random.whole(1, 9);
    const cents = random.whole(100, 20_000);
    const product = random.whole(1, 400);
    const row = `${order},${day},C${Math.floor(random.next() ** 2 * (count / 10))},P${product},Category ${product % 12},Country ${random.whole(1, 40)},${random.chance(0.95) ? 'Shipped' : 'Cancelled'},${quantity},${(cents / 100).toFixed(2)},${((cents * quantity) / 100).toFixed(2)}\n`;
    if (!out.write(row)) await once(out, 'drain');
  }
  out.end();
  await once(out, 'finish');
}
