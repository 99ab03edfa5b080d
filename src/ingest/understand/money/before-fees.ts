import type { Sample } from '../sample.js';
import type { ColumnSurvey } from '../survey.js';
import { isBalance } from './account-statement.js';
import { HOLDS } from './equations.js';
import type { MoneyChoice, Said } from './money-choice.js';

/** The share of rows that must have a fee, and how many rows there must be. */
const OFTEN = 0.3;
const ENOUGH = 5;

/**
 * The choice, unless its amount is what an account got after fees: a column is the balance that goes on by it
 * from row to row, and another one less a fee comes to it. That one is what was sold for.
 * @param choose chooses again, with what is told
 */
export function beforeFees(
  sample: Sample,
  choice: MoneyChoice | undefined,
  choose: (told: Partial<Said>) => MoneyChoice | undefined,
): MoneyChoice | undefined {
  if (choice?.money.base.kind !== 'amount' || choice.money.orderNet !== undefined) return choice;
  const { columns } = sample.survey;
  const net = columns[choice.money.base.column];
  const numbers = columns.filter(c => c !== net && c.numbers > ENOUGH);
  const balance = net && numbers.find(c => isBalance(sample.numbers(c), sample.numbers(net)));
  const whole = balance && wholeAndFee(sample, net, numbers);
  const again = whole && choose({ amount: whole.amount.index });
  if (!net || !whole || !again) return choice;
  const { amount, fee } = whole;
  const reason = `"${net.header}" is "${amount.header}" after "${fee.header}"`;
  return {
    ...again,
    // Its name may be that of a charge on the sale.
    money: { ...again.money, parts: again.money.parts.filter(p => p.column !== fee.index) },
    openPlaces: again.openPlaces?.filter(p => p.column !== fee) ?? [],
    taken: [...again.taken, { role: 'amount', column: amount, confidence: 0.9, reason }],
    confidence: 0.9,
    reason,
    assumptions: [
      ...again.assumptions,
      `"${balance.header}" is the balance of an account, and goes on by "${net.header}", which is after ` +
        `the fees in "${fee.header}". Revenue is "${amount.header}".`,
    ],
  };
}

/** The column that comes to an amount with a fee, which is below zero, added. */
function wholeAndFee(
  sample: Sample,
  net: ColumnSurvey,
  columns: readonly ColumnSurvey[],
): { amount: ColumnSurvey; fee: ColumnSurvey } | undefined {
  const values = sample.numbers(net);
  const rows = values.filter(v => v !== undefined).length;
  for (const fee of columns) {
    const fees = sample.numbers(fee);
    if (fee.max > 0 || fees.filter(f => f !== undefined && f < 0).length < rows * OFTEN) continue;
    const amount = columns.find(c => {
      const own = sample.numbers(c);
      const isSum = (i: number) => Math.abs((own[i] ?? 0) + (fees[i] ?? 0) - (values[i] ?? 0)) < 0.006;
      return c !== fee && values.filter((v, i) => v !== undefined && isSum(i)).length >= rows * HOLDS;
    });
    if (amount) return { amount, fee };
  }
  return undefined;
}
