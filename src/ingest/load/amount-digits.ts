import { formatFor, plural } from '../../core/answer/format.js';
import { type AmountDecimals, currencyWith, isoDigits, minorDigits } from '../../core/money/currencies.js';
import { raiseDataVersion } from '../../store/engine/data-version.js';
import type { Store } from '../../store/engine/store.js';
import type { WriteTransaction } from '../../store/engine/transaction.js';
import { rebuildColumns } from '../../store/lines/index.js';
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
    const inTable = isoDigits(code) ?? money.shown ?? digits;
    // A store with fractions of the minor unit has more decimals than the table on purpose.
    const wanted = money.shown === undefined ? inTable : Math.max(inTable, digits);
    const loss = await whatIsLost(trx, code, digits, wanted);
    const settled = loss === undefined ? wanted : digits;
    if (settled !== digits) {
      await scaleAmounts(trx, code, digits, settled);
      await rebuildColumns(trx, await listDimensions(trx));
    }
    await noteMoney(trx, code, {
      stored: settled,
      shown: money.shown === undefined ? settled : Math.min(inTable, settled),
    });
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

/**
 * Brings a store to more decimals in the transaction of a load that needs them, if the sums stay far below
 * the largest exact one. People see as many as before.
 * @param room how many times larger than they are the sums may become
 * @returns the decimals that the store has then
 */
export async function addDecimals(
  trx: WriteTransaction,
  code: string,
  { decimals, wanted, room }: { decimals: AmountDecimals; wanted: number; room: number },
): Promise<AmountDecimals> {
  const { stored, shown } = decimals;
  if (stored >= wanted) return decimals;
  const factor = 10 ** (wanted - stored);
  if ((await largestFigure(trx)) * factor * room > Number.MAX_SAFE_INTEGER) return decimals;
  await scaleAmounts(trx, code, stored, wanted);
  await rebuildColumns(trx, await listDimensions(trx));
  await noteMoney(trx, code, { stored: wanted, shown });
  return { stored: wanted, shown };
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
