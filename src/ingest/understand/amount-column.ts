import { isOfTheOrder } from './order-columns.js';
import { ROLES, type RoleKey } from './roles.js';
import { type ColumnSurvey, numberIn, numberShare, type Survey } from './survey.js';

export interface Amount {
  readonly column: ColumnSurvey;
  readonly confidence: number;
  readonly reason: string;
  /** It is the order's total, on each of its lines. */
  readonly isOfTheOrder: boolean;
}

type Roles = Partial<Record<RoleKey, number>>;

/** What came of looking for the amount. */
export interface PickedAmount {
  readonly amount?: Amount;
  /** A column called an amount that is really the unit price: another column equals quantity times it. */
  readonly unitPrice?: ColumnSurvey;
  readonly assumptions: readonly string[];
}

/**
 * Picks the column that holds a line's amount. A good name is not enough: running totals, constants and order
 * totals are called Revenue too. Where quantity and price are known, the amount must agree with them (after
 * discount and tax), and the one that equals them wins; otherwise the best-known name whose values vary and
 * do not merely add up down the file.
 * @param ofFirstRow columns that only the first row of each order fills
 */
export function pickAmount(
  survey: Survey,
  roles: Roles,
  columns: readonly ColumnSurvey[],
  ofFirstRow: readonly number[],
): PickedAmount {
  const names = ROLES.find(r => r.key === 'amount')?.names ?? [];
  const named = columns
    .map(column => ({ column, rank: names.indexOf(column.name) }))
    .filter(c => c.rank >= 0 && numberShare(c.column) >= 0.9)
    .sort((a, b) => a.rank - b.rank)
    .map(c => c.column);
  const swapped = priceCalledAmount(survey, roles, named);
  if (swapped) return swapped;
  const hasPrices = roles.quantity !== undefined && roles.unitPrice !== undefined;
  const isTotal = (c: ColumnSurvey) => isOfTheOrder(survey, roles, c);
  const plausible = named.filter(
    c =>
      !(c.distinct.size === 1 && survey.rows > 10) &&
      !isRunningTotal(survey, c) &&
      !(hasPrices && (ofFirstRow.includes(c.index) || c.filled < survey.rows * 0.9)) &&
      !(hasPrices && !goesWithPrices(survey, roles, c)) &&
      !(hasPrices && isTotal(c) && agreement(survey, roles, c, true) < 0.8),
  );
  // A constant, or a total that rises all the way down, may still be the amount of a file that has nothing
  // better.
  const candidates = plausible.length > 0 || hasPrices ? plausible : named;
  const best = hasPrices ? bestAgreement(survey, roles, candidates) : undefined;
  const [byName] = candidates;
  const column = best?.column ?? byName;
  const assumptions = hasPrices && named.length > 0 && !column ? [notUsed(named)] : [];
  if (!column) return { assumptions };
  return {
    assumptions,
    amount: best ?? {
      column,
      confidence: candidates.length > 1 ? 0.75 : 0.95,
      reason: `named "${column.header}"`,
      isOfTheOrder: !hasPrices && isTotal(column),
    },
  };
}

const notUsed = (named: readonly ColumnSurvey[]): string =>
  `Amounts are quantity x price: ${named.map(c => `"${c.header}"`).join(', ')} ` +
  `${named.length === 1 ? 'is not used: it does' : 'are not used: they do'} not ` +
  'agree with quantity x price. --map "COLUMN=amount" uses it all the same.';

function bestAgreement(
  survey: Survey,
  roles: Roles,
  candidates: readonly ColumnSurvey[],
): Amount | undefined {
  if (candidates.length < 2) return undefined;
  const [best] = candidates
    .map(column => ({ column, share: agreement(survey, roles, column) }))
    .sort((a, b) => b.share - a.share);
  if (!best || best.share < 0.8) return undefined;
  return {
    column: best.column,
    confidence: 0.98,
    reason:
      `named "${best.column.header}" and equals quantity x price in ` +
      `${Math.round(best.share * 100)} % of the rows looked at`,
    isOfTheOrder: false,
  };
}

const isClose = (a: number, b: number): boolean => Math.abs(a - b) <= Math.max(0.011, Math.abs(b) * 0.0001);

/** Two columns called amounts, of which one is quantity times the other: the other is the price. */
function priceCalledAmount(
  survey: Survey,
  roles: Roles,
  named: readonly ColumnSurvey[],
): PickedAmount | undefined {
  const quantity = survey.columns[roles.quantity ?? -1];
  if (!quantity || roles.unitPrice !== undefined) return undefined;
  for (const price of named) {
    for (const column of named) {
      const rows = survey.first.map(row => [
        numberIn(row, quantity),
        numberIn(row, price),
        numberIn(row, column),
      ]);
      const full = rows.filter(row => row.every(n => n !== undefined)) as [number, number, number][];
      const agree = full.filter(([q, p, a]) => isClose(q * p, a)).length;
      const differ = full.filter(([, p, a]) => p !== a).length;
      if (column === price || full.length < 3 || agree < full.length * 0.95 || differ < full.length * 0.2)
        continue;
      const reason = `"${quantity.header}" x "${price.header}"`;
      return {
        unitPrice: price,
        amount: { column, confidence: 0.95, reason, isOfTheOrder: false },
        assumptions: [],
      };
    }
  }
  return undefined;
}

/**
 * Whether the column is of the size of quantity x price in most rows, as an amount is after discount and tax.
 */
function goesWithPrices(survey: Survey, roles: Roles, column: ColumnSurvey): boolean {
  let looked = 0;
  let goes = 0;
  for (const row of survey.first) {
    const gross = grossOf(survey, roles, row);
    const amount = numberIn(row, column);
    if (!gross || amount === undefined) continue;
    looked++;
    const ratio = Math.abs(amount / gross);
    if (ratio >= 0.25 && ratio <= 4) goes++;
  }
  return looked === 0 || goes >= looked * 0.6;
}

function grossOf(survey: Survey, roles: Roles, row: readonly string[]): number | undefined {
  const quantity = numberIn(row, survey.columns[roles.quantity ?? -1]);
  const price = numberIn(row, survey.columns[roles.unitPrice ?? -1]);
  return quantity === undefined || price === undefined ? undefined : quantity * price;
}

/**
 * Share of the rows looked at in which the column is quantity x price, less a discount given in percent or as
 * a fraction.
 * @param several only rows of orders with several rows, where an order's total differs from its lines'
 */
function agreement(survey: Survey, roles: Roles, column: ColumnSurvey, several = false): number {
  const counts = new Map<string, number>();
  const orderOf = (row: readonly string[]) => row[roles.orderId ?? -1] ?? '';
  for (const row of survey.first) counts.set(orderOf(row), (counts.get(orderOf(row)) ?? 0) + 1);
  const rows = several ? survey.first.filter(row => (counts.get(orderOf(row)) ?? 0) > 1) : survey.first;
  let agree = 0;
  for (const row of rows) {
    const gross = grossOf(survey, roles, row);
    const amount = numberIn(row, column);
    if (gross === undefined || amount === undefined) continue;
    const discount = numberIn(row, survey.columns[roles.discount ?? -1]) ?? 0;
    const nets = [gross, gross * (1 - discount / 100), gross * (1 - discount), gross - discount];
    if (nets.some(net => isClose(net, amount))) agree++;
  }
  return rows.length === 0 ? 0 : agree / rows.length;
}

/**
 * Whether the column nearly only ever rises or falls, by varying steps: a total that was carried down the
 * file.
 */
function isRunningTotal(survey: Survey, column: ColumnSurvey): boolean {
  const values = survey.first
    .slice(0, 2_000)
    .map(row => numberIn(row, column))
    .filter(v => v !== undefined);
  if (values.length < 20) return false;
  const steps = values.slice(1).map((v, i) => v - values[i]!);
  const most = steps.length * 0.95;
  return steps.filter(s => s > 0).length >= most || steps.filter(s => s < 0).length >= most;
}
