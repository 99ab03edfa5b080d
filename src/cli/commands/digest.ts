import type { Command } from 'commander';
import { answerJson } from '../../answer/answer.js';
import { dayFromIso } from '../../calendar/days.js';
import { composeDigest, defaultAsOf } from '../../digest/compose.js';
import { readDigestRequest } from '../../digest/request.js';
import { ShopkeeperError } from '../../errors.js';
import { run, withShopkeeper } from '../run.js';
import { answerText } from '../show/answer.js';

export function addDigest(program: Command): void {
  program
    .command('digest')
    .requiredOption('--preview', 'print the digest here; nothing is posted')
    .option('--as-of <date>', 'as it would be on this day (YYYY-MM-DD)')
    .option('--with <options>', 'segment options and filters: "map:eleven country:Spain"')
    .option('--daily', 'of the last day')
    .option('--monthly', 'of the last calendar month')
    .option('--json', 'print the list of answers it is made of')
    .description('the digest of the last whole week (or day, or month), and who moved between segments')
    .action((options: { asOf?: string; with?: string; daily?: boolean; monthly?: boolean; json?: boolean }) =>
      run(() =>
        withShopkeeper(async ({ shop }) => {
          const asOf = options.asOf === undefined ? await defaultAsOf(shop) : dayFromIso(options.asOf);
          if (asOf === undefined)
            throw new ShopkeeperError(`"${options.asOf}" is no date.`, 'Write it like 2026-11-23.');
          const digest = await composeDigest(shop, asOf, {
            ...(await readDigestRequest(options.with ?? '', shop)),
            grain: options.daily ? 'day' : options.monthly ? 'month' : 'week',
          });
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
