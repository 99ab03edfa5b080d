import { isoOf } from '../../src/core/calendar/days.js';
import { IngestError } from '../../src/core/errors.js';
import { LineAmounts } from '../../src/ingest/load/decimals/line-amounts.js';
import type { OrderLine } from '../../src/ingest/load/order-line.js';
import { RowReader } from '../../src/ingest/load/row-reader.js';
import { sampleFigures } from '../../src/ingest/load/sample-figures.js';
import { sourcesOf } from '../../src/ingest/read/sources.js';
import type { Table } from '../../src/ingest/read/table.js';
import { currencyOfFile } from '../../src/ingest/understand/currencies/file-currency.js';
import type { Mapping } from '../../src/ingest/understand/mapping.js';
import { type ColumnMap, readColumnMap, saidOf } from '../../src/ingest/understand/overrides.js';
import { openTable } from '../../src/ingest/understand/plan.js';
import { listProfiles } from '../../src/ingest/understand/profiles/find-profile.js';
import { UnclearFileError } from '../../src/ingest/understand/questions/question.js';
import { type Readable, settle } from '../../src/ingest/understand/questions/settle.js';
import { recognise } from '../../src/ingest/understand/recognise.js';
import { rolesNamed } from '../../src/ingest/understand/roles-named.js';
import { surveyOfSales } from '../../src/ingest/understand/rows/totals/find-totals.js';
import type { Totals } from './made-up-shop.js';

/** What came of a file: its figures, what was asked, or why it was refused. */
export type FileRead =
  | { readonly kind: 'read'; readonly totals: Totals; readonly mapping: Mapping }
  | { readonly kind: 'asked'; readonly about: string }
  | { readonly kind: 'refused'; readonly why: string };

/** The day that files are read on: the end of the year in which made-up shops sell. */
const TODAY = 20_818;
const DECIMALS = { shown: 2, stored: 2 };
const beyond = () => new Error('too large');
const exactAmounts = () =>
  new LineAmounts(DECIMALS, { least: 0, most: 0 }, { sum: Number.MAX_SAFE_INTEGER, beyond });

/** Reads files as they would be loaded, without a store. Several must belong together. */
export async function readFiles(paths: readonly string[]): Promise<FileRead> {
  try {
    const [source, ...others] = await sourcesOf(paths, openTable, rolesNamed);
    if (!source || others.length > 0) return { kind: 'refused', why: 'the files are several loads' };
    const table = await source.open();
    const mapping = await mappingOf(source.facts.name, table);
    return { kind: 'read', totals: await totalsOf(table, mapping), mapping };
  } catch (error) {
    if (error instanceof UnclearFileError) return { kind: 'asked', about: error.question.kind };
    if (error instanceof IngestError) return { kind: 'refused', why: error.message };
    throw error;
  }
}

const SETTINGS = { ownOrders: 'own', today: TODAY, excludedStatuses: [] };

async function mappingOf(file: string, table: Table): Promise<Mapping> {
  const profiles = await listProfiles();
  const seen = await surveyOfSales(table, profiles);
  const currencyWith = (said: ColumnMap) =>
    currencyOfFile({
      file,
      survey: seen,
      map: saidOf(said).columns,
      shop: { currency: 'USD', settled: false },
    });
  const readable: Readable = {
    file,
    header: table.header,
    read: async map => {
      const { columns, dateOrder, isDaily, hasTotals } = saidOf(map);
      const { taken, ignored } = currencyWith(map);
      return recognise(file, seen, {
        dateOrder: dateOrder ?? 'mdy',
        isDateOrderSet: false,
        saidDateOrder: dateOrder,
        isDaily,
        hasTotals,
        map: columns,
        known: new Map(),
        edges: new Map(),
        profiles,
        today: TODAY,
        taken,
        ignored,
      });
    },
    figures: (mapping, said) =>
      sampleFigures(table, mapping, {
        ...SETTINGS,
        file,
        currency: currencyWith(said).settle(mapping).currency,
        decimals: DECIMALS,
      }),
  };
  return (await settle(readable, readColumnMap([], table.header), undefined)).mapping;
}

/** What the rows come to, as answers add them up. */
async function totalsOf(table: Table, mapping: Mapping): Promise<Totals> {
  const lines: OrderLine[] = [];
  const refused: string[] = [];
  const reader = new RowReader(
    table.header,
    mapping,
    { ...SETTINGS, amounts: exactAmounts() },
    {
      line: line => lines.push(line),
      refuse: ({ reason }) => refused.push(reason),
      leaveOut: () => {},
    },
  );
  for await (const batch of table.rows()) for (const row of batch) reader.read(row);
  reader.end();
  if (refused.length > lines.length * 0.05) throw new IngestError(`rows are refused: ${refused[0]}`, '');
  const counted = lines.filter(l => !l.isCancelled && !l.isExcluded);
  const byDay: Record<string, number> = {};
  for (const { day, amount } of counted) byDay[isoOf(day)] = (byDay[isoOf(day)] ?? 0) + amount;
  return {
    revenue: counted.reduce((sum, l) => sum + l.amount, 0),
    orders: new Set(counted.filter(l => !l.isReturn).map(l => l.order)).size,
    customers: new Set(counted.flatMap(l => (l.customer ? [l.customer.key] : []))).size,
    units: counted.reduce((sum, l) => sum + l.quantity, 0) / 1_000,
    byDay,
  };
}
