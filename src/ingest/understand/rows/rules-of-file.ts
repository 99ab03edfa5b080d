import type { ColumnRoles } from '../column-roles.js';
import type { Values } from '../money/equations.js';
import type { Orders } from '../money/figures.js';
import { rulesOf } from '../profiles/find-profile.js';
import type { Profile } from '../profiles/profile.js';
import type { ProfileFile } from '../profiles/profile-file.js';
import type { RoleKey } from '../roles.js';
import type { Sample } from '../sample.js';
import type { ColumnSurvey, Survey } from '../survey.js';
import { debitCreditRules } from './debit-credit.js';
import { findRowRules, TOTALS, totalsRules } from './find-rules.js';
import { giftCardRules } from './gift-cards.js';
import { orderRowRules } from './order-rows.js';
import { type RowRule, ruleOf } from './row-rules.js';
import { shippingRules } from './shipping-rows.js';

/** What rows are no sale: by the known export, by the orders, and by what stands in their columns. */
export function rowRulesOf(
  sample: Sample,
  roles: ColumnRoles,
  orders: Orders,
  amounts: Values,
  of: { readonly profile: Profile; readonly known: ProfileFile } | undefined,
  hasTotals: boolean | undefined,
): RowRule[] {
  const item = roles.column('productName') ?? roles.column('productId');
  return [
    ...totalsByValue(sample.survey, hasTotals),
    ...(of ? rulesOf(of.profile, of.known) : orderRowRules(sample, orders, item, amounts)),
    ...generalRules(sample, roles, amounts, of !== undefined),
  ];
}

/** Rows that the values show to add up others. */
const totalsByValue = ({ totals }: Survey, hasTotals = true): RowRule[] =>
  totals && (hasTotals || !totals.isOpen)
    ? [{ column: totals.measure.index, values: /^/, rows: totals.rows, kind: 'total', what: TOTALS }]
    : [];

/** What a row of the sample is, if it is no plain sale. */
export const kindOfRow = (sample: Sample, rules: readonly RowRule[], row: number) =>
  ruleOf(rules, {
    row: sample.rowNumbers[row] ?? 0,
    at: column => sample.texts(column)[row] ?? '',
  })?.kind;

/** Takes the column whose kinds say which rows are returns. */
export function takeKinds(roles: ColumnRoles, rules: readonly RowRule[]): void {
  const kinds = roles.survey.columns[rules.find(r => r.kind === 'return')?.column ?? -1];
  if (kinds && roles.free().includes(kinds))
    roles.take('transactionType', kinds, 0.85, `named "${kinds.header}", with sales and refunds in it`);
}

/** Columns that say no kind and no state of a row. */
const NO_STATE: readonly RoleKey[] = ['amount', 'quantity', 'unitPrice', 'date', 'orderId'];

/**
 * What rows are no sale, by rows of totals, kinds and states.
 * @param isKnown whether the file is a known export, which says itself what kinds and states it has
 */
function generalRules(sample: Sample, roles: ColumnRoles, amounts: Values, isKnown: boolean): RowRule[] {
  const isNegative = (i: number) => (amounts[i] ?? 0) < 0;
  const { columns } = sample.survey;
  const isRead = (c: ColumnSurvey) =>
    roles.map.get(c.index) !== 'ignore' && !NO_STATE.some(role => roles.byKey[role] === c.index);
  const texts = columns.filter(c => c !== roles.column('orderId') && c.dates.read < c.filled / 2);
  return [
    ...totalsRules(texts),
    ...(isKnown
      ? []
      : [
          ...findRowRules(sample, columns.filter(isRead), isNegative, roles.column('transactionType')),
          ...debitCreditRules(sample, columns.filter(isRead), amounts, roles.column('transactionType')),
          ...giftCardRules([roles.column('productName'), roles.column('category')]),
          ...shippingRules(roles),
        ]),
  ];
}
