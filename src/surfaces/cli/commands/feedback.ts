import type { Command } from 'commander';
import { plural } from '../../../core/answer/format.js';
import { csvText } from '../../../core/text/csv.js';
import { listFeedback, type QuestionFeedback } from '../../../store/tables/feedback-votes.js';
import { daysBefore } from '../days-option.js';
import { run, withShopkeeper } from '../run.js';
import { newTable } from '../show/new-table.js';

/** Questions in a terminal; a CSV has all. */
const SHOWN = 50;

export function addFeedback(program: Command): void {
  program
    .command('feedback')
    .description('list which answers people in Slack found helpful or not, the least helpful first')
    .option('--days <number>', 'of the last days', '90')
    .option('--csv', 'print all of it as CSV')
    .action(({ days, csv }: { days: string; csv?: boolean }) =>
      run(() =>
        withShopkeeper(async ({ shop, now }) => {
          const all = await listFeedback(shop.store, daysBefore(now(), days));
          if (csv) process.stdout.write(csvText(feedbackRows(all)));
          else console.log(feedbackText(all, Number(days)));
        }),
      ),
    );
}

function feedbackText(all: readonly QuestionFeedback[], days: number): string {
  if (all.length === 0) return `Nobody rated an answer in the last ${plural(days, 'day')}.`;
  const table = newTable(['Question', 'Helpful', 'Not helpful', 'Last (UTC)']);
  for (const { question, helpful, notHelpful, lastAt } of all.slice(0, SHOWN))
    table.push([question, helpful, notHelpful, lastAt.slice(0, 16).replace('T', ' ')]);
  const more = all.length - SHOWN;
  return more > 0 ? `${table.toString()}\n${plural(more, 'more question')}: --csv` : table.toString();
}

const feedbackRows = (all: readonly QuestionFeedback[]): (string | number)[][] => [
  ['question', 'helpful', 'not_helpful', 'last'],
  ...all.map(f => [f.question, f.helpful, f.notHelpful, f.lastAt]),
];
