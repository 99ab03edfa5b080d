import type { ProfileFile } from './profile-file.js';

/** The rows of Amazon's settlements that give goods back. */
export const SETTLEMENT_RETURNS = /^(refund|chargeback|a to z)/;

/** Columns of both kinds of settlement that are neither a figure nor a breakdown. */
export const SETTLEMENT_IGNORED = [
  'settlement-id',
  'settlement-start-date',
  'settlement-end-date',
  'deposit-date',
  'total-amount',
  'merchant-order-id',
  'adjustment-id',
  'shipment-id',
  'order-item-code',
  'merchant-order-item-id',
  'merchant-adjustment-item-id',
  'promotion-id',
] as const;

/**
 * Whether prices of goods are above zero in sales, and below in refunds, in nearly all rows that have them.
 * @param kind the header of the column that says what a price is of
 */
export function areSettled(file: ProfileFile, kind: string, price: string): boolean {
  const [type, kinds, prices] = ['transaction-type', kind, price].map(h => file.column(h));
  if (!type || !kinds || !prices) return false;
  const [types, what, amounts] = [
    file.sample.texts(type),
    file.sample.texts(kinds),
    file.sample.numbers(prices),
  ];
  const signs = amounts.flatMap((amount, i) => {
    if (!amount || !/^principal$/i.test(what[i] ?? '') || isPromotion(file, i)) return [];
    const isReturn = SETTLEMENT_RETURNS.test((types[i] ?? '').toLowerCase().replaceAll('-', ' '));
    return [isReturn === amount < 0];
  });
  return signs.length > 0 && signs.filter(isRight => isRight).length >= signs.length * 0.95;
}

function isPromotion(file: ProfileFile, row: number): boolean {
  const column = file.column('amount-type');
  return column !== undefined && /^promotion$/i.test(file.sample.texts(column)[row] ?? '');
}

/** What to say where the amounts of whole settlements do not come to their totals. */
export function unsettled(file: ProfileFile, columns: readonly string[]): string[] {
  const { rows, survey } = file.sample;
  if (rows.length < survey.rows) return [];
  const sumOf = (header: string) => {
    const column = file.column(header);
    return column ? file.sample.numbers(column).reduce<number>((a, b) => a + (b ?? 0), 0) : 0;
  };
  const total = sumOf('total-amount');
  const sum = columns.reduce((a, header) => a + sumOf(header), 0);
  return Math.abs(sum - total) < 0.0151
    ? []
    : [
        `The rows come to ${sum.toFixed(2)}, and "total-amount" to ${total.toFixed(2)}: the file may ` +
          'not be whole.',
      ];
}
