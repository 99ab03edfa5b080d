import { KeyNumbers, nextId } from '../../store/engine/key-numbers.js';
import type { WriteTransaction } from '../../store/engine/transaction.js';
import { lastChunkId } from '../../store/lines/index.js';
import { joinedCustomers } from '../../store/tables/customer-joins.js';
import { ValueNumbers } from '../../store/tables/dimension-values.js';
import { type Dimension, ensureDimension, listDimensions } from '../../store/tables/dimensions.js';
import { forgottenCustomers } from '../../store/tables/forgotten-customers.js';
import { nextLineNumber, suspendIndexes } from '../../store/tables/order-lines.js';
import { ForgottenLines } from '../customers/forgotten-lines.js';
import type { PlannedDimension } from '../understand/mapping.js';

/** Where order lines are written: the transaction, and the numbers that keys and values have in the store. */
export interface LoadTarget {
  readonly trx: WriteTransaction;
  readonly ingestId: number;
  /** The file's dimensions, and then the others of the store. */
  readonly dimensions: readonly Dimension[];
  /** The values of the file's dimensions. */
  readonly values: readonly ValueNumbers[];
  /** Whether it is a source: what it brought before is not kept. */
  readonly isSource: boolean;
  /** Whether its first order replaces the stored one, whatever the file before ended with. */
  readonly hasWholeOrders: boolean;
  /** Whether the file has figures beside its revenue. */
  readonly hasParts: boolean;
  /** Returns count on the day of the sale with the same order number. */
  readonly returnsOnOrderDay: boolean;
  readonly orders: KeyNumbers;
  readonly customers: KeyNumbers;
  /** Customers who are joined to another, with that other. */
  readonly joined: ReadonlyMap<number, number>;
  /** Takes what the store forgot of customers out of the lines. */
  readonly forgotten: ForgottenLines;
  /** The first line number that is free. */
  readonly nextLine: number;
  /** Makes the indexes of lines again that were dropped for the load. */
  readonly makeIndexes: () => Promise<void>;
  /** The last chunk of columns before this load; 0 if there was none. */
  readonly lastChunk: number;
}

/** Prepares the store for a load: makes its dimensions, and drops indexes if making them again is faster. */
export async function openTarget(
  trx: WriteTransaction,
  file: {
    readonly ingestId: number;
    readonly dimensions: readonly PlannedDimension[];
    readonly hasParts: boolean;
    readonly returnsOnOrderDay: boolean;
    readonly header: readonly string[];
    /** How many rows it has. */
    readonly rows: number;
    /** Set for a source, which gives whole orders. */
    readonly isSource?: boolean;
    /** Set for files whose orders are whole: none goes on in the next load. */
    readonly hasWholeOrders?: boolean;
  },
): Promise<LoadTarget> {
  const dimensions: Dimension[] = [];
  for (const { key, label, edges, column } of file.dimensions) {
    const sourceColumn = (file.header[column] ?? '').slice(0, 255).toWellFormed();
    dimensions.push(await ensureDimension(trx, { key, label, edges, sourceColumn }));
  }
  const counter = { next: await nextId(trx, 'dimension_values') };
  const values: ValueNumbers[] = [];
  for (const d of dimensions) values.push(await ValueNumbers.of(trx, d.id, counter));
  const others = (await listDimensions(trx)).filter(d => !dimensions.some(ofFile => ofFile.id === d.id));
  const orders = await KeyNumbers.of(trx, 'orders');
  const customers = await KeyNumbers.of(trx, 'customers');
  const nextLine = await nextLineNumber(trx);
  const makeIndexes = await suspendIndexes(trx, {
    isFirst: orders.isEmpty,
    coming: file.rows,
    there: nextLine - 1,
  });
  return {
    trx,
    ingestId: file.ingestId,
    dimensions: [...dimensions, ...others],
    values,
    isSource: file.isSource ?? false,
    hasWholeOrders: file.isSource || (file.hasWholeOrders ?? false),
    hasParts: file.hasParts,
    returnsOnOrderDay: file.returnsOnOrderDay,
    orders,
    customers,
    joined: await joinedCustomers(trx),
    forgotten: new ForgottenLines(await forgottenCustomers(trx), dimensions),
    nextLine,
    makeIndexes,
    lastChunk: await lastChunkId(trx),
  };
}
