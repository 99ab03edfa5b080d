import type { Command } from 'commander';
import { run, withShopkeeper } from '../run.js';
import { ingestsText } from '../show/ingest.js';

export function addIngests(program: Command): void {
  program
    .command('ingests')
    .description('list the loaded files')
    .option('--json', 'print the list as JSON')
    .action(({ json }: { json?: boolean }) =>
      run(() =>
        withShopkeeper(async shopkeeper => {
          const ingests = await shopkeeper.ingests();
          console.log(json ? JSON.stringify(ingests, null, 2) : ingestsText(ingests));
        }),
      ),
    );
}
