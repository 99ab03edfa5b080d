import { memoizedByDataVersion } from '../store/engine/memoize.js';
import type { StoreReader } from '../store/engine/transaction.js';
import { hasQuantities } from '../store/scope/has-quantities.js';
import { partsOfLines } from '../store/scope/line-parts.js';
import { hasCustomers } from '../store/tables/customers.js';
import { hasQuantityColumn, hasTotalsOfPeriods } from '../store/tables/ingests.js';
import type { Recorded } from './measures.js';

/**
 * Whether the shop's files have orders, name customers and quantities at all, and which figures they have
 * beside revenue. A line without a quantity counts as one unit, so if every quantity is 1 and no file that is
 * still loaded had a column of them, the files are treated as having none. Orders are missing as soon as one
 * file has totals of days: a count of the others would not be one of all.
 */
export const recordedIn = (store: StoreReader): Promise<Recorded> =>
  memoizedByDataVersion(store, 'recorded', async () => ({
    orders: !(await hasTotalsOfPeriods(store)),
    customers: await hasCustomers(store),
    quantity: (await hasQuantityColumn(store)) || (await hasQuantities(store)),
    parts: await partsOfLines(store),
  }));
