import { z } from 'zod';
import { type AmountDecimals, currencyWith, minorDigits } from '../../core/money/currencies.js';
import { knexOf } from '../engine/connection.js';
import type { StoreReader, WriteTransaction } from '../engine/transaction.js';
import { PART_COLUMNS } from './order-lines.js';
import { readNote, writeNote } from './store-notes.js';

/**
 * How many decimals the store's amounts have. That is noted with the amounts, and the note holds: neither
 * another version of Node nor another table of currencies changes them.
 */

/** What the amounts of a store are in. */
export interface StoredMoney {
  /** ISO 4217. */
  readonly code: string;
  /** Decimals that amounts are stored with. Undefined in a store from before they were noted. */
  readonly digits?: number;
  /** Decimals that people see, if they are fewer: some lines have fractions of the minor unit. */
  readonly shown?: number;
  /**
   * Decimals that the table of currencies had then: if it has others now, the amounts may have to be
   * converted.
   */
  readonly table?: number;
}

const noteSchema = z.object({
  code: z.string(),
  digits: z.number().int(),
  shown: z.number().int().optional(),
  table: z.number().int(),
});

/** What the amounts of a store are in; undefined if nothing was ever loaded. */
export async function storedMoney(reader: StoreReader): Promise<StoredMoney | undefined> {
  const loaded: { currency: string } | undefined = await knexOf(reader)('ingests').first('currency');
  const note = await readMoney(reader);
  if (!loaded) return note;
  return note?.code === loaded.currency ? note : { code: loaded.currency };
}

/** The currency of a store's amounts, as figures carry it; undefined if it holds none. */
export async function storedCurrency(reader: StoreReader): Promise<string | undefined> {
  const loaded = await knexOf(reader)('ingests').first('id');
  const money = loaded && (await storedMoney(reader));
  if (!money || money.digits === undefined) return money?.code;
  return currencyWith(money.code, money.shown ?? money.digits, money.digits);
}

async function readMoney(reader: StoreReader) {
  const note = await readNote(reader, 'amounts');
  return note === undefined ? undefined : noteSchema.parse(JSON.parse(note));
}

/** Notes how many decimals amounts are stored and shown with, and how many the table has. */
export async function noteMoney(
  trx: WriteTransaction,
  code: string,
  { stored, shown }: AmountDecimals,
): Promise<void> {
  const value = JSON.stringify({
    code,
    digits: stored,
    ...(shown !== stored && { shown }),
    table: minorDigits(code),
  } satisfies z.input<typeof noteSchema>);
  await writeNote(trx, 'amounts', value);
}

/** The decimals that amounts in the store's currency have. */
export async function storedDecimals(reader: StoreReader, code: string): Promise<AmountDecimals> {
  const money = await storedMoney(reader);
  const stored = money?.digits ?? minorDigits(code);
  return { stored, shown: money?.shown ?? stored };
}

/**
 * The decimals that a load writes its amounts with: those of the store, or of the table for the first load.
 */
export async function decimalsForLoad(trx: WriteTransaction, code: string): Promise<AmountDecimals> {
  const money = await storedMoney(trx);
  if (money?.code === code && money.digits !== undefined)
    return { stored: money.digits, shown: money.shown ?? money.digits };
  const digits = minorDigits(code);
  const decimals = { stored: digits, shown: digits };
  await noteMoney(trx, code, decimals);
  return decimals;
}

/** Amounts as files had them, from which all others follow. */
const GIVEN = [
  ['order_lines', 'amount'],
  ['lines_aside', 'amount'],
  ['customer_summaries', 'revenue'],
  ...PART_COLUMNS.flatMap(part => [['order_lines', part] as const, ['lines_aside', part] as const]),
] as const;

/** Stored sums of them. Columns of lines and scores are rebuilt instead. */
const SUMS = [
  ['ingests', 'revenue'],
  ['orders', 'revenue'],
  ['customer_totals', 'revenue'],
] as const;

/** Whether all amounts are multiples of a factor, so that dividing by it loses nothing. */
export async function areMultiplesOf(reader: StoreReader, code: string, factor: number): Promise<boolean> {
  for (const [table, column] of GIVEN)
    if (await knexOf(reader)(table).whereRaw(`${column} % ? <> 0`, [factor]).first(column)) return false;
  const ledgers = await readLedgers(reader, code);
  return ledgers.every(({ ledger }) => ledger.days.every(([, , revenue]) => revenue % factor === 0));
}

/** The sum of all amounts, whatever their sign: no figure is larger. */
export const largestFigure = (reader: StoreReader): Promise<number> => sumOfSizes(reader, GIVEN);

/** The sum of all amounts of revenue that count, whatever their sign. */
export const countedFigure = (reader: StoreReader): Promise<number> =>
  sumOfSizes(
    reader,
    GIVEN.filter(
      ([table, column]) => table !== 'lines_aside' && (column === 'amount' || column === 'revenue'),
    ),
  );

async function sumOfSizes(
  reader: StoreReader,
  columns: readonly (readonly [string, string])[],
): Promise<number> {
  let sum = 0;
  for (const [table, column] of columns) {
    const row = await knexOf(reader)(table)
      .sum({ n: knexOf(reader).raw(`abs(${column})`) })
      .first();
    sum += Number(row?.n ?? 0);
  }
  return sum;
}

/**
 * Converts all amounts from one number of decimals to another: exact if they stay safe integers, or are
 * multiples of the divisor. What digests had counted, which the next ones compare with, is converted too.
 */
export async function scaleAmounts(
  trx: WriteTransaction,
  code: string,
  from: number,
  to: number,
): Promise<void> {
  const sign = to > from ? '*' : '/';
  const factor = 10 ** Math.abs(to - from);
  for (const [table, column] of [...GIVEN, ...SUMS])
    await knexOf(trx)(table).update({ [column]: knexOf(trx).raw(`${column} ${sign} ${factor}`) });
  for (const { key, ledger } of await readLedgers(trx, code)) {
    const days = ledger.days.map(([day, orders, revenue]) => [
      day,
      orders,
      to > from ? revenue * factor : revenue / factor,
    ]);
    await knexOf(trx)('digest_runs')
      .where({ key })
      .update({ ledger: JSON.stringify({ ...ledger, days }) });
  }
}

const ledgerSchema = z.looseObject({ days: z.array(z.tuple([z.number(), z.number(), z.number()])) });

/** What digests in a currency had counted on each day: day, orders, revenue. */
async function readLedgers(reader: StoreReader, code: string) {
  const rows: { key: string; asked: string; ledger: string }[] = await knexOf(reader)('digest_runs')
    .whereNotNull('ledger')
    .select('key', 'asked', 'ledger');
  return rows
    .filter(({ asked }) => asked.split(' ', 1)[0] === code)
    .map(({ key, ledger }) => ({ key, ledger: ledgerSchema.parse(JSON.parse(ledger)) }));
}

/** Digests that were posted first: as they were composed, and what they had counted. JSON. */
export const firstDigests = (reader: StoreReader): Promise<{ content: string; ledger: string }[]> =>
  knexOf(reader)('digest_runs')
    .whereNotNull('content')
    .whereNotNull('ledger')
    .orderByRaw('coalesce(begun_at, claimed_at), key')
    .limit(MOST_DIGESTS)
    .select('content', 'ledger');

const MOST_DIGESTS = 20;

/** How many different amounts order lines have. */
export async function distinctAmounts(reader: StoreReader): Promise<number> {
  const row = await knexOf(reader)('order_lines').countDistinct({ n: 'amount' }).first();
  return Number(row?.n ?? 0);
}

/** What all loaded files came to, whatever their sign: about as large as any figure. */
export async function loadedFigure(reader: StoreReader): Promise<number> {
  const row = await knexOf(reader)('ingests')
    .sum({ n: knexOf(reader).raw('abs(revenue)') })
    .first();
  return Number(row?.n ?? 0);
}

/** The file that was loaded last, and what it came to in stored units. */
export async function lastFile(reader: StoreReader): Promise<{ file: string; revenue: number } | undefined> {
  const row = await knexOf(reader)('ingests').orderBy('id', 'desc').first('file_name', 'revenue');
  return row && { file: row.file_name, revenue: Number(row.revenue) };
}
