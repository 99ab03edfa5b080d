import { parseDecimal } from '../money/money.js';
import { ROLES, type RoleKey } from './roles.js';
import { type ColumnSurvey, decimalMark, numberShare, type Survey } from './survey.js';

export interface Amount {
  readonly column: ColumnSurvey;
  readonly confidence: number;
  readonly reason: string;
  /** It is the order's total, on each of its lines. */
  readonly isOfTheOrder: boolean;
}

/**
 * Picks the column that holds a line's amount. A good name is not enough: a running total and a constant are
 * called Revenue too. Where quantity and price are known, the column that agrees with them (after discount)
 * wins; otherwise the best-known name whose values vary and do not merely add up down the file.
 */
export function pickAmount(
  survey: Survey,
  roles: Partial<Record<RoleKey, number>>,
  columns: readonly ColumnSurvey[],
): Amount | undefined {
  const names = ROLES.find(r => r.key === 'amount')?.names ?? [];
  const hasPrices = roles.quantity !== undefined && roles.unitPrice !== undefined;
  const named = columns
    .map(column => ({ column, rank: names.indexOf(column.name) }))
    .filter(c => c.rank >= 0 && numberShare(c.column) >= 0.9)
    .sort((a, b) => a.rank - b.rank);
  const plausible = named.filter(
    c =>
      !(c.column.distinct.size === 1 && survey.rows > 10) &&
      !isRunningTotal(survey, c.column) &&
      !(hasPrices && c.column.filled < survey.rows * 0.9) &&
      !(
        hasPrices &&
        isOfTheOrder(survey, roles.orderId, c.column) &&
        agreement(survey, roles, c.column) < 0.8
      ),
  );
  // A constant, or a total that rises all the way down, may still be the amount of a file that has nothing better.
  const candidates = plausible.length > 0 || hasPrices ? plausible : named;
  const [byName] = candidates;
  if (!byName) return undefined;
  if (candidates.length > 1 && hasPrices) {
    const scored = candidates
      .map(c => ({ ...c, agreement: agreement(survey, roles, c.column) }))
      .sort((a, b) => b.agreement - a.agreement || a.rank - b.rank);
    const best = scored[0];
    if (best && best.agreement >= 0.8) {
      return {
        column: best.column,
        confidence: 0.98,
        reason: `named "${best.column.header}" and equals quantity x price in ${Math.round(best.agreement * 100)} % of the rows looked at`,
        isOfTheOrder: false,
      };
    }
  }
  return {
    column: byName.column,
    confidence: candidates.length > 1 ? 0.75 : 0.95,
    reason: `named "${byName.column.header}"`,
    isOfTheOrder: !hasPrices && isOfTheOrder(survey, roles.orderId, byName.column),
  };
}

function numberAt(row: readonly string[], column: ColumnSurvey | undefined): number | undefined {
  if (!column) return undefined;
  const value = parseDecimal(row[column.index] ?? '', decimalMark(column));
  return value && Number(value.digits) / 10 ** value.scale;
}

/** Share of the first rows in which the column is quantity x price, less a discount given in percent or as a fraction. */
function agreement(survey: Survey, roles: Partial<Record<RoleKey, number>>, column: ColumnSurvey): number {
  const at = (key: RoleKey) => (roles[key] === undefined ? undefined : survey.columns[roles[key]]);
  let agree = 0;
  for (const row of survey.first) {
    const [quantity, price, amount] = [
      numberAt(row, at('quantity')),
      numberAt(row, at('unitPrice')),
      numberAt(row, column),
    ];
    if (quantity === undefined || price === undefined || amount === undefined) continue;
    const gross = quantity * price;
    const discount = numberAt(row, at('discount')) ?? 0;
    const close = (value: number) => Math.abs(value - amount) <= Math.max(0.011, Math.abs(amount) * 0.0001);
    if (close(gross) || close(gross * (1 - discount / 100)) || close(gross * (1 - discount))) agree++;
  }
  return survey.first.length === 0 ? 0 : agree / survey.first.length;
}

/** Whether the column only ever rises or only ever falls, by varying steps: a total that was carried down the file. */
function isRunningTotal(survey: Survey, column: ColumnSurvey): boolean {
  const values = survey.first.map(row => numberAt(row, column)).filter(v => v !== undefined);
  if (values.length < 20) return false;
  const steps = values.slice(1).map((v, i) => v - (values[i] as number));
  return steps.every(s => s > 0) || steps.every(s => s < 0);
}

/**
 * Whether the column holds the order's total rather than the line's: filled once for each order, or the same on all
 * of its lines. One order of several lines is proof where the column says `order`; otherwise it takes three.
 */
function isOfTheOrder(survey: Survey, orderId: number | undefined, column: ColumnSurvey): boolean {
  if (orderId === undefined) return false;
  const orders = new Map<string, string[]>();
  for (const row of survey.first) {
    const order = row[orderId] ?? '';
    orders.set(order, [...(orders.get(order) ?? []), (row[column.index] ?? '').trim()]);
  }
  const several = [...orders.values()].filter(values => values.length > 1);
  const filled = (values: readonly string[]) => values.filter(v => v !== '');
  const enough = column.name.split(' ').includes('order') ? 1 : 3;
  return several.length >= enough && several.every(values => new Set(filled(values)).size === 1);
}
