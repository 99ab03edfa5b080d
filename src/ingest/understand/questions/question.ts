import type { Day } from '../../../core/calendar/days.js';
import { IngestError } from '../../../core/errors.js';
import type { DecisionKind, Reading } from '../decisions/decision.js';

/** What a reading of a file gives, over the rows that were looked at. Money in minor units. */
export interface ReadingFigures {
  /** ISO 4217. */
  readonly currency: string;
  readonly minorDigits: number;
  readonly revenue: number;
  readonly orders: number;
  readonly customers: number;
  readonly firstDay: Day;
  readonly lastDay: Day;
  /** Revenue by month, `2026-03`. */
  readonly months: Readonly<Record<string, number>>;
  /** The same for two readings that put the same rows into the same months. */
  readonly placement: number;
  /** How many rows were read, and whether that is the whole file. */
  readonly rows: number;
  readonly isWhole: boolean;
}

/** One answer to a question about a file: a reading, and what it gives. */
export interface Choice {
  readonly reading: Reading;
  readonly figures: ReadingFigures;
}

/** What a file leaves open, and what each answer gives. The first choice is the likeliest. */
export interface FileQuestion {
  readonly kind: DecisionKind;
  /** The file's name. */
  readonly file: string;
  readonly header: readonly string[];
  readonly choices: readonly Choice[];
}

/** Asks the person; undefined if there is no answer. */
export type Ask = (question: FileQuestion) => Promise<Choice | undefined>;

/** A file leaves open how it is to be read, and nobody is there to say it; the store has not changed. */
export class UnclearFileError extends IngestError {
  constructor(
    readonly question: FileQuestion,
    /** What is to be known of the file besides. */
    readonly notes: readonly string[] = [],
  ) {
    super(`${question.file} leaves open: ${question.kind}.`, 'Say which it is with --map "COLUMN=FIELD".');
  }
}
