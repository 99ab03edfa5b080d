import type { Knex } from 'knex';
import { z } from 'zod';
import { currencyWith, minorDigits } from '../../core/money/currencies.js';

/**
 * In how many decimals the store's amounts are kept. They are noted with the amounts, and what was noted is in force: neither
 * another version of Node nor another table of currencies makes other amounts of them.
 */

/** What the amounts of a store are in. */
export interface StoredMoney {
  /** ISO 4217. */
  readonly code: string;
  /** Decimals of the minor unit that amounts are stored in. Undefined in a store from before they were noted. */
  readonly digits?: number;
  /** Decimals that the table of currencies had when these were noted: if it has others now, this is to be looked at again. */
  readonly table?: number;
}

const NOTE = 'amounts';
const noteSchema = z.object({ code: z.string(), digits: z.number().int(), table: z.number().int() });

/** What the amounts of a store are in; undefined if nothing was ever loaded. */
export async function storedMoney(db: Knex): Promise<StoredMoney | undefined> {
  const loaded: { currency: string } | undefined = await db('ingests').first('currency');
  const note = await readNote(db);
  if (!loaded) return note;
  return note?.code === loaded.currency ? note : { code: loaded.currency };
}

/** The currency of a store's amounts, as figures carry it; undefined if it holds none. */
export async function storedCurrency(db: Knex): Promise<string | undefined> {
  const loaded = await db('ingests').first('id');
  const money = loaded && (await storedMoney(db));
  return money && (money.digits === undefined ? money.code : currencyWith(money.code, money.digits));
}

async function readNote(db: Knex) {
  const row: { value: string } | undefined = await db('store_notes').where({ key: NOTE }).first('value');
  return row && noteSchema.parse(JSON.parse(row.value));
}

/** Notes in which decimals amounts are stored, and which ones the table has. */
export async function noteMoney(
  trx: Knex,
  { code, digits }: Required<Omit<StoredMoney, 'table'>>,
): Promise<void> {
  const value = JSON.stringify({ code, digits, table: minorDigits(code) } satisfies z.input<
    typeof noteSchema
  >);
  await trx('store_notes').insert({ key: NOTE, value }).onConflict('key').merge();
}

/** The decimals that amounts in the store's currency have. */
export async function digitsOf(db: Knex, code: string): Promise<number> {
  return (await storedMoney(db))?.digits ?? minorDigits(code);
}

/** The decimals that a load writes its amounts with: those of the store, or of the table if it is the first in its currency. */
export async function digitsForLoad(trx: Knex, code: string): Promise<number> {
  const stored = await storedMoney(trx);
  if (stored?.code === code && stored.digits !== undefined) return stored.digits;
  const digits = minorDigits(code);
  await noteMoney(trx, { code, digits });
  return digits;
}

/** Amounts as files gave them, from which all others follow. */
const GIVEN = [
  ['order_lines', 'amount'],
  ['lines_aside', 'amount'],
  ['customer_summaries', 'revenue'],
] as const;

/** Sums of them, kept beside them. Columns of lines and scores are made again instead. */
const SUMS = [
  ['ingests', 'revenue'],
  ['orders', 'revenue'],
  ['customer_totals', 'revenue'],
] as const;

/** Whether all amounts are whole multiples, so that dividing by it loses nothing. */
export async function areMultiplesOf(db: Knex, code: string, factor: number): Promise<boolean> {
  for (const [table, column] of GIVEN)
    if (await db(table).whereRaw(`${column} % ? <> 0`, [factor]).first(column)) return false;
  const ledgers = await readLedgers(db, code);
  return ledgers.every(({ ledger }) => ledger.days.every(([, , revenue]) => revenue % factor === 0));
}

/** The sum of all amounts, whatever their sign: no figure is larger. */
export async function largestFigure(db: Knex): Promise<number> {
  let sum = 0;
  for (const [table, column] of GIVEN) {
    const row = await db(table)
      .sum({ n: db.raw(`abs(${column})`) })
      .first();
    sum += Number(row?.n ?? 0);
  }
  return sum;
}

/**
 * Changes all amounts from one number of decimals to another: exact if they stay safe whole numbers, or are multiples of what they
 * are divided by. Also in what digests had counted, which the next ones compare.
 */
export async function scaleAmounts(trx: Knex, code: string, from: number, to: number): Promise<void> {
  const sign = to > from ? '*' : '/';
  const factor = 10 ** Math.abs(to - from);
  for (const [table, column] of [...GIVEN, ...SUMS])
    await trx(table).update({ [column]: trx.raw(`${column} ${sign} ${factor}`) });
  for (const { key, ledger } of await readLedgers(trx, code)) {
    const days = ledger.days.map(([day, orders, revenue]) => [
      day,
      orders,
      to > from ? revenue * factor : revenue / factor,
    ]);
    await trx('digest_runs')
      .where({ key })
      .update({ ledger: JSON.stringify({ ...ledger, days }) });
  }
}

const ledgerSchema = z.looseObject({ days: z.array(z.tuple([z.number(), z.number(), z.number()])) });

/** What digests in a currency had counted on each day: day, orders, revenue. */
async function readLedgers(db: Knex, code: string) {
  const rows: { key: string; asked: string; ledger: string }[] = await db('digest_runs')
    .whereNotNull('ledger')
    .select('key', 'asked', 'ledger');
  return rows
    .filter(({ asked }) => asked.split(' ', 1)[0] === code)
    .map(({ key, ledger }) => ({ key, ledger: ledgerSchema.parse(JSON.parse(ledger)) }));
}

/** Digests that were posted first: as they were composed, and what they had counted. JSON. */
export const firstDigests = (db: Knex): Promise<{ content: string; ledger: string }[]> =>
  db('digest_runs')
    .whereNotNull('content')
    .whereNotNull('ledger')
    .orderByRaw('coalesce(begun_at, claimed_at), key')
    .limit(MOST_DIGESTS)
    .select('content', 'ledger');

const MOST_DIGESTS = 20;

/** How many different amounts order lines have. */
export async function distinctAmounts(db: Knex): Promise<number> {
  const row = await db('order_lines').countDistinct({ n: 'amount' }).first();
  return Number(row?.n ?? 0);
}

/** The file that was loaded last, and what it came to in minor units. */
export async function lastFile(db: Knex): Promise<{ file: string; revenue: number } | undefined> {
  const row = await db('ingests').orderBy('id', 'desc').first('file_name', 'revenue');
  return row && { file: row.file_name, revenue: Number(row.revenue) };
}
