import type { Command } from 'commander';
import { run, withShopkeeper } from '../run.js';
import { ingestText } from '../show/ingest.js';
import { progressShower } from '../show/progress.js';

export function addIngest(program: Command): void {
  program
    .command('ingest')
    .argument('<file>', 'a sales file: CSV, TSV or other delimited text')
    .description('load a sales file into the store, all of it or nothing')
    .action((file: string) =>
      run(() =>
        withShopkeeper(async shopkeeper => {
          const progress = progressShower(process.stderr);
          const result = await shopkeeper.ingest(file, progress.show).finally(progress.done);
          console.log(ingestText(result, shopkeeper.config.SHOP_CURRENCY));
        }),
      ),
    );
}
