import type { StoreReader } from '../../../store/engine/transaction.js';
import { linesOf } from '../../../store/lines/index.js';
import type { LineScope } from '../../../store/scope/sums.js';
import { firstOrderDays } from '../../../store/tables/customer-totals.js';
import type { Dimension } from '../../../store/tables/dimensions.js';
import { dimensionColumn } from '../../../store/tables/dimensions.js';

/**
 * For each value of a dimension, the customers whose first order of all, whenever that was, is in scope and
 * has it. A customer whose first day brought orders with several values counts for each of them.
 */
export async function newCustomersBy(
  store: StoreReader,
  scope: LineScope,
  dimension: Dimension,
): Promise<Map<number, number>> {
  const column = dimensionColumn(dimension);
  const first = await firstOrderDays(store);
  const newByValue = new Map<number, Set<number>>();
  const { scan } = await linesOf(store);
  for await (const lines of scan(scope, ['customer', 'day', 'isReturn', column])) {
    const [customers, days] = [lines.column('customer'), lines.column('day')];
    const [isReturn, values] = [lines.column('isReturn'), lines.column(column)];
    for (let i = 0; i < customers.length; i++) {
      const customer = customers[i]!;
      if (customer === 0 || isReturn[i] === 1 || first.get(customer) !== days[i]) continue;
      const value = values[i]!;
      const newCustomers = newByValue.get(value);
      if (newCustomers) newCustomers.add(customer);
      else newByValue.set(value, new Set([customer]));
    }
  }
  return new Map([...newByValue].map(([value, customers]) => [value, customers.size]));
}
