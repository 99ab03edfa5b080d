import type { Config } from '../../config/config.js';
import { type ErrorData, errorData, errorFrom } from '../../core/error-data.js';
import type { IngestResult, Understanding } from '../../ingest/load/result.js';
import type { Progress } from '../../ingest/understand/ingest-settings.js';
import { type FileQuestion, UnclearFileError } from '../../ingest/understand/questions/question.js';
import type { UndoResult } from '../../ingest/undo.js';
import type { UsedByLoads } from './in-this-process.js';
import type { LoadOptions } from './loader.js';

/** What a process that loads is to do. */
export type LoadTask =
  | { readonly kind: 'understand'; readonly paths: readonly string[]; readonly options: LoadOptions }
  | { readonly kind: 'ingest'; readonly paths: readonly string[]; readonly options: LoadOptions }
  | { readonly kind: 'undo'; readonly id: number };

/** The settings of such a process: the store, and how files are read. */
export type LoadSettings = Pick<Config, UsedByLoads | 'DATABASE_URL' | 'LINES_URL' | 'LINES_CLUSTER'>;

/** What the process is sent for each task: what to do, and with which settings. */
export interface LoadJob {
  readonly settings: LoadSettings;
  /** What the clock shows where it was asked for. */
  readonly now: Date;
  readonly task: LoadTask;
}

/**
 * What it says: progress, each result, and at last that it is done, or why not, with how much memory it has
 * taken from the machine.
 */
export type LoadMessage =
  | { readonly progress: Progress }
  | { readonly result: IngestResult | Understanding | UndoResult }
  | { readonly error: LoadErrorData; readonly bytes: number }
  | { readonly done: true; readonly bytes: number };

/** An error as data, with the question if the file leaves something open. */
export interface LoadErrorData extends ErrorData {
  readonly unclear?: { readonly question: FileQuestion; readonly notes: readonly string[] };
}

export const loadErrorData = (error: unknown): LoadErrorData => ({
  ...errorData(error),
  ...(error instanceof UnclearFileError && { unclear: { question: error.question, notes: error.notes } }),
});

/** The error that data was made of, of the same class. */
export const loadErrorFrom = ({ unclear, ...data }: LoadErrorData): Error =>
  unclear ? new UnclearFileError(unclear.question, unclear.notes) : errorFrom(data);
