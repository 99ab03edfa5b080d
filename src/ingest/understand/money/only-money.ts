import type { Figure } from './figures.js';
import type { MoneyChoice } from './money-choice.js';

/** The one column that holds money, where there is one only and none is named like an amount. */
export function onlyMoney(figures: readonly Figure[]): MoneyChoice | undefined {
  const money = figures.filter(
    ({ column: c, kind }) =>
      kind !== 'quantity' &&
      kind !== 'otherNumber' &&
      c.moneyLike >= c.tested.count * 0.3 &&
      c.distinct.size > 1,
  );
  const [only] = money;
  if (!only || money.length > 1) return undefined;
  const { header, index } = only.column;
  return {
    money: { base: { kind: 'amount', column: index, per: 'line' }, parts: [] },
    taken: [
      {
        role: 'amount',
        column: only.column,
        confidence: 0.4,
        reason: 'it is the only one that holds amounts of money',
      },
    ],
    assumptions: [
      `No column is named like an amount; "${header}" was taken: it is the only one that holds amounts of ` +
        `money. --map "${header}=amount" confirms it, or another column.`,
    ],
    confidence: 0.4,
    reason: 'it is the only one that holds amounts of money',
    others: [],
    rivals: [],
  };
}
