import { IngestError } from '../../../core/errors.js';
import type { ColumnRoles } from '../column-roles.js';
import type { RoleKey } from '../roles.js';
import type { RowRule } from '../rows/row-rules.js';
import type { Sample } from '../sample.js';
import type { ColumnSurvey } from '../survey.js';
import type { Values } from './equations.js';

/** What sales have, and the movements of an account have not. */
const OF_SALES: readonly RoleKey[] = ['orderId', 'quantity', 'unitPrice', 'productId'];
/** Rows after which a balance must be proven. */
const ENOUGH = 5;
const HOLDS = 0.95;

/**
 * Refuses the statement of a bank account, whose amounts are payouts after fees, bills and transfers: money
 * comes in and goes out, a column is the balance after each row, and nothing says which rows are sales.
 * @param amounts row by row
 * @throws IngestError
 */
export function refuseStatement(
  file: string,
  sample: Sample,
  roles: ColumnRoles,
  amounts: Values,
  rules: readonly RowRule[],
): void {
  if (roles.isGiven('amount') || OF_SALES.some(role => roles.byKey[role] !== undefined)) return;
  if (rules.some(r => r.kind === 'notASale' || r.kind === 'return')) return;
  if (!amounts.some(a => a !== undefined && a < 0)) return;
  const amount = roles.column('amount');
  const balance = sample.survey.columns.find(
    c => c !== amount && c.numbers > ENOUGH && isBalance(sample.numbers(c), amounts),
  );
  if (amount && balance) throw statementError(file, amount, balance);
}

const statementError = (file: string, amount: ColumnSurvey, balance: ColumnSurvey): IngestError =>
  new IngestError(
    `${file} is a statement of an account: "${balance.header}" is the balance after each row. Its payouts, ` +
      'transfers and bills do not say what was sold, and payouts are after fees.',
    'Export the sales from the till, the shop or the payment service. If the rows are sales all the same, ' +
      `say so: --map "${amount.header}=amount".`,
  );

/** Whether a column goes on from row to row by the amounts, from the top or from the bottom. */
export function isBalance(values: Values, amounts: Values): boolean {
  const goesOn = (isRising: boolean) => {
    const steps = values.slice(1).flatMap((v, i) => {
      const [above, change] = [values[i], isRising ? amounts[i + 1] : amounts[i]];
      if (v === undefined || above === undefined || !change) return [];
      return [Math.abs(isRising ? v - above - change : above - v - change) < 0.006];
    });
    return steps.length >= ENOUGH && steps.filter(Boolean).length >= steps.length * HOLDS;
  };
  return goesOn(true) || goesOn(false);
}
