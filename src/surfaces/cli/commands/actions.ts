import type { Command } from 'commander';
import { changeActions } from '../../../app/start-action.js';
import { answerJson } from '../../../core/answer/answer.js';
import { addAuditEntries } from '../../../store/tables/audit-log.js';
import { run, withShopkeeper } from '../run.js';
import { answerText } from '../show/answer.js';

export function addActions(program: Command): void {
  program
    .command('actions')
    .argument(
      '[words...]',
      'start and an action, or remove and its number; nothing lists what is recommended',
    )
    .option('--json', 'print the answer as JSON')
    .description('recommended actions; start one (actions start win-back hold-out:10% days:30), or remove it')
    // A filter such as `-status:Cancelled` begins like an option.
    .allowUnknownOption()
    .action((words: readonly string[], { json }: { json?: boolean }) =>
      run(() =>
        withShopkeeper(async ({ shop, ask, now }) => {
          if (words.length > 0) {
            const text = words.join(' ');
            const { said } = await changeActions(shop, text, { person: null, now: now() });
            await addAuditEntries(shop.store, [
              { ...ENTRY, at: now().toISOString(), asked: `actions ${text}` },
            ]);
            console.log(said);
            return;
          }
          const answer = await ask('segment actions');
          console.log(
            json
              ? JSON.stringify(answerJson(answer), null, 2)
              : answerText(answer, process.stdout.columns ?? 100),
          );
        }),
      ),
    );
}

/** What the audit log says of a change on the server. */
const ENTRY = {
  person: null,
  surface: 'terminal',
  channel: null,
  outcome: 'changed',
  detail: null,
  rows: 0,
  hasContacts: false,
} as const;
