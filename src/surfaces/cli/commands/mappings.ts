import type { Command } from 'commander';
import { ShopkeeperError } from '../../../core/errors.js';
import { run, withShopkeeper } from '../run.js';
import { mappingsText } from '../show/mappings.js';

export function addMappings(program: Command): void {
  const mappings = program
    .command('mappings')
    .description('list what was answered about files, and is remembered for files with the same columns')
    .option('--json', 'print the list as JSON')
    .action(({ json }: { json?: boolean }) =>
      run(() =>
        withShopkeeper(async shopkeeper => {
          const list = await shopkeeper.mappings();
          console.log(json ? JSON.stringify(list, null, 2) : mappingsText(list));
        }),
      ),
    );
  mappings
    .command('remove')
    .argument('<number>', 'its number in the list')
    .description('forget an answer; such files are asked about again')
    .action((number: string) => run(() => withShopkeeper(shopkeeper => remove(shopkeeper, number))));
}

async function remove(
  shopkeeper: { removeMapping(id: number): Promise<boolean> },
  number: string,
): Promise<void> {
  const isNumber = /^\d{1,9}$/.test(number);
  if (!isNumber || !(await shopkeeper.removeMapping(Number(number))))
    throw new ShopkeeperError(
      `There is no remembered answer number ${number}.`,
      'shopkeeper mappings lists them.',
    );
  console.log(`Answer number ${number} is forgotten. Files that were loaded with it stay as they are.`);
}
