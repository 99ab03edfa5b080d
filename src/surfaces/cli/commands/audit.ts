import type { Command } from 'commander';
import { csvText } from '../../../core/text/csv.js';
import { listAuditEntries } from '../../../store/tables/audit-log.js';
import { daysBefore } from '../days-option.js';
import { run, withShopkeeper } from '../run.js';
import { auditRows, auditText } from '../show/audit.js';

/** Entries in a terminal; a CSV has all. */
const SHOWN = 100;

export function addAudit(program: Command): void {
  program
    .command('audit')
    .description('list who asked what in Slack, and what became of it, the newest first')
    .option('--days <number>', 'of the last days', '30')
    .option('--csv', 'print all of it as CSV')
    .action(({ days, csv }: { days: string; csv?: boolean }) =>
      run(() =>
        withShopkeeper(async ({ shop, now }) => {
          const since = daysBefore(now(), days);
          const limit = csv ? Number.MAX_SAFE_INTEGER : SHOWN;
          const entries = await listAuditEntries(shop.store, { since, limit });
          if (csv) process.stdout.write(csvText(auditRows(entries)));
          else console.log(auditText(entries, Number(days)));
        }),
      ),
    );
}
