import type { Command } from 'commander';
import type { Forgetting } from '../../../app/forget.js';
import { ShopkeeperError } from '../../../core/errors.js';
import { personAt } from '../prompt.js';
import { run, withShopkeeper } from '../run.js';
import { personalDataText } from '../show/personal-data.js';

/** `shopkeeper forget CUSTOMER`. */
export function addForget(program: Command): void {
  program
    .command('forget')
    .argument('[customer]', "a customer, by the shop's own id or by name")
    .option('--yes', 'do not ask')
    .option(
      '--clean',
      'only write the store anew, where that could not be done after customers were forgotten',
    )
    .description(
      'remove the name, contact data and id of a customer for good; the sales stay (docs/store.md)',
    )
    .action((name: string | undefined, { yes, clean }: { yes?: boolean; clean?: boolean }) =>
      run(() =>
        withShopkeeper(async ({ forgetting }) => {
          if (clean) console.log((await forgetting.erase()) ? CLEAN : REMAINS);
          else await forget(forgetting, name, yes ?? false);
        }),
      ),
    );
}

const CLEAN = 'The files of the store have nothing of it any more.';
const REMAINS =
  'Other programs use the store or its database server, so its files have remains of the name. ' +
  'Run `shopkeeper forget --clean` when they are idle.';

async function forget(forgetting: Forgetting, name: string | undefined, isSure: boolean): Promise<void> {
  if (name === undefined)
    throw new ShopkeeperError('Which customer?', "Name one by the shop's own id, or by name.");
  const data = await forgetting.look(name);
  console.log(personalDataText(data));
  if (!isSure && !(await isWanted())) {
    console.log('Nothing was changed.');
    return;
  }
  const { isErased } = await forgetting.forget(data.customer);
  console.log(`The customer is forgotten. ${isErased ? CLEAN : REMAINS}`);
}

/** @throws ShopkeeperError where nobody can be asked */
async function isWanted(): Promise<boolean> {
  const person = personAt();
  if (!person) throw new ShopkeeperError('Nothing was changed.', 'Add --yes to forget without being asked.');
  return /^y(?:es)?$/i.test((await person.reply('Forget this customer? Type yes: '))?.trim() ?? '');
}
