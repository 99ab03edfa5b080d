import { type Command, InvalidArgumentError } from 'commander';
import type { Shopkeeper } from '../../../app/shopkeeper.js';
import { ShopkeeperError } from '../../../core/errors.js';
import { undoText } from '../../../ingest/report/result.js';
import type { Ask } from '../../../ingest/understand/questions/question.js';
import { asking, personAt } from '../prompt.js';
import { run, withShopkeeper } from '../run.js';
import { ingestText, understandingText } from '../show/ingest.js';
import { progressShower } from '../show/progress.js';

interface IngestFlags {
  readonly map: readonly string[];
  readonly sheet?: string;
  readonly rates?: string;
  readonly dryRun?: boolean;
  readonly explain?: boolean;
  readonly columns?: boolean;
  readonly undo?: number;
}

export function addIngest(program: Command): void {
  program
    .command('ingest')
    .argument(
      '[files...]',
      'sales files: CSV, TSV or other delimited text (also gzipped), XLSX, or a ZIP of them',
    )
    .description(
      'load sales files into the store, completely or not at all; those that belong together as one',
    )
    .option('--map <column=field>', 'map a column to a field; can be repeated', collect, [])
    .option('--sheet <name>', 'the sheet of a workbook (default: those that hold the sales)')
    .option('--rates <file>', "exchange rates: date, currency, rate; or the ECB's eurofxref-hist.csv")
    .option('--dry-run', 'show how the file would be read, without writing anything')
    .option(
      '--explain',
      'show how sure each decision is, and what else the file might mean; nothing is loaded',
    )
    .option('--columns', 'list every column that is not used, and why')
    .option('--undo <number>', 'undo an ingest by its number (see shopkeeper ingests)', wholeNumber)
    .action((files: readonly string[], flags: IngestFlags) => run(() => ingest(files, flags)));
}

async function ingest(files: readonly string[], flags: IngestFlags): Promise<void> {
  await withShopkeeper(async shopkeeper => {
    if (flags.undo !== undefined) {
      console.log(undoText(await shopkeeper.undo(flags.undo)));
      return;
    }
    if (files.length === 0)
      throw new ShopkeeperError('Which file should be loaded?', 'For example: shopkeeper ingest sales.csv');
    const person = personAt();
    await loadOrLook(shopkeeper, files, flags, person && asking(person));
  });
}

/** Loads files, or says how they would be read. */
async function loadOrLook(
  shopkeeper: Shopkeeper,
  files: readonly string[],
  { map, sheet, rates, dryRun, explain, columns }: IngestFlags,
  ask: Ask | undefined,
): Promise<void> {
  const progress = progressShower(process.stderr);
  const askBetween: Ask | undefined =
    ask &&
    (question => {
      progress.done();
      return ask(question);
    });
  const options = { map, sheet, rates, ask: askBetween, isExplained: explain };
  if (dryRun || explain) {
    for await (const understanding of shopkeeper.understandAll(files, options))
      console.log(understandingText(understanding, { columns }));
    return;
  }
  try {
    for await (const result of shopkeeper.ingestAll(files, progress.show, options)) {
      progress.done();
      console.log(ingestText(result, { columns }));
    }
  } finally {
    progress.done();
  }
}

const collect = (pair: string, pairs: readonly string[]): string[] => [...pairs, pair];

function wholeNumber(text: string): number {
  const number = Number(text);
  if (!Number.isInteger(number)) throw new InvalidArgumentError('It must be a whole number.');
  return number;
}
