import { StoreError } from '../../core/errors.js';
import { raiseDataVersion } from '../../store/engine/data-version.js';
import type { Store } from '../../store/engine/store.js';
import type { StoreReader, WriteTransaction } from '../../store/engine/transaction.js';
import { rebuildColumns } from '../../store/lines/index.js';
import {
  archiveExcludedLines,
  hasArchivedLines,
  restoreExcludedLines,
  statusKey,
} from '../../store/tables/archived-lines.js';
import { fillCalendar } from '../../store/tables/calendar.js';
import { refreshCustomerTotals } from '../../store/tables/customer-totals.js';
import { type Dimension, listDimensions, settleAllLevels } from '../../store/tables/dimensions.js';
import { dataExtent, hasOrderLines } from '../../store/tables/order-lines.js';
import { refreshAllOrders } from '../../store/tables/orders.js';
import { readNote, writeNote } from '../../store/tables/store-notes.js';
import { isRebuildDue, noteRebuilt } from '../../store/tables/store-state.js';

/**
 * Reconciles the store with the settings: rebuilds what follows from the order lines if an upgrade asked for
 * it, and archives or restores lines if the excluded statuses were changed. Does nothing if neither is due.
 * @param afterChange brings the segments up to date, in the same transaction
 * @throws StoreError if something is due and the store is read-only
 */
export async function reconcile(
  store: Store,
  excluded: readonly string[],
  afterChange: (trx: WriteTransaction) => Promise<void>,
): Promise<void> {
  const wanted = JSON.stringify(excluded.map(statusKey).sort());
  const whatIsDue = async (reader: StoreReader) => ({
    rebuild: await isRebuildDue(reader),
    exclusion: ((await readNote(reader, 'excluded_statuses')) ?? '[]') !== wanted,
  });
  const expected = await whatIsDue(store);
  if (!expected.rebuild && !expected.exclusion) return;
  if (store.access === 'read-only') throw notPossible(expected.exclusion);
  await store.write(async trx => {
    // Another process may have done it since.
    const due = await whatIsDue(trx);
    if (!due.rebuild && !due.exclusion) return;
    await writeNote(trx, 'excluded_statuses', wanted);
    if ((await hasOrderLines(trx)) || (await hasArchivedLines(trx))) {
      const dimensions = await listDimensions(trx);
      if (due.exclusion) {
        await restoreExcludedLines(trx, dimensions);
        await archiveExcludedLines(trx, dimensions, excluded);
      }
      await rebuild(trx, dimensions);
      await raiseDataVersion(trx);
      await afterChange(trx);
    }
    await noteRebuilt(trx);
  });
}

const notPossible = (isExclusion: boolean): StoreError =>
  isExclusion
    ? new StoreError(
        'The store is read-only, and counts other order statuses than EXCLUDED_STATUSES says.',
        'Set EXCLUDED_STATUSES as it was when the store was written last, or make the store writable for ' +
          'one start.',
      )
    : new StoreError(
        'The store is read-only, and was made by an older Shopkeeper that kept less.',
        'Make the store writable for one start (shopkeeper doctor is enough), then read-only again.',
      );

/** Rebuilds all that follows from the order lines: calendar, totals, columns, levels. */
async function rebuild(trx: WriteTransaction, dimensions: readonly Dimension[]): Promise<void> {
  const extent = await dataExtent(trx);
  if (extent) await fillCalendar(trx, extent);
  await refreshAllOrders(trx);
  await refreshCustomerTotals(trx);
  await rebuildColumns(trx, dimensions);
  await settleAllLevels(trx, dimensions);
}
