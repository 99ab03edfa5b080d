import type { ColumnRoles } from '../column-roles.js';
import { kindOf } from '../money/column-kinds.js';
import { type ColumnSurvey, numberShare } from '../survey.js';

/** Headers that say a name without saying whose. */
const BARE = /^(name|names|account|account name|konto|kontoname|nom|nom complet|nombre|nome|naam|namn|navn)$/;
/** Accounts of a ledger, which are no customers. */
const OF_A_LEDGER = new RegExp(
  String.raw`\b(sales?|revenues?|income|bank|cash|vat|tax|receivables?|payables?|debtors?|fees?|` +
    String.raw`erlose?|umsatz\p{L}*|kasse|ventes|banque|caja)\b`,
  'iu',
);
/** Names of columns by which a file of articles has a name for each. */
const OF_ARTICLES = /\b(brand|marke|colou?r|farbe|size|variant|department|category)\b/;

/**
 * Takes a column that is only called `Name` or `Account` as the customer's, where nothing else says who
 * bought. It may as well be what was sold: so the articles must have a column of their own, or the file must
 * have neither quantities nor prices.
 */
export function takeBareName(roles: ColumnRoles): void {
  const { byKey } = roles;
  if (byKey.customerId !== undefined || byKey.customerName !== undefined) return;
  const hasArticles = byKey.productName !== undefined || byKey.productId !== undefined;
  const free = roles.free();
  const isOfArticles = (c: ColumnSurvey) =>
    ['quantity', 'price'].includes(kindOf(c)) || OF_ARTICLES.test(c.name);
  if (!hasArticles && free.some(isOfArticles)) return;
  const column = free.find(c => BARE.test(c.name) && hasNames(c));
  if (column) roles.take('customerName', column, 0.8, `named "${column.header}", with names`);
}

/** Whether the values are names: of letters, neither numbers of orders nor accounts of a ledger. */
function hasNames(column: ColumnSurvey): boolean {
  const values = [...column.distinct];
  return (
    values.length > 1 &&
    numberShare(column) < 0.1 &&
    column.dates.read < column.filled / 2 &&
    values.filter(v => /^\p{L}/u.test(v) && !/\d{3}/.test(v)).length >= values.length * 0.9 &&
    !values.some(v => OF_A_LEDGER.test(v))
  );
}
