import { plural } from '../../../core/answer/format.js';
import { IngestError } from '../../../core/errors.js';
import type { AmountDecimals } from '../../../core/money/currencies.js';
import type { WriteTransaction } from '../../../store/engine/transaction.js';
import { countedFigure, decimalsForLoad, loadedFigure } from '../../../store/tables/amounts.js';
import { addDecimals } from '../amount-digits.js';
import { BeginAgain, LineAmounts, type Precision, withFewer } from './line-amounts.js';

/** A store is given more decimals only while its sums may still become so many times larger. */
const ROOM = 100;

/**
 * Loads a file, and begins again for as long as its lines need other decimals.
 * @param load throws `BeginAgain` where they do
 */
export async function withPrecision<T>(
  first: Precision,
  load: (precision: Precision) => Promise<T>,
): Promise<T> {
  for (let precision = first; ; ) {
    try {
      return await load(precision);
    } catch (error) {
      if (!(error instanceof BeginAgain)) throw error;
      precision = error.precision;
    }
  }
}

/**
 * What a file's amounts are read by, in the transaction of its load. The store is given more decimals if they
 * are needed.
 * @throws BeginAgain if sums would not stay exact with them
 */
export async function amountsForLoad(
  trx: WriteTransaction,
  file: { readonly name: string; readonly currency: string },
  precision: Precision,
): Promise<LineAmounts> {
  const decimals = await decimalsForLoad(trx, file.currency);
  if (decimals.stored < precision.least) {
    const wanted = precision.least;
    const again = () => new BeginAgain(withFewer(precision, wanted));
    const added = await addDecimals(trx, file.currency, { decimals, wanted, room: ROOM });
    if (added.stored < wanted) throw again();
    return new LineAmounts(added, precision, { sum: Number.MAX_SAFE_INTEGER / ROOM, beyond: again });
  }
  const sum = Number.MAX_SAFE_INTEGER - (await figureOf(trx));
  return new LineAmounts(decimals, precision, { sum, beyond: () => tooLarge(file.name, decimals) });
}

/** About what the amounts in the store come to, whatever their sign. */
async function figureOf(trx: WriteTransaction): Promise<number> {
  // Orders that later files replaced count here again and again, which only matters if it is much.
  const loaded = await loadedFigure(trx);
  return loaded < Number.MAX_SAFE_INTEGER / ROOM ? loaded : countedFigure(trx);
}

/** Where sums of a file's amounts would not be exact with the decimals of the store. */
export function tooLarge(file: string, { stored, shown }: AmountDecimals): IngestError {
  const isFiner = stored > shown;
  return new IngestError(
    `${file}: with the files before it, its amounts are too large to be added exactly with ` +
      `${plural(stored, 'decimal')}${isFiner ? ', which an earlier file needed' : ''}.`,
    isFiner
      ? 'Nothing was loaded. Load this file into a new store (another DATABASE_URL) first, then the ' +
          "others: their amounts are rounded to the currency's decimals there."
      : 'Nothing was loaded. See whether the right column was taken for the amount (ingest --dry-run).',
  );
}
