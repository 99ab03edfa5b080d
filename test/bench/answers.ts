import { join } from 'node:path';
import pino from 'pino';
import { asker } from '../../src/app/ask.js';
import { openShopkeeper, type Shopkeeper } from '../../src/app/shopkeeper.js';
import { readConfig } from '../../src/config/config.js';
import { composeDigest, defaultAsOf } from '../../src/digest/compose/compose.js';
import { startPostgres, TEMPLATE } from '../support/postgres.js';
import { duckdbTimes, sqliteTimes } from './engines.js';
import { writeLines } from './made-up-lines.js';
import { number, quantile, show, timed } from './timing.js';

/**
 * What is asked, by what it may take (milliseconds, 95th percentile of first answers over a million lines).
 */
const CLASSES: readonly {
  readonly name: string;
  readonly most: number;
  readonly questions: readonly string[];
}[] = [
  {
    name: 'totals and trends',
    most: 60,
    questions: [
      'sales',
      'sales 2024',
      'sales 2024-Q3',
      'sales 2024-05',
      'sales last 90 days',
      'sales trend by day',
      'sales trend by week',
      'sales trend by month',
      'sales trend by quarter',
      'sales trend by year',
      'sales orders trend by month',
      'sales average-order-value trend by week 2024',
    ],
  },
  {
    name: 'breakdown, all or a calendar period',
    most: 150,
    questions: ['', ' 2024', ' 2024-Q2', ' 2025-05'].flatMap(period =>
      [
        'top-countries',
        'by category',
        'by status',
        'top-products',
        'top-customers',
        'by weekday',
        'orders by country',
      ].map(q => `sales ${q}${period}`),
    ),
  },
  {
    name: 'any period, two filters, two dimensions',
    most: 400,
    questions: [
      'sales by country 2024-02-10..2024-09-17',
      'sales by country category:"Category 3" status:Shipped',
      'sales top-products country:"Country 5" status:Shipped 2024-02-10..2025-03-03',
      'sales top-customers category:"Category 3" status:Shipped',
      'sales trend by week category:"Category 3" country:"Country 5"',
      'sales by category and country',
      'sales by category and status country:"Country 5" 2024-02-10..2025-03-03',
      'sales trend by month per category',
      'sales country:"Country 5" category:"Category 3"',
      'sales top-customers since 2024-03-11',
    ],
  },
  {
    name: 'customers by what they did',
    most: 250,
    questions: [
      'customers who bought P1 but not P2',
      'customers with over 3 orders in 2024',
      'customers with more than 5 orders',
      'customers inactive for 90 days in "Country 5"',
      'customers who spent over 1000 in 2024',
      'customers whose average order is over 100 in 2024',
      'customers who bought in 2023 but not in 2024',
      'customers who bought more than 3 different products',
      'revenue of customers with over 3 orders',
      'revenue by segment',
      'sales by country who(bought(product:P1))',
      'sales list:customers who(segment:vip and not bought(category:"Category 3"))',
    ],
  },
  {
    name: 'the other questions',
    most: Number.NaN,
    questions: [
      'sales compare 2025 with 2024',
      'sales seasonality',
      'sales peaks',
      'sales pareto',
      'sales pareto by product',
      'sales repeat',
      'sales restock',
      'sales deal-sizes',
      'sales order-status',
      'sales dimensions',
      'what were our top 5 countries last quarter?',
      'revenue for catgory 3 in country 5 by month without cancelled orders',
      'segment',
      'segment at-risk',
    ],
  },
];

/** Each question is asked so often; the answers kept are forgotten each time. */
const ROUNDS = 5;

/** First answers to all kinds of questions on both engines, beside plain SQL; again; and how they grow. */
export async function benchAnswers(folder: string, lines: number): Promise<void> {
  const growth = new Map<string, number[]>();
  for (const count of [lines / 10, lines]) {
    const file = join(folder, `answers-${count}.csv`);
    await writeLines(file, count, count / 10);
    const shop = await shopAt(`sqlite:${join(folder, `answers-${count}.sqlite`)}`);
    await shop.ingest(file);
    console.log(
      `\n${number(count)} lines, ${number(count / 10)} customers on SQLite: first answers (nothing kept)`,
    );
    for (const [name, p95] of await measure(shop, count === lines))
      growth.set(name, [...(growth.get(name) ?? []), p95]);
    if (count === lines) {
      await again(shop);
      await digestAndCharts(shop);
      const plain = await sqliteTimes(join(folder, `answers-${count}.sqlite`));
      console.log('\nthe same figures, milliseconds: here, in plain SQL over the lines (SQLite), in DuckDB');
      const duck = await duckdbTimes(file);
      for (const [question, ms] of plain)
        console.log(
          `  ${question.padEnd(48)}${show(await median(shop, question))}${show(ms)}${show(duck.get(question))}`,
        );
    }
    await shop.close();
  }
  console.log(`\np95 from ${number(lines / 10)} to ${number(lines)} lines`);
  for (const [name, [few = 0, many = 0]] of growth)
    console.log(`  ${name.padEnd(44)}${show(few)} -> ${show(many)}   ${(many / few).toFixed(1)} times`);
  await onPostgres(join(folder, `answers-${lines}.csv`), lines);
}

async function onPostgres(file: string, lines: number): Promise<void> {
  const server = await startPostgres();
  try {
    const shop = await shopAt(`${server.url}/${TEMPLATE}`);
    const load = await timed(() => shop.ingest(file));
    console.log(
      `\n${number(lines)} lines on PostgreSQL: loaded in ${(load.ms / 1000).toFixed(1)} s; first answers`,
    );
    await measure(shop, true);
    await shop.close();
  } finally {
    await server.stop();
  }
}

const shopAt = (url: string): Promise<Shopkeeper> =>
  openShopkeeper(
    readConfig({ DATABASE_URL: url }),
    pino({ level: 'silent' }),
    () => new Date('2026-01-05T09:00:00Z'),
  );

/** @returns the 95th percentile of each class */
async function measure(shop: Shopkeeper, isListed: boolean): Promise<Map<string, number>> {
  const found = new Map<string, number>();
  for (const { name, most, questions } of CLASSES) {
    const all: number[] = [];
    const slowest: { question: string; ms: number }[] = [];
    for (const question of questions) {
      const own: number[] = [];
      for (let i = 0; i < ROUNDS; i++) {
        const { ask } = asker(shop.shop);
        own.push((await timed(() => ask(question))).ms);
      }
      all.push(...own);
      slowest.push({ question, ms: quantile(own, 0.5) });
    }
    const p95 = quantile(all, 0.95);
    found.set(name, p95);
    const limit = Number.isNaN(most) ? '' : `  (at most ${most})`;
    console.log(`  ${name.padEnd(44)} median${show(quantile(all, 0.5))}  p95${show(p95)} ms${limit}`);
    if (!isListed) continue;
    slowest.sort((a, b) => b.ms - a.ms);
    for (const { question, ms } of slowest.slice(0, Number.isNaN(most) ? 20 : 3))
      console.log(`      ${question.padEnd(70)}${show(ms)}`);
  }
  return found;
}

async function again(shop: Shopkeeper): Promise<void> {
  const times: number[] = [];
  for (const { questions } of CLASSES) {
    for (const question of questions) {
      await shop.ask(question);
      times.push((await timed(() => shop.ask(question))).ms);
    }
  }
  console.log(
    `  ${'all of them asked again'.padEnd(44)} median${show(quantile(times, 0.5))}  p95${show(quantile(times, 0.95))} ms  (at most 5)`,
  );
}

async function median(shop: Shopkeeper, question: string): Promise<number> {
  const times: number[] = [];
  for (let i = 0; i < ROUNDS; i++) times.push((await timed(() => asker(shop.shop).ask(question))).ms);
  return quantile(times, 0.5);
}

async function digestAndCharts(shop: Shopkeeper): Promise<void> {
  const asOf = await defaultAsOf(shop.shop);
  const digest = await timed(() => composeDigest(shop.shop, asOf));
  console.log(`  ${'digest, composed'.padEnd(44)}${show(digest.ms)} ms`);
  const chart = (await shop.ask('sales top-countries')).charts[0];
  if (!chart) return;
  const cold = await timed(() => shop.charts.render(chart));
  const warm = await timed(() =>
    Promise.all(Array.from({ length: 20 }, (_, i) => shop.charts.render({ ...chart, subtitle: `${i}` }))),
  );
  console.log(
    `  ${'chart, the first and each of twenty more'.padEnd(44)}${show(cold.ms)}${show(warm.ms / 20)} ms`,
  );
}
