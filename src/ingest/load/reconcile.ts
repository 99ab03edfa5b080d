import type { Knex } from 'knex';
import { StoreError } from '../../core/errors.js';
import { rebuildColumns } from '../../store/columns/rebuild.js';
import type { Store } from '../../store/engine/store.js';
import { fillCalendar } from '../../store/tables/calendar.js';
import { refreshCustomerTotals } from '../../store/tables/customer-totals.js';
import {
  type Dimension,
  dimensionColumn,
  listDimensions,
  settleAllLevels,
} from '../../store/tables/dimensions.js';
import { moveLines, refreshAllOrders } from '../../store/tables/order-lines.js';

/** A status as it is compared: whatever its case and spaces. */
export const statusKey = (status: string): string => status.trim().toLowerCase();

const EXCLUDED = 'excluded_statuses';

/**
 * Makes everything that is kept beside the lines fit the settings: after an upgrade that keeps more, and when the
 * statuses that the shop excludes were changed. Does nothing where all is as it should be.
 * @param afterChange brings the segments up to date, in the same transaction
 */
export async function bringUpToDate(
  store: Store,
  excluded: readonly string[],
  afterChange: (trx: Knex) => Promise<void>,
): Promise<void> {
  const wanted = JSON.stringify(excluded.map(statusKey).sort());
  const isDue = async (db: Knex) => {
    const due = await db('store_state').where({ key: 'summaries_due' }).first('value');
    const kept = await db('store_notes').where({ key: EXCLUDED }).first('value');
    return { summaries: Number(due?.value) !== 0, exclusion: (kept?.value ?? '[]') !== wanted };
  };
  const due = await isDue(store.db);
  if (!due.summaries && !due.exclusion) return;
  if (store.access === 'read-only') throw notPossible(due.exclusion);
  await store.write(async trx => {
    const { summaries, exclusion } = await isDue(trx);
    if (!summaries && !exclusion) return;
    const hasLines =
      (await trx('order_lines').first('id')) !== undefined ||
      (await trx('lines_aside').first('id')) !== undefined;
    await trx('store_notes').where({ key: EXCLUDED }).delete();
    await trx('store_notes').insert({ key: EXCLUDED, value: wanted });
    if (hasLines) {
      const dimensions = await listDimensions({ db: trx });
      if (exclusion) {
        await moveLines(trx, dimensions, 'order_lines', 'replaced_by is null');
        await excludeLines(trx, dimensions, excluded);
      }
      await makeAgain(trx, store, dimensions);
      await trx('store_state').where({ key: 'data_version' }).increment('value', 1);
      await afterChange(trx);
    }
    await trx('store_state').where({ key: 'summaries_due' }).update({ value: 0 });
  });
}

const notPossible = (isExclusion: boolean): StoreError =>
  isExclusion
    ? new StoreError(
        'The store is read-only, and counts other order statuses than EXCLUDED_STATUSES says.',
        'Set EXCLUDED_STATUSES as it was when the store was written last, or make the store writable for one start.',
      )
    : new StoreError(
        'The store is read-only, and was made by an older Shopkeeper that kept less.',
        'Make the store writable for one start (shopkeeper doctor is enough), then read-only again.',
      );

/** Puts the lines with one of these statuses aside. */
export async function excludeLines(
  trx: Knex,
  dimensions: readonly Dimension[],
  excluded: readonly string[],
  within = '',
): Promise<void> {
  const status = dimensions.find(d => d.key === 'status');
  if (!status || excluded.length === 0) return;
  const wanted = new Set(excluded.map(statusKey));
  const values: { id: number; value: string }[] = await trx('dimension_values')
    .where({ dimension_id: status.id })
    .select('id', 'value');
  const ids = values.filter(v => wanted.has(statusKey(v.value))).map(v => v.id);
  if (ids.length > 0)
    await moveLines(
      trx,
      dimensions,
      'lines_aside',
      `${dimensionColumn(status)} in (${ids.join(',')})${within}`,
    );
}

async function makeAgain(trx: Knex, { dialect }: Store, dimensions: readonly Dimension[]): Promise<void> {
  const extent = await trx('order_lines').min({ from: 'day' }).max({ to: 'day' }).first();
  if (extent?.from !== null && extent?.from !== undefined)
    await fillCalendar(trx, dialect, { from: Number(extent.from), to: Number(extent.to) });
  await refreshAllOrders(trx);
  await refreshCustomerTotals(trx);
  await rebuildColumns(trx, dimensions);
  await settleAllLevels(trx, dimensions);
}
