import type { Command } from 'commander';
import { changeGoals } from '../../../app/goals.js';
import { answerJson } from '../../../core/answer/answer.js';
import { run, withShopkeeper } from '../run.js';
import { answerText } from '../show/answer.js';

export function addGoal(program: Command): void {
  program
    .command('goal')
    .argument('<words...>', 'what is to be reached, of what and by when; or remove and its number')
    .description('set a goal (goal 500k revenue this year), or remove one (goal remove 2)')
    // A filter such as `-status:Cancelled` begins like an option.
    .allowUnknownOption()
    .action((words: readonly string[]) =>
      run(() =>
        withShopkeeper(async ({ shop, now }) =>
          console.log(await changeGoals(shop, words.join(' '), { person: null, now: now() })),
        ),
      ),
    );
  program
    .command('goals')
    .option('--json', 'print the answer as JSON')
    .description('list the goals, with how far they have come and what they take a day')
    .action(({ json }: { json?: boolean }) =>
      run(() =>
        withShopkeeper(async ({ ask }) => {
          const answer = await ask('sales goals');
          console.log(
            json
              ? JSON.stringify(answerJson(answer), null, 2)
              : answerText(answer, process.stdout.columns ?? 100),
          );
        }),
      ),
    );
}
