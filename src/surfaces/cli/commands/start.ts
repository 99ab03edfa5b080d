import type { Command } from 'commander';
import { run } from '../run.js';

export function addStart(program: Command): void {
  program
    .command('start')
    .description('run the Slack app and post the scheduled digests')
    .action(() =>
      run(async () => {
        // Loaded only here: Slack's packages would slow the start of every other command by a third.
        const { serve } = await import('../serve.js');
        await serve();
      }),
    );
}
