import type { StoredMapping } from '../../store/tables/mappings.js';
import type { Decision } from '../understand/decisions/decision.js';
import type { LeftOutColumn } from '../understand/left-out-column.js';
import type { PlannedDimension, Recognised } from '../understand/mapping.js';
import type { Plan } from '../understand/plan.js';
import type { Explained } from '../understand/questions/explain.js';
import type { Answer } from '../understand/questions/said.js';
import type { LedgerEntry } from './ledger.js';
import type { RefusedRow } from './refusals.js';

/** What came of a file. Money in minor units, days as days. */
export interface IngestResult {
  /** The number it can be taken back by. */
  readonly id: number;
  readonly file: string;
  /** Order lines, or one row for each customer. */
  readonly kind: 'sales' | 'customers';
  /** False if the same content had been loaded before and still stands: nothing was changed. */
  readonly loaded: boolean;
  /**
   * If the content was loaded again: how many orders of its last load later files had replaced, or how many
   * of its customers had newer summaries. Null if it is new, or nothing was changed.
   */
  readonly overtaken: number | null;
  readonly rows: number;
  readonly lines: number;
  /** Orders with a line that counts. */
  readonly orders: number;
  /** Those of them that have returns only: `sales` does not count them as orders. */
  readonly returnOrders: number;
  /** Orders beside them of which every line has a status that the shop excludes. */
  readonly excludedOrders: number;
  readonly customers: number;
  readonly ordersReplaced: number;
  readonly ordersContinued: number;
  /** Lines whose status the shop excludes. */
  readonly excluded: number;
  /** Lines that the file has twice, by order id and line number. */
  readonly duplicates: number;
  /** ISO 4217. */
  readonly currency: string;
  /** Decimals of the minor unit that revenue is in: those that people see. */
  readonly minorDigits: number;
  readonly revenue: number;
  readonly firstDay: number;
  readonly lastDay: number;
  /** What was left out, taken off, or marked. Empty if nothing was loaded. */
  readonly ledger: readonly LedgerEntry[];
  readonly refused: readonly RefusedRow[];
  readonly refusedCount: number;
  /** Rows that could be read after a repair; the report names them too. */
  readonly repaired: number;
  readonly refusalReport: string | null;
  readonly understood: Understood | null;
  readonly loadedAt: string;
}

/** How a file was read, for the person. */
export interface Understood {
  readonly reading: string;
  readonly recognised: readonly Recognised[];
  /** What sales can be broken down by. */
  readonly dimensions: readonly string[];
  readonly assumptions: readonly string[];
  /** The known export that the file is. */
  readonly profile?: string;
  /** What was decided about a file of sales. */
  readonly decisions: readonly Decision[];
  /** Columns that nothing is made of, and why. */
  readonly leftOut: readonly LeftOutColumn[];
  /** Answers to earlier questions that were used. */
  readonly remembered: readonly StoredMapping[];
  /** What was answered just now, and is remembered. */
  readonly answered: readonly Answer[];
}

/** How a file would be read. */
export interface Understanding extends Understood {
  readonly file: string;
  readonly header: readonly string[];
  readonly rows: number;
  readonly kind: 'sales' | 'customers';
  /** Of each decision, what it and the next best would give, if that was wanted. */
  readonly explained: readonly Explained[];
}

/** What was written of a file. */
export type Written = Pick<
  IngestResult,
  | 'lines'
  | 'orders'
  | 'returnOrders'
  | 'excludedOrders'
  | 'customers'
  | 'ordersReplaced'
  | 'ordersContinued'
  | 'excluded'
  | 'duplicates'
  | 'revenue'
  | 'firstDay'
  | 'lastDay'
> & { readonly lastOrder?: number; readonly ledger?: readonly LedgerEntry[] };

/** What can be grouped by: numbers as they are stand behind their groups. */
const labelsOf = (dimensions: readonly PlannedDimension[]): string[] =>
  dimensions.flatMap(({ edges, label }) => (edges?.length === 0 ? [] : [label]));

/**
 * How a plan reads its file.
 * @param remarks on how its amounts were loaded
 */
export function understood(
  { table, content, currencyNotes, questions }: Plan,
  remarks: readonly string[] = [],
): Understood {
  const { recognised, assumptions } = content.mapping;
  return {
    reading: table.reading,
    recognised,
    dimensions: content.kind === 'sales' ? labelsOf(content.mapping.dimensions) : [],
    assumptions: [...(table.assumptions ?? []), ...assumptions, ...currencyNotes, ...remarks],
    decisions: content.kind === 'sales' ? content.mapping.decisions : [],
    leftOut: content.kind === 'sales' ? content.mapping.leftOut : [],
    remembered: questions.remembered,
    answered: questions.answers,
    ...(content.kind === 'sales' && content.mapping.profile && { profile: content.mapping.profile }),
  };
}
