import { z } from 'zod';
import { insertRows } from '../engine/bulk.js';
import { knexOf } from '../engine/connection.js';
import type { Store } from '../engine/store.js';
import type { StoreReader, WriteTransaction } from '../engine/transaction.js';

/** A source of data that arrives by itself. Times are ISO 8601. */
export interface StoredSource {
  readonly name: string;
  readonly kind: string;
  /** What its kind needs to know; where secrets are, never the secrets. */
  readonly settings: Readonly<Record<string, string>>;
  /** When it is read, as a person said it. */
  readonly schedule: string;
  readonly cron: string;
  readonly zone: string;
  /** How long it usually waits between two runs. */
  readonly everyMinutes: number;
  readonly isPaused: boolean;
  readonly addedAt: string;
  /** The ingest that its lines belong to; null before it brought any, and for files. */
  readonly ingestId: number | null;
  /** How far it was read, as its kind notes it: JSON. */
  readonly state: string | null;
  /** The number of its last run. */
  readonly run: number;
  /** When it was last tried. */
  readonly ranAt: string | null;
  /** Up to when the store has all of its changes; null before the first whole run. */
  readonly freshThrough: string | null;
  readonly sweptAt: string | null;
  readonly sweptAllAt: string | null;
  /** Runs that failed since the last one that did not. */
  readonly failures: number;
  /** It is not tried before. */
  readonly retryAt: string | null;
  /** Why the last run failed, and what to do. */
  readonly problem: string | null;
  /** Whether somebody was told that it is behind. */
  readonly isTold: boolean;
  /** What a person has to decide before orders are removed. */
  readonly question: string | null;
}

const COLUMNS = {
  name: 'name',
  kind: 'kind',
  settings: 'settings',
  schedule: 'schedule',
  cron: 'cron',
  zone: 'zone',
  everyMinutes: 'every_minutes',
  isPaused: 'is_paused',
  addedAt: 'added_at',
  ingestId: 'ingest_id',
  state: 'state',
  run: 'run',
  ranAt: 'ran_at',
  freshThrough: 'fresh_through',
  sweptAt: 'swept_at',
  sweptAllAt: 'swept_all_at',
  failures: 'failures',
  retryAt: 'retry_at',
  problem: 'problem',
  isTold: 'is_told',
  question: 'question',
} as const;

const settingsSchema = z.record(z.string(), z.string());
type Row = Omit<StoredSource, 'settings'> & { readonly settings: string };
const fromRow = (row: Row): StoredSource => ({
  ...row,
  settings: settingsSchema.parse(JSON.parse(row.settings)),
  isPaused: Boolean(row.isPaused),
  isTold: Boolean(row.isTold),
});

/** All sources, by name. */
export const listSources = async (reader: StoreReader): Promise<readonly StoredSource[]> =>
  (await knexOf(reader)('sources').orderBy('name').select(COLUMNS)).map(fromRow);

/** A source; undefined if there is none of this name. */
export async function sourceNamed(reader: StoreReader, name: string): Promise<StoredSource | undefined> {
  const row: Row | undefined = await knexOf(reader)('sources').where({ name }).first(COLUMNS);
  return row && fromRow(row);
}

/** The source that an ingest belongs to; undefined for that of a file. */
export const sourceOfIngest = async (reader: StoreReader, ingestId: number): Promise<string | undefined> =>
  (await knexOf(reader)('sources').where({ ingest_id: ingestId }).first('name'))?.name;

/** Adds a source. */
export async function addSource(
  trx: WriteTransaction,
  source: Pick<
    StoredSource,
    'name' | 'kind' | 'settings' | 'schedule' | 'cron' | 'zone' | 'everyMinutes' | 'addedAt'
  >,
): Promise<void> {
  const { addedAt, everyMinutes, settings, ...rest } = source;
  await knexOf(trx)('sources').insert({
    ...rest,
    settings: JSON.stringify(settings),
    every_minutes: everyMinutes,
    added_at: addedAt,
  });
}

/** Removes a source, and what is known of its orders and files; the orders themselves stay. */
export async function removeSource(trx: WriteTransaction, name: string): Promise<void> {
  await knexOf(trx)('sources').where({ name }).delete();
  for (const table of ['source_orders', 'source_problems', 'source_files', 'exchange_rates'])
    await knexOf(trx)(table).where({ source: name }).delete();
}

/** What changes of a source. */
export type SourceNote = Partial<
  Omit<StoredSource, 'name' | 'kind' | 'settings' | 'schedule' | 'cron' | 'zone' | 'everyMinutes' | 'addedAt'>
>;

/** Changes what is noted of a source. */
export async function noteSource(trx: WriteTransaction, name: string, note: SourceNote): Promise<void> {
  const columns = Object.entries(note).map(([key, value]) => [COLUMNS[key as keyof SourceNote], value]);
  if (columns.length > 0) await knexOf(trx)('sources').where({ name }).update(Object.fromEntries(columns));
}

/**
 * Takes a source for a process that runs it, unless another one holds it.
 * @param times now, until when it is held, and the latest time that a right clock could have set
 * @returns whether it is ours
 */
export const holdSource = (
  store: Pick<Store, 'write'>,
  name: string,
  holder: string,
  times: { readonly now: string; readonly until: string; readonly latest: string },
): Promise<boolean> =>
  store.write(async trx => {
    const taken = await knexOf(trx)('sources')
      .where({ name })
      // Held for longer than anybody may: a clock was wrong.
      .whereRaw('(holder is null or held_until < ? or held_until > ?)', [times.now, times.latest])
      .update({ holder, held_until: times.until, run: knexOf(trx).raw('run + 1'), ran_at: times.now });
    return taken > 0;
  });

/** Renews the hold within a transaction. @returns whether it is still ours: nobody has taken it over */
export const keepHold = async (
  trx: WriteTransaction,
  name: string,
  holder: string,
  until: string,
): Promise<boolean> =>
  (await knexOf(trx)('sources').where({ name, holder }).update({ held_until: until })) > 0;

/** Lets go of a source. */
export const releaseSource = (store: Pick<Store, 'write'>, name: string, holder: string): Promise<void> =>
  store.write(async trx => {
    await knexOf(trx)('sources').where({ name, holder }).update({ holder: null, held_until: null });
  });

/** A file of a source, as it was when it was taken or refused. */
export interface SourceFile {
  readonly name: string;
  readonly version: string;
  readonly outcome: string;
  readonly at: string;
}

/** The files of a source. */
export const filesOfSource = (reader: StoreReader, source: string): Promise<readonly SourceFile[]> =>
  knexOf(reader)('source_files').where({ source }).orderBy('name').select('name', 'version', 'outcome', 'at');

/** Notes what came of a file. */
export const noteFile = (trx: WriteTransaction, source: string, file: SourceFile): Promise<void> =>
  insertRows(
    trx,
    'source_files',
    ['source', 'name', 'version', 'outcome', 'at'].map(name => ({ name, type: 'text' as const })),
    [[source, file.name, file.version, file.outcome, file.at]],
    { key: ['source', 'name'], update: ['version', 'outcome', 'at'] },
  );
