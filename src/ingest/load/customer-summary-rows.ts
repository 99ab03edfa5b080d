import type { Day } from '../../core/calendar/days.js';
import { readDate } from '../../core/calendar/written-dates.js';
import { parseDecimal, roundTo } from '../../core/money/money.js';
import type { TableRow } from '../read/table.js';
import type { SummaryField, SummaryMapping } from '../understand/customer-summaries.js';
import { cellText } from '../understand/survey.js';
import type { LineAmounts } from './decimals/line-amounts.js';
import type { LineCustomer, Refusal } from './order-line.js';

/** One customer as a file summed them up. Money in units of the store. */
export interface CustomerSummary {
  readonly customer: LineCustomer;
  readonly orders: number;
  readonly revenue: number;
  readonly lastDay: Day;
  /** The day that the days since the last order were counted on; null where the file has dates. */
  readonly countedOn: Day | null;
}

/** Makes the function that turns a row into a customer's summary or says what is wrong with it. */
export function summaryReader(
  header: readonly string[],
  mapping: SummaryMapping,
  amounts: LineAmounts,
  today: Day,
): (row: TableRow) => CustomerSummary | Refusal {
  const { fields, customer, unit } = mapping;
  return ({ number: row, cells }) => {
    const text = (field: SummaryField) => cellText(cells[fields[field] ?? -1]);
    const decimal = (field: SummaryField) =>
      parseDecimal(text(field), mapping.decimalMarks[fields[field] ?? -1]);
    const refuse = (field: SummaryField, reason: string): Refusal => ({
      row,
      column: header[fields[field] ?? -1] ?? field,
      value: text(field),
      reason,
    });
    const [id, name, email] = [customer.id, customer.name, customer.email].map(c => cellText(cells[c ?? -1]));
    const key = id || email || name;
    if (!key)
      return { row, column: header[customer.id ?? 0] ?? '', value: '', reason: 'the customer is missing' };
    const orders = decimal('orders');
    if (!orders)
      return refuse('orders', text('orders') === '' ? 'the number of orders is missing' : 'not a number');
    const total = fields.total === undefined ? { digits: 0, scale: 0 } : decimal('total');
    if (!total) return refuse('total', text('total') === '' ? 'the total is missing' : 'not a number');
    const lastDay = lastDayOf();
    if (typeof lastDay !== 'number') return lastDay;
    if (lastDay > today + 366) return refuse('lastOrder', 'lies more than a year in the future');
    return {
      customer: { key, name: name || null, email: email || null },
      orders: roundTo(orders, 0) + (mapping.isRepeat ? 1 : 0),
      revenue: amounts.of(total),
      lastDay,
      countedOn: fields.lastOrder === undefined ? today : null,
    };

    function lastDayOf(): Day | Refusal {
      if (fields.lastOrder !== undefined)
        return readDate(text('lastOrder'), mapping.dateOrders) ?? refuse('lastOrder', 'not a date');
      const since = decimal('daysSince');
      if (!since)
        return refuse('daysSince', text('daysSince') === '' ? 'the days are missing' : 'not a number');
      const days = Number(since.digits) / 10 ** since.scale;
      if (!mapping.isRepeat) return today - Math.round(days * unit);
      const age = decimal('age');
      if (!age) return refuse('age', 'not a number');
      return today - Math.round((Number(age.digits) / 10 ** age.scale - days) * unit);
    }
  };
}
