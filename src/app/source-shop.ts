import { formatFor, plural } from '../core/answer/format.js';
import type { DateOrder } from '../core/calendar/written-dates.js';
import { ShopkeeperError } from '../core/errors.js';
import { currencyCode, currencyWith } from '../core/money/currencies.js';
import type { IngestResult, Understanding } from '../ingest/load/result.js';
import { readRates } from '../ingest/understand/currencies/rates.js';
import { addRates, storedRates } from '../ingest/understand/currencies/stored-rates.js';
import { UnclearFileError } from '../ingest/understand/questions/question.js';
import type { UndoResult } from '../ingest/undo.js';
import { openSource } from '../sources/open.js';
import type { SourceShop } from '../sources/running.js';
import type { StoreReader } from '../store/engine/transaction.js';
import { storedCurrency } from '../store/tables/amounts.js';

/** What sources need of what is around them. */
export interface AroundSources
  extends Omit<SourceShop, 'open' | 'ingest' | 'headerOf' | 'rates' | 'takeRates'> {
  readonly dateOrder: DateOrder;
  /** A file of rates that the settings name. */
  readonly ratesFile: string | undefined;
  readonly ingest: (path: string) => Promise<IngestResult>;
  readonly understand: (path: string) => Promise<Understanding>;
  readonly undo: (id: number) => Promise<UndoResult>;
}

/** The shop as sources see it. */
export function sourceShop(around: AroundSources): SourceShop {
  const { store, now, currency, ratesFile, dateOrder } = around;
  const read = async (reader: StoreReader, path: string) =>
    readRates(path, currencyCode((await storedCurrency(reader)) ?? currency ?? 'EUR'), dateOrder);
  return {
    ...around,
    open: async source => openSource(source, now),
    ingest: async path => inWords(await around.ingest(path).catch(asReport)),
    headerOf: async path => (await around.understand(path).catch(asReport)).header,
    rates: async () => (ratesFile === undefined ? storedRates(store) : read(store, ratesFile)),
    takeRates: async (trx, path, source) => {
      const added = await addRates(trx, source, await read(trx, path));
      return added === 0 ? 'It has no new rates.' : `${plural(added, 'rate')} noted.`;
    },
  };
}

/** A file that leaves something open is refused with the question, and what answers it. */
function asReport(error: unknown): never {
  if (!(error instanceof UnclearFileError)) throw error;
  throw new ShopkeeperError(
    error.message,
    [error.hint, 'Load it once by hand with the answer (shopkeeper ingest FILE); such files are then known.']
      .filter(Boolean)
      .join('\n'),
  );
}

function inWords(result: IngestResult): string {
  if (!result.loaded) return 'It had been loaded before. Nothing changed.';
  const { amount } = formatFor(currencyWith(result.currency, result.minorDigits));
  const refused = result.refusedCount > 0 ? ` ${plural(result.refusedCount, 'row')} could not be read.` : '';
  const { orders, ordersReplaced } = result;
  const replaced = ordersReplaced > 0 ? ` ${plural(ordersReplaced, 'order')} of earlier files replaced.` : '';
  return `${plural(orders, 'order')} of ${amount(result.revenue)} loaded.${replaced}${refused}`;
}
