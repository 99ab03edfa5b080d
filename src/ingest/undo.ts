import { IngestError } from '../core/errors.js';
import { raiseDataVersion } from '../store/engine/data-version.js';
import type { Store } from '../store/engine/store.js';
import type { WriteTransaction } from '../store/engine/transaction.js';
import { refreshOrderColumns } from '../store/lines/index.js';
import {
  archiveExcludedLines,
  passReplacedLinesOn,
  restoreReplacedLines,
} from '../store/tables/archived-lines.js';
import { customersOfIngest, deleteUnnamedCustomers } from '../store/tables/customer-rows.js';
import { deleteSummariesOf } from '../store/tables/customer-summaries.js';
import { refreshCustomerTotals } from '../store/tables/customer-totals.js';
import { dropUnusedDimensions, listDimensions, settleAllLevels } from '../store/tables/dimensions.js';
import { deleteIngest, ingestById, ingestIds, type StoredIngest } from '../store/tables/ingests.js';
import { addCustomersOf, deleteLinesOf, ordersTouchedBy } from '../store/tables/order-lines.js';
import { deleteOrdersWithoutLines, refreshOrders } from '../store/tables/orders.js';

/** What undoing an ingest did. */
export interface UndoResult {
  readonly id: number;
  readonly file: string;
  readonly lines: number;
  /** Lines of earlier files that count again. */
  readonly linesBack: number;
}

/**
 * Undoes an ingest, in one transaction: its lines are deleted, the lines that it replaced count again, and
 * the same file can be loaded again. Names of customers and products stay as the file spelt them.
 * @throws IngestError if there is no such ingest
 */
export async function undoIngest(
  store: Store,
  id: number,
  settings: {
    readonly excluded: readonly string[];
    readonly afterChange: (trx: WriteTransaction) => Promise<void>;
  },
): Promise<UndoResult> {
  return store.write(async trx => {
    const ingest = await ingestToUndo(trx, id);
    const orders = await ordersTouchedBy(trx, id);
    const dimensions = await listDimensions(trx);
    const customers = new Set(await customersOfIngest(trx, id));
    await addCustomersOf(trx, orders, customers);
    await passReplacedLinesOn(trx, id);
    const lines = await deleteLinesOf(trx, id);
    const linesBack = await restoreReplacedLines(trx, dimensions, id);
    await archiveExcludedLines(trx, dimensions, settings.excluded, orders);
    await deleteSummariesOf(trx, id);
    await refreshOrders(trx, orders);
    await addCustomersOf(trx, orders, customers);
    await deleteOrdersWithoutLines(trx, orders);
    await deleteUnnamedCustomers(trx, customers);
    await dropUnusedDimensions(trx);
    await deleteIngest(trx, id);
    const remaining = await listDimensions(trx);
    await refreshOrderColumns(trx, remaining, new Set(orders));
    await refreshCustomerTotals(trx, customers);
    await settleAllLevels(trx, remaining);
    await raiseDataVersion(trx);
    await settings.afterChange(trx);
    return { id, file: ingest.file, lines, linesBack };
  });
}

/** Numbers from here on are none of an ingest, and PostgreSQL takes none that large. */
const LARGEST_ID = 2 ** 31;

/** @throws IngestError if there is no such ingest */
async function ingestToUndo(trx: WriteTransaction, id: number): Promise<StoredIngest> {
  const ingest = id > 0 && id < LARGEST_ID ? await ingestById(trx, id) : undefined;
  if (ingest) return ingest;
  const ids = await ingestIds(trx);
  throw new IngestError(
    `There is no ingest ${id}.`,
    ids.length === 0
      ? 'Nothing was loaded yet.'
      : `shopkeeper ingests lists what came in: ${ids.join(', ')}.`,
  );
}
