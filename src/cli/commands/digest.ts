import type { Command } from 'commander';
import { answerJson } from '../../answer/answer.js';
import { dayFromIso } from '../../calendar/days.js';
import { composeDigest, type Digest, defaultAsOf } from '../../digest/compose.js';
import { postedDigest } from '../../digest/post.js';
import { readDigestRequest } from '../../digest/request.js';
import { ShopkeeperError } from '../../errors.js';
import type { Shop } from '../../shop.js';
import { run, withShopkeeper } from '../run.js';
import { answerText } from '../show/answer.js';

interface Options {
  readonly preview?: boolean;
  readonly show?: string;
  readonly asOf?: string;
  readonly with?: string;
  readonly daily?: boolean;
  readonly monthly?: boolean;
  readonly json?: boolean;
}

export function addDigest(program: Command): void {
  program
    .command('digest')
    .option('--preview', 'print the digest here; nothing is posted')
    .option('--show <n>', 'print a digest as it was posted: 1 is the last one, 2 the one before')
    .option('--as-of <date>', 'as it would be on this day (YYYY-MM-DD)')
    .option('--with <options>', 'segment options and filters: "map:eleven country:Spain"')
    .option('--daily', 'of the last day')
    .option('--monthly', 'of the last calendar month')
    .option('--json', 'print the list of answers it is made of')
    .description('the digest of the last whole week (or day, or month), and who moved between segments')
    .action((options: Options) =>
      run(() =>
        withShopkeeper(async ({ shop }) => {
          const digest = await digestOf(options, shop);
          const answers = [digest.headline, ...digest.thread];
          if (options.json) console.log(JSON.stringify(answers.map(answerJson), null, 2));
          else
            console.log(
              answers.map(a => answerText(a, process.stdout.columns ?? 100)).join('\n\n────────\n\n'),
            );
        }),
      ),
    );
}

async function digestOf(options: Options, shop: Shop): Promise<Digest> {
  if (options.show !== undefined)
    return postedDigest(shop.store, /^\d{1,6}$/.test(options.show) ? Number(options.show) : 0);
  if (!options.preview)
    throw new ShopkeeperError(
      'Which digest?',
      '--preview prints that of the last whole week, --show 1 the last one as it was posted.',
    );
  const asOf = options.asOf === undefined ? await defaultAsOf(shop) : dayFromIso(options.asOf);
  if (asOf === undefined)
    throw new ShopkeeperError(`"${options.asOf}" is no date.`, 'Write it like 2026-11-23.');
  const { grain, ...request } = await readDigestRequest(options.with ?? '', shop);
  return composeDigest(shop, asOf, {
    ...request,
    grain: options.daily ? 'day' : options.monthly ? 'month' : (grain ?? 'week'),
  });
}
