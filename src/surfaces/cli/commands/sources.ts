import type { Command } from 'commander';
import { ShopkeeperError } from '../../../core/errors.js';
import { runText } from '../../../sources/run-text.js';
import type { RunWishes } from '../../../sources/running.js';
import { run, withShopkeeper } from '../run.js';
import { checkText, paymentsText, problemsText, sourcesText } from '../show/sources.js';

/** `shopkeeper sources ...` (docs/sources.md). */
export function addSources(program: Command): void {
  const sources = program.command('sources').description('data that arrives by itself (docs/sources.md)');
  addListing(sources);
  sources
    .command('add')
    .argument('<kind>', 'folder, address, shopify: docs/sources.md has them all')
    .argument('<name>', 'what it is to be called: web-shop')
    .argument('[settings...]', 'what it needs to know: path=/data/exports, key=env:SHOP_KEY')
    .option('--every <when>', 'when it is read: "every 15 minutes", "daily 6:00 Europe/Berlin"')
    .description('add a source, once it was checked')
    .action((kind: string, name: string, pairs: readonly string[], { every }: { every?: string }) =>
      run(() =>
        withShopkeeper(async shopkeeper => {
          const check = await shopkeeper.sources.add({ kind, name, settings: settingsOf(pairs) }, every);
          console.log(
            `${checkText(check)}\nThe source ${name} is added. Read it now: shopkeeper sources run ${name}`,
          );
        }),
      ),
    );
  sources
    .command('check')
    .argument('<name>', 'its name in the list')
    .description('look whether a source can be read; nothing is stored')
    .action((name: string) =>
      run(() =>
        withShopkeeper(async shopkeeper => console.log(checkText(await shopkeeper.sources.check(name)))),
      ),
    );
  sources
    .command('run')
    .argument('<name>', 'its name in the list')
    .option('--full', 'read everything again, and find what is gone')
    .option('--remove', 'with --full: remove what is gone, however much it is')
    .option('--new-columns', 'take files whose columns are not those of the files before')
    .description('read a source now')
    .action((name: string, wishes: RunWishes) =>
      run(() =>
        withShopkeeper(async shopkeeper => {
          const result = await shopkeeper.sources.run(name, wishes);
          console.log(runText(result, `shopkeeper sources problems ${name}`));
          if (result.outcome !== 'done') process.exitCode = 1;
        }),
      ),
    );
  addChanging(sources);
}

function addListing(sources: Command): void {
  sources
    .command('list')
    .option('--json', 'print the list as JSON')
    .description('list the sources, how far each was read, and what went wrong')
    .action(({ json }: { json?: boolean }) =>
      run(() =>
        withShopkeeper(async shopkeeper => {
          const list = await shopkeeper.sources.list();
          console.log(json ? JSON.stringify(list, null, 2) : sourcesText(list));
        }),
      ),
    );
  sources
    .command('problems')
    .argument('[name]', 'of one source')
    .description('list the orders that could not be read, and why')
    .action((name?: string) =>
      run(() =>
        withShopkeeper(async shopkeeper =>
          console.log(problemsText(await shopkeeper.sources.problems(name))),
        ),
      ),
    );
  sources
    .command('payments')
    .argument('<name>', 'its name in the list')
    .description('list the payments of a source of which no order is certain')
    .action((name: string) =>
      run(() =>
        withShopkeeper(async shopkeeper =>
          console.log(paymentsText(await shopkeeper.sources.payments(name))),
        ),
      ),
    );
}

/** Orders are known by the name of their source. */
const SAME_NAME = 'If you add it again, use the same name: under another one its orders would count twice.';

function addChanging(sources: Command): void {
  for (const [verb, isPaused, what] of [
    ['pause', true, 'not read a source for a while'],
    ['resume', false, 'read a paused source again'],
  ] as const)
    sources
      .command(verb)
      .argument('<name>', 'its name in the list')
      .description(what)
      .action((name: string) =>
        run(() =>
          withShopkeeper(async shopkeeper => {
            await shopkeeper.sources.pause(name, isPaused);
            console.log(`${name} is ${isPaused ? 'paused' : 'read again'}.`);
          }),
        ),
      );
  sources
    .command('remove')
    .argument('<name>', 'its name in the list')
    .option('--orders', 'take its orders out as well; without it they stay')
    .description('remove a source')
    .action((name: string, { orders }: { orders?: boolean }) =>
      run(() =>
        withShopkeeper(async shopkeeper => {
          const undone = await shopkeeper.sources.remove(name, orders ?? false);
          console.log(
            undone
              ? `${name} is removed, and its ${undone.lines} lines with it.`
              : `${name} is removed. What it has brought stays. ${SAME_NAME}`,
          );
        }),
      ),
    );
}

function settingsOf(pairs: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    pairs.map(pair => {
      const [, key, value] = /^([a-z]+)=(.*)$/s.exec(pair) ?? [];
      if (key === undefined || value === undefined)
        throw new ShopkeeperError(
          `"${pair}" is no setting.`,
          'Settings are written as name=value: path=/data/exports',
        );
      return [key, value];
    }),
  );
}
