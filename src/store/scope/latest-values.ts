import type { StoreReader } from '../engine/transaction.js';
import { linesOf } from '../lines/index.js';
import { highestCustomer } from '../tables/customers.js';
import { type Dimension, dimensionColumn } from '../tables/dimensions.js';

/**
 * The value of a dimension on each customer's latest line that has one, by customer id; 0 where none has.
 * @param prefers of two values on the same day, whether the second one counts
 */
export async function latestValues(
  reader: StoreReader,
  dimension: Pick<Dimension, 'id'>,
  prefers: (before: number, value: number) => boolean,
): Promise<Int32Array> {
  const size = (await highestCustomer(reader)) + 1;
  const latest = new Int32Array(size);
  const since = new Int32Array(size).fill(-(2 ** 31));
  const column = dimensionColumn(dimension);
  const { scan } = await linesOf(reader);
  for await (const lines of scan({ filters: [] }, ['customer', 'day', column])) {
    const [customers, days, values] = [lines.column('customer'), lines.column('day'), lines.column(column)];
    for (let i = 0; i < lines.count; i++) {
      const [customer, day, value] = [customers[i]!, days[i]!, values[i]!];
      if (customer === 0 || value === 0 || day < since[customer]!) continue;
      if (day === since[customer] && !prefers(latest[customer]!, value)) continue;
      latest[customer] = value;
      since[customer] = day;
    }
  }
  return latest;
}
