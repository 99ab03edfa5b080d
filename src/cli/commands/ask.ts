import { writeFile } from 'node:fs/promises';
import type { Command } from 'commander';
import { answerJson } from '../../answer/answer.js';
import { run, withShopkeeper } from '../run.js';
import { answerText } from '../show/answer.js';

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
          if (spec) await writeFile(options.chart, await charts.render(spec));
          process.stderr.write(spec ? `Chart written to ${options.chart}\n` : 'This answer has no chart.\n');
        }),
      ),
    );
}
