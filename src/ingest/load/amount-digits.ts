import { formatFor, plural } from '../../core/answer/format.js';
import { currencyWith, isoDigits, minorDigits } from '../../core/money/currencies.js';
import { rebuildColumns } from '../../store/columns/index.js';
import { raiseDataVersion } from '../../store/engine/data-version.js';
import type { Store } from '../../store/engine/store.js';
import type { WriteTransaction } from '../../store/engine/transaction.js';
import {
  areMultiplesOf,
  largestFigure,
  lastFile,
  noteMoney,
  type StoredMoney,
  scaleAmounts,
  storedMoney,
} from '../../store/tables/amounts.js';
import { listDimensions } from '../../store/tables/dimensions.js';
import { digitsBefore } from './guessed-digits.js';

const isCurrent = (money: StoredMoney | undefined): boolean =>
  !money || (money.digits !== undefined && money.table === minorDigits(money.code));

/**
 * Converts a store's amounts to the decimals that the table of currencies has: in one transaction, and only
 * if nothing is lost. Otherwise the store keeps its own decimals. A store from before decimals were noted has
 * those that `digitsBefore` finds.
 * @param afterChange brings the segments up to date, in the same transaction
 * @returns what was done, for the log; undefined if nothing was to be done
 */
export async function reconcileDigits(
  store: Store,
  afterChange: (trx: WriteTransaction) => Promise<void>,
): Promise<string | undefined> {
  if (isCurrent(await storedMoney(store))) return undefined;
  return store.write(async trx => {
    const money = await storedMoney(trx);
    if (!money || isCurrent(money)) return undefined;
    const { code } = money;
    const { digits, because } =
      money.digits === undefined
        ? await digitsBefore(trx, code)
        : { digits: money.digits, because: undefined };
    const wanted = isoDigits(code) ?? digits;
    const loss = await whatIsLost(trx, code, digits, wanted);
    const settled = loss === undefined ? wanted : digits;
    if (settled !== digits) {
      await scaleAmounts(trx, code, digits, settled);
      await rebuildColumns(trx, await listDimensions(trx));
    }
    await noteMoney(trx, { code, digits: settled });
    if (digits === wanted && !because) return undefined;
    // Where cuts lie depends on the decimals, too.
    await afterChange(trx);
    await raiseDataVersion(trx);
    const checked = because ? ` It was found so ${because}.${await check(trx, code, settled)}` : '';
    return whatWasDone({ code, digits, wanted, loss }) + checked;
  });
}

/** In a sentence. */
function whatWasDone(done: {
  code: string;
  digits: number;
  wanted: number;
  loss: string | undefined;
}): string {
  const { code, digits, wanted, loss } = done;
  const was = `${code} was stored with ${plural(digits, 'decimal')}`;
  if (digits === wanted) return `${was}, as ISO 4217 has it: nothing was changed.`;
  return loss
    ? `${was}, ISO 4217 has ${wanted}: the store keeps its own, since ${loss}.`
    : `${was}, ISO 4217 has ${wanted}: all amounts were converted, exactly.`;
}

/** Why amounts cannot be brought to other decimals; undefined if nothing would be lost. */
async function whatIsLost(
  trx: WriteTransaction,
  code: string,
  from: number,
  to: number,
): Promise<string | undefined> {
  const factor = 10 ** Math.abs(to - from);
  if (to < from && !(await areMultiplesOf(trx, code, factor))) return 'some amounts have more';
  if (to > from && (await largestFigure(trx)) * factor > Number.MAX_SAFE_INTEGER)
    return 'the sums would be too large to be exact';
  return undefined;
}

/** Figures by which a person sees whether the decimals of an old store were found rightly. */
async function check(trx: WriteTransaction, code: string, digits: number): Promise<string> {
  const last = await lastFile(trx);
  if (!last) return '';
  const sum = formatFor(currencyWith(code, digits)).amount(last.revenue);
  return (
    ` ${last.file} comes to ${sum}; if that is wrong, take all files back (ingest --undo) and load ` +
    'them again.'
  );
}
