import { join } from 'node:path';
import pino from 'pino';
import { asker } from '../../src/app/ask.js';
import { openShopkeeper } from '../../src/app/shopkeeper.js';
import { readConfig } from '../../src/config/config.js';
import { clearMemoized } from '../../src/store/engine/memoize.js';
import { writeLines } from './made-up-lines.js';
import { number, quantile, show, timed } from './timing.js';

const ROUNDS = 7;

/** What may take so long at first, milliseconds, over a million lines. */
const QUESTIONS: readonly (readonly [question: string, most: number])[] = [
  ['sales why 2024 vs 2023', 300],
  ['sales why 2024-05', 300],
  ['sales cohorts', 300],
  ['sales cohort-value by week', 300],
  ['sales cohorts country:"Country 5"', 300],
  ['sales together', 2_000],
  ['sales together by category', 2_000],
];

/** The longest that a stall of the event loop may be, milliseconds. */
const MOST_STALL = 50;

/** What explains a change, cohorts, what is bought together: first answers, and the longest stall. */
export async function benchExplained(folder: string, lines: number): Promise<void> {
  const file = join(folder, 'explained.csv');
  await writeLines(file, lines, lines / 10);
  const config = readConfig({ DATABASE_URL: `sqlite:${join(folder, 'explained.sqlite')}` });
  const shop = await openShopkeeper(
    config,
    pino({ level: 'silent' }),
    () => new Date('2026-01-05T09:00:00Z'),
  );
  await shop.ingest(file);
  console.log(`\n${number(lines)} lines: what explains it, first answers, median and slowest; longest stall`);
  for (const [question, most] of QUESTIONS) {
    const times: number[] = [];
    const stalls: number[] = [];
    for (let i = 0; i <= ROUNDS; i++) {
      clearMemoized(shop.shop.store);
      const watch = watchStalls();
      times.push((await timed(() => asker(shop.shop).ask(question))).ms);
      stalls.push(watch.end());
    }
    // The first one of all loads code.
    const [first = 0, ...rest] = times;
    const figures = [quantile(rest, 0.5), Math.max(...rest), quantile(stalls.slice(1), 0.5)]
      .map(show)
      .join('');
    console.log(
      `  ${question.padEnd(40)}${figures} ms  (at most ${most}, stall ${MOST_STALL}; ` +
        `the very first ${Math.round(first)})`,
    );
  }
  await shop.close();
}

/** Notes the longest time between two turns of the event loop. */
function watchStalls(): { end(): number } {
  let [last, longest, isOver] = [performance.now(), 0, false];
  const turn = () => {
    const now = performance.now();
    longest = Math.max(longest, now - last);
    last = now;
    if (!isOver) setImmediate(turn);
  };
  setImmediate(turn);
  return {
    end: () => {
      isOver = true;
      return Math.max(longest, performance.now() - last);
    },
  };
}
