import type { ColumnName } from './chunk.js';
import type { Grouping } from './grouping.js';
import type { LineScope } from './line-scope.js';
import type { Scan } from './scan.js';

/** The orders of a scope, in the order in which they came; an order that has only returns is left out. */
export interface OrderList {
  readonly count: number;
  /** Ids. */
  readonly order: Int32Array;
  readonly customer: Int32Array;
  /** The first day of its lines in scope. */
  readonly day: Int32Array;
  /** Of its lines in scope, minor units. */
  readonly revenue: Float64Array;
}

/**
 * Lists the orders of the lines in scope.
 * @param areReturns lists those that have only returns instead
 */
export async function listOrders(scan: Scan, scope: LineScope, areReturns = false): Promise<OrderList> {
  const order: number[] = [];
  const customer: number[] = [];
  const day: number[] = [];
  const revenue: number[] = [];
  for await (const lines of scan(scope, ['order', 'customer', 'day', 'amount', 'isReturn'])) {
    const [orders, customers, days] = [lines.column('order'), lines.column('customer'), lines.column('day')];
    const [amounts, isReturn] = [lines.column('amount'), lines.column('isReturn')];
    for (let from = 0; from < orders.length; ) {
      let to = from;
      let [sum, first, hasSale, buyer] = [0, Number.MAX_SAFE_INTEGER, false, 0];
      for (; to < orders.length && orders[to] === orders[from]; to++) {
        sum += amounts[to] as number;
        first = Math.min(first, days[to] as number);
        hasSale ||= isReturn[to] === 0;
        buyer ||= customers[to] as number;
      }
      if (hasSale !== areReturns) {
        order.push(orders[from] as number);
        customer.push(buyer);
        day.push(first);
        revenue.push(sum);
      }
      from = to;
    }
  }
  return {
    count: day.length,
    order: Int32Array.from(order),
    customer: Int32Array.from(customer),
    day: Int32Array.from(day),
    revenue: Float64Array.from(revenue),
  };
}

/** The amounts of all lines except returns, ascending, by group. Minor units. */
export async function sortedAmounts(
  scan: Scan,
  scope: LineScope,
  grouping: Grouping,
): Promise<Map<number, Float64Array>> {
  const amounts: number[][] = [];
  const columns: ColumnName[] = ['amount', 'isReturn', ...grouping.columns];
  for await (const lines of scan(scope, columns)) {
    const groups = grouping.numbersOf(lines);
    while (amounts.length < grouping.ids.length) amounts.push([]);
    const [amount, isReturn] = [lines.column('amount'), lines.column('isReturn')];
    for (let i = 0; i < groups.length; i++)
      if (isReturn[i] === 0) amounts[groups[i] as number]?.push(amount[i] as number);
  }
  return new Map(grouping.ids.map((id, g) => [id, Float64Array.from(amounts[g] ?? []).sort()]));
}

/** The last day on which each group sold something. */
export async function lastDays(
  scan: Scan,
  scope: LineScope,
  grouping: Grouping,
): Promise<Map<number, number>> {
  const last: number[] = [];
  for await (const lines of scan(scope, ['day', 'isReturn', ...grouping.columns])) {
    const groups = grouping.numbersOf(lines);
    const [days, isReturn] = [lines.column('day'), lines.column('isReturn')];
    while (last.length < grouping.ids.length) last.push(Number.NEGATIVE_INFINITY);
    for (let i = 0; i < groups.length; i++) {
      const g = groups[i] as number;
      if (isReturn[i] === 0 && (days[i] as number) > (last[g] as number)) last[g] = days[i] as number;
    }
  }
  return new Map(
    grouping.ids.flatMap((id, g) => (Number.isFinite(last[g]) ? [[id, last[g] as number]] : [])),
  );
}

/**
 * What the orders of each group come to, ascending. Minor units. An order that has only returns is left
 * out; of an order in several groups each has its part.
 */
export async function sortedOrderTotals(
  scan: Scan,
  scope: LineScope,
  grouping: Grouping,
): Promise<Map<number, Float64Array>> {
  const totals: number[][] = [];
  const columns: ColumnName[] = ['order', 'amount', 'isReturn', ...grouping.columns];
  for await (const lines of scan(scope, columns)) {
    const groups = grouping.numbersOf(lines);
    while (totals.length < grouping.ids.length) totals.push([]);
    const [orders, amount, isReturn] = [
      lines.column('order'),
      lines.column('amount'),
      lines.column('isReturn'),
    ];
    const parts = new Map<number, { sum: number; hasSale: boolean }>();
    const endOrder = () => {
      for (const [group, { sum, hasSale }] of parts) if (hasSale) totals[group]?.push(sum);
      parts.clear();
    };
    for (let i = 0; i < groups.length; i++) {
      if (i > 0 && orders[i] !== orders[i - 1]) endOrder();
      const part = parts.get(groups[i] as number) ?? { sum: 0, hasSale: false };
      part.sum += amount[i] as number;
      part.hasSale ||= isReturn[i] === 0;
      parts.set(groups[i] as number, part);
    }
    endOrder();
  }
  return new Map(grouping.ids.map((id, g) => [id, Float64Array.from(totals[g] ?? []).sort()]));
}
