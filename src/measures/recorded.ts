import { memoizedByDataVersion } from '../store/engine/memoize.js';
import type { StoreReader } from '../store/engine/transaction.js';
import { hasQuantities } from '../store/scope/has-quantities.js';
import { partsOfLines } from '../store/scope/line-parts.js';
import { hasCustomers } from '../store/tables/customers.js';
import { hasQuantityColumn } from '../store/tables/ingests.js';
import type { Recorded } from './measures.js';

/**
 * Whether the shop's files name customers and quantities at all, and which figures they have beside revenue.
 * A line without a quantity counts as one unit, so if every quantity is 1 and no file that is still loaded
 * had a column of them, the files are treated as having none.
 */
export const recordedIn = (store: StoreReader): Promise<Recorded> =>
  memoizedByDataVersion(store, 'recorded', async () => ({
    customers: await hasCustomers(store),
    quantity: (await hasQuantityColumn(store)) || (await hasQuantities(store)),
    parts: await partsOfLines(store),
  }));
