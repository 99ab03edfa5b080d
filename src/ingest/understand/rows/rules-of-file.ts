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
import { discountRows } from './discount-rows.js';
import { documentRules } from './documents-twice.js';
import { findRowRules, TOTALS, totalsRules } from './find-rules.js';
import { giftCardRules } from './gift-cards.js';
import { orderRowRules } from './order-rows.js';
import { type RowRule, ruleOf } from './row-rules.js';
import { shippingRules } from './shipping-rows.js';
import { valueKey } from './value-key.js';
import { GOODS, SAYS_KIND } from './vocabulary.js';

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

/** Columns that neither say what document a row is nor name one. */
const NO_REFERENCE: readonly RoleKey[] = [
  ...['amount', 'quantity', 'unitPrice', 'discount', 'date', 'lineNumber'],
  ...['customerId', 'email', 'customerName', 'productName'],
] as const;

/** What is no sale, called off or given back goes before a discount of it, and doubts come after. */
function withDiscounts(rules: readonly RowRule[], discounts: readonly RowRule[]): RowRule[] {
  const isDoubt = (r: RowRule) => r.kind === 'doubtful';
  return [...rules.filter(r => !isDoubt(r)), ...discounts, ...rules.filter(isDoubt)];
}

/** Columns that may say of a row that it is a discount: the product's, and those of kinds. */
const itemsOf = (roles: ColumnRoles): ColumnSurvey[] => {
  const products = [roles.column('productName'), roles.column('productId'), roles.column('category')];
  const kinds = roles.survey.columns.filter(isOfLines);
  return [...new Set([...products.flatMap(c => c ?? []), ...kinds])].filter(
    c => roles.map.get(c.index) !== 'ignore',
  );
};

/** Whether a column says what a row is: by its name, or since some rows are `item` or `Artikel`. */
const isOfLines = ({ name, distinct }: ColumnSurvey): boolean =>
  !OF_PAYMENTS.test(name) &&
  (SAYS_KIND.test(name) ||
    OF_A_LINE.test(name) ||
    (distinct.size <= 12 && [...distinct].some(v => GOODS.test(valueKey(v)))));
const OF_A_LINE =
  /^(?:(?:line|order|position|row)s? )?(?:items?|description|details?|text|name|what|positions?)$/;
const OF_PAYMENTS = /\b(payment|tender|card|method|zahlung|paid)\b/;

const customerOf = (roles: ColumnRoles): ColumnSurvey | undefined =>
  roles.column('customerId') ?? roles.column('email') ?? roles.column('customerName');

/**
 * What rows are no sale, by rows of totals, kinds and states.
 * @param isKnown whether the file is a known export, which says itself what kinds and states it has
 */
function generalRules(sample: Sample, roles: ColumnRoles, amounts: Values, isKnown: boolean): RowRule[] {
  const isNegative = (i: number) => (amounts[i] ?? 0) < 0;
  const { columns } = sample.survey;
  const isRead = (c: ColumnSurvey) =>
    roles.map.get(c.index) !== 'ignore' && !NO_STATE.some(role => roles.byKey[role] === c.index);
  const isDocument = (c: ColumnSurvey) =>
    roles.map.get(c.index) !== 'ignore' && !NO_REFERENCE.some(role => roles.byKey[role] === c.index);
  const texts = columns.filter(c => c !== roles.column('orderId') && c.dates.read < c.filled / 2);
  return [
    ...totalsRules(texts),
    ...(isKnown
      ? []
      : [
          ...documentRules(sample, columns.filter(isDocument), amounts, customerOf(roles)),
          ...withDiscounts(
            findRowRules(sample, columns.filter(isRead), isNegative, roles.column('transactionType')),
            discountRows(sample, itemsOf(roles), amounts),
          ),
          ...debitCreditRules(sample, columns.filter(isRead), amounts, roles.column('transactionType')),
          ...giftCardRules([roles.column('productName'), roles.column('category')]),
          ...shippingRules(roles),
        ]),
  ];
}
