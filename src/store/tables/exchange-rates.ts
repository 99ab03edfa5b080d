import { z } from 'zod';
import { insertRows } from '../engine/bulk.js';
import { knexForPartsOf, knexOf } from '../engine/connection.js';
import type { StoreReader, WriteTransaction } from '../engine/transaction.js';

/** The rates of a currency in a year: what one unit was worth in the base currency, as fractions by ISO date. */
export interface RatesOfYear {
  readonly source: string;
  /** ISO 4217. */
  readonly currency: string;
  readonly year: number;
  /** ISO 4217: what the rates are against. */
  readonly base: string;
  readonly worths: Readonly<Record<string, string>>;
}

const COLUMNS = ['source', 'currency', 'year', 'base', 'worths'] as const;
const worthsSchema = z.record(z.string(), z.string());

/** All rates that sources have brought. */
export async function listRates(reader: StoreReader): Promise<readonly RatesOfYear[]> {
  const rows: (Omit<RatesOfYear, 'worths'> & { worths: string })[] = await knexOf(reader)('exchange_rates')
    .orderBy(['source', 'currency', 'year'])
    .select([...COLUMNS]);
  return rows.map(row => ({ ...row, worths: worthsSchema.parse(JSON.parse(row.worths)) }));
}

/** Writes rates in place of those of the same years. */
export const saveRates = (trx: WriteTransaction, rates: readonly RatesOfYear[]): Promise<void> =>
  insertRows(
    trx,
    'exchange_rates',
    COLUMNS.map(name => ({ name, type: name === 'year' ? ('integer' as const) : ('text' as const) })),
    rates.map(r => [r.source, r.currency, r.year, r.base, JSON.stringify(r.worths)]),
    { key: ['source', 'currency', 'year'], update: ['base', 'worths'] },
  );

/** Notes which currencies an ingest's amounts were converted from. */
export const noteConversions = (
  trx: WriteTransaction,
  ingestId: number,
  currencies: readonly string[],
): Promise<void> =>
  insertRows(
    trx,
    'conversions',
    [
      { name: 'ingest_id', type: 'integer' },
      { name: 'currency', type: 'text' },
    ],
    currencies.map(currency => [ingestId, currency]),
    { key: ['ingest_id', 'currency'], update: ['currency'] },
  );

/**
 * The currencies that amounts were converted from, of what is loaded. It tells nothing of the sales, so it may
 * be said in every part.
 */
export async function convertedCurrencies(reader: StoreReader): Promise<readonly string[]> {
  const rows: { currency: string }[] = await knexForPartsOf(reader)('conversions')
    .whereIn('ingest_id', knexForPartsOf(reader)('ingests').select('id'))
    .distinct('currency')
    .orderBy('currency');
  return rows.map(row => row.currency);
}
