import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import pino from 'pino';
import { readConfig } from '../../src/config/config.js';
import { composeDigest, defaultAsOf } from '../../src/digest/compose.js';
import { openShopkeeper } from '../../src/shopkeeper.js';
import { writeLines } from './made-up-lines.js';

const QUESTIONS = [
  'sales',
  'sales trend by month',
  'sales top-countries',
  'sales top-products',
  'sales by category 2025',
  'sales top-customers',
  'segment',
  'segment at-risk',
];

/** Answers, a digest and charts, the first time and again. */
export async function benchAnswers(folder: string, lines: number): Promise<void> {
  const file = join(folder, 'answers.csv');
  await writeLines(file, lines, lines / 10);
  const config = readConfig({ DATABASE_URL: `sqlite:${join(folder, 'answers.sqlite')}` });
  const shopkeeper = await openShopkeeper(config, pino({ level: 'silent' }));
  await shopkeeper.ingest(file);
  console.log(`answers over ${lines.toLocaleString('en-US')} lines: the first time, and again`);
  for (const question of QUESTIONS) {
    const first = await timed(() => shopkeeper.ask(question));
    const again = await timed(() => shopkeeper.ask(question));
    console.log(`  ${question.padEnd(26)} ${ms(first.ms)} ms ${ms(again.ms)} ms`);
  }
  const asOf = await defaultAsOf(shopkeeper.shop);
  const digest = await timed(() => composeDigest(shopkeeper.shop, asOf));
  console.log(`  ${'digest, composed'.padEnd(26)} ${ms(digest.ms)} ms`);
  const chart = (await shopkeeper.ask('sales top-countries')).charts[0];
  if (chart) {
    const cold = await timed(() => shopkeeper.charts.render(chart));
    const warm = await timed(() =>
      Promise.all(
        Array.from({ length: 20 }, (_, i) => shopkeeper.charts.render({ ...chart, subtitle: `${i}` })),
      ),
    );
    console.log(`  ${'chart'.padEnd(26)} ${ms(cold.ms)} ms ${ms(warm.ms / 20)} ms each of twenty`);
  }
  await shopkeeper.close();
}

async function timed<T>(work: () => Promise<T>): Promise<{ ms: number; result: T }> {
  const start = performance.now();
  const result = await work();
  return { ms: performance.now() - start, result };
}

const ms = (value: number): string => value.toFixed(1).padStart(8);
