import { createHash } from 'node:crypto';
import { IngestError } from '../../core/errors.js';
import { discover } from '../../core/files/discover.js';
import type { Store } from '../../store/engine/store.js';
import type { StoredMapping } from '../../store/tables/mappings.js';
import { withHeadings } from '../read/group-headings.js';
import { withItems } from '../read/packed-items.js';
import type { Source } from '../read/sources.js';
import type { FileFacts, FileFormat, OpenOptions, SourceFacts, Table } from '../read/table.js';
import type { PlannedConversion } from './currencies/line-conversion.js';
import { type RateTable, readRates } from './currencies/rates.js';
import { recogniseSummary, type SummaryMapping } from './customer-summaries.js';
import type { IngestSettings } from './ingest-settings.js';
import type { Mapping } from './mapping.js';
import { type ColumnMap, readColumnMap, saidOf } from './overrides.js';
import { listProfiles } from './profiles/find-profile.js';
import { type Explained, explain } from './questions/explain.js';
import type { Ask } from './questions/question.js';
import { rememberedAnswers } from './questions/remembered.js';
import { type Answer, withSaid } from './questions/said.js';
import { answersIn, settle } from './questions/settle.js';
import { shapeOf } from './questions/shape.js';
import { type FiguresOf, type ReadableFile, readableFile } from './readable-file.js';
import { rolesNamed } from './roles-named.js';
import { surveyOfSales } from './rows/totals/find-totals.js';
import type { Survey } from './survey.js';

/** What the person who loads a file says about it. */
export interface IngestOptions extends OpenOptions {
  /** `COLUMN=FIELD`, what columns are. */
  readonly map?: readonly string[];
  /** A file of exchange rates, instead of the shop's own. */
  readonly rates?: string;
  /** Asks the person where the file leaves something open; without it such a file is refused. */
  readonly ask?: Ask;
  /** Says of each decision what else it might be; nothing is asked. For looking at a file only. */
  readonly isExplained?: boolean;
  /**
   * Every order in the files is whole, as in those of sources: the first order replaces the one with its
   * number, even if the file before ended with it.
   */
  readonly hasWholeOrders?: boolean;
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
  readonly questions: PlannedQuestions;
}

/** What a file left open, and who answered it. */
export interface PlannedQuestions {
  /** Names the headers that the file shares with others. */
  readonly shape: string;
  /** Earlier answers that were used. */
  readonly remembered: readonly StoredMapping[];
  /** What the person answered, now or with `--map`: to be remembered. */
  readonly answers: readonly Answer[];
  /** Of each decision, what it and the next best would give, if that was wanted. */
  readonly explained: readonly Explained[];
}

const NO_QUESTIONS: PlannedQuestions = { shape: '', remembered: [], answers: [], explained: [] };

/** A plan with some thousand rows of the file, which are let go before it is loaded. */
export interface SampledPlan extends Plan {
  readonly sample: Survey['first'];
}

/** More columns are no sales file, and would take minutes to look at. */
const MOST_COLUMNS = 1_000;

/**
 * Looks at the whole file and decides how it is read; what it leaves open is asked. Nothing is written.
 * @param figuresOf what a reading would give
 * @throws IngestError if it cannot be understood
 */
export async function planIngest(
  store: Store,
  { facts, open }: Source,
  settings: IngestSettings,
  options: IngestOptions,
  figuresOf: FiguresOf,
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
  const seen = await surveyOfSales(table, await listProfiles(), bytes =>
    settings.onProgress?.({ phase: 'looking', bytes, totalBytes: facts.bytes, rows: 0 }),
  );
  const seenFile = { file: facts.name, table, survey: seen };
  const file = await readableFile(store, seenFile, settings, figuresOf, rates);
  const plan = { facts, table, rows: seen.rows, sample: seen.first };
  const { dateOrder, today } = settings;
  const summary = recogniseSummary(seen, { dateOrder, map: saidOf(map).columns }, today);
  if (summary) {
    const { currency, assumptions: currencyNotes } = file.currency(undefined, map);
    return {
      ...plan,
      currency,
      currencyNotes,
      content: { kind: 'customers', mapping: summary },
      questions: NO_QUESTIONS,
    };
  }
  const { mapping, said, questions } = await settleQuestions(store, file, map, options);
  const { currency, assumptions: currencyNotes, conversion } = file.currency(mapping, said);
  return { ...plan, currency, currencyNotes, conversion, content: { kind: 'sales', mapping }, questions };
}

/** Reads a file of sales by what is remembered of its shape, what the person says, and what they answer. */
async function settleQuestions(
  store: Store,
  file: ReadableFile,
  map: ColumnMap,
  { ask, isExplained }: IngestOptions,
): Promise<{ mapping: Mapping; said: ColumnMap; questions: PlannedQuestions }> {
  const shape = shapeOf(file.header);
  const remembered = await rememberedAnswers(store, shape, file.header, map);
  const entries = [...map].map(([column, field]) => ({ column, field }));
  const start = withSaid(remembered.said, entries);
  if (isExplained) {
    const mapping = await file.read(start);
    const explained = await explain(file, start, mapping.decisions);
    return {
      mapping,
      said: start,
      questions: { ...NO_QUESTIONS, shape, remembered: remembered.used, explained },
    };
  }
  const { mapping, said, answers } = await settle(file, start, ask);
  const answered = map.size > 0 ? await answersIn(file, map, remembered.said) : [];
  return {
    mapping,
    said,
    questions: { shape, remembered: remembered.used, answers: [...answered, ...answers], explained: [] },
  };
}

/** The exchange rates that the person, the shop or a source gave. @throws IngestError if unreadable */
export async function ratesFor(
  settings: Pick<IngestSettings, 'ratesFile' | 'storedRates' | 'currency' | 'dateOrder'>,
  { rates }: IngestOptions,
): Promise<RateTable | undefined> {
  const path = rates ?? settings.ratesFile;
  return path === undefined ? settings.storedRates : readRates(path, settings.currency, settings.dateOrder);
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
  return withHeadings(await withItems(await format.open(facts, options, rolesNamed)));
}

/**
 * What makes a file the same: its content, read in the same way, converted by the same rates. Under 80
 * letters.
 */
export function contentKey(
  facts: SourceFacts,
  { dateOrder, zone, refundsCountOn }: Pick<IngestSettings, 'dateOrder' | 'zone' | 'refundsCountOn'>,
  { map = [], sheet }: IngestOptions,
  rates?: RateTable,
): string {
  const isSaid = map.length > 0 || sheet !== undefined;
  const more = [
    ...(zone ? [zone] : []),
    ...(rates ? [rates.digest] : []),
    ...(refundsCountOn === 'order-day' ? [refundsCountOn] : []),
  ];
  // As earlier versions wrote it, where nothing of theirs was added.
  const parts = [...(isSaid ? [[...map].sort(), sheet] : []), ...more];
  const said = parts.length === 0 ? '' : JSON.stringify(parts);
  const digest = said && `:${createHash('sha256').update(said).digest('hex').slice(0, 8)}`;
  return `${facts.hash}:${dateOrder}${digest}`;
}
