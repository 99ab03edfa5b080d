import type { Command } from 'commander';
import { run } from '../run.js';

export function addStart(program: Command): void {
  program
    .command('start')
    .description('run the Slack app and post the weekly digest')
    .action(() =>
      run(async () => {
        // Slack's packages are only loaded where they are used: they take a third of a command's start.
        const { serve } = await import('../serve.js');
        await serve();
      }),
    );
}
