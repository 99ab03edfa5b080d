import type { Command } from 'commander';
import { run, withShopkeeper } from '../run.js';
import { tiesText } from '../show/ties.js';

export function addCustomers(program: Command): void {
  const customers = program
    .command('customers')
    .description('join customers who are one person, or split them (docs/sources.md)');
  customers
    .command('ties')
    .description('list who is joined and why, and who shares an e-mail address without being joined')
    .option('--json', 'print the list as JSON')
    .action(({ json }: { json?: boolean }) =>
      run(() =>
        withShopkeeper(async shopkeeper => {
          const list = await shopkeeper.customers.ties();
          console.log(json ? JSON.stringify(list, null, 2) : tiesText(list));
        }),
      ),
    );
  customers
    .command('merge')
    .argument('<stays>', "the customer who stays, by the shop's own id or by name")
    .argument('<others...>', 'who is the same person')
    .description('join customers; their orders count as those of one')
    .action((stays: string, others: readonly string[]) =>
      run(() =>
        withShopkeeper(async shopkeeper => {
          const { stays: one, joined } = await shopkeeper.customers.merge([stays, ...others]);
          const who = joined.map(c => c.key).join(', ');
          console.log(`${who} and ${one.key} are one customer now, called ${one.name ?? one.key}.`);
        }),
      ),
    );
  customers
    .command('split')
    .argument('<key>', "the shop's own id of who is not the same person")
    .description('split a customer off; they are not joined again by themselves')
    .action((key: string) =>
      run(() =>
        withShopkeeper(async shopkeeper => {
          const { customer, from } = await shopkeeper.customers.split(key);
          console.log(
            `${customer.key} is a customer of their own again, apart from ${from.name ?? from.key}.`,
          );
        }),
      ),
    );
}
