import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Command } from 'commander';
import pc from 'picocolors';
import { laterOrders, writeDemoShop } from '../../../../seeds/demo-shop.js';
import { groupingFields, plurals } from '../../../answering/grouping-fields.js';
import { movableClock } from '../../../app/movable-clock.js';
import type { Playground } from '../../../app/playground-contract.js';
import { openShopkeeper, type Shopkeeper } from '../../../app/shopkeeper.js';
import { readConfig } from '../../../config/config.js';
import type { Answer } from '../../../core/answer/answer.js';
import { writePrivateFile } from '../../../core/files/private-file.js';
import { composeDigest, defaultAsOf } from '../../../digest/compose/compose.js';
import { asText } from '../conversation.js';
import { loadPlayground } from '../open-playground.js';
import { logger, run } from '../run.js';
import { answerText } from '../show/answer.js';
import { ingestText } from '../show/ingest.js';
import { progressShower } from '../show/progress.js';
import { chat } from './chat.js';

interface DemoOptions {
  readonly data?: string;
  readonly once?: boolean;
  readonly port: string;
}

export function addDemo(program: Command): void {
  program
    .command('demo')
    .option('--data <file>', 'use your own sales file instead of the demo shop')
    .option('--once', 'print the answer and the digest, then exit')
    .option('--port <port>', 'port of the playground (0 for any free port)', '0')
    .description(
      'try a temporary shop: an answer, the digest, and a playground in the browser, or a chat here',
    )
    .action((options: DemoOptions) => run(() => demo(options)));
}

async function demo(options: DemoOptions): Promise<void> {
  // Loaded first, so that missing packages are said before it does any work.
  const openPlayground = options.once ? undefined : await loadPlayground();
  const folder = await mkdtemp(join(tmpdir(), 'shopkeeper-demo-'));
  // The settings for money, time zone, dates and fonts apply. The store and Slack are the demo's own.
  const { SHOP_CURRENCY, SHOP_TIMEZONE, DATE_ORDER, FISCAL_YEAR_START, HEMISPHERE, CHART_FONT } = process.env;
  const config = readConfig({
    SHOP_CURRENCY,
    SHOP_TIMEZONE,
    DATE_ORDER,
    FISCAL_YEAR_START,
    HEMISPHERE,
    CHART_FONT,
    DATABASE_URL: `sqlite:${join(folder, 'store', 'demo.sqlite')}`,
    LOG_LEVEL: 'warn',
  });
  const clock = movableClock();
  const shopkeeper = await openShopkeeper(config, logger('warn'), clock.now);
  try {
    const file = options.data ?? (await demoFile(folder, shopkeeper));
    const progress = progressShower(process.stderr);
    const loaded = await shopkeeper.ingest(file, progress.show).finally(progress.done);
    console.log(`${ingestText(loaded)}\n`);
    const questions = await suggestions(shopkeeper);
    const digest = await composeDigest(shopkeeper.shop, await defaultAsOf(shopkeeper.shop));
    await print(shopkeeper, folder, [
      await shopkeeper.ask(questions[0]?.slice(1) ?? 'sales'),
      digest.headline,
      ...digest.thread,
    ]);
    if (options.once) return;
    const port = Number(options.port) || 0;
    // Orders arrive in the demo shop alone: nobody should find made-up ones among their own.
    const around = options.data ? { clock } : { clock, nextOrder: laterOrders() };
    if (openPlayground) await play(await openPlayground(shopkeeper, port, questions, around));
    else await talk(shopkeeper, questions);
  } finally {
    await shopkeeper.close();
    await rm(join(folder, 'store'), { recursive: true, force: true });
  }
}

async function demoFile(folder: string, { shop }: Shopkeeper): Promise<string> {
  const path = join(folder, 'demo-shop.csv');
  await writeDemoShop(path, shop.today() - 1);
  return path;
}

/** Prints answers below each other, each with the path of its chart. */
async function print({ charts }: Shopkeeper, folder: string, answers: readonly Answer[]): Promise<void> {
  for (const [i, answer] of answers.entries()) {
    console.log(
      `${pc.dim('─'.repeat(70))}\n${answerText({ ...answer, followUps: [] }, process.stdout.columns ?? 100)}`,
    );
    const chart = answer.charts[0];
    if (chart) {
      const path = join(folder, `${i + 1}-${answer.title.toLowerCase().replace(/[^a-z\d]+/g, '-')}.png`);
      await writePrivateFile(path, await charts.render(chart));
      console.log(`\nChart: ${pc.cyan(path)}`);
    }
    console.log('');
  }
}

/** Example questions that this shop's data can answer. */
async function suggestions({ shop }: Shopkeeper): Promise<string[]> {
  const all = await groupingFields(shop.store);
  const first =
    all.find(b => b.key === 'country') ??
    all.find(b => b.key !== 'product' && b.key !== 'customer') ??
    all[0];
  const category = all.find(b => /category|productLine/i.test(b.key));
  return [
    first ? `/sales top-${plurals(first)}` : '/sales',
    '/segment',
    '/segment at-risk',
    '/digest now',
    '/sales',
    '/sales trend by quarter',
    ...(category ? [`/sales by ${category.label.toLowerCase()}`] : []),
    '/sales top-products 5 last month',
    '/sales top-customers',
    '/sales help',
  ];
}

/** Answers in the terminal, where the playground is not installed. */
async function talk({ ask }: Shopkeeper, questions: readonly string[]): Promise<void> {
  const examples = questions.filter(text => /^\/(?:sales|segment) /.test(text)).map(text => text.slice(1));
  console.log(
    `Ask about this shop, for example: ${examples.slice(0, 3).join('; ')}. \`exit\` ends the demo. ` +
      'The playground in the browser is in a checkout: npm ci && npm run demo.',
  );
  await chat(
    ask,
    asText(() => process.stdout.columns ?? 100),
  );
}

/** Prints the address of the playground, and closes it on Ctrl-C. */
async function play(playground: Playground): Promise<void> {
  console.log(`The playground is at ${pc.bold(pc.cyan(playground.url))} (press Ctrl-C to stop it)`);
  await Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')]);
  await playground.close();
}
