import { writeFile } from 'node:fs/promises';
import type { Command } from 'commander';
import { answerJson } from '../../answer/answer.js';
import { ShopkeeperError } from '../../errors.js';
import { run, withShopkeeper } from '../run.js';
import { answerText } from '../show/answer.js';

async function writeChart(path: string, png: Uint8Array): Promise<void> {
  await writeFile(path, png).catch(error => {
    throw new ShopkeeperError(
      `The chart cannot be written to ${path}: ${error instanceof Error ? error.message : error}`,
      'Name a file in a folder that exists, for example chart.png.',
    );
  });
}

export function addAsk(program: Command): void {
  program
    .command('ask')
    .argument('<question...>', 'for example: sales top-countries')
    .option('--json', 'print the answer as JSON (docs/answer.md)')
    .option('--chart <file>', 'write the chart to this PNG file')
    .description('answer a question as Slack would')
    .action((words: string[], options: { json?: boolean; chart?: string }) =>
      run(() =>
        withShopkeeper(async ({ ask, charts }) => {
          const answer = await ask(words.join(' '));
          console.log(
            options.json
              ? JSON.stringify(answerJson(answer), null, 2)
              : answerText(answer, process.stdout.columns ?? 100),
          );
          if (!options.chart) return;
          const spec = answer.charts[0];
          if (spec) await writeChart(options.chart, await charts.render(spec));
          process.stderr.write(spec ? `Chart written to ${options.chart}\n` : 'This answer has no chart.\n');
        }),
      ),
    );
}
