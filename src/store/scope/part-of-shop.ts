import { memoizedByDataVersion } from '../engine/memoize.js';
import { readingPart } from '../engine/part.js';
import type { Part } from '../engine/part-filter.js';
import type { ReadTransaction } from '../engine/transaction.js';
import { linesOf } from '../lines/index.js';
import { highestCustomer } from '../tables/customers.js';
import { dimensionColumn, listDimensions } from '../tables/dimensions.js';
import type { Filter } from './sums.js';

/** The same transaction, limited to the lines that pass all filters of at least one of the lists. */
export async function readingPartOfShop(
  transaction: ReadTransaction,
  lists: readonly (readonly Filter[])[],
): Promise<ReadTransaction> {
  const anyOf: Part['anyOf'] = lists.map(filters =>
    filters.map(({ column, values, exclude }) => ({
      column,
      ids: new Set(values.map(value => value.id)),
      isExcluded: exclude,
    })),
  );
  const key = JSON.stringify(lists.map(l => l.map(f => [f.column, f.exclude, f.values.map(v => v.id)])));
  // Nothing of the shop: there is nothing to look for.
  if (lists.length === 0)
    return readingPart(transaction, { key, anyOf, customers: new Uint8Array(), values: new Uint8Array() });
  const lines = readingPart(transaction, { key, anyOf });
  const within = await memoizedByDataVersion(lines, 'what is in the part', () => marksOf(transaction, lines));
  return readingPart(transaction, { key, anyOf, ...within });
}

/** Marks the customers and the values of dimensions, by id, of the lines of a part. */
async function marksOf(
  whole: ReadTransaction,
  part: ReadTransaction,
): Promise<Required<Pick<Part, 'customers' | 'values'>>> {
  const columns = (await listDimensions(whole)).map(dimensionColumn);
  const customers = new Uint8Array((await highestCustomer(whole)) + 1);
  let values = new Uint8Array(1_024);
  const { scan } = await linesOf(part);
  for await (const lines of scan({ filters: [] }, ['customer', ...columns])) {
    for (const id of lines.column('customer')) customers[id] = 1;
    for (const column of columns)
      for (const id of lines.column(column)) {
        if (id >= values.length) values = grown(values, id);
        values[id] = 1;
      }
  }
  // 0 stands for none.
  customers[0] = 0;
  values[0] = 0;
  return { customers, values };
}

function grown(marks: Uint8Array<ArrayBuffer>, id: number): Uint8Array<ArrayBuffer> {
  const larger = new Uint8Array(Math.max(id + 1, marks.length * 2));
  larger.set(marks);
  return larger;
}
