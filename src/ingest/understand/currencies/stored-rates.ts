import { createHash } from 'node:crypto';
import { type Day, dayFromIso, isoOf } from '../../../core/calendar/days.js';
import type { StoreReader, WriteTransaction } from '../../../store/engine/transaction.js';
import { listRates, type RatesOfYear, saveRates } from '../../../store/tables/exchange-rates.js';
import type { RateTable, Worth } from './rates.js';

/** The rates that a source has brought; if several have, those that reach furthest. Undefined if none has. */
export async function storedRates(reader: StoreReader): Promise<RateTable | undefined> {
  const rows = await listRates(reader);
  const sources = [...new Set(rows.map(row => row.source))];
  const tables = sources.map(source =>
    tableOf(
      source,
      rows.filter(row => row.source === source),
    ),
  );
  return tables.sort((a, b) => lastDay(b) - lastDay(a))[0];
}

function tableOf(source: string, rows: readonly RatesOfYear[]): RateTable {
  const series = new Map<string, { days: Day[]; worths: Worth[] }>();
  const hash = createHash('sha256');
  for (const { currency, worths } of rows) {
    const own = series.get(currency) ?? { days: [], worths: [] };
    series.set(currency, own);
    for (const [date, worth] of Object.entries(worths)) {
      const [numerator = '0', denominator = '1'] = worth.split('/');
      hash.update(`${currency}${date}${worth}`);
      own.days.push(dayFromIso(date) as Day);
      own.worths.push({ numerator: BigInt(numerator), denominator: BigInt(denominator) });
    }
  }
  const base = rows[0]?.base ?? 'EUR';
  return { name: `the source ${source}`, digest: hash.digest('hex'), base, series, assumptions: [] };
}

const lastDay = ({ series }: RateTable): number =>
  Math.max(0, ...[...series.values()].map(({ days }) => days.at(-1) ?? 0));

/**
 * Adds the rates of a file to those that a source has brought: of the same day, the file's count.
 * @returns how many rates were new or other ones
 */
export async function addRates(trx: WriteTransaction, source: string, table: RateTable): Promise<number> {
  const before = new Map(
    (await listRates(trx))
      .filter(row => row.source === source && row.base === table.base)
      .map(row => [`${row.currency} ${row.year}`, row]),
  );
  const changed = new Map<string, RatesOfYear & { worths: Record<string, string> }>();
  let added = 0;
  for (const [currency, { days, worths }] of table.series)
    for (const [i, day] of days.entries()) {
      const [date, worth] = [isoOf(day), worths[i]];
      const year = Number(date.slice(0, 4));
      const key = `${currency} ${year}`;
      const text = `${worth?.numerator}/${worth?.denominator}`;
      const known = changed.get(key) ?? before.get(key);
      if (known?.worths[date] === text) continue;
      added++;
      const row = changed.get(key) ?? {
        ...{ source, currency, year, base: table.base },
        worths: { ...known?.worths },
      };
      row.worths[date] = text;
      changed.set(key, row);
    }
  const rows = [...changed.values()].map(row => ({
    ...row,
    worths: Object.fromEntries(Object.entries(row.worths).sort(([a], [b]) => (a < b ? -1 : 1))),
  }));
  if (rows.length > 0) await saveRates(trx, rows);
  return added;
}
