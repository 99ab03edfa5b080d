import { type Command, InvalidArgumentError } from 'commander';
import { ShopkeeperError } from '../../../core/errors.js';
import { run, withShopkeeper } from '../run.js';
import { ingestText, understandingText, undoText } from '../show/ingest.js';
import { progressShower } from '../show/progress.js';

interface IngestFlags {
  readonly map: readonly string[];
  readonly sheet?: string;
  readonly rates?: string;
  readonly dryRun?: boolean;
  readonly undo?: number;
}

export function addIngest(program: Command): void {
  program
    .command('ingest')
    .argument('[file]', 'a sales file: CSV, TSV or other delimited text (also gzipped), or XLSX')
    .description('load a sales file into the store, completely or not at all')
    .option('--map <column=field>', 'map a column to a field; can be repeated', collect, [])
    .option('--sheet <name>', 'the sheet of a workbook (default: the first sheet with a header)')
    .option('--rates <file>', "exchange rates: date, currency, rate; or the ECB's eurofxref-hist.csv")
    .option('--dry-run', 'show how the file would be read, without writing anything')
    .option('--undo <number>', 'undo an ingest by its number (see shopkeeper ingests)', wholeNumber)
    .action((file: string | undefined, flags: IngestFlags) => run(() => ingest(file, flags)));
}

async function ingest(
  file: string | undefined,
  { map, sheet, rates, dryRun, undo }: IngestFlags,
): Promise<void> {
  await withShopkeeper(async shopkeeper => {
    if (undo !== undefined) {
      console.log(undoText(await shopkeeper.undo(undo)));
      return;
    }
    if (file === undefined)
      throw new ShopkeeperError('Which file should be loaded?', 'For example: shopkeeper ingest sales.csv');
    if (dryRun) {
      console.log(understandingText(await shopkeeper.understand(file, { map, sheet, rates })));
      return;
    }
    const progress = progressShower(process.stderr);
    const result = await shopkeeper.ingest(file, progress.show, { map, sheet, rates }).finally(progress.done);
    console.log(ingestText(result));
  });
}

const collect = (pair: string, pairs: readonly string[]): string[] => [...pairs, pair];

function wholeNumber(text: string): number {
  const number = Number(text);
  if (!Number.isInteger(number)) throw new InvalidArgumentError('It must be a whole number.');
  return number;
}
