import { spawnSync } from 'node:child_process';
import { createReadStream, createWriteStream, existsSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { createGunzip } from 'node:zlib';
import { writeDistinctCsv, writeDistinctWorkbook } from '../support/distinct-lines.js';
import { type RawColumns, shellIngest } from './baseline.js';
import { MADE_UP, writeLines } from './made-up-lines.js';

const CHILD = fileURLToPath(new URL('./ingest-process.mjs', import.meta.url));
/** As the command's own first line has it. */
const HEAP = [
  '--max-semi-space-size=16',
  '--heap-growing-percent=50',
  '--no-allocation-site-pretenuring',
  '--expose-gc',
];
const SHARED =
  process.env.SHOPKEEPER_SHARED_DATA ?? fileURLToPath(new URL('../../../shared/data/', import.meta.url));

const ONLINE_RETAIL: RawColumns = {
  order: 'InvoiceNo',
  date: 'substr(InvoiceDate, 1, 10)',
  customer: 'CustomerID',
  dimensions: ['StockCode', 'Country'],
  quantity: 'Quantity',
  amount: 'cast(round(Quantity * UnitPrice * 100) as integer)',
};

/** Loading as a whole process, beside the sqlite3 shell on the same file, machine and run. */
export async function benchStore(folder: string, lines: number): Promise<void> {
  const retail = await onlineRetail(folder);
  if (retail) compare('online-retail, 541,909 lines', retail, ONLINE_RETAIL, folder, 3);
  else console.log('online-retail is not here (SHOPKEEPER_SHARED_DATA)');
  const million = join(folder, 'lines.csv');
  await writeLines(million, lines, lines / 10);
  const count = (n: number) => n.toLocaleString('en-US');
  const store = compare(`${count(lines)} lines, ${count(lines / 10)} customers`, million, MADE_UP, folder, 1);
  const more = join(folder, 'more.csv');
  await writeLines(more, 1_000, lines / 10, 10_000_000);
  const added = ingest(more, store);
  console.log(`  1,000 lines more, over all months   ${seconds(added.ms)}  ${added.peak} MiB`);
  await benchDistinct(folder, lines);
}

/**
 * The same number of lines, each with an order, customer and product of its own: what takes the most memory.
 */
async function benchDistinct(folder: string, count: number): Promise<void> {
  console.log(`${count.toLocaleString('en-US')} lines, as many customers and products`);
  const path = (name: string) => join(folder, name);
  await writeDistinctCsv(path('distinct.csv'), { count });
  await writeDistinctCsv(path('again.csv'), { count, firstOrder: count });
  await writeDistinctCsv(path('others.csv'), { count, firstOrder: 2 * count, firstCustomer: count });
  await writeDistinctWorkbook(path('distinct.xlsx'), { count });
  const show = (what: string, { ms, peak }: { ms: number; peak: number }) =>
    console.log(`  ${what.padEnd(36)}${seconds(ms)}  ${peak} MiB`);
  show('CSV', ingest(path('distinct.csv'), path('distinct.sqlite')));
  show('the same customers again', ingest(path('again.csv'), path('distinct.sqlite')));
  show('as many others', ingest(path('others.csv'), path('distinct.sqlite')));
  show('XLSX', ingest(path('distinct.xlsx'), path('distinct-xlsx.sqlite')));
}

function compare(name: string, file: string, columns: RawColumns, folder: string, runs: number): string {
  console.log(name);
  const own: number[] = [];
  const shell: number[] = [];
  let peak = 0;
  let store = '';
  // In turn, so that what else the machine does meets both.
  for (let i = 0; i < runs; i++) {
    store = join(folder, `${columns.order.replace(/\W/g, '')}-${i}.sqlite`);
    const result = ingest(file, store);
    own.push(result.ms);
    peak = Math.max(peak, result.peak);
    const whole = shellIngest(
      file,
      join(folder, `shell-${i}-${columns.order.replace(/\W/g, '')}.sqlite`),
      columns,
      true,
    );
    if (whole !== undefined) shell.push(whole);
  }
  const raw = shellIngest(
    file,
    join(folder, `raw-${columns.order.replace(/\W/g, '')}.sqlite`),
    columns,
    false,
  );
  console.log(`  shopkeeper ingest, whole process    ${seconds(median(own))}  ${peak} MiB`);
  if (shell.length > 0 && raw !== undefined) {
    console.log(
      `  sqlite3 shell, same end state       ${seconds(median(shell))}  ratio ${(median(own) / median(shell)).toFixed(2)}`,
    );
    console.log(
      `  sqlite3 shell, .import alone        ${seconds(raw)}  ratio ${(median(own) / raw).toFixed(2)}`,
    );
  } else console.log('  (the sqlite3 shell is not installed: nothing to compare with)');
  return store;
}

function ingest(file: string, store: string): { ms: number; peak: number } {
  const start = performance.now();
  const run = spawnSync(process.execPath, [...HEAP, CHILD, file], {
    env: { ...process.env, DATABASE_URL: `sqlite:${store}` },
    encoding: 'utf8',
  });
  if (run.status !== 0) throw new Error(run.stderr);
  return { ms: performance.now() - start, peak: Number(/peak (\d+)/.exec(run.stderr)?.[1]) };
}

/** The three parts of the real file as one, where it is on this machine. */
async function onlineRetail(folder: string): Promise<string | undefined> {
  const parts = [1, 2, 3].map(part => join(SHARED, `online-retail/full-part${part}of3.csv.gz`));
  if (!parts.every(existsSync)) return undefined;
  const path = join(folder, 'online-retail.csv');
  for (const [i, part] of parts.entries())
    await pipeline(
      createReadStream(part),
      createGunzip(),
      withoutHeader(i > 0),
      createWriteStream(path, { flags: i > 0 ? 'a' : 'w' }),
    );
  return path;
}

function withoutHeader(drop: boolean): Transform {
  let isDropped = !drop;
  return new Transform({
    transform(chunk: Buffer, _, done) {
      const rest = isDropped ? chunk : chunk.subarray(chunk.indexOf('\n') + 1);
      isDropped = true;
      done(null, rest);
    },
  });
}

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] as number;

const seconds = (ms: number): string => `${(ms / 1000).toFixed(2).padStart(7)} s`;
