import type { Command } from 'commander';
import { openShopkeeper } from '../../../app/shopkeeper.js';
import { plural } from '../../../core/answer/format.js';
import { backupStore, type Contents, restoreStore } from '../../../store/engine/backup.js';
import { configFromEnvironment, logger, run, withShopkeeper } from '../run.js';

/** `shopkeeper backup FILE` and `shopkeeper restore FILE`. */
export function addBackup(program: Command): void {
  program
    .command('backup')
    .description('write all of the store to a file, while Shopkeeper runs, and check it')
    .argument('<file>', 'a file that does not exist yet')
    .action((file: string) =>
      run(() =>
        withShopkeeper(async ({ shop }) => {
          const { bytes, contents } = await backupStore(shop.store, file);
          console.log(`${file} has ${contentsText(contents)}; ${sizeText(bytes)}, read back and whole.`);
          console.log(`shopkeeper restore ${file} puts it back.`);
        }),
      ),
    );
  program
    .command('restore')
    .description('put a backup in the place of the store, which is kept beside it')
    .argument('<file>', 'a file that shopkeeper backup wrote')
    .action((file: string) =>
      run(async () => {
        const config = configFromEnvironment();
        const { aside, contents } = await restoreStore(config.DATABASE_URL, file, new Date());
        // A backup of an older version is brought up to date as it is opened.
        await (await openShopkeeper(config, logger('warn'))).close();
        console.log(`The store is ${file} now: ${contentsText(contents)}.`);
        if (aside)
          console.log(`The store as it was before is ${aside}; delete it when you no longer need it.`);
      }),
    );
}

const contentsText = ({ ingests, orders, lines, customers }: Contents): string =>
  `${plural(lines, 'order line')} of ${plural(orders, 'order')} by ${plural(customers, 'customer')}, ` +
  `from ${plural(ingests, 'load')}`;

const sizeText = (bytes: number): string =>
  bytes < 1e6 ? `${Math.ceil(bytes / 1e3)} kB` : `${(bytes / 1e6).toFixed(1)} MB`;
