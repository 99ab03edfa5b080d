import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import pino from 'pino';
import { asker } from '../../src/app/ask.js';
import { openShopkeeper } from '../../src/app/shopkeeper.js';
import { readConfig } from '../../src/config/config.js';
import { writeLines } from './made-up-lines.js';
import { number, quantile, show, timed } from './timing.js';

/** What is asked, by what it may take (milliseconds, the median of first answers). */
const QUESTIONS: readonly (readonly [question: string, most: number])[] = [
  ['sales forecast', 500],
  ['sales forecast 12 months measure:orders', 500],
  ['sales forecast 26 weeks', 500],
  ['sales forecast 30 days', 500],
  ['sales forecast 3 months country:"Country 5" category:"Category 3"', 500],
  ['sales anomalies', 500],
  ['sales anomalies by week', 500],
];

const ROUNDS = 5;

/**
 * What comes and what is out of line, over many lines; and how long the event loop stands still meanwhile.
 */
export async function benchAhead(folder: string, lines: number): Promise<void> {
  const file = join(folder, `ahead-${lines}.csv`);
  await writeLines(file, lines, lines / 10);
  const shop = await openShopkeeper(
    readConfig({ DATABASE_URL: `sqlite:${join(folder, 'ahead.sqlite')}` }),
    pino({ level: 'silent' }),
    () => new Date('2026-01-05T09:00:00Z'),
  );
  await shop.ingest(file);
  console.log(
    `\nahead: ${number(lines)} lines on SQLite, first answers, and the longest stall of the event loop`,
  );
  // The thread starts with the first forecast, and the columns are read.
  for (const [question] of QUESTIONS) await asker(shop.shop).ask(question);
  for (const [question, most] of QUESTIONS) {
    const times: number[] = [];
    const stalls = monitorEventLoopDelay({ resolution: 5 });
    stalls.enable();
    for (let i = 0; i < ROUNDS; i++) times.push((await timed(() => asker(shop.shop).ask(question))).ms);
    stalls.disable();
    const stall = stalls.max / 1e6;
    console.log(
      `  ${question.padEnd(70)}${show(quantile(times, 0.5))} ms  (at most ${most})${show(stall)} ms`,
    );
  }
  await shop.close();
}
