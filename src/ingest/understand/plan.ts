import { createHash } from 'node:crypto';
import type { Day } from '../../core/calendar/days.js';
import type { DateOrder } from '../../core/calendar/written-dates.js';
import { IngestError } from '../../core/errors.js';
import { discover } from '../../core/files/discover.js';
import type { Store } from '../../store/engine/store.js';
import type { WriteTransaction } from '../../store/engine/transaction.js';
import { listDimensions } from '../../store/tables/dimensions.js';
import type { Source } from '../read/sources.js';
import type { FileFacts, FileFormat, OpenOptions, SourceFacts, Table } from '../read/table.js';
import { currencyOfFile } from './currencies/file-currency.js';
import type { PlannedConversion } from './currencies/line-conversion.js';
import { type RateTable, readRates } from './currencies/rates.js';
import { recogniseSummary, type SummaryMapping } from './customer-summaries.js';
import type { Mapping } from './mapping.js';
import { withKnownNumbers } from './orders/known-numbers.js';
import { readColumnMap } from './overrides.js';
import { listProfiles } from './profiles/find-profile.js';
import { recognise } from './recognise.js';
import { rolesNamed } from './roles-named.js';
import { type Survey, survey } from './survey.js';

/** What the person who loads a file says about it. */
export interface IngestOptions extends OpenOptions {
  /** `COLUMN=FIELD`, what columns are. */
  readonly map?: readonly string[];
  /** A file of exchange rates, instead of the shop's own. */
  readonly rates?: string;
}

export interface Progress {
  readonly phase: 'looking' | 'loading';
  readonly bytes: number;
  readonly totalBytes: number;
  readonly rows: number;
}

export interface IngestSettings {
  /** ISO 4217. */
  readonly currency: string;
  /** Whether the shop's currency is set, or known from an earlier file. */
  readonly isCurrencySettled: boolean;
  /** The shop's file of exchange rates. */
  readonly ratesFile?: string;
  readonly today: Day;
  readonly now: () => Date;
  /** How `05/01/2026` is read where the file leaves both open. */
  readonly dateOrder: DateOrder;
  /** The shop's IANA time zone, if the person has set it. */
  readonly zone?: string;
  /** The share of refused rows above which the whole file is refused, 0 to 1. */
  readonly maxRefused: number;
  /** Lines with one of these statuses are kept but not counted. */
  readonly excludedStatuses: readonly string[];
  /** The shop's own edges for groups of numbers, by column. */
  readonly edges: ReadonlyMap<string, readonly number[]>;
  /** Brings what is kept beside the lines (segments) up to date, in the same transaction. */
  readonly afterLoad?: (trx: WriteTransaction) => Promise<void>;
  readonly onProgress?: (progress: Progress) => void;
}

/** How a file is going to be loaded: what was understood of it. */
export interface Plan {
  readonly facts: SourceFacts;
  readonly table: Table;
  readonly rows: number;
  /** ISO 4217: the file's own where it says one. */
  readonly currency: string;
  /** What was assumed about the currency, in sentences. */
  readonly currencyNotes: readonly string[];
  /** Where amounts are in other currencies. */
  readonly conversion?: PlannedConversion;
  readonly content:
    | { readonly kind: 'sales'; readonly mapping: Mapping }
    | { readonly kind: 'customers'; readonly mapping: SummaryMapping };
}

/** A plan with some thousand rows of the file, which are let go before it is loaded. */
export interface SampledPlan extends Plan {
  readonly sample: Survey['first'];
}

/** More columns are no sales file, and would take minutes to look at. */
const MOST_COLUMNS = 1_000;

/**
 * Looks at the whole file and decides how it is read. Nothing is written.
 * @throws IngestError if it cannot be understood
 */
export async function planIngest(
  store: Store,
  { facts, open }: Source,
  settings: IngestSettings,
  options: IngestOptions,
  rates?: RateTable,
): Promise<SampledPlan> {
  const table = await open();
  if (table.header.length > MOST_COLUMNS) {
    throw new IngestError(
      `${facts.name} has ${table.header.length} columns, more than the ${MOST_COLUMNS} that Shopkeeper ` +
        'reads.',
      'Export the columns that say something of a sale: order, date, customer, product, quantity, amount ' +
        'and the like.',
    );
  }
  const map = readColumnMap(options.map ?? [], table.header);
  const seen = await survey(table, bytes =>
    settings.onProgress?.({ phase: 'looking', bytes, totalBytes: facts.bytes, rows: 0 }),
  );
  const { dateOrder, edges, today, zone } = settings;
  const { currency: shopCurrency, isCurrencySettled: settled } = settings;
  const shop = { currency: shopCurrency, settled };
  const money = currencyOfFile({ file: facts.name, survey: seen, map, shop, rates });
  const plan = { facts, table, rows: seen.rows, sample: seen.first };
  const summary = recogniseSummary(seen, { dateOrder, map }, today);
  if (summary) {
    const { currency, assumptions: currencyNotes } = money.settle(undefined);
    return { ...plan, currency, currencyNotes, content: { kind: 'customers', mapping: summary } };
  }
  const known = new Map((await listDimensions(store)).map(d => [d.key, d]));
  const { taken, ignored } = money;
  const profiles = await listProfiles();
  const recognised = recognise(facts.name, seen, {
    dateOrder,
    map,
    known,
    edges,
    profiles,
    today,
    zone,
    taken,
    ignored,
  });
  const mapping = await withKnownNumbers(store, seen, recognised);
  const { currency, assumptions: currencyNotes, conversion } = money.settle(mapping);
  return { ...plan, currency, currencyNotes, conversion, content: { kind: 'sales', mapping } };
}

/** The exchange rates that the person or the shop gave. @throws IngestError if they cannot be read */
export async function ratesFor(
  { ratesFile, currency, dateOrder }: Pick<IngestSettings, 'ratesFile' | 'currency' | 'dateOrder'>,
  { rates }: IngestOptions,
): Promise<RateTable | undefined> {
  const path = rates ?? ratesFile;
  return path === undefined ? undefined : readRates(path, currency, dateOrder);
}

/** Looks at the file and opens it in its format. @throws IngestError */
export async function openTable(facts: FileFacts, options: OpenOptions = {}): Promise<Table> {
  const formats = await discover<FileFormat>(new URL('../read/formats/', import.meta.url));
  const format = formats.sort((a, b) => b.priority - a.priority).find(f => f.matches(facts));
  if (!format)
    throw new IngestError(
      `${facts.name} is no kind of file that Shopkeeper reads.`,
      'Export the sales as CSV or XLSX.',
    );
  return format.open(facts, options, rolesNamed);
}

/**
 * What makes a file the same: its content, read in the same way, converted by the same rates. Under 80
 * letters.
 */
export function contentKey(
  facts: SourceFacts,
  { dateOrder, zone }: Pick<IngestSettings, 'dateOrder' | 'zone'>,
  { map = [], sheet }: IngestOptions,
  rates?: RateTable,
): string {
  const isSaid = map.length > 0 || sheet !== undefined;
  const more = [...(zone ? [zone] : []), ...(rates ? [rates.digest] : [])];
  // As earlier versions wrote it, where nothing of theirs was added.
  const parts = [...(isSaid ? [[...map].sort(), sheet] : []), ...more];
  const said = parts.length === 0 ? '' : JSON.stringify(parts);
  const digest = said && `:${createHash('sha256').update(said).digest('hex').slice(0, 8)}`;
  return `${facts.hash}:${dateOrder}${digest}`;
}
