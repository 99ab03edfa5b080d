import { plural } from '../../../core/answer/format.js';
import { isoDigits } from '../../../core/money/currencies.js';
import { multiply, parseDecimal, roundTo } from '../../../core/money/money.js';
import type { Mapping } from '../mapping.js';
import { cellText, type Survey } from '../survey.js';
import { type CurrencyAt, moneyText } from './line-conversion.js';

/**
 * What a file's amounts come to in each currency: `USD 40.00 in 2 rows, EUR 20.00 in 1 row`. Of a long file,
 * of the rows that were kept to look at.
 */
export function totalsText(
  survey: Survey,
  { roles, decimalMarks, money, quantities }: Mapping,
  currencyAt: CurrencyAt,
): string {
  const { base } = money;
  const oncePerOrder = base.kind === 'amount' && base.per === 'order';
  const totals = new Map<string, { rows: number; minor: number }>();
  const counted = new Set<string>();
  const decimal = (row: readonly string[], index: number | undefined) =>
    index === undefined ? undefined : parseDecimal(cellText(row[index]), decimalMarks[index]);
  const amountOf = (row: readonly string[]) => {
    if (base.kind === 'amount') return decimal(row, base.column);
    const price = decimal(row, base.price);
    const quantity = quantities?.read(cellText(row[roles.quantity ?? -1])) ?? decimal(row, roles.quantity);
    return price && quantity && multiply(quantity, price);
  };
  for (const row of survey.first) {
    const amount = amountOf(row);
    const code = currencyAt(row);
    const order = cellText(row[roles.orderId ?? -1]);
    if (!amount || code === undefined || (oncePerOrder && counted.has(order))) continue;
    if (oncePerOrder) counted.add(order);
    const total = totals.get(code) ?? { rows: 0, minor: 0 };
    totals.set(code, total);
    total.rows++;
    total.minor += roundTo(amount, isoDigits(code) ?? 2);
  }
  const parts = [...totals].map(
    ([code, { rows, minor }]) => `${moneyText(code, minor, isoDigits(code) ?? 2)} in ${plural(rows, 'row')}`,
  );
  const looked = survey.first.length;
  const part = looked < survey.rows ? ` (of the ${looked} rows looked at)` : '';
  return parts.join(', ') + part;
}
