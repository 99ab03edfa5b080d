import type { Command } from 'commander';
import type { ChartRenderer } from '../../../charts/renderer.js';
import { type Answer, answerJson } from '../../../core/answer/answer.js';
import { answerCsv } from '../../../core/answer/answer-csv.js';
import { plural } from '../../../core/answer/format.js';
import { ShopkeeperError } from '../../../core/errors.js';
import { writePrivateFile } from '../../../core/files/private-file.js';
import { systemReason } from '../../../core/system-errors.js';
import { run, withShopkeeper } from '../run.js';
import { answerWithDetails } from '../show/answer.js';
import { answerHtml } from '../show/html.js';

interface Options {
  readonly json?: boolean;
  readonly chart?: string;
  readonly csv?: string;
  readonly html?: string;
}

async function writeTo(path: string, content: string | Uint8Array, description: string): Promise<void> {
  await writePrivateFile(path, content).catch(error => {
    throw new ShopkeeperError(
      `The ${description} cannot be written to ${path}: ${systemReason(error) ?? 'the system refuses it'}.`,
      'Choose a file in an existing folder that you can write to.',
      { cause: error },
    );
  });
  process.stderr.write(`${description.charAt(0).toUpperCase()}${description.slice(1)} written to ${path}\n`);
}

/** Writes all charts of an answer; the second becomes `chart-2.png` beside the first. */
async function writeCharts(path: string, answer: Answer, charts: ChartRenderer): Promise<void> {
  if (answer.charts.length === 0) process.stderr.write('This answer has no chart.\n');
  for (const [i, spec] of answer.charts.entries())
    await writeTo(
      i === 0 ? path : path.replace(/(\.[^.\\/]*)?$/, `-${i + 1}$1`),
      await charts.render(spec),
      'chart',
    );
}

export function addAsk(program: Command): void {
  program
    .command('ask')
    .argument('<question...>', 'for example: sales top-countries')
    .option('--json', 'print the answer as JSON (docs/answer.md)')
    .option('--chart <file>', 'write the chart to this PNG file, and further charts beside it')
    .option('--csv <file>', 'write the table to this CSV file')
    .option('--html <file>', 'write the answer with its charts and details to this HTML file')
    .description('answer a question as in Slack')
    .action((words: string[], options: Options) =>
      run(() =>
        withShopkeeper(async ({ ask, charts }) => {
          const answer = await ask(words.join(' '));
          const width = process.stdout.columns ?? 100;
          console.log(
            options.json ? JSON.stringify(answerJson(answer), null, 2) : answerWithDetails(answer, width),
          );
          if (options.csv)
            await writeTo(
              options.csv,
              await answerCsv(answer),
              `table of ${plural(answer.rows.length, 'row')}`,
            );
          if (options.html) await writeTo(options.html, await answerHtml(answer, charts), 'page');
          if (options.chart) await writeCharts(options.chart, answer, charts);
        }),
      ),
    );
}
